/// The dump with one cell a line, as Apache Tika writes the plain text of a Word document.
///
///     table        = row { row } , end
///     row          = cell { cell } , empty line
///     cell         = TAB text LF { further line LF }
///     empty cell   = TAB LF
///     further line = a line of the same cell; it begins without TAB
///     end          = a second empty line, or a line that does not begin with TAB, or the end of the text
///
/// A cell that is merged across stands once, with nothing for the columns it covers; a cell that is merged downward
/// stands again as an empty cell in each row it reaches. So a row has as many cells as the grid has borders there, and no
/// empty line stands inside a row. Further TABs in a line belong to the cell's text.
enum CellRows {
    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard begins(first, scan) else { return nil }
        var rows = FieldRows(layout: .cells, utf8: scan.bytes)
        var line = first
        while true {
            readRow(from: line, &rows, &scan)
            let place = scan.cursor.here
            guard let next = scan.cursor.next() else { break }
            if !isCell(next, scan) {
                scan.cursor.goBack(to: place)
                break
            }
            line = next
        }
        return rows
    }

    /// Reads one row with the empty line that ends it.
    private static func readRow(from first: DumpLine, _ rows: inout FieldRows, _ scan: inout DumpScan) {
        let bytes = scan.bytes
        let span = bytes.span
        var cell = first.range
        var number = first.number
        while true {
            let place = scan.cursor.here
            let next = scan.cursor.next()
            if let next, !next.isBlank, !isCell(next, scan) {
                cell = cell.lowerBound..<next.range.upperBound
                continue
            }
            rows.addField(span.trimmed(cell), line: number)
            guard let next, !next.isBlank else { break }
            if next.startsPage {
                scan.cursor.goBack(to: place)
                break
            }
            cell = next.range
            number = next.number
        }
        rows.endRow()
    }

    /// Whether a line begins a cell.
    private static func isCell(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        line.tabs > 0 && scan.bytes[line.range.lowerBound] == .tab
    }

    /// Whether a line begins a table of this layout.
    ///
    /// In a document of this layout every line that begins with a TAB does. In any other, the lines up to the next empty
    /// one must be at least two, all of a single cell: in a tab dump that would be a column without a single label.
    private static func begins(_ first: DumpLine, _ scan: DumpScan) -> Bool {
        guard isCell(first, scan) else { return false }
        if scan.layout == .cells { return first.tabs < 3 || !isTabRow(scan.cursor.peekVisible(), scan) }
        guard first.tabs == 1 else { return false }
        var cells = 1
        var cursor = scan.cursor
        while let line = cursor.next(), !line.isBlank, cells < 64 {
            if line.tabs > 1 { return false }
            if line.tabs == 1 {
                if !isCell(line, scan) { return false }
                cells += 1
            }
        }
        return cells > 1
    }

    /// Whether a line can only be a row with TABs between its fields.
    private static func isTabRow(_ line: DumpLine?, _ scan: DumpScan) -> Bool {
        guard let line else { return false }
        return line.tabs >= 3 || (line.tabs > 0 && !isCell(line, scan))
    }
}
