import TestSupport
import Testing

@testable import Biaoge

@Suite struct NumberTests {
    private func meaning(_ text: String) -> FieldMeaning { FieldMeaning(Array(text.utf8)[...]) }

    private func value(_ text: String) -> String? {
        if case .number(let number, _) = meaning(text) { number.text } else { nil }
    }

    @Test(arguments: [
        ("0", "0"), ("-11", "-11"), ("+1036", "1036"), ("- 17", "-17"), ("１２", "12"), ("1,234", "1234"), ("\u{A0}5 ", "5"),
        ("59237.2449", "59237.2449"), ("10.50", "10.50"), ("251000元", "251000"), ("−3", "-3"), ("12件", "12"), ("0.05", "0.05"),
        ("1\u{200B}2", "12"), ("\u{200E}12\u{AD}", "12"), ("\u{202D}1\u{FEFF}2\u{202C}", "12"),
    ])
    func aNumberIsReadExactly(_ text: String, _ number: String) {
        #expect(value(text) == number)
    }

    @Test(arguments: ["-", "/", "—", "——", "无", "不适用", "－"])
    func aMarkForNothingIsBlank(_ text: String) {
        #expect(meaning(text) == .blankMark)
    }

    @Test(arguments: ["O", "1O", "l", "l2", "〇"])
    func aLetterForADigitIsDoubtful(_ text: String) {
        #expect(meaning(text) == .doubtful)
    }

    @Test(arguments: ["八件", "十二件", "约两百件", "共3件", "约12", "叁", "零"])
    func aNumberInWordsIsDoubtful(_ text: String) {
        #expect(meaning(text) == .doubtful)
    }

    @Test(arguments: ["不公开", "详见附件3", "同上", "N/A"])
    func whatSaysThatAValueIsNotToldIsDoubtful(_ text: String) {
        #expect(meaning(text) == .doubtful)
    }

    @Test(arguments: ["+37+2", "37+210+5", "8/12"]) func severalNumbersWithSignsAreDoubtful(_ text: String) {
        #expect(meaning(text) == .doubtful)
    }

    @Test(arguments: [
        "---", "-3-", "2023-12-31", "- 4 -", "规章", "1.", "1.属于国家秘密", "第3页", "一", "十二", "三类", "共", "共3类", "约", "一件事", "附件3",
    ])
    func wordsAreNoNumber(_ text: String) {
        #expect(meaning(text) == .text)
    }

    /// What tells columns of values from columns of words is another question than which number a field prints.
    @Test(arguments: [
        ("12", true, true), ("-11", true, true), ("1,234", true, true), ("１２", true, true), ("12件", true, true),
        ("－６３", true, true), ("＋６３", true, true), ("２０．８９", true, true), ("１，２３４", true, true), ("１．", false, false),
        ("－", true, false),
        ("+7", true, true),
        ("10.50", true, true), ("1234.", false, false), ("1,", false, true), ("-", true, false), ("/", true, false),
        ("—", true, false), ("——", true, false), ("无", true, false), ("无关", false, false), ("不适用", false, false),
        ("3*", false, true),
        ("1 2", false, true), ("1O", false, true), ("规章", false, false), ("1.件", false, false), ("", false, false),
    ])
    func aMarkForNothingLooksLikeAValueAndIsNone(_ text: String, looksLikeOne: Bool, isOne: Bool) {
        let bytes = Array(text.utf8)
        #expect(bytes.span.isNumberOrBlankMark(bytes.indices) == looksLikeOne)
        #expect(meaning(text).isValue == isOne)
    }

    @Test func digitsPartedBySpaceMayBeOneNumberOrSeveral() {
        #expect(meaning("1 2") == .parts([Number(mantissa: 1, decimals: 0), Number(mantissa: 2, decimals: 0)]))
    }

    @Test func unitsOfMoneyAreConvertedExactly() {
        #expect(Number(mantissa: 251000, decimals: 0).shifted(by: -4)?.text == "25.1")
        #expect(Number(mantissa: 35, decimals: 1).shifted(by: 4)?.text == "35000")
    }

    @Test func sumsOfNumbersOfAnyLengthDoNotOverflow() throws {
        #expect(Number(mantissa: 999_999_999_999_999, decimals: 0).scaled(to: 0) == 999_999_999_999_999)
        #expect(Number(mantissa: 999_999_999_999_999, decimals: 0).scaled(to: 3) == nil)
        var random = SplitMix64(seed: 1)
        let forms = [Form](repeating: Form.bundled[0], count: 3)
        var report = GeneratedReport(forms, year: 2022, numbers: .distinct, variant: 0, random: &random)
        for table in report.tables.indices {
            for row in report.tables[table].rows.indices {
                for value in report.tables[table].rows[row].values.indices {
                    report.tables[table].rows[row].values[value].text = value == 3 ? "0.001" : "999999999999999"
                }
            }
        }
        for layout in [SourceLayout.tabs, .lines, .docx] {
            let document = try Document(reading: layout.bytes(report))
            #expect(document.values.contains { $0.number == "999999999999999" && $0.state == .read })
        }
    }
}
