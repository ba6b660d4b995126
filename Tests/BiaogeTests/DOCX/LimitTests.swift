import TestSupport
import Testing

@testable import Biaoge

/// Bombs end in an error that names the limit, quickly and in little memory.
@Suite("DOCX limits")
struct DOCXLimitTests {
    private func limit(_ body: String, _ change: (inout Limits) -> Void = { _ in }) -> Limits.Name? {
        var options = ReadingOptions()
        change(&options.limits)
        do {
            _ = try read(DOCXBuilder(body), options)
        } catch ReadError.limit(let name, _, _) {
            return name
        } catch {}
        return nil
    }

    @Test("a gridSpan beyond any table")
    func span() {
        #expect(limit(table(row(cell("a", span: 100_000_000)))) == .columns)
        #expect(limit(table(row(cell("a"), properties: "<w:gridBefore w:val='99999999999999999999'/>"))) == .columns)
    }

    @Test("rows that are wide again and again, in one table or in many")
    func cells() {
        let wide = row(cell("a", span: 16_384))
        let high = row(cell("", span: 16_384, properties: "<w:vMerge/>"))
        #expect(limit(table(String(repeating: wide, count: 300))) == .cells)
        #expect(
            limit(
                table(
                    row(cell("a", span: 16_384, properties: "<w:vMerge w:val='restart'/>")) + String(repeating: high, count: 300))
            ) == .cells)
        #expect(limit(String(repeating: table(wide), count: 300)) == .cells)
    }

    @Test("tables inside each other without end")
    func depth() {
        #expect(limit(String(repeating: "<w:tbl><w:tr><w:tc>", count: 100_000)) == .depth)
    }

    @Test("more bytes than allowed, counted as they come and not as the directory claims")
    func inflated() {
        #expect(limit(paragraph("a")) { $0.inflatedBytes = 10 } == .inflatedBytes)
        var budget = InflationBudget(compressed: 1_000, limits: Limits())
        #expect(throws: Never.self) { try budget.spend(16 << 20) }
        #expect(throws: ReadError.limit(.ratio, found: 16_777, allowed: 100)) { try budget.spend(1) }
    }
}
