import Testing

@testable import Biaoge

/// Rows with one cell a line, merged cells in every position.
@Suite struct RepeatedLinesTests {
    private static let rows = [
        Array(repeating: "第二十条第（一）项", count: 4), ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "1", "", "3"], ["行政规范性文件", "4", "5", "6"],
        Array(repeating: "第二十条第（五）项", count: 4), ["信息内容", "本年处理决定数量", "本年处理决定数量", "本年处理决定数量"],
        ["行政许可", "7", "7", "7"],
    ]

    private func text(_ rows: [[String]]) -> String {
        "二、主动公开政府信息情况\n\n\(rows.joined().joined(separator: "\n\n"))\n\n三、情况\n"
    }

    private func fieldRows(_ rows: [[String]]) throws -> FieldRows {
        try #require(try readDump(text(rows), as: .lineDump).tables.first?.fieldRows)
    }

    @Test func theWidthOfTheGridShowsWhereRowsEnd() throws {
        let rows = try fieldRows(Self.rows)
        #expect(rows.layout == .tabs)
        #expect(rows.texts[3] == ["行政规范性文件", "4", "5", "6"])
        let values = try Document(reading: Array(text(Self.rows).utf8)).values
        let states = Dictionary(values.map { ($0.key, "\($0.state) \($0.number)") }) { first, _ in first }
        #expect(states["proactive.rules:repealed"] == "blank ")
        #expect(states["proactive.rules:in_force"] == "read 3")
        #expect(states["proactive.licensing:decisions"] == "read 7")
    }

    @Test(arguments: [3, 6])
    func aCellTooFewShowsNothing(row: Int) throws {
        var rows = Self.rows
        rows[row].removeLast()
        #expect(try fieldRows(rows).layout == .lines)
    }

    @Test(arguments: [(2, 6), (5, 4)])
    func aCellTooFewAndAnotherTooManyShowNothing(fewer: Int, more: Int) throws {
        var rows = Self.rows
        rows[fewer].removeLast()
        rows[more].append(rows[more][3])
        #expect(try fieldRows(rows).layout == .lines)
    }
}
