/// The titles of the sections of a yearly report, as the forms of 2019 and 2021 have them, and the variants that are met.
enum SectionTitles {
    private static let titles = [
        "总体情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况", "其他需要报告的事项",
    ]

    /// Whether a text is one of them.
    static func contain(_ range: Range<Int>, of text: Span<UInt8>) -> Bool {
        titles.contains { $0.utf8.count == range.count && text.starts(range, with: $0) }
    }

    /// Whether a paragraph without a number is the title of a section.
    static func isTitle(_ paragraph: DraftParagraph) -> Bool {
        let visible = paragraph.visible
        guard visible.count <= 90 else { return false }
        return contain(visible, of: paragraph.text.span)
    }
}

extension Span<UInt8> {
    /// Whether a text is the title of a section of a report: `二、主动公开政府信息情况`, `2、 主动公开…情况`, `六、其他需要报告的事项`.
    ///
    /// Labels of rows begin with such numbers too (一、本年新收政府信息公开申请数量), but none ends with 情况, and only one with 事项.
    func isSectionTitle(_ range: Range<Int>) -> Bool {
        let title = withoutEmphasis(range)
        guard title.count <= 120, let mark = SectionNumber(title, in: self) else { return false }
        // （四） is the number of a group of rows as well.
        if mark.notation == .chineseInBrackets {
            return SectionTitles.contain((title.lowerBound + mark.length)..<title.upperBound, of: self)
        }
        guard mark.mayBeSection, !ends(title, with: "属于行政查询事项") else { return false }
        return ["情况", "事项", "问题", "措施"].contains { ends(title, with: $0) }
    }
}
