/// A piece of text around the tables while it is put in order.
struct DraftParagraph: Sendable {
    /// The text in UTF-8.
    var text: [UInt8]
    /// The line on which it begins, from 1.
    let line: Int
    /// The line on which it ends.
    var lastLine: Int

    /// The text without Markdown's asterisks at its ends, which say nothing about where a sentence ends.
    var visible: Range<Int> {
        var range = text.indices.lowerBound..<text.indices.upperBound
        while let first = range.first, text[first] == 0x2A { range = (first + 1)..<range.upperBound }
        while let last = range.last, text[last] == 0x2A { range = range.lowerBound..<last }
        return range
    }

    /// The number in front of the text.
    var number: SectionNumber? { SectionNumber(visible, in: text.span) }

    /// The number of characters.
    var length: Int { text.span.scalarCount(visible) }

    /// Whether the text ends as a sentence or an item does.
    var endsWithStop: Bool { text.span.endsWithStop(visible) }

    /// Whether a sentence ends within the text: it is no heading then.
    var hasFullStop: Bool { contains(["。", "！", "？", "；"]) }

    /// Whether the text has the form of a heading: a number in front, and a few words that are no sentence.
    var isHeading: Bool {
        (number != nil || ReportSections.isTitle(self)) && length <= 40 && !endsWithStop && !hasFullStop
    }

    /// Whether any of some marks stands in the text.
    func contains(_ marks: [String]) -> Bool {
        let span = text.span
        for offset in visible {
            for mark in marks where span.starts(offset..<text.count, with: mark) { return true }
        }
        return false
    }
}

/// What a document consists of while its text is put in order.
enum DraftBlock: Sendable {
    case text(DraftParagraph)
    case table(Int)
}
