import Testing

@testable import Biaoge

@Suite struct RepeatedCellsTests {
    private func texts(_ text: String) throws -> [[String]]? {
        try readDump(text).tables.first?.fieldRows?.texts
    }

    @Test func wordsSideBySideOrBelowEachOtherAreOneCell() throws {
        #expect(
            try texts(
                "一、本年新收申请数量\t一、本年新收申请数量\t1\t1\n三、办理结果\t（一）予以公开\t2\t2\n三、办理结果\t（二）部分公开\t3\t3\n三、办理结果\t（二）部分公开\t3\t3\n")
                == [
                    ["一、本年新收申请数量", "", "1", "1"], ["三、办理结果", "（一）予以公开", "2", "2"], ["", "（二）部分公开", "3", "3"],
                    ["", "（二）部分公开", "3", "3"],
                ])
    }

    @Test func aValueIsOneWhereItsHeaderUnderATitleIs() throws {
        #expect(
            try texts("第（五）项\t第（五）项\t第（五）项\n信息内容\t本年处理数量\t本年处理数量\n行政许可\t11\t11\n行政强制\t11\t12\n")
                == [["第（五）项", "", ""], ["信息内容", "本年处理数量", ""], ["行政许可", "11", ""], ["行政强制", "11", "12"]])
        #expect(
            try texts("申请人\t申请人情况\t申请人情况\n自然人等\t法人或其他组织\t法人或其他组织\n甲甲甲甲\t0\t0\n")
                == [["申请人", "申请人情况", ""], ["自然人等", "法人或其他组织", ""], ["甲甲甲甲", "0", "0"]])
    }

    @Test func equalNumbersAndShortWordsAreLeftAlone() throws {
        #expect(try texts("规章\t11\t11\n文件\t无\t无\n") == [["规章", "11", "11"], ["文件", "无", "无"]])
    }

    /// A label may begin with a number; so may a value.
    @Test func valuesWithSomethingBehindThemAreSeveral() throws {
        #expect(
            try texts("1.属于国家秘密\t1.属于国家秘密\t0（含上年结转3件）\t0（含上年结转3件）\t2022-01-03\t2022-01-03\n")
                == [["1.属于国家秘密", "", "0（含上年结转3件）", "0（含上年结转3件）", "2022-01-03", "2022-01-03"]])
    }

    @Test func numeralsAreSeveral() throws {
        #expect(
            try texts("1.属于国家秘密\t1.属于国家秘密\t零\t零\t三件\t三件\t共0件\t共0件\n")
                == [["1.属于国家秘密", "", "零", "零", "三件", "三件", "共0件", "共0件"]])
    }

    /// The last word below one and the first below the other.
    @Test func wordsBelowTwoOthersAreTwo() throws {
        #expect(
            try texts("直接起诉\t\t复议后起诉\t\n结果纠正\t结果维持\t结果维持\t结果纠正\n1\t2\t3\t4\n")?[1]
                == ["结果纠正", "结果维持", "结果维持", "结果纠正"])
        // A row's own label stands below no word of a header.
        #expect(try texts("信息内容\t制发件数\t总计\n行政许可\t行政许可\t3\n")?[1] == ["行政许可", "", "3"])
    }

    /// Several columns may have the same words.
    @Test func whatIsLeftOfHeadersThatWereCutIsSeveral() throws {
        #expect(
            try texts("第（一）项\t第（一）项\t第（一）项\n信息内容\t本年新\t本年新\n行政许可\t0\t0\n")?[2] == ["行政许可", "0", "0"])
    }
}
