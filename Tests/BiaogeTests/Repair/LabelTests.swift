import Testing

@testable import Biaoge

/// What counts of a label, and how like the labels of a form a text is.
@Suite struct LabelTests {
    @Test(arguments: [
        ("一、本年新收政府信息公开申请数量", LabelText.Ordinal.Style.chinese, 1), ("十二、其他", .chinese, 12), ("（三）不予公开", .brackets, 3),
        ("㈢不予公开", .brackets, 3), ("1.属于国家秘密", .digits, 1), ("①属于国家秘密", .digits, 1), ("6 属于四类过程性信息", .digits, 6),
    ])
    func theNumberInFrontIsNoPartOfTheLabel(_ text: String, _ style: LabelText.Ordinal.Style, _ value: Int) {
        let label = LabelText(text)
        #expect(label.ordinal == LabelText.Ordinal(style: style, value: value))
        #expect(LabelText(String(decoding: label.key, as: UTF16.self)).ordinal == nil)
    }

    @Test(arguments: ["三安全一稳定", "一", "2021年", "（注）其他", "10"])
    func otherDigitsInFrontAreNoNumber(_ text: String) {
        #expect(LabelText(text).ordinal == nil)
    }

    @Test func widthSpaceMarksAndTraditionalCharactersDoNotCount() {
        #expect(LabelText("本年 制發件數").key == LabelText("本年制发件数").key)
        #expect(LabelText("行政　規範性文件：").key == LabelText("行政规范性文件").key)
        #expect(LabelText("总计（件）").short == LabelText("总计").key)
    }

    /// Its number is written as a section's may be, and it ends as a section's title does.
    @Test func theLabelOfQueriesIsNoTitleOfASection() throws {
        var part = PartText("requests", ["denied.query:research": "11", "denied.query:total": "11"], other: "")
        for row in part.rows.indices { part.rows[row][0] = part.rows[row][0].replacing(".", with: "、") }
        part.putLabelsInPlace()
        let values = try part.solved { $0.joined(separator: "\n|\n") + "\n" }
        #expect(values["denied.query:research"] == "read 11")
        #expect(values["denied.query:person"] == "blank ")
    }

    private func book() -> LabelBook {
        var book = LabelBook()
        for label in ["（一）予以公开", "（二）部分公开", "1.属于国家秘密", "3.危及“三安全一稳定”", "（六）其他处理", "总计"] { _ = book.add([label]) }
        return book
    }

    @Test(arguments: [
        ("（一）予以公开", 0, 100), ("予以公开", 0, 98), ("（二）予以公开", 0, 97), ("1、予以公开", 0, 99), ("总 计", 5, 100), ("总计（件）", 5, 99),
        ("属于国家秘蜜", 2, 79), ("本年度办理结果（一）予以公开", 0, Likeness.gluedToShort),
    ])
    func howLikeALabelATextIs(_ text: String, _ label: Int, _ likeness: Int) {
        let best = book().matches(LabelText(text)).first
        #expect(best?.label == label)
        #expect(best?.likeness == likeness)
    }

    @Test(arguments: ["", "12", "柳湾镇人民政府", "公"])
    func whatIsNoLabelIsLikeNone(_ text: String) {
        #expect(book().matches(LabelText(text)).isEmpty)
    }
}
