import Testing

@testable import Biaoge

@Suite struct SpaceRowsTests {
    private func rows(_ text: String) throws -> FieldRows {
        try #require(try readDump(text, as: .spaceDump).tables.first?.fieldRows)
    }

    @Test func aLabelAndItsNumbersArePartedBySpaces() throws {
        let document = try readDump(
            "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章 0 0 0\n1. 属于国家秘密 2 -1 3,000\n\n五、存在的主要问题及改进情况\n", as: .spaceDump)
        #expect(document.tables.first?.fieldRows?.layout == .spaces)
        #expect(
            document.tables.first?.fieldRows?.texts == [
                ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "0", "0", "0"], ["1. 属于国家秘密", "2", "-1", "3,000"],
            ])
        #expect(document.blocks.count == 3)
    }

    /// A narrow cell cuts numbers of full width as it does others.
    @Test func numbersOfFullWidthThatANarrowCellCutAreOne() throws {
        let cut = try rows("1.属于国家秘密     ６５   12    ２６０\n                         ６\n2.重复申请         ６   1    ７\n")
        #expect(cut.texts.first == ["1.属于国家秘密", "６５", "12", "２６０\n６"])
    }

    @Test(arguments: ["l", "I", "O", "o"])
    func aLetterThatADigitWasMisreadForBeginsNoRow(letter: String) throws {
        #expect(
            try rows("（六）其他 1 2 3 6\n（七）总计 14 13 \(letter) 28\n").texts.last == ["（七）总计", "14", "13", letter, "28"])
    }

    @Test func digitsThatOneBlankPartsAmongValuesFarApartMayBeOneNumber() throws {
        #expect(try rows("规章        12    0     0\n规范性文件        1 2   0\n").texts.last == ["规范性文件", "1 2", "0"])
        #expect(try rows("规章        12  0     0\n规范性文件        1 2  0\n").texts.last == ["规范性文件", "1", "2", "0"])
        #expect(try rows("规章        12    0\n行政事业性收费              1 0\n").texts.last == ["行政事业性收费", "1 0"])
        #expect(try rows("规章        12    0\n行政事业性收费 1 0\n").texts.last == ["行政事业性收费", "1", "0"])
        #expect(try rows("规章        12    0     0\n规范性文件        0 1   0\n").texts.last == ["规范性文件", "0", "1", "0"])
    }

    @Test func wideGapsPartLabelsToo() throws {
        #expect(
            try rows("三、本年度办理结果   （一）予以公开     12   3 0  0 1 0  16\n").texts
                == [["三、本年度办理结果", "（一）予以公开", "12", "3", "0", "0", "1", "0", "16"]])
    }

    @Test func aLabelWrappedAroundItsNumbersIsPutTogether() throws {
        let rows = try rows(
            """
            （一）予以公开            1   0   1
            （二）部分公开（区分处理的，只
                                      2   0   2
            计这一情形，不计其他情形）
            4.无正当理由大量反复申     3   0   3
            请
            （七）总计                6   0   6
            """)
        #expect(
            rows.texts == [
                ["（一）予以公开", "1", "0", "1"], ["（二）部分公开（区分处理的，只\n计这一情形，不计其他情形）", "2", "0", "2"],
                ["4.无正当理由大量反复申\n请", "3", "0", "3"],
                ["（七）总计", "6", "0", "6"],
            ])
        #expect(rows.row(1).map(\.line) == [2, 3, 3, 3])
    }

    /// A converter makes up a header for a table that goes on behind a page's end.
    @Test(arguments: ["数据1 数据2 数据3 数据4", "数据1   数据2   数据3   数据4"])
    func severalWordsBehindAPagesEndAreNoRestOfALabel(header: String) throws {
        let gap = header.contains("   ") ? "   " : " "
        let lines = [
            ["一、本年新收政府信息公开申请数量", "1", "0"], ["（一）予以公开", "1", "0"], ["1.属于国家秘密", "2", "1"], ["2.重复申请", "0", "0"], [],
            [header], ["3.要求提供公开出版物", "5", "0"], ["（七）总计", "5", "0"],
        ]
        let rows = try rows(lines.map { $0.joined(separator: gap) }.joined(separator: "\n") + "\n")
        #expect(rows.texts[3] == ["2.重复申请", "0", "0"])
        #expect(rows.texts[4] == ["数据1", "数据2", "数据3", "数据4"])
        #expect(rows.texts[5] == ["3.要求提供公开出版物", "5", "0"])
    }

    /// （四） numbers a group of rows as well; only the title's own words tell.
    @Test func aTitleWithItsNumberInBracketsEndsATable() throws {
        let document = try readDump(
            "（四）无法提供 1.本机关不掌握相关政府信息 1 0\n（七）总计 1 0\n（四）政府信息公开行政复议、行政诉讼情况\n结果维持 结果纠正\n0 3\n", as: .spaceDump)
        #expect(document.tables.count == 2)
    }

    /// A page's text has a line for what stands near each other.
    @Test func aLineMayHoldTheRowsOfSeveralLabels() throws {
        #expect(
            try rows("1.属于国家秘密 0 2 2 2.重复申请 4 5 9 3.其\n他 1 1 2\n").texts
                == [["1.属于国家秘密", "0", "2", "2"], ["2.重复申请", "4", "5", "9"], ["3.其\n他", "1", "1", "2"]])
        #expect(try rows("规章 1 2 **3** 4件 5\n规章 1 2 3 4 5\n").texts.map(\.count) == [6, 6])
        #expect(
            try rows("1.属于国家秘密 0 2 2\n2.重复申请 4 5 9 3.其他\n").texts
                == [["1.属于国家秘密", "0", "2", "2"], ["2.重复申请", "4", "5", "9"], ["3.其他"]])
        #expect(try rows("规章 1 2 3\n1 2 规章 4 5 6\n").texts == [["规章", "1", "2", "3"], ["1 2 规章", "4", "5", "6"]])
    }

    @Test func signsOfAnyWidthAreOfTheirNumber() throws {
        #expect(
            try rows("行政强制 ８７ －６８ ４７\n政府集中采购 ８５ ２０．８９\n").texts == [["行政强制", "８７", "－６８", "４７"], ["政府集中采购", "８５", "２０．８９"]])
    }

    @Test func anUnnumberedLabelIsWrappedEvenly() throws {
        #expect(
            try rows("行政许可  1  2  3\n其他对外管理\n   4  5  6\n服务事项\n政府集\n   7  8\n中采购\n").texts
                == [["行政许可", "1", "2", "3"], ["其他对外管理\n服务事项", "4", "5", "6"], ["政府集\n中采购", "7", "8"]])
    }

    @Test(arguments: FieldMeaning.units.keys.map { String(decoding: $0, as: UTF16.self) })
    func aValueMayNameAnyUnit(unit: String) throws {
        #expect(try rows("8.属于行政查询事项 0\(unit) 1,200\(unit)\n").texts == [["8.属于行政查询事项", "0\(unit)", "1,200\(unit)"]])
        let (amount, item) = (Array("3\(unit)".utf8), Array("1.\(unit)".utf8))
        let isAmount = amount.span.isNumberOrBlankMark(amount.indices)
        let isItem = item.span.isNumberOrBlankMark(item.indices)
        #expect(isAmount && !isItem)
    }

    @Test func headersAboveARowAreRowsOfTheirOwn() throws {
        #expect(
            try rows("第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 3\n第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚 4\n").texts
                == [
                    ["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", "3"], ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", "4"],
                ])
    }

    @Test func anEmptyLineOrAPageNumberStartsAPiece() throws {
        let document = try readDump("规章 0 0\n\n文件 1 2\n- 4 -\n\u{C}许可 3 4\n", as: .spaceDump)
        #expect(document.tables.first?.fieldRows?.pieceStarts == [1, 2])
        #expect(document.findings.map(\.kind) == [.pageNumber])
    }

    @Test func proseIsNoTable() throws {
        let text = "庄头镇 2021 年政府信息公开工作年度报告\n一、总体情况\n全年发布信息 74 条。\n签发人 王 2022\n"
        #expect(try readDump(text, as: .text).tables.isEmpty)
    }
}

@Suite struct LoneLinesTests {
    @Test func allCellsStandInOneRowUntilASectionTitle() throws {
        let text =
            "二、主动公开政府信息情况\n\n信息内容\n\n数量\n\n规章\n\n3\n\n文件\n\n4\n\n三、收到和处理政府信息公开申请情况\n\n一、本年新收政府信息公开申请数量\n\n5\n\n四、结转\n\n6\n\n特此报告。\n"
        let document = try readDump(text, as: .lineDump)
        #expect(document.tables.map { $0.fieldRows?.layout } == [.lines, .lines])
        #expect(document.tables[0].fieldRows?.texts == [["信息内容", "数量", "规章", "3", "文件", "4"]])
        #expect(document.tables[1].fieldRows?.texts == [["一、本年新收政府信息公开申请数量", "5", "四、结转", "6"]])
        #expect(document.blocks.count == 5)
    }

    @Test func aSignatureBehindTheLastValueIsText() throws {
        let document = try readDump("规章\n\n3\n\n文件\n\n4\n\n柳湾镇人民政府\n", as: .lineDump)
        #expect(document.blocks.count == 2)
    }

    @Test func piecesOfLabelsGoTogetherByTheirColumns() throws {
        let text = """
            一、本年新收     1    2    3
            三、  （一）公     4    5    6
            本年  开
            结果  （三  1.属    7    8    9
                ）不  于秘
                公开  密
                    2.其
                    他法   10   11   12
                    律
            四、结转        13   14   15
            """
        #expect(
            try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts == [
                ["一、本年新收", "1", "2", "3"], ["三、\n本年\n结果", "（一）公\n开", "4", "5", "6"],
                ["（三\n）不\n公开", "1.属\n于秘\n密", "7", "8", "9"], ["2.其\n他法\n律", "10", "11", "12"], ["四、结转", "13", "14", "15"],
            ])
    }

    @Test func aLabelEndsWhereTheNextItemOfItsKindBegins() throws {
        let text = """
            一、本年新收                     1      2      3
            （五）不予处理  1.信访举报投诉
            2.重复申请                       4      5      9
                      注：没有的填0
            （六）其他处理  1.逾期不补正
            **2.逾期未缴纳**                 6      1      7
            3.其他
            四、结转                         7      8      15
            """
        #expect(
            try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts.map(\.first) == [
                "一、本年新收", "（五）不予处理\n注：没有的填0", "1.信访举报投诉", "2.重复申请", "（六）其他处理", "1.逾期不补正", "**2.逾期未缴纳**",
                "3.其他", "四、结转",
            ])
    }

    @Test func whatBeginsAndEndsFurtherRightThanALabelIsNoPieceOfIt() throws {
        let text = """
            一、本年新收                     1      2      3
            4.无正当理由                     1      2      3
            5.确认信息
            （六）其他处理  申请人无正当理由逾期不补正  12     4     16
            2.申请人逾期
            （七）总计                       7      8      15
            """
        #expect(
            try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts == [
                ["一、本年新收", "1", "2", "3"], ["4.无正当理由", "1", "2", "3"], ["5.确认信息"],
                ["（六）其他处理", "申请人无正当理由逾期不补正", "12", "4", "16"], ["2.申请人逾期"], ["（七）总计", "7", "8", "15"],
            ])
    }

    @Test func anItemWithEmphasisEndsTheOneBeforeIt() throws {
        let text = """
            一、本年新收                     1      2      3
            （五）不予处理  1.信访举报投诉
            **2.重复申请**                   4      5      9
                      注：没有的填0
            （六）其他处理  1.逾期不补正     6      1      7
            四、结转                         7      8      15
            """
        #expect(
            try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts.map(\.first) == [
                "一、本年新收", "（五）不予处理", "1.信访举报投诉", "**2.重复申请**\n注：没有的填0", "（六）其他处理", "四、结转",
            ])
    }

    @Test(arguments: ["**三、收到和处理政府信息公开申请情况**", "**以下为本年度情况。**"])
    func aTitleOrASentenceWithEmphasisIsNoRow(_ line: String) throws {
        let document = try readDump("规章  1  2\n文件  3  4\n\n\(line)\n\n许可  5  6\n处罚  7  8\n", as: .spaceDump)
        #expect(document.tables.count == 2)
    }

    @Test func whereColumnsAreNotKeptTheNumbersOfItemsPartLabels() throws {
        let text = "一、本年新收\n申请\n1 2 3\n三、\n本年\n结果\n（二）部分公\n开（区分\n处理\n的，\n只计\n这一\n4 5 6\n情形）\n四、结转 7 8 9\n"
        #expect(
            try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts == [
                ["一、本年新收\n申请", "1", "2", "3"], ["三、\n本年\n结果"], ["（二）部分公\n开（区分\n处理\n的，\n只计\n这一\n情形）", "4", "5", "6"],
                ["四、结转", "7", "8", "9"],
            ])
    }

    @Test func whatANarrowCellCutOffANumberStandsBelowIt() throws {
        let text = "结果维持  结果纠正  其他结果\n0     10   23\n      5\n"
        #expect(try readDump(text, as: .spaceDump).tables.first?.fieldRows?.texts.last == ["0", "10\n5", "23"])
    }

    @Test func aWidePageHasLongLines() throws {
        let gap = String(repeating: " ", count: 120)
        #expect(try readDump("规章\(gap)1   2   3\n文件\(gap)4   5   6\n", as: .spaceDump).tables.first?.fieldRows?.texts.count == 2)
    }

    /// 无 far behind a label is the first value of its row.
    @Test func noneFarBehindALabelIsAValue() throws {
        let read = try readDump(
            "（七）总计            无  12   +7   无   无   10  29\n3.其他                无  无   无   无   无   无  无\n四、结转下年度继续办理  1  0  0  0  0  0  1\n",
            as: .spaceDump
        ).tables.first?.fieldRows?.texts
        #expect(read?.prefix(2).map(\.count) == [8, 8])
        #expect(read?.first?[1] == "无")
    }
}
