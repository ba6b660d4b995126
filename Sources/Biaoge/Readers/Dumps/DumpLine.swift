/// One line of a text dump, as a range of the source's bytes.
struct DumpLine: Sendable {
    /// Where the line stands in the source, without its LF.
    let range: Range<Int>
    /// The line's number, from 1.
    let number: Int
    /// How many TABs it has.
    let tabs: Int
    /// How many bars it has: `|`, `｜`, `│`, `┃`.
    let bars: Int
    /// Whether it has nothing but white space, and no TAB.
    let isBlank: Bool
    /// Whether it begins with a form feed, as `pdftotext` writes one before each page.
    let startsPage: Bool

    /// The same line without the white space at its ends.
    func trimmed(in bytes: [UInt8]) -> DumpLine {
        DumpLine(
            range: bytes.span.trimmed(range), number: number, tabs: tabs, bars: bars, isBlank: isBlank, startsPage: startsPage)
    }

    /// The same line with another number.
    func numbered(_ number: Int) -> DumpLine {
        DumpLine(range: range, number: number, tabs: tabs, bars: bars, isBlank: isBlank, startsPage: startsPage)
    }
}

/// Reads the lines of a text dump one after another and keeps none of them.
struct DumpCursor: Sendable {
    /// A place to come back to: before a line.
    struct Mark: Sendable, Comparable {
        fileprivate var position: Int
        fileprivate var number: Int

        static func < (one: Mark, other: Mark) -> Bool { one.position < other.position }
    }

    /// The whole source.
    let bytes: [UInt8]
    private var mark = Mark(position: 0, number: 0)

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The place before the next line.
    var here: Mark { mark }

    /// The offset at which the next line begins, and the number of the line before it; for readers that read lines themselves.
    var position: (offset: Int, number: Int) {
        get { (mark.position, mark.number) }
        set { (mark.position, mark.number) = newValue }
    }

    /// Goes back to a place, so that the lines after it are read again.
    mutating func goBack(to place: Mark) {
        mark = place
    }

    /// The next line, or `nil` at the end. A last line without LF is a line; nothing behind a last LF is none.
    mutating func next() -> DumpLine? {
        let bytes = self.bytes
        let span = bytes.span
        let start = mark.position
        guard start < span.count else { return nil }
        var position = start
        var tabs = 0
        var bars = 0
        while position < span.count {
            let byte = span[position]
            if byte <= .lineFeed {
                if byte == .lineFeed { break }
                if byte == .tab { tabs += 1 }
            } else if byte >= .bar {
                if byte == .bar || (byte == 0xE2 || byte == 0xEF) && span.barLength(at: position, before: span.count) > 0 {
                    bars += 1
                }
            }
            position += 1
        }
        mark.position = position + 1
        mark.number += 1
        let range = start..<position
        return DumpLine(
            range: range, number: mark.number, tabs: tabs, bars: bars, isBlank: tabs == 0 && span.isBlank(range),
            startsPage: start < position && span[start] == .formFeed)
    }

    /// The line after the place, without going there.
    func peek() -> DumpLine? {
        var copy = self
        return copy.next()
    }

    /// The next line that is not blank, or the one after `skipping` of these, without going there.
    func peekVisible(skipping: Int = 0) -> DumpLine? {
        var copy = self
        var skipped = 0
        while let line = copy.next() {
            if line.isBlank { continue }
            if skipped == skipping { return line }
            skipped += 1
        }
        return nil
    }
}
