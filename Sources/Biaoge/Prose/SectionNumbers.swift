/// Gives sections their Chinese numbers back where a converter wrote a counted number as `2、` instead of 二、.
///
/// The sequence of the sections must show it: between the sections 一、 and 五、 stand exactly 2、 3、 and 4、, each in the
/// form of a heading. Items 1、 2、 3、 inside a section are left alone.
enum SectionNumbers {
    private struct Section {
        var block: Int
        var value: Int
        var isCounted: Bool
        var isTitle: Bool
    }

    /// Restores the numbers, with a finding for each.
    static func restore(_ drafts: inout [DraftBlock], _ findings: inout [Finding]) {
        let sections = drafts.indices.compactMap { section($0, drafts[$0]) }
        var lastKnown = 0
        var counted: [Section] = []
        for section in sections {
            if section.isCounted {
                counted.append(section)
                continue
            }
            restore(counted, between: lastKnown, and: section.value, &drafts, &findings)
            counted = []
            lastKnown = section.value
        }
        // Behind the last known section only a title says that a number is a section's.
        let titled = counted.filter(\.isTitle)
        restore(titled, between: lastKnown, and: lastKnown + titled.count + 1, &drafts, &findings)
    }

    private static func section(_ block: Int, _ draft: DraftBlock) -> Section? {
        guard case .text(let paragraph) = draft, paragraph.isHeading, let number = paragraph.number, number.mayBeSection else {
            return nil
        }
        return Section(
            block: block, value: number.value, isCounted: number.notation == .digitsWithComma,
            isTitle: paragraph.text.span.isSectionTitle(paragraph.visible))
    }

    private static func restore(
        _ counted: [Section], between last: Int, and next: Int, _ drafts: inout [DraftBlock], _ findings: inout [Finding]
    ) {
        guard last > 0, next > last + 1 else { return }
        let needed = Array((last + 1)..<next)
        let titled = counted.filter(\.isTitle)
        guard let chosen = [counted, titled].first(where: { $0.map(\.value) == needed }) else { return }
        for section in chosen {
            guard case .text(var paragraph) = drafts[section.block], let number = paragraph.number else { continue }
            let start = paragraph.visible.lowerBound
            let range = start..<(start + number.length)
            let restored = ChineseNumber.text(section.value) + "、"
            findings.append(
                Finding(
                    .sectionNumber, at: Place(line: paragraph.line), String(section.value) + "、", restored))
            paragraph.text.replaceSubrange(range, with: restored.utf8)
            drafts[section.block] = .text(paragraph)
        }
    }
}
