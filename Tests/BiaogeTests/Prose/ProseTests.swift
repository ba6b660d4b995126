import Testing

@testable import Biaoge

@Suite struct ProseTests {
    private func blocks(_ text: String) throws -> [Document.Block] { try readDump(text, as: .text).blocks }

    @Test func numbersMakeHeadingsOfTheirLevel() throws {
        #expect(
            try blocks("一、总体情况\n（一）主动公开\n(二)依申请公开\n1. 数量\n（一）组织领导。本镇成立小组。\n2. 查阅率不高；\n") == [
                .heading("一、总体情况", level: 1), .heading("（一）主动公开", level: 2), .heading("(二)依申请公开", level: 2),
                .heading("1. 数量", level: 3),
                .paragraph("（一）组织领导。本镇成立小组。"), .paragraph("2. 查阅率不高；"),
            ])
    }

    @Test(arguments: [
        ("全年共召开会议三次。充分发挥政务网\n\n站的功能，提供服务。\n", "全年共召开会议三次。充分发挥政务网站的功能，提供服务。"),
        ("本镇今年先后制定并印发了相关制度，\n\n全面推行。\n", "本镇今年先后制定并印发了相关制度，全面推行。"),
        ("按照《中华人民共和国政府信息\n\n公开条例》的要求执行。\n", "按照《中华人民共和国政府信息公开条例》的要求执行。"),
        ("全年工作正常。下一步严格对照程序和 flow\n\n- 3 -\n\n图进行梳理。\n", "全年工作正常。下一步严格对照程序和 flow图进行梳理。"),
        (
            "The work went on. It was checked by the\n\noffice of the town.\n",
            "The work went on. It was checked by the office of the town."
        ),
    ])
    func aParagraphThatAPageCutIsJoined(text: String, joined: String) throws {
        let document = try readDump(text, as: .text)
        #expect(document.blocks == [.paragraph(joined)])
        #expect(document.findings.contains { $0.kind == .joinedParagraph })
    }

    @Test(arguments: [
        "同仁市加吾乡人民政府\n\n2021 年政府信息公开工作年度报告\n", "（一）加强组织领导，认真履行职责\n\n为切实加强工作，成立小组。\n", "全年无。\n\n柳湾镇人民政府\n\n2022年1月19日\n",
        "拓宽渠道，通过微信、公众号等进行公示，\n六、其他需要报告的事项\n", "全年共发布信息三条。网址：\nhttps://example.org/a\n", "下一步计划\n\n加强学习，提高认识。\n",
    ])
    func whatEndsByItselfStaysApart(text: String) throws {
        #expect(try blocks(text).count == text.split(separator: "\n").count)
    }

    @Test func marksOfConvertersGo() throws {
        let document = try readDump("[bookmark: _GoBack]本机关**依法公开。**制定规程。\n## 二、情况\n2**3 不变。\n", as: .text)
        #expect(document.blocks == [.paragraph("本机关依法公开。制定规程。"), .heading("二、情况", level: 1), .paragraph("2**3 不变。")])
        #expect(document.findings.map(\.kind) == [.converterMark, .converterMark, .converterMark])
        #expect(document.findings.map(\.place.line) == [1, 1, 2])
    }

    @Test func countedSectionNumbersBecomeChineseAgain() throws {
        let document = try readDump("一、总体情况\n好。\n2、 主动公开政府信息情况\n3、 申请情况\n四、问题\n1、 人员不足\n2、 经费不足\n五、其他\n", as: .text)
        #expect(document.blocks[2] == .heading("二、主动公开政府信息情况", level: 1))
        #expect(document.blocks[3] == .heading("三、申请情况", level: 1))
        #expect(document.blocks[5] == .heading("1、 人员不足", level: 3))
        #expect(document.findings.map(\.kind) == [.sectionNumber, .sectionNumber])
    }

    @Test func asIsKeepsEveryLine() throws {
        var options = ReadingOptions()
        options.asIs = true
        let source = Source(bytes: Array("全年三次。发挥政务网\n\n站的**功能**。\n".utf8), detection: Detection(format: .text))
        #expect(try DumpReader.read(source, options: options).blocks == [.paragraph("全年三次。发挥政务网"), .paragraph("站的**功能**。")])
    }
}
