/// A table's rows as its source has them: the fields of a dump, or else the cells that begin in a grid row.
extension Table {
    /// Whether the table is small enough to hold a part of a form. The largest has 280 positions; a table of twenty thousand
    /// is none, however its rows were cut, and need not be looked at row by row.
    var mayBeStatutory: Bool { (fieldRows?.fields.count ?? cells.count) <= 20_000 }

    /// How many rows the source has.
    var sourceRowCount: Int { fieldRows?.rowCount ?? rowCount }

    /// The texts of a row of the source.
    func sourceUTF8(row: Int) -> [ArraySlice<UInt8>] {
        if let fieldRows { return fieldRows.row(row).map { fieldRows.utf8[$0.textRange] } }
        return cells(beginningInRow: row).map { utf8[$0.textRange] }
    }

    /// Where a row of the source stands.
    func place(ofSourceRow row: Int, table: Int) -> Place {
        guard let fieldRows else { return Place(table: table, row: row) }
        return Place(table: table, line: fieldRows.row(row).first.map(\.line).flatMap { $0 > 0 ? $0 : nil })
    }

    /// Some of the source's rows as a table of their own; `nil` when there is nothing in them but separators and page numbers.
    func rows(_ range: Range<Int>) -> Table? {
        guard range.contains(where: { hasContent(row: $0) }) else { return nil }
        var builder = TableBuilder()
        do {
            for row in range {
                builder.beginRow()
                if let fieldRows {
                    for (column, field) in fieldRows.row(row).enumerated() {
                        let start = builder.utf8.count
                        builder.utf8 += fieldRows.utf8[field.textRange]
                        try builder.add(columns: column..<(column + 1), textStart: start, line: field.line > 0 ? field.line : nil)
                    }
                } else {
                    for cell in cells(beginningInRow: row) {
                        let start = builder.utf8.count
                        builder.utf8 += utf8[cell.textRange]
                        let rowSpan = min(cell.rowSpan, range.upperBound - row)
                        try builder.add(
                            columns: cell.columns, rowSpan: rowSpan, textStart: start, isHeader: cell.isHeader, line: cell.line)
                    }
                }
            }
            var table = try builder.finish().table
            table.caption = caption
            table.parent = parent
            return table
        } catch {
            // The rows are part of a table that was within the limits.
            return nil
        }
    }

    private func cells(beginningInRow row: Int) -> Slice<TableCells> {
        // Cells stand in reading order, so those of a row are together.
        let start = cells.partitioningIndex { $0.row >= row }
        return cells[start...].prefix { $0.row == row }
    }

    /// Whether a row has more than separators and a page number.
    private func hasContent(row: Int) -> Bool {
        let scalars = sourceUTF8(row: row).flatMap { PlainScalars.of($0) }.filter { $0 != 0x20 }
        let isMark = scalars.allSatisfy { [0x2D, 0x3D, 0x5F, 0x7C, 0x3A, 0x2B, 0xB7].contains($0) }
        let digits = scalars.filter { $0 >= 0x30 && $0 <= 0x39 }
        let isPageNumber =
            !digits.isEmpty && digits.count <= 3 && scalars.first == 0x2D && scalars.last == 0x2D
            && scalars.count <= digits.count + 4
        return !isMark && !isPageNumber
    }
}

extension TableCells {
    /// The first index whose element meets a condition that all elements after it meet too; `endIndex` when none does.
    fileprivate func partitioningIndex(_ condition: (Cell) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
