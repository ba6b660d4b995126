/// The dump with bars between the fields of a line, as Markdown and many converters write tables.
///
///     table     = row { row | separator | page number | loose line }
///     row       = [ bar ] field { bar field } [ bar ] LF
///     separator = a row of dashes only
///     bar       = `|`, `｜`, `│` or `┃`; `\|` is a bar in the text
///
/// Bars at the edges are no fields. But where a bar stands behind each cell and none in front, a row that begins with a bar
/// has an empty first cell; such rows have no more bars than those that begin with a text. The same holds for the other edge. When a row begins with a bar and
/// its line does not end with one, the row goes on over the following lines until a bar ends one (a cell of several lines).
/// A short line without bars directly between rows is a row of its own: a label that was torn from its numbers. An empty
/// line ends the table. Where no line holds two cells, ``PipeLines`` reads instead.
enum PipeRows {
    /// One row of such a table.
    private struct Row {
        /// The text between the bars at its edges.
        var text: Range<Int>
        /// The length of the bar in front of it; 0 when there is none.
        var frontBar: Int
        /// The length of the bar behind it.
        var endBar: Int
        var bars: Int
        var line: Int
        var startsPiece: Bool
    }

    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard begins(first, scan) else { return nil }
        var rows = [row(from: first, startsPiece: false, &scan)]
        var startsPiece = false
        while true {
            let place = scan.cursor.here
            guard let line = scan.cursor.next(), !line.isBlank else { break }
            if line.startsPage { startsPiece = true }
            if scan.dropPageJunk(line) {
                startsPiece = true
            } else if line.bars > 0 || isLoose(line, scan) {
                rows.append(row(from: line, startsPiece: startsPiece, &scan))
                startsPiece = false
            } else {
                scan.cursor.goBack(to: place)
                break
            }
        }
        return fields(of: rows, scan.bytes)
    }

    /// The row that begins on a line, with the further lines of its cells.
    private static func row(from line: DumpLine, startsPiece: Bool, _ scan: inout DumpScan) -> Row {
        let (text, bars) = rowRange(from: line, &scan)
        let bytes = scan.bytes
        let span = bytes.span
        let frontBar = span.barLength(at: text.lowerBound, before: text.upperBound)
        let start = text.lowerBound + frontBar
        let endBar =
            start < text.upperBound && span.endsWithBar(start..<text.upperBound) ? span[text.upperBound - 1] == .bar ? 1 : 3 : 0
        return Row(
            text: start..<(text.upperBound - endBar), frontBar: frontBar, endBar: endBar,
            bars: bars - span.count(ofEscapedBars: text),
            line: line.number, startsPiece: startsPiece)
    }

    private static func fields(of rows: [Row], _ bytes: [UInt8]) -> FieldRows {
        let without = mostBars(rows) { $0.frontBar == 0 }
        // Rows with empty fields at their end have more bars than others, wherever these begin.
        let frontIsEdge =
            mostBars(rows) { $0.frontBar > 0 } > without
            && (without == 0 || usualBars(rows) { $0.frontBar > 0 } > usualBars(rows) { $0.frontBar == 0 })
        let endIsEdge = mostBars(rows) { $0.endBar > 0 } > mostBars(rows) { $0.endBar == 0 }
        var fields = FieldRows(layout: .pipes, utf8: bytes)
        for row in rows {
            if row.startsPiece { fields.startPiece() }
            let start = row.text.lowerBound - (frontIsEdge ? 0 : row.frontBar)
            addFields(start..<(row.text.upperBound + (endIsEdge ? 0 : row.endBar)), line: row.line, &fields)
        }
        return fields
    }

    /// How many bars the row with most has, of the rows of a kind; a bar with a backslash is none.
    private static func mostBars(_ rows: [Row], where condition: (Row) -> Bool) -> Int {
        rows.reduce(0) { condition($1) ? max($0, $1.bars) : $0 }
    }

    /// How many bars most rows of a kind have.
    private static func usualBars(_ rows: [Row], where condition: (Row) -> Bool) -> Int {
        rows.lazy.filter(condition).map(\.bars).mostFrequent(ofSeveral: >) ?? 0
    }

    /// The range of the row that begins on a line: the line, or when it has a bar only in front, up to the line that ends with one;
    /// and how many bars it has.
    private static func rowRange(from line: DumpLine, _ scan: inout DumpScan) -> (text: Range<Int>, bars: Int) {
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        guard span.barLength(at: text.lowerBound, before: text.upperBound) > 0, !span.endsWithBar(text) else {
            return (text, line.bars)
        }
        var bars = line.bars
        let place = scan.cursor.here
        for _ in 0..<16 {
            guard let next = scan.cursor.next(), !next.isBlank else { break }
            let rest = span.trimmed(next.range)
            if span.barLength(at: rest.lowerBound, before: rest.upperBound) > 0 { break }
            bars += next.bars
            if span.endsWithBar(rest) { return (text.lowerBound..<rest.upperBound, bars) }
        }
        scan.cursor.goBack(to: place)
        return (text, line.bars)
    }

    private static func addFields(_ range: Range<Int>, line: Int, _ rows: inout FieldRows) {
        let bytes = rows.utf8
        let span = bytes.span
        let isDoubled = span.hasDoubledBars(range)
        let text = isDoubled ? (range.lowerBound + 1)..<(range.upperBound - 1) : range
        var start = text.lowerBound
        var offset = start
        var number = line
        var fieldLine = line
        while offset < text.upperBound {
            let length = isDoubled && span[offset] == .bar ? 2 : span.barLength(at: offset, before: text.upperBound)
            if length > 0 {
                rows.addField(span.unmarked(span.trimmed(start..<offset)), line: fieldLine)
                offset += length
                start = offset
                fieldLine = number
                continue
            }
            if span[offset] == .lineFeed {
                number += 1
                if span.isBlank(start..<offset) { fieldLine = number }
            }
            offset += span[offset] == 0x5C && offset + 1 < text.upperBound ? 2 : 1  // a backslash keeps what follows
        }
        rows.addField(span.unmarked(span.trimmed(start..<text.upperBound)), line: fieldLine)
        rows.endRow()
    }

    /// Whether a line begins a table: it has bars at both edges, or it is no sentence and is not the only line with bars.
    private static func begins(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        guard line.bars > 0 else { return false }
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        if line.bars > 1, span.barLength(at: text.lowerBound, before: text.upperBound) > 0, span.endsWithBar(text) { return true }
        return !span.endsWithStop(text) && (scan.layout == .pipes || scan.cursor.peek()?.bars ?? 0 > 0)
    }

    /// Whether a line without bars belongs to the rows around it: short, no sentence, and a row follows within two lines.
    private static func isLoose(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        guard scan.isTableLike(line) else { return false }
        var cursor = scan.cursor
        for _ in 0..<2 {
            guard let next = cursor.next(), !next.isBlank else { return false }
            if next.bars > 0 { return true }
        }
        return false
    }
}

extension Span<UInt8> {
    /// The length of the bar at an offset; 0 when there is none.
    func barLength(at offset: Int, before end: Int) -> Int {
        guard offset < end else { return 0 }
        switch self[offset] {
        case .bar: return 1
        case 0xEF where offset + 2 < end: return self[offset + 1] == 0xBD && self[offset + 2] == 0x9C ? 3 : 0
        case 0xE2 where offset + 2 < end:
            return self[offset + 1] == 0x94 && (self[offset + 2] == 0x82 || self[offset + 2] == 0x83) ? 3 : 0
        default: return 0
        }
    }

    /// Whether the bars of a row stand in pairs, as Jira writes a row of headers: `||甲||乙||`, the outer ones without their edges.
    func hasDoubledBars(_ range: Range<Int>) -> Bool {
        guard range.count > 2, self[range.lowerBound] == .bar, self[range.upperBound - 1] == .bar else { return false }
        var offset = range.lowerBound + 1
        var pairs = 0
        while offset < range.upperBound - 1 {
            if self[offset] == .bar {
                guard self[offset + 1] == .bar, offset + 2 < range.upperBound else { return false }
                pairs += 1
                offset += 1
            }
            offset += 1
        }
        return pairs > 0
    }

    /// How many bars in a range have a backslash in front.
    func count(ofEscapedBars range: Range<Int>) -> Int {
        var count = 0
        for offset in range.dropFirst() where self[offset] == .bar && self[offset - 1] == 0x5C { count += 1 }
        return count
    }

    /// Whether a range ends with a bar that no backslash makes a character of the text.
    func endsWithBar(_ range: Range<Int>) -> Bool {
        guard let last = range.last else { return false }
        if self[last] == .bar { return range.count == 1 || self[last - 1] != 0x5C }
        return range.count >= 3 && barLength(at: last - 2, before: range.upperBound) == 3
    }

    /// The range without Markdown's `**` at both ends.
    func unmarked(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 4, starts(range, with: "**"), ends(range, with: "**") else { return range }
        return trimmed((range.lowerBound + 2)..<(range.upperBound - 2))
    }
}
