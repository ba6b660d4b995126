/// A piece of text around the tables while it is put in order.
struct DraftParagraph: Sendable {
    /// The text in UTF-8.
    var text: [UInt8]
    /// The line on which it begins, from 1.
    let line: Int
    /// The line on which it ends.
    private(set) var lastLine: Int
    /// The number of characters.
    private(set) var length: Int
    /// Whether a sentence ends within the text: it is no heading then.
    private(set) var hasFullStop: Bool

    init(_ text: [UInt8], line: Int) {
        self.text = text
        self.line = line
        lastLine = line
        (length, hasFullStop) = Self.measure(text.span)
    }

    /// Adds the text of the paragraph that goes on with this one.
    mutating func append(_ next: DraftParagraph, separator: [UInt8]) {
        text += separator + next.text
        lastLine = next.lastLine
        length += separator.count + next.length
        hasFullStop = hasFullStop || next.hasFullStop
    }

    /// Counts the characters and looks for 。！？； in one pass.
    private static func measure(_ text: Span<UInt8>) -> (length: Int, hasFullStop: Bool) {
        var length = 0
        var hasFullStop = false
        for offset in text.indices {
            let byte = text[offset]
            if byte & 0xC0 != 0x80 { length += 1 }
            guard byte == 0xE3 || byte == 0xEF, offset + 2 < text.count else { continue }
            switch (byte, text[offset + 1], text[offset + 2]) {
            case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B): hasFullStop = true
            default: break
            }
        }
        return (length, hasFullStop)
    }

    /// The text without emphasis, which says nothing about where a sentence ends.
    var visible: Range<Int> { text.span.withoutEmphasis(text.indices) }

    /// The number in front of the text.
    var number: SectionNumber? { SectionNumber(visible, in: text.span) }

    /// Whether the text ends as a sentence or an item does.
    var endsWithStop: Bool { text.span.endsWithStop(visible) }

    /// Whether the text has the form of a heading: a number in front, and a few words that are no sentence.
    var isHeading: Bool {
        length <= 40 && !hasFullStop && !endsWithStop && (number != nil || SectionTitles.isTitle(self))
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
