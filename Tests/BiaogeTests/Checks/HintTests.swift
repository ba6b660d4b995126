import Testing

@testable import Biaoge

@Suite struct HintTests {
    /// A report of a township with these values, its sections as text.
    static func report(
        _ numbers: [String: String] = [:], issuer: String = "柳湾镇人民政府", year: Int = 2024, form: Int = 0,
        blocks: [Document.Block] = []
    ) -> Document {
        let form = Form.bundled[form]
        var document = Document(format: .docx)
        for part in form.parts {
            document.values += IdentityCheckTests.document(form, part: part.id, numbers).values
            document.forms.append(FormMatch(form: form.id, table: document.forms.count, part: part.id, confidence: 1))
        }
        document.issuer = issuer
        document.year = year
        document.blocks = blocks
        return document
    }

    static func hints(_ document: Document) -> [Finding.Kind] {
        document.checked(by: Form.bundled).filter { !$0.isFailure }.map(\.kind)
    }

    @Test func aReportWithoutFaultsHasNoHint() {
        #expect(Self.hints(Self.report()) == [])
        #expect(Document(format: .text).checked(by: Form.bundled).isEmpty)
    }

    @Test(arguments: [
        ("柳湾镇人民政府", true), ("同仁市加吾乡", true), ("城关街道办事处", true), ("托里县人民政府", false), ("景德镇市财政局", false),
    ])
    func rulesOfATownshipAreAHint(_ issuer: String, _ isTownship: Bool) {
        let document = Self.report(["proactive.rules:in_force": "6"], issuer: issuer)
        #expect(Self.hints(document) == (isTownship ? [.rulesOfTownship] : []))
    }

    @Test(arguments: [
        ("二、主动公开政府信息情况", true), ("十一、其他需要报告的事项", true), ("三、加强领导，落实责任。", false), ("（二）部分公开", false), ("2、部分公开", false),
    ])
    func aSectionBeginsWithItsNumber(_ text: String, _ isTitle: Bool) {
        let document = Self.report(blocks: [.paragraph("一、总体情况"), .paragraph(text)])
        #expect(ReportSection.all(of: document).map(\.title) == ["一、总体情况"] + (isTitle ? [text] : []))
    }

    @Test func theFormOfOtherYearsIsAHint() throws {
        #expect(Self.hints(Self.report(year: 2021, form: 1)) == [.formOfOtherYears])
        #expect(Self.hints(Self.report(year: 2020, form: 1)) == [])
        #expect(Self.hints(Self.report(year: 2020)) == [.formOfOtherYears])
        let finding = try #require(Self.report(year: 2022, form: 1).checked(by: Form.bundled).first)
        #expect(finding.message(in: .chinese) == "政府信息公开工作年度报告（2019 年格式） 用于 2019–2020 年的报告，本报告为 2022 年")
    }

    @Test func emptySectionsAreAHint() {
        let blocks: [Document.Block] = [
            .heading("五、存在的主要问题及改进情况", level: 1), .heading("六、其他需要报告的事项", level: 1), .paragraph("无。"),
        ]
        #expect(Self.hints(Self.report(blocks: blocks)) == [.emptySection])
        #expect(Self.hints(Self.report(blocks: [.paragraph("六、其他需要报告的事项：无")])) == [])
        #expect(Self.hints(Self.report(blocks: [.paragraph("六、其他需要报告的事项")])) == [.emptySection])
    }

    @Test(arguments: [
        ("全年共收到政府信息公开申请３件，", "3", nil as String?), ("收到政府信息公开申请 5 件。", "3", "5"), ("未收到依申请公开。", "0", nil),
        ("未收到政府信息公开申请。", "3", "未"), ("其中网上收到公开申请1件", "3", nil), ("收到信访3件", "5", nil),
        ("发生行政复议 2 起", "0", "2"), ("未发生行政诉讼", "0", nil),
    ])
    func numbersOfTheTextAreHeldAgainstTheTable(_ text: String, _ received: String, _ wrong: String?) throws {
        let blocks: [Document.Block] = [.heading("一、总体情况", level: 1), .paragraph(text)]
        let document = Self.report(
            ["requests.received:person": received, "requests.received:total": received, "requests.granted:person": received],
            blocks: blocks)
        let hints = document.checked(by: Form.bundled).filter { $0.kind == .textAgainstTable }
        #expect(hints.count == (wrong == nil ? 0 : 1))
        if let wrong { #expect(hints.first?.arguments[0].contains(wrong) == true) }
    }

    @Test func aFeeInYuanIsAHint() {
        func blocks(_ text: String) -> [Document.Block] { [.heading("六、其他需要报告的事项", level: 1), .paragraph(text)] }
        let fees = ["proactive.fees:amount": "3940"]
        #expect(Self.hints(Self.report(fees, blocks: blocks("收取信息处理费3940 元。"))) == [.feeInYuan])
        #expect(Self.hints(Self.report(fees, blocks: blocks("收取信息处理费3940万元。"))) == [])
        #expect(Self.hints(Self.report(fees, blocks: blocks("没有收取信息处理费。"))) == [])
    }
}
