import Testing

@testable import Biaoge

@Suite struct ShownEmptyTests {
    private func texts(_ text: String, as format: Format = .pipeDump) throws -> [[String]]? {
        try readDump(text, as: format).tables.first?.fieldRows?.texts
    }

    @Test func aBarWithABlankBehindItIsAnEmptyCellAndOneWithoutEndsARow() throws {
        #expect(
            try texts("| 信息内容\n| 数量\n| 总计\n|\n| 规章\n| \n| 3\n|\n| 文件\n| 4\n| \n|\n")
                == [["信息内容", "数量", "总计"], ["规章", "", "3"], ["文件", "4", ""]])
    }

    @Test func anEmptyLineInThePlaceOfACellIsAnEmptyCell() throws {
        #expect(
            try texts("信息内容\n|\n数量\n|\n总计\n\n规章\n|\n\n|\n3\n\n\n|\n4\n|\n\n\n文件\n|\n5\n|\n6\n")
                == [["信息内容", "数量", "总计"], ["规章", "", "3"], ["", "4", ""], ["文件", "5", "6"]])
    }

    @Test func aBarBehindTheLastCellOfSomeRowsEnclosesAnEmptyCell() throws {
        #expect(
            try texts("规章 | 2 |  | \n文件 | 1 | 2 | 3\n其他 |  |  | 4\n") == [
                ["规章", "2", "", ""], ["文件", "1", "2", "3"], ["其他", "", "", "4"],
            ])
    }

    @Test func emptyLinesShowHowManyCellsAreEmpty() throws {
        let text = "规章\n\n0\n\n\n\n3\n\n文件\n\n1\n\n2\n\n4\n"
        #expect(try texts(text, as: .lineDump) == [["规章", "0", "", "3", "文件", "1", "2", "4"]])
        // A page's number has an empty line of its own.
        #expect(
            try texts(text.replacing("3\n\n", with: "3\n\n- 3 -\n\n"), as: .lineDump) == [
                ["规章", "0", "", "3", "文件", "1", "2", "4"]
            ])
        #expect(try texts(text.replacing("\n\n\n\n", with: "\n\n\n"), as: .lineDump) == [["规章", "0", "3", "文件", "1", "2", "4"]])
    }

    @Test func lineEndsOfAPagesSourceShowHowManyCellsAreEmpty() throws {
        let (cell, row) = ("\n\n\n\n", "\n\n\n\n\n\n")
        let text = ["规章", "0", "\u{A0}", "3"].joined(separator: cell) + row + ["文件", "1", "2", ""].joined(separator: cell) + row
        let last = ["其他", "5", "6", "7"].joined(separator: cell) + row + "说明"
        #expect(
            try texts(text + last, as: .lineDump)?.first?.prefix(12) == [
                "规章", "0", "", "3", "文件", "1", "2", "", "其他", "5", "6", "7",
            ])
        // Spacing that does not come out even shows nothing.
        let uneven = text.replacing("2" + cell, with: "2\n\n\n")
        #expect(try texts(uneven + last, as: .lineDump)?.first?.contains("") == false)
    }

    @Test func equallyManyEmptyLinesAreNoEmptyCells() throws {
        let text = ["规章", "0", "3", "文件", "1", "2"].joined(separator: "\n\n\n\n")
        #expect(try texts(text, as: .lineDump) == [["规章", "0", "3", "文件", "1", "2"]])
    }

    @Test func aSeparatorBetweenCellsIsNoEmptyCell() throws {
        let cells = (1...10).map { "\($0)\n\n" }
        let text = "规章\n\n" + cells.prefix(5).joined() + "------\n\n" + cells.dropFirst(5).joined() + "文件\n\n1\n"
        #expect(try texts(text, as: .lineDump) == [["规章"] + (1...10).map(String.init) + ["文件", "1"]])
    }

    @Test func emptyLinesThatSetATitleOffAreNoCells() throws {
        let text = "规章\n\n0\n\n3\n\n\n\n第二十条第（五）项\n\n许可\n\n1\n\n2\n\n4\n"
        #expect(try texts(text, as: .lineDump) == [["规章", "0", "3", "第二十条第（五）项", "许可", "1", "2", "4"]])
    }

    @Test func escapesGoWhenTheFieldsAreKnown() throws {
        #expect(
            try texts("| 1\\.属于国家秘密 | \\- | 3&nbsp; | a\\|b |\n| 本年<br>制发 | &#65288;一&#xFF09; | &lt;3 | &x; |\n")
                == [["1.属于国家秘密", "-", "3", "a\\|b"], ["本年\n制发", "（一）", "<3", "&x;"]])
        #expect(try readDump("一、总体情况\\.&nbsp;\n", as: .text).blocks.count == 1)
        // A backslash behind a text breaks its line.
        #expect(try texts("规章\t3\\\n文件\\\t\\\n") == [["规章", "3"], ["文件", "\\"]])
    }

    @Test func emptyLinesAreCellsWhereAllRowsHaveAsManyLines() throws {
        let rows = (1...9).map { "（\($0)）类\n1\n\n\n4\n5\n" }.joined()
        let text = "一、新收\n1\n2\n3\n4\n5\n" + rows
        let texts = try #require(try texts(text, as: .lineDump)?.first)
        #expect(texts.prefix(12) == ["一、新收", "1", "2", "3", "4", "5", "（1）类", "1", "", "", "4", "5"])
        // Where rows differ, empty lines say nothing.
        #expect(try self.texts(text.replacing("1\n\n\n4\n5", with: "1\n\n5"), as: .lineDump)?.first?.contains("") == false)
    }
}
