/// Joins paragraphs that the end of a page, or of a printed line, cut in two.
///
/// The first part must be running text that ends without a stop, the second must go on: it is no heading, no item, no date
/// and no signature. Running text shows itself by a full stop inside, by its length, by a comma, a bracket or a quotation
/// mark left open at its end. Where that is not sure the two stay apart.
enum CutParagraphs {
    /// How many characters a paragraph may have that is still joined to the next; a text without stops is no prose.
    private static let longest = 5_000

    /// The blocks with cut paragraphs joined.
    static func joined(_ drafts: [DraftBlock], _ findings: inout [Finding]) -> [DraftBlock] {
        var result: [DraftBlock] = []
        result.reserveCapacity(drafts.count)
        for draft in drafts {
            if case .text(let next) = draft, case .text(var last)? = result.last, goesOn(last, in: next) {
                findings.append(Finding(.joinedParagraph, at: Place(line: next.line), String(last.line)))
                // The result lets go of the text, so that it grows in place.
                result.removeLast()
                last.append(next, separator: isLatin(last.text.last) && isLatin(next.text.first) ? [.space] : [])
                result.append(.text(last))
            } else {
                result.append(draft)
            }
        }
        return result
    }

    private static func goesOn(_ last: DraftParagraph, in next: DraftParagraph) -> Bool {
        guard last.length < longest, !last.endsWithStop, !last.isHeading, last.length >= 10, next.number == nil, !next.isHeading
        else { return false }
        if startsWithUppercase(next) || isDate(next) { return false }
        if beginsWithin(next) { return true }
        guard next.endsWithStop || next.length >= 30 || next.hasFullStop else { return false }
        return last.hasFullStop || (last.number == nil && last.contains([". "])) || last.length >= 60 || isLeftOpen(last)
    }

    /// Whether a text begins with a mark that no paragraph begins with.
    private static func beginsWithin(_ paragraph: DraftParagraph) -> Bool {
        let span = paragraph.text.span
        return ["，", "、", "。", "；", "：", "）", "”", "》", "？", "！"].contains { span.starts(paragraph.visible, with: $0) }
    }

    /// Whether a text ends where no sentence does: with a comma, or within brackets or quotation marks.
    private static func isLeftOpen(_ paragraph: DraftParagraph) -> Bool {
        let span = paragraph.text.span
        if ["，", "、", ",", "的", "和", "与", "及"].contains(where: { span.ends(paragraph.visible, with: $0) }) { return true }
        return [("（", "）"), ("“", "”"), ("《", "》")].contains { opening, closing in
            count(opening, in: paragraph) > count(closing, in: paragraph)
        }
    }

    private static func count(_ mark: String, in paragraph: DraftParagraph) -> Int {
        let span = paragraph.text.span
        return paragraph.visible.count { span.starts($0..<paragraph.text.count, with: mark) }
    }

    /// Whether a text is nothing but a date: `2022年1月19日`.
    private static func isDate(_ paragraph: DraftParagraph) -> Bool {
        paragraph.length <= 16 && paragraph.contains(["年"]) && paragraph.text.span.ends(paragraph.visible, with: "日")
    }

    private static func startsWithUppercase(_ paragraph: DraftParagraph) -> Bool {
        paragraph.text.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false
    }

    private static func isLatin(_ byte: UInt8?) -> Bool {
        guard let byte else { return false }
        return byte > .space && byte < 0x7F
    }
}
