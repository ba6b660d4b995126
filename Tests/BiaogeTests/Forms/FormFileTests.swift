import Foundation
import Testing

@testable import Biaoge

@Suite struct FormFileTests {
    static let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/forms")
        .standardizedFileURL

    static func form(_ id: String) throws -> Form {
        try #require(Form.bundled.first { $0.id == id })
    }

    @Test func bothBundledFormsLoad() throws {
        for file in Form.bundledFiles { _ = try Form(reading: file) }
        #expect(Form.bundled.map(\.id) == ["annual-report-2021", "annual-report-2019"])
        #expect(Form.bundled.map { $0.parts.map(\.id) } == Array(repeating: ["proactive", "requests", "review"], count: 2))
        #expect(Form.bundled.map(\.firstYear) == [2021, 2019])
        #expect(Form.bundled.map(\.lastYear) == [nil, 2020])
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: shared.path), "needs ../shared/forms"),
        arguments: ["annual-report-2019", "annual-report-2021"])
    func keysAndLabelsAreThoseOfTheList(_ id: String) throws {
        let list = try String(contentsOf: Self.shared.appending(path: "\(id).tsv"), encoding: .utf8)
        let expected = list.split(separator: "\n").dropFirst().map(String.init)
        let form = try Self.form(id)
        let found = form.parts.flatMap { part in
            part.slots.filter { part.rows[$0.row].variant?.isUsual ?? true }.map { slot in
                [part.id, slot.key, slot.rowLabels.joined(separator: " / "), slot.columnLabels.joined(separator: " / ")]
                    .joined(separator: "\t")
            }
        }
        #expect(found == expected)
    }

    @Test func theOneRowOf其他处理IsAnotherVariantOf2021() throws {
        let requests = try Self.form("annual-report-2021").parts[1]
        let variants = requests.rows.filter { $0.variant != nil }
        #expect(variants.map { $0.variant?.alternative } == ["split", "split", "split", "single"])
        #expect(variants.map { $0.variant?.isUsual } == [true, true, true, false])
        #expect(variants.map { $0.variant?.isOptional } == [true, true, true, false])
        #expect(requests.slots[variants[3].slots].map(\.key).first == "requests.other:person")
        #expect(requests.slots.count == 182)
    }

    @Test func rowsHaveTheirRolesAndLabels() throws {
        let proactive = try Self.form("annual-report-2021").parts[0]
        #expect(proactive.rows.map(\.role).prefix(5) == [.heading, .header, .values, .values, .heading])
        #expect(proactive.rows[1].labels == ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"])
        #expect(proactive.rows[3].labels == ["行政规范性文件"])
        #expect(proactive.otherWordings[proactive.rows[3].labelCells[0]] == ["规范性文件"])
        let requests = try Self.form("annual-report-2019").parts[1]
        #expect(requests.rows[8].labels == ["三、本年度办理结果", "（三）不予公开", "2.其他法律行政法规禁止公开"])
        #expect(requests.rows.map(\.role).prefix(4) == [.header, .header, .header, .values])
        let review = try Self.form("annual-report-2019").parts[2]
        #expect(review.rows[3].labels == [])
        #expect(review.rows[3].slots == 0..<15)
    }

    @Test func contentsAreThoseOfTheForm() throws {
        let proactive = try Self.form("annual-report-2019").parts[0]
        func content(_ key: String) -> Form.Slot.Content? { proactive.slots.first { $0.key == key }?.content }
        #expect(content("proactive.rules:made") == .count)
        #expect(content("proactive.fees:change") == .change)
        #expect(content("proactive.procurement:amount") == .amount(unit: nil))
        #expect(try Self.form("annual-report-2021").parts[0].slots.last?.content == .amount(unit: "万元"))
    }

    @Test func identitiesCoverColumnsAndRows() throws {
        let requests = try Self.form("annual-report-2021").parts[1]
        #expect(requests.identities.count == 7 + 7 + 26)
        func keys(_ indexes: [Int]) -> [String] { indexes.map { requests.slots[$0].key } }
        #expect(keys(requests.identities[1].left) == ["requests.received:business", "requests.carried_over:business"])
        #expect(keys(requests.identities[1].right) == ["requests.outcome_total:business", "requests.carried_forward:business"])
        let outcome = keys(requests.identities[7].right)
        #expect(outcome.count == 2 + 8 + 3 + 5 + 3 + 1)
        #expect(outcome.contains("requests.other:person") && outcome.contains("requests.other.misc:person"))
        #expect(keys(requests.identities[14].left) == ["requests.received:total"])
        #expect(try Self.form("annual-report-2021").parts[2].identities.count == 3)
    }

    static let minimal = """
        <html><body data-form="leave"><table data-part="t"><caption>Leave</caption>
        <tr><th></th><th>days</th></tr>
        <tr><th>paid</th><td data-key="t.paid:days"></td></tr>
        <tr><th>unpaid</th><td data-key="t.unpaid:days"></td></tr>
        <tr><th>all</th><td data-key="t.all:days"></td></tr>
        </table><ul class="identities"><li>each column: all = paid + unpaid</li></ul></body></html>
        """

    @Test func aFormMayBeAnyTable() throws {
        let form = try Form(reading: Array(Self.minimal.utf8))
        #expect(form.parts[0].title == "Leave")
        #expect(form.parts[0].identities == [Form.Identity(rule: "each column: all = paid + unpaid", left: [2], right: [0, 1])])
        #expect(form.parts[0].slots[0].columnLabels == ["days"])
    }

    @Test(arguments: [
        (" data-form=\"leave\"", "", FormError.noIdentifier),
        (" data-part=\"t\"", "", .noParts),
        ("t.paid:days", "", .missingKey(part: "t", row: 2, column: 2)),
        ("t.paid:days", "paid", .wrongKey("paid", row: 2, column: 2)),
        ("t.paid:days", "t.all:days", .duplicateKey("t.all:days", row: 4, column: 2)),
        ("<td data-key=\"t.paid:days\"></td>", "", .missingKey(part: "t", row: 2, column: 2)),
        (
            "<td data-key=\"t.paid:days\"></td>", "<td data-key=\"t.paid:days\" rowspan=\"9\"></td>",
            .brokenGrid(part: "t", row: 2)
        ),
        (
            "<td data-key=\"t.paid:days\">", "<td data-key=\"t.paid:days\" data-content=\"sum\">",
            .unknownContent("sum", part: "t", row: 2)
        ),
        ("<tr><th>paid", "<tr data-variant=\"x\"><th>paid", .wrongVariant("x", part: "t", row: 2)),
        ("all = paid + unpaid", "all = paid + other", .unknownName("other", rule: "each column: all = paid + other", part: "t")),
        ("all = paid + unpaid", "all = paid +", .wrongRule("each column: all = paid +", part: "t")),
    ])
    func whatIsNoFormIsNamedWithItsPlace(_ old: String, _ new: String, _ error: FormError) {
        let page = Self.minimal.replacing(old, with: new)
        #expect(throws: error) { try Form(reading: Array(page.utf8)) }
    }

    @Test func writingAFormGivesItsFileBack() {
        for (form, file) in zip(Form.bundled, Form.bundledFiles) {
            #expect(form.fileText == String(decoding: file, as: UTF8.self))
        }
    }

    @Test func brokenMarkupIsNamedWithItsLine() {
        let page = Self.minimal.replacing("<th>unpaid</th>", with: "<th>unpaid</td>")
        let error = #expect(throws: FormError.self) { try Form(reading: Array(page.utf8)) }
        guard case .malformed(line: 4, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
