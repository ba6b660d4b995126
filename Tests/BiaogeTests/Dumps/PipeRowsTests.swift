import Testing

@testable import Biaoge

@Suite struct PipeRowsTests {
    private func rows(_ text: String) throws -> FieldRows {
        try #require(try readDump(text, as: .pipeDump).tables.first?.fieldRows)
    }

    @Test(arguments: ["信息内容 | 数量 |\n规章 | 3 |\n", "| 信息内容 | 数量 |\n|---|:---:|\n| 规章 | 3 |\n", "信息内容 | 数量\n规章 | 3\n"])
    func edgesAndSeparatorsAreNoFields(text: String) throws {
        let rows = try rows(text)
        #expect(rows.layout == .pipes)
        #expect(rows.texts == [["信息内容", "数量"], ["规章", "3"]])
    }

    @Test func emptyFieldsAreKept() throws {
        #expect(try rows("| 规章 | | 3 ||\n| 文件 | 1 | - | |\n").texts == [["规章", "", "3", ""], ["文件", "1", "-", ""]])
    }

    @Test func fullWidthBarsAndEscapedBarsAreTold() throws {
        #expect(try rows("甲｜乙｜\n丙 \\| 丁 │ 1\n").texts == [["甲", "乙"], ["丙 \\| 丁", "1"]])
    }

    @Test func aRowWithAnEdgeGoesOnToTheLineThatEndsWithABar() throws {
        let rows = try rows("| 信息内容 | 本年\n制发件数 | 本年\n废止件数 |\n| 规章 | 0 | 1 |\n")
        #expect(rows.texts == [["信息内容", "本年\n制发件数", "本年\n废止件数"], ["规章", "0", "1"]])
        #expect(rows.row(0).map(\.line) == [1, 1, 2])
    }

    @Test func whereNoBarsStandInFrontARowThatBeginsWithOneHasAnEmptyFirstCell() throws {
        #expect(
            try rows("三、结果 | （一）公开 | 1 |\n | （二）部分公开 | 2 |\n | （三）不予公开 |  |\n").texts
                == [["三、结果", "（一）公开", "1"], ["", "（二）部分公开", "2"], ["", "（三）不予公开", ""]])
    }

    @Test func emptyFieldsAtTheEndsOfRowsMakeNoEdgeOfTheBarsInFront() throws {
        #expect(
            try rows("三、结果 | （一）公开 | 1 |\n | （二）部分公开 | 2 |  |  |\n | （三）不予公开 |  |\n | （四）无法提供 | 3 |\n").texts
                == [["三、结果", "（一）公开", "1"], ["", "（二）部分公开", "2", "", ""], ["", "（三）不予公开", ""], ["", "（四）无法提供", "3"]])
    }

    @Test func aRowThatLostItsFrontBarIsNoRuleForTheOthers() throws {
        #expect(try rows("| 信息内容 | 数量 |\n规章 | 3 |\n| 文件 | 4 |\n").texts == [["信息内容", "数量"], ["规章", "3"], ["文件", "4"]])
    }

    @Test func aLooseLabelBetweenRowsIsARow() throws {
        #expect(
            try rows("| 规章 | 0 |\n（一）予以公开\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n").texts
                == [["规章", "0"], ["（一）予以公开"], ["1", "2"], ["3", "4"]])
    }

    @Test func cellsOnTheirOwnLinesWithAnEmptyLineAfterEachRow() throws {
        let rows = try rows("二、主动公开政府信息情况\n| 信息内容\n| 本年\n制发件数\n|\n\n| 规章\n|\n| 3\n|\n\n三、收到和处理政府信息公开申请情况\n")
        #expect(rows.layout == .pipes)
        #expect(rows.texts == [["信息内容", "本年\n制发件数"], ["规章", "", "3"]])
    }

    @Test func aLoneBarAtTheEndOfARowIsAnEmptyCellWhereOtherRowsHaveNone() throws {
        #expect(
            try rows("| 信息内容\n| 数量\n| 总计\n\n| 规章\n| 3\n|\n\n| 文件\n|\n|\n").texts
                == [["信息内容", "数量", "总计"], ["规章", "3", ""], ["文件", "", ""]])
    }

    @Test func aLabelWithoutBarsDoesNotKeepBarsFromClosingRows() throws {
        #expect(
            try rows("| 信息内容\n| 数量\n|\n\n（一）予以公开\n\n| 规章\n| 3\n|\n").texts
                == [["信息内容", "数量"], ["（一）予以公开"], ["规章", "3"]])
    }

    @Test func cellsOnTheirOwnLinesWithALoneBarAfterEachRow() throws {
        #expect(try rows("| 信息内容\n| 数量\n|\n| 规章\n| 3\n|\n").texts == [["信息内容", "数量"], ["规章", "3"]])
    }

    @Test func cellsOnTheirOwnLinesWithoutRowEndsStandInOneRow() throws {
        let rows = try rows("| 信息内容 |\n| 数量 |\n| 规章 |\n| |\n| 3 |\n")
        #expect(rows.layout == .lines)
        #expect(rows.texts == [["信息内容", "数量", "规章", "", "3"]])
    }

    @Test func barsOnTheirOwnLines() throws {
        let document = try readDump("二、主动公开政府信息情况\n信息内容\n|\n数量\n|\n单位\n规章\n|\n3\n|\n件\n\n后文。\n", as: .pipeDump)
        #expect(document.tables.first?.fieldRows?.texts == [["信息内容", "数量", "单位"], ["规章", "3", "件"]])
        #expect(document.blocks.count == 3)
    }

    @Test func barsOnTheirOwnLinesWithEmptyCells() throws {
        #expect(try rows("信息内容\n|\n数量\n|\n单位\n\n规章\n|\n|\n件\n").texts == [["信息内容", "数量", "单位"], ["规章", "", "件"]])
    }

    @Test func aBarAtTheEndOfARowEnclosesAnEmptyCell() throws {
        #expect(
            try rows("信息内容\n|\n数量\n|\n总计\n\n规章\n|\n本年\n3\n|\n\n文件\n|\n|\n").texts
                == [["信息内容", "数量", "总计"], ["规章", "本年\n3", ""], ["文件", "", ""]])
    }

    /// By itself the last row may be closed by its bar.
    @Test(arguments: ["", "|\n"]) func whetherABarClosesTheOnlyRowOfATableOtherTablesShow(end: String) throws {
        let above = "信息内容\n|\n数量\n|\n总计\n\(end)\n规章\n|\n1\n|\n3\n\(end)\n后文。\n\n"
        let table = try readDump(above + "1\n|\n|\n2\n|\n", as: .pipeDump).tables.last
        #expect(table?.fieldRows?.texts == [["1", "", "2"] + (end.isEmpty ? [""] : [])])
    }

    @Test(arguments: ["12", "续表"]) func aLineWithoutABarIsNoCellOfARowThatBeginsWithOne(line: String) throws {
        let rows = try rows("| 信息内容\n| 制发\n| 废止\n\n| 规章\n| 3\n| 1\n\n\(line)\n| 文件\n| 4\n|\n")
        #expect(rows.texts == [["信息内容", "制发", "废止"], ["规章", "3", "1"], [line], ["文件", "4", ""]])
    }

    @Test func aSentenceWithABarIsNoTable() throws {
        #expect(try readDump("网址见“首页|公开”栏目。\n", as: .text).tables.isEmpty)
    }
}
