import Testing

@testable import Biaoge

@Suite struct TabRowsTests {
    @Test func linesWithTabsAreRowsAndCoveredPositionsEmptyFields() throws {
        let document = try readDump("前文。\n\n名称\t数量\t\n 甲\u{A0}\t\u{3000}1\t\n\t\t2\n\n后文。\n")
        let rows = try #require(document.tables.first?.fieldRows)
        #expect(rows.layout == .tabs)
        #expect(rows.texts == [["名称", "数量", ""], ["甲", "1", ""], ["", "", "2"]])
        #expect(rows.row(2).map(\.line) == [5, 5, 5])
        #expect(document.blocks == [.paragraph("前文。"), .table(0), .paragraph("后文。")])
    }

    @Test func anEmptyLineEndsTheTable() throws {
        #expect(try readDump("甲\t1\n\n乙\t2\n").tables.count == 2)
    }

    @Test func separatorsAndPageNumbersStartAPiece() throws {
        let document = try readDump("甲\t1\n---------\t---\n乙\t2\n- 3 -\n丙\t-\n")
        let rows = try #require(document.tables.first?.fieldRows)
        #expect(rows.texts == [["甲", "1"], ["乙", "2"], ["丙", "-"]])
        #expect(rows.pieceStarts == [1, 2])
        #expect(document.findings.map(\.kind) == [.separatorRow, .pageNumber])
        #expect(document.findings.map(\.place.line) == [2, 4])
    }

    @Test func aShortLineBetweenRowsIsKeptAsARow() throws {
        let rows = try #require(try readDump("信息内容\t本年\n制发件数\t本年\n废止件数\n规章\t0\t0\n").tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "本年"], ["制发件数", "本年"], ["废止件数"], ["规章", "0", "0"]])
    }

    /// Where the white space at the ends of lines is gone, a label in front of empty cells stands alone.
    @Test func severalShortLinesBetweenRowsAreRows() throws {
        let text = "信息内容\t数量\n规章\n规范性文件\n信息内容\t数量\n行政许可\n"
        let rows = try #require(try readDump(text).tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "数量"], ["规章"], ["规范性文件"], ["信息内容", "数量"], ["行政许可"]])
    }

    @Test func aPageMayBeginAmongThem() throws {
        let rows = try #require(try readDump("信息内容\t数量\n规章\n\u{C}规范性文件\n行政许可\t1\n").tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "数量"], ["规章"], ["规范性文件"], ["行政许可", "1"]])
        #expect(rows.pieceStarts == [2])
    }

    @Test(arguments: [
        "信息内容\t数量\n规章\t1\n注：以上均为本年数\n", "信息内容\t数量\n规章\n甲\t1\n本镇公开信息若干条。\n",
        "信息内容\t数量\n规章\n甲\t1\n三、收到和处理政府信息公开申请情况\n", "一、甲\t1\n二、乙\t2\n四、丁\n", "一、甲\t1\n1.乙\t2\n3.丁\n",
    ])
    func textBehindTheLastRowIsNone(text: String) throws {
        let document = try readDump(text)
        #expect(document.blocks.count == 2)
        #expect(document.tables.first?.fieldRows?.rowCount == text.count(where: { $0 == "\n" }) - 1)
    }

    @Test func theLastRowMayHaveNothingButItsNumberedLabel() throws {
        let document = try readDump("三、结果\t（一）公开\t1\n\t（二）其他\n四、结转\n\n后文。\n")
        #expect(document.tables.first?.fieldRows?.texts == [["三、结果", "（一）公开", "1"], ["", "（二）其他"], ["四、结转"]])
        #expect(document.blocks.last == .paragraph("后文。"))
    }

    @Test func aParagraphIndentedByATabIsNoTable() throws {
        let document = try readDump("\t本镇全年公开信息若干条。\n")
        #expect(document.tables.isEmpty)
        #expect(document.blocks == [.paragraph("本镇全年公开信息若干条。")])
    }

    @Test func twoTabsBetweenAllCellsAreOne() throws {
        let rows = try #require(try readDump("名称\t\t甲\t\t乙\n规章\t\t\t\t2\n合计\t\t5\n").tables.first?.fieldRows)
        #expect(rows.texts == [["名称", "甲", "乙"], ["规章", "", "2"], ["合计", "5"]])
    }

    @Test func oneTableOfADumpShowsTwoTabsForAll() throws {
        let tables = try readDump("名称\t\t甲\t\t乙\n规章\t\t1\t\t2\n\n合计\t\t\t\t5\n丙\t\t\t\t6\n").tables
        #expect(tables.last?.fieldRows?.texts == [["合计", "", "5"], ["丙", "", "6"]])
    }

    @Test(arguments: [
        "名称\t\t甲\t\t乙\n规章\t1\t2\t\t\n", "名称\t\t甲\t\t乙\n规章\t\t1\t\n", "名称\t\t甲\n规章\t\t2\n",
        "\t\t1\t\t2\n\t\t\t\t2\n", "名称\t\t甲\t\t乙\n\n规章\t1\n文件\t2\n",
    ])
    func emptyFieldsAreKeptElsewhere(text: String) throws {
        let fields = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let tables = try readDump(text).tables
        #expect(tables.compactMap(\.fieldRows).flatMap(\.texts) == fields)
    }

    @Test func aReportWithTwoTabsBetweenCellsIsRead() throws {
        let numbers = [
            "received:person": "3", "received:total": "3", "carried_forward:person": "3", "carried_forward:total": "3",
        ]
        let part = PartText("requests", numbers.merging(["received:business": ""]) { $1 })
        let values = try part.solved { $0.joined(separator: "\t\t") }
        #expect(values["received:total"] == "read 3")
        #expect(values["received:business"] == "blank ")
    }
}
