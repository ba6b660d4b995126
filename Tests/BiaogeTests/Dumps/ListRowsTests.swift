import TestSupport
import Testing

@testable import Biaoge

/// Rows as programs print lists.
@Suite struct ListRowsTests {
    private let part = PartText("requests", ["received:person": "3", "received:total": "3"])

    private func quoted(_ row: [String], _ quote: String = "\"") -> String {
        "[" + row.map { $0.isEmpty ? "null" : quote + $0 + quote }.joined(separator: ", ") + "]"
    }

    @Test func areReadFromLines() throws {
        #expect(try part.solved { quoted($0) }["received:total"] == "read 3")
        #expect(try part.solved { quoted($0, "'") }["received:person"] == "read 3")
        #expect(try part.solved { quoted($0) + "," }["denied.state_secret:person"] == "read 0")
    }

    @Test func areReadFromListsInLists() throws {
        let lines = part.rows.map { quoted($0).replacing(", ", with: ",\n  ") }.joined(separator: ",\n")
        let text = "三、收到和处理政府信息公开申请情况\n\n[\n\(lines)\n]\n\n四、其他\n"
        let document = try Document(reading: Array(text.utf8))
        #expect(document.values.first { $0.key == "requests.received:total" }?.state == .read)
        #expect(document.blocks.last?.text == "四、其他")
    }

    @Test func anEscapeIsWhatItStandsFor() throws {
        let text = #"["事\u9879", "a\"b", 'c\'d', 12, -0.5, None]"# + "\n" + #"["k", "1", "2", "3", "4", "5"]"# + "\nx [1]\n"
        let table = try Document(
            reading: Array(text.utf8),
            options: {
                var options = ReadingOptions(); options.asIs = true; return options
            }()
        )
        .tables[0]
        #expect(table.cells.prefix(6).map { table.text(of: $0) } == ["事项", "a\"b", "c'd", "12", "-0.5", ""])
    }

    @Test(arguments: ["[\n", "[1,\n", "[1, [\n", "['\n", "]\n", "[1],\n"])
    func bracketsByTheThousandTakeLinearTime(unit: String) throws {
        func seconds(_ count: Int) throws -> Double {
            try ThreadTime.least(of: 2) { _ = try Document(reading: Array(String(repeating: unit, count: count).utf8)) }
        }
        let few = try seconds(500)
        let many = try seconds(4_000)
        #expect(many < 24 * few, "\(few) s, \(many) s")
    }

    @Test(arguments: ["[1] 说明", "[bookmark: _GoBack]", "[\"a\", \"1\", \"2\"", "[\"a\", b, \"1\"]", "[", "[\"\\u12", "['a\\"])
    func whatIsNoListIsText(line: String) throws {
        let document = try Document(reading: Array("\(line)\n\(line)\n".utf8))
        #expect(document.tables.isEmpty)
    }
}
