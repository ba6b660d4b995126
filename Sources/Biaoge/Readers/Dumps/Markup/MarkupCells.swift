/// The cells of a table in a markup language of wikis, gathered row by row.
struct MarkupCells {
    private struct Cell {
        var text: Range<Int>
        var columns: Int
        var rows: Int
        var line: Int
    }

    /// The text of all cells.
    private var utf8: [UInt8] = []
    private var cells: [Cell] = []
    private var rowEnds: [Int] = []
    private var hasSpans = false

    /// Whether there is nothing yet.
    var isEmpty: Bool { cells.isEmpty }

    /// Adds a cell to the row that is being made.
    mutating func add(columns: Int = 1, rows: Int = 1, line: Int) {
        if columns > 1 || rows > 1 { hasSpans = true }
        cells.append(Cell(text: utf8.count..<utf8.count, columns: max(1, columns), rows: max(1, rows), line: line))
    }

    /// Adds a line of text to the last cell.
    mutating func append(_ text: ArraySlice<UInt8>) {
        guard let last = cells.indices.last else { return }
        let span = text.span
        let visible = span.unmarked(span.trimmed(0..<text.count))
        guard !visible.isEmpty else { return }
        if utf8.count > cells[last].text.lowerBound { utf8.append(.lineFeed) }
        utf8 += TextEscapes.removed(from: text[(text.startIndex + visible.lowerBound)..<(text.startIndex + visible.upperBound)])
        cells[last].text = cells[last].text.lowerBound..<utf8.count
    }

    /// Ends the row that is being made, when it has cells.
    mutating func endRow() {
        if cells.count > rowEnds.last ?? 0 { rowEnds.append(cells.count) }
    }

    /// The table: with its spans as they are stated, or rows of fields where there are none.
    func finish(limits: Limits) throws(ReadError) -> DumpScan.Piece? {
        guard !rowEnds.isEmpty else { return nil }
        var start = 0
        guard hasSpans else {
            var rows = FieldRows(layout: .pipes, utf8: utf8)
            for end in rowEnds {
                for cell in cells[start..<end] { rows.addField(cell.text, line: cell.line) }
                rows.endRow()
                start = end
            }
            return .table(rows)
        }
        var builder = TableBuilder(limits: limits)
        builder.utf8 = utf8
        for end in rowEnds {
            builder.beginRow()
            var column = 0
            for cell in cells[start..<end] {
                column = builder.firstFreeColumn(from: column)
                try builder.add(
                    columns: column..<(column + min(cell.columns, 1_000)), rowSpan: min(cell.rows, 65_534), text: cell.text,
                    line: cell.line)
                column += min(cell.columns, 1_000)
            }
            start = end
        }
        return .grid(try builder.finish().table)
    }

    /// The cells in rows of a number of columns, for a language that shows no row ends; `nil` when they do not come out even.
    func filled(columns: Int) -> MarkupCells? {
        var result = self
        result.rowEnds = []
        /// For each column, how many rows from the current one on are covered.
        var covered = [Int](repeating: 0, count: columns)
        for (index, cell) in cells.enumerated() {
            if let full = result.rowEnds.isEmpty && index == 0 ? nil : Optional(!covered.contains(0)), full {
                result.rowEnds.append(index)
                // Rows that cells from above fill wholly have no cells of their own.
                repeat { for column in covered.indices { covered[column] -= 1 } } while !covered.contains(0)
            }
            guard let free = covered.firstIndex(of: 0), free + cell.columns <= columns,
                covered[free..<(free + cell.columns)].allSatisfy({ $0 == 0 })
            else { return nil }
            for column in free..<(free + cell.columns) { covered[column] = cell.rows }
        }
        guard !covered.contains(0) else { return nil }
        result.rowEnds.append(cells.count)
        return result
    }
}
