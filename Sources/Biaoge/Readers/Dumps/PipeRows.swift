/// The dump with bars between the fields of a line, as Markdown and many converters write tables.
///
///     table     = row { row | separator | page number | loose line }
///     row       = [ bar ] field { bar field } [ bar ] LF
///     separator = a row of dashes only
///     bar       = `|`, `｜`, `│` or `┃`; `\|` is a bar in the text
///
/// Bars at the edges are no fields. But where a bar stands behind each cell and none in front, a row that begins with a bar
/// has an empty first cell; such rows have no more bars than those that begin with a text. When a row begins with a bar and
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
        var end = text.upperBound
        if start < end, span.endsWithBar(start..<end) { end -= span[end - 1] == .bar ? 1 : 3 }
        return Row(text: start..<end, frontBar: frontBar, bars: bars, line: line.number, startsPiece: startsPiece)
    }

    private static func fields(of rows: [Row], _ bytes: [UInt8]) -> FieldRows {
        var mostBars = (withFront: 0, withoutFront: 0)
        for row in rows {
            if row.frontBar > 0 {
                mostBars.withFront = max(mostBars.withFront, row.bars)
            } else {
                mostBars.withoutFront = max(mostBars.withoutFront, row.bars)
            }
        }
        let frontIsEdge = mostBars.withFront > mostBars.withoutFront
        var fields = FieldRows(layout: .pipes, utf8: bytes)
        for row in rows {
            if row.startsPiece { fields.startPiece() }
            let start = row.text.lowerBound - (frontIsEdge ? 0 : row.frontBar)
            addFields(start..<row.text.upperBound, line: row.line, &fields)
        }
        return fields
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

    private static func addFields(_ text: Range<Int>, line: Int, _ rows: inout FieldRows) {
        let bytes = rows.utf8
        let span = bytes.span
        var start = text.lowerBound
        var offset = start
        var number = line
        var fieldLine = line
        while offset < text.upperBound {
            let length = span.barLength(at: offset, before: text.upperBound)
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
