/// Tells whether the empty lines of a dump with one cell a line are its empty cells, as LibreOffice writes the text of a document.
///
/// Then every row has the same number of lines behind its label, however many of them are empty; cells that reach down from above stand as
/// one or two more empty lines at the end. Where empty lines only part rows, none stands among values; where empty cells vanish, rows differ.
enum EmptyLineCells {
    /// Whether they are, by all lines of the source.
    static func areShown(in bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var cursor = DumpCursor(bytes)
        /// For each row: how many values and how many empty lines stand behind its label, and how many of these before its last value.
        var rows: [(values: Int, empty: Int, inside: Int)] = []
        var row: (values: Int, empty: Int, inside: Int)?
        while let line = cursor.next() {
            if line.tabs > 0 || line.bars > 0 { return false }
            if line.isBlank {
                row?.empty += 1
            } else if span.isNumberOrBlankMark(span.trimmed(line.range)) {
                row?.values += 1
                let empty = row?.empty ?? 0
                row?.inside = empty
            } else {
                if let row, row.values > 0 { rows.append(row) }
                row = (0, 0, 0)
            }
        }
        if let row, row.values > 0 { rows.append(row) }
        // A row without an empty line shows how many cells there are.
        guard let width = rows.filter({ $0.empty == 0 }).map(\.values).max(), width >= 5 else { return false }
        let long = rows.filter { $0.values + $0.empty >= 4 }
        let even = long.count { (width...(width + 2)).contains($0.values + $0.empty) }
        return rows.count { $0.inside > 0 } >= 3 && even >= 8 && even * 10 >= long.count * 8
    }
}
