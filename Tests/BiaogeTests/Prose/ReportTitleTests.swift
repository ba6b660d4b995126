import Testing

@testable import Biaoge

@Suite struct ReportTitleTests {
    private func settled(_ text: String) throws -> Document {
        var document = try readDump(text, as: .text)
        ReportTitle.settle(&document)
        return document
    }

    @Test(arguments: [
        ("庄头镇 2021 年政府信息公开工作年度报告", "庄头镇2021年政府信息公开工作年度报告", "庄头镇", 2021),
        ("同仁市加吾乡人民政府\n\n2021 年政府信息公开工作年度报告", "同仁市加吾乡人民政府2021年政府信息公开工作年度报告", "同仁市加吾乡人民政府", 2021),
        ("哈图布呼镇镇政府信息公开工作2021年度报 告", "哈图布呼镇镇政府信息公开工作2021年度报告", "哈图布呼镇", 2021),
        ("柳湾乡人民政府信息公开工作2019年度报告", "柳湾乡人民政府信息公开工作2019年度报告", "柳湾乡人民政府", 2019),
        ("2023年青石县柳湾镇政府信息公开年报", "2023年青石县柳湾镇政府信息公开年报", "青石县柳湾镇", 2023),
        ("青石县水务局关于二〇二二年度政府信息公开工作年度报告", "青石县水务局关于二〇二二年度政府信息公开工作年度报告", "青石县水务局", 2022),
        ("柳湾镇 2021 年政府信息公开工作年\n度报告", "柳湾镇2021年政府信息公开工作年度报告", "柳湾镇", 2021),
        ("柳湾镇人民政府\n2021年政府信息公开工作\n年度报告", "柳湾镇人民政府2021年政府信息公开工作年度报告", "柳湾镇人民政府", 2021),
        ("【柳湾镇2021年政府信息公开年报】", "柳湾镇2021年政府信息公开年报", "柳湾镇", 2021),
        ("【柳湾镇】2021年政府信息公开年报", "【柳湾镇】2021年政府信息公开年报", "柳湾镇", 2021),
        ("一、总体情况……1\n二、主动公开……2\n柳湾镇2021年政府信息公开年报", "柳湾镇2021年政府信息公开年报", "柳湾镇", 2021),
        ("目 录\n一、总体情况\n二、主动公开\n柳湾镇2021年政府信息公开年报", "柳湾镇2021年政府信息公开年报", "柳湾镇", 2021),
        ("首页 > 公开年报\n柳湾镇2021年政府信息公开年报", "柳湾镇2021年政府信息公开年报", "柳湾镇", 2021),
        ("柳湾镇政务公开工作总结", "柳湾镇政务公开工作总结", "柳湾镇", 2020),
    ])
    func theTitleNamesIssuerAndYear(lines: String, title: String, issuer: String, year: Int) throws {
        let document = try settled(lines + "\n\n一、总体情况\n2020年，本镇公开信息3条。\n")
        #expect(document.title == title)
        #expect(document.issuer == issuer)
        #expect(document.year == year)
    }

    @Test func spacesInsideTheTitleAreClosedUpInTheTextToo() throws {
        let document = try settled("柳湾镇 2021年度信息公开报 告\n一、总体情况\n")
        #expect(document.blocks.first == .paragraph("柳湾镇2021年度信息公开报告"))
        #expect(document.findings.map(\.kind) == [.spacedTitle])
        #expect(document.findings.first?.place.line == 1)
    }

    @Test func withoutATitleTheTextTellsTheYearAndTheSignatureTheIssuer() throws {
        let document = try settled("一、总体情况\n2019年公开3条。2018年公开2条。2019年无诉讼。\n\n柳湾镇人民政府\n\n2020年1月6日\n")
        #expect(document.title == nil)
        #expect(document.year == 2019)
        #expect(document.issuer == "柳湾镇人民政府")
    }
}
