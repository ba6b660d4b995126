import Testing

@testable import Biaoge

/// Tables of a page as browsers copy them: a TAB on a line of its own between cells.
@Suite struct LoneTabsTests {
    @Test(arguments: [("\n\n\t\n\n", "\n\n\n\n\n"), ("\n\t\n", "\n\n\n")])
    func areReadAsRows(between: String, rowEnd: String) throws {
        let rows = [["标题"], ["名称", "甲", "乙"], ["规章", "", "2"], ["合计", "5", ""]]
        let text = rows.map { $0.joined(separator: between) }.joined(separator: rowEnd) + "\n\n后文。\n"
        let document = try Document(reading: Array(text.utf8))
        #expect(document.tables.first?.fieldRows?.texts == rows)
        #expect(document.blocks.last == .paragraph("后文。"))
    }

    @Test func aLineOfWhiteSpaceIsAnEmptyCellAndALabelMayHaveTwoParagraphs() throws {
        let gap = "\n\n\t\n\n"
        for empty in ["\u{A0}", ""] {
            let text = "名称\(gap)甲\(gap)乙\n\n\n\n\n部分公开\n\n（区分处理的）\(gap)\(empty)\(gap)2\n"
            let rows = try #require(try Document(reading: Array(text.utf8)).tables.first?.fieldRows)
            #expect(rows.texts == [["名称", "甲", "乙"], ["部分公开\n（区分处理的）", "", "2"]])
            #expect(rows.row(1).first?.line == 14)
        }
    }

    @Test(arguments: ["3", "附件"])
    func onlyANumberMayBelongToTheOneAbove(next: String) throws {
        let gap = "\n\n\t\n\n"
        let document = try Document(reading: Array("名称\(gap)甲\n\n\n\n\n规章\(gap)2\n\n\(next)\n".utf8))
        #expect(document.tables.first?.fieldRows?.texts == [["名称", "甲"], ["规章", next == "3" ? "2\n3" : "2"]])
    }

    @Test func rowsOfEmptyCellsEndAsOthersDo() throws {
        let row = "规章" + String(repeating: "\n\t", count: 3) + "\n\n\n"
        let document = try Document(reading: Array(("名称\n\t\n甲\n\t\n乙\n\t\n丙\n\n\n" + row + row).utf8))
        #expect(document.tables.first?.fieldRows?.texts.map(\.count) == [4, 4, 4])
    }

    @Test func aReportIsRead() throws {
        let part = PartText("requests", ["granted:person": "", "denied.query:legal": ""])
        let values = try part.solved { $0.joined(separator: "\n\n\t\n\n") + "\n\n\n\n" }
        #expect(values["granted:person"] == "blank ")
        #expect(values.values.count { $0 == "read 0" } == 173)
    }

    @Test func aTabThatIsNoCellsStaysOne() throws {
        let document = try Document(reading: Array("甲\n\t\n乙。\n丙\n\t\n\t丁\t3\n".utf8))
        #expect(document.tables.allSatisfy { $0.fieldRows?.texts.first?.first == "" })
    }
}
