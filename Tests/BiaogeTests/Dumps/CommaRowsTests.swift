import Testing

@testable import Biaoge

@Suite struct CommaRowsTests {
    /// A spreadsheet fills every line up to the width of its widest table.
    @Test func commasThatFillALineUpAreNone() throws {
        let text = """
            柳湾镇2022年政府信息公开工作年度报告,,,,
            一、总体情况,,,,
            "公开, 多。",,,,
            二、主动公开政府信息情况,,,,
            第二十条第（一）项,,,,
            信息内容,本年制发件数,本年废止件数,现行有效件数,
            规章,1 5 4,24,58,
            行政规范性文件,8,6,60,

            """
        let document = try Document(reading: Array(text.utf8))
        #expect(
            document.blocks.prefix(3) == [
                .paragraph("柳湾镇2022年政府信息公开工作年度报告"), .heading("一、总体情况", level: 1), .paragraph("公开, 多。"),
            ])
        let values = document.values
        #expect(values.first { $0.key == "proactive.normative:in_force" }?.number == "60")
    }
}
