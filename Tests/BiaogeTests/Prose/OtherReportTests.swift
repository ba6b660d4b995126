import Testing

@testable import Biaoge

@Suite struct OtherReportTests {
    private let table = "规章\t1\t2\t3\n文件\t4\t5\t6\n"

    private func other(_ between: String, first: String = "柳湾镇2023年政府信息公开工作年度报告") throws -> OtherReport? {
        let text = "\(first)\n\n一、总体情况\n\n\(table)\n六、其他\n\n\(between)\n\n\(table)"
        return OtherReport.find(in: try readDump(text))
    }

    @Test(arguments: [
        "青山镇2023年政府信息公开工作年度报告", "柳湾镇2022年政府信息公开工作年度报告", "柳湾镇2023年政府信息公开工作年度报告\n\n一、总体情况", "附：上年度数据（供对照）",
        "青山镇2023年政府信息公开工作年\n度报告", "附：2022年度政府信息公开情况统计表",
    ])
    func anotherTitleWithTablesBehindItBeginsAnotherReport(title: String) throws {
        #expect(try other(title)?.table == 1)
    }

    @Test(arguments: [
        "柳湾镇2023年政府信息公开工作年度报告", "柳湾镇人民政府2023年政府信息公开工作年度报告", "2023年政府信息公开工作年度报告", "青山镇2022年的年度报告写得很好。", "附：统计表",
        "附：2023年度统计表", "附：2022年12月以来的情况",
    ])
    func theHeadOfAPageIsNoOtherReport(title: String) throws {
        #expect(try other(title) == nil)
    }

    @Test(arguments: [("青山镇2023年政府信息公开工作年度报告", true), ("柳湾镇2023年政府信息公开工作年度报告", false)])
    func aReportWithoutTablesHasNotThoseOfTheNext(title: String, isOther: Bool) throws {
        let prose = "\n\n一、总体情况\n\n二、主动公开\n\n（表略）\n\n四、复议和诉讼\n\n（表略）\n\n"
        let text = "柳湾镇2023年政府信息公开工作年度报告" + prose + title + prose + table
        #expect(try OtherReport.find(in: readDump(text))?.table == (isOther ? 0 : nil))
    }

    /// Nothing says that the annex is of the report's year.
    @Test func aReportThatHasLostItsTitleHasNotTheTablesOfAnAnnexWithAYear() throws {
        #expect(try other("附：2021年度政府信息公开情况统计表", first: "三、收到和处理申请情况")?.table == 1)
        #expect(try other("附：2021年度政府信息公开情况统计表", first: "柳湾镇政府信息公开工作年度报告") == nil)
    }

    /// A reader of lines takes the line for a cell, and a converter may have marked it as a heading.
    @Test(arguments: ["", "## ", "##<td>"]) func theLineAboveAnAnnexMayStandInItsTable(mark: String) throws {
        let page = """
            <h1>柳湾镇2023年政府信息公开工作年度报告</h1><table><tr><td>规章<td>1<tr><td>文件<td>2</table><p>六、其他</p>
            <table><tr><td>\(mark)附：2022年度统计表<tr><td>规章<td>3<tr><td>文件<td>4</table>
            """
        let document = try Document(reading: Array(page.utf8))
        #expect(document.findings.contains { $0.kind == .otherReport })
    }

    @Test func onlyTheFirstReportCounts() throws {
        func report(_ body: String, _ number: Int) -> String {
            """
            \(body)2023年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（一）项\t\t\t
            信息内容\t本年制发件数\t本年废止件数\t现行有效件数
            规章\t\(number)\t0\t0
            行政规范性文件\t\(number)\t0\t0

            """
        }
        let text = report("柳湾镇", 3) + "\n" + report("青山镇", 4)
        let document = try Document(reading: Array(text.utf8))
        #expect(document.issuer == "柳湾镇")
        #expect(document.findings.contains { $0.kind == .otherReport && $0.arguments == ["青山镇2023年政府信息公开工作年度报告"] })
        let values = document.values.filter { $0.key == "proactive.rules:issued" }
        #expect(values.map(\.raw) == ["3"])
    }
}
