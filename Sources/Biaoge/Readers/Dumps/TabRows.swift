internal import Memory

/// The dump with TABs between the fields of a line.
///
///     table     = row { row | separator | page number | loose line }
///     row       = field TAB field { TAB field } LF
///     separator = a row of dashes only, as Markdown has under a header
///     loose line = a short line without TAB directly between two rows: the rest of a cell of several lines, or a label whose empty
///                  cells went with the white space at the line's end; behind the last row only where there are others above, or where
///                  its number follows that of a row
///
/// An empty line ends the table. A position that a merged cell covers is an empty field, in clean dumps; in real ones rows
/// are packed to the left, cut, or filled up with TABs, so nothing is said about columns here.
enum TabRows {
    /// The rows of the table that begins with a line, or `nil` when the line is text.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        if isIndentedText(first, scan) { return nil }
        var rows = FieldRows(layout: .tabs, utf8: scan.bytes)
        addRow(first, &rows)
        var hasLooseLines = false
        while true {
            addPlainRows(&rows, &scan)
            let place = scan.cursor.here
            guard let line = scan.cursor.next(), !line.isBlank else { break }
            if line.startsPage { rows.startPiece() }
            if line.tabs > 0, !scan.isSeparator(line) {
                addRow(line, &rows)
            } else if scan.dropPageJunk(line) {
                rows.startPiece()
            } else {
                scan.cursor.goBack(to: place)
                let loose = looseLines(scan)
                guard loose.count > 0, loose.areInside || hasLooseLines || continuesNumbers(line, rows) else { break }
                for step in 0..<loose.count {
                    guard let line = scan.cursor.next() else { break }
                    if step > 0, line.startsPage { rows.startPiece() }
                    addRow(line, &rows)
                }
                hasLooseLines = true
            }
        }
        return rows
    }

    /// Adds the following lines as long as they are rows beyond doubt, in one pass over their bytes: they begin with a letter, a
    /// digit or a TAB and have a TAB. Nearly all lines are such.
    private static func addPlainRows(_ rows: inout FieldRows, _ scan: inout DumpScan) {
        let bytes = scan.bytes
        let span = bytes.span
        var (offset, number) = scan.cursor.position
        while offset < span.count, span[offset] == .tab || (span[offset] >= 0x30 && span[offset] != .bar) {
            let lineStart = offset
            var start = offset
            while true {
                offset = span.firstOffset(atMost: .lineFeed, from: offset)
                if offset == span.count || span[offset] == .lineFeed { break }
                if span[offset] == .tab {
                    rows.addField(span.trimmed(start..<offset), line: number + 1)
                    start = offset + 1
                }
                offset += 1
            }
            if start == lineStart || span.isSeparator(lineStart..<offset) {
                rows.dropRow()
                offset = lineStart
                break
            }
            rows.addField(span.trimmed(start..<offset), line: number + 1)
            rows.endRow()
            offset += 1
            number += 1
        }
        scan.cursor.position = (offset, number)
    }

    private static func addRow(_ line: DumpLine, _ rows: inout FieldRows) {
        rows.addRow(line) { bytes, offset in bytes[offset] == .tab ? 1 : 0 }
    }

    /// Whether a line with TABs is a paragraph that is indented by them: nothing but one long text, or a sentence.
    private static func isIndentedText(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        for offset in text where span[offset] == .tab { return false }
        return span.endsWithStop(text) || span.scalarCount(text) > 60
    }

    /// How many lines from here on may be loose, and whether a row follows them.
    private static func looseLines(_ scan: DumpScan) -> (count: Int, areInside: Bool) {
        var cursor = scan.cursor
        var count = 0
        while let line = cursor.next(), !line.isBlank {
            if line.tabs > 0 { return (count, true) }
            guard count < maximumLooseLines, scan.isTableLike(line) else { return (0, false) }
            count += 1
        }
        return (count, false)
    }

    /// Whether a line begins with the number behind that of the last row that has one of its kind in front.
    private static func continuesNumbers(_ line: DumpLine, _ rows: FieldRows) -> Bool {
        let utf8 = rows.utf8
        let span = utf8.span
        guard let number = SectionNumber(span.trimmed(line.range), in: span) else { return false }
        for row in (0..<rows.rowCount).reversed() {
            guard let first = rows.row(row).first, let last = SectionNumber(first.textRange, in: span) else { continue }
            if last.notation == number.notation { return last.value + 1 == number.value }
        }
        return false
    }

    /// More labels than any part of a form has; what is longer is text.
    private static let maximumLooseLines = 64
}
