import Testing

@testable import Biaoge

/// Tables of the year before among the report's own.
@Suite struct OtherYearTests {
    private func other(_ blocks: String...) throws -> [Int] {
        let table = "规章\t1\t2\t3\n文件\t4\t5\t6"
        let texts = ["柳湾镇2023年政府信息公开工作年度报告", "一、总体情况"] + blocks.map { $0 == "T" ? table : $0 }
        var document = try readDump(texts.joined(separator: "\n\n") + "\n")
        ReportTitle.settle(&document)
        return OtherYear(document).tables
    }

    @Test func aTableBehindALineThatNamesAnEarlierYearIsNotTheReports() throws {
        #expect(try other("T", "2022年度情况如下：", "T", "三、申请情况", "T", "2022年度情况如下：", "T") == [1, 3])
        #expect(try other("T", "2022年度情况如下：", "T", "三、申请情况", "2022年度情况如下：", "T") == [1, 2])
        #expect(try other("（表略）", "2022年度情况如下：", "T") == [0])
        // Rows that hold nothing are lines like others.
        #expect(try other("T", "行政处罚", "行政强制", "2022年度情况如下：", "T") == [1])
        #expect(try other("T", "三、申请情况", "2022年度情况如下：", "T").isEmpty)
    }

    @Test func aLineMayNameTheYearOfTheReportOrADate() throws {
        #expect(try other("T", "2023年度情况如下：", "T").isEmpty)
        #expect(try other("T", "截至2022年12月31日：", "T").isEmpty)
        #expect(try other("T", "四、2022年复议诉讼情况", "T").isEmpty)
    }

    /// Nobody changed the year of the report that these were copied from.
    @Test func allTablesMayNameAnEarlierYear() throws {
        #expect(try other("2022年度主动公开情况", "T", "2022年度申请情况", "T").isEmpty)
    }
}
