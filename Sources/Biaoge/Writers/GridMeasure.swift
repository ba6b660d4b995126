/// How wide the columns and how high the rows of a table must be for its text, in characters of a fixed-width font.
struct GridMeasure {
    /// The width of each column.
    private(set) var columnWidths: [Int]
    /// The lines of text in each row, at least 1.
    private(set) var rowHeights: [Int]
    /// What stands between two columns, which a cell over both has for its own text.
    private let gap: Int
    /// The cells, by their index, whose text has several lines.
    private var severalLines: [Int] = []

    /// Measures a table: cells that do not span first, then what those that span still lack.
    ///
    /// - Parameters:
    ///   - maximumWidth: the most that one cell asks for; a longer line hangs over, or goes on in the next line.
    ///   - gap: what stands between two columns.
    ///   - wraps: whether a line that is too long goes on in the next one.
    init(_ table: Table, maximumWidth: Int, gap: Int, wraps: Bool) {
        self.gap = gap
        columnWidths = [Int](repeating: 0, count: table.columnCount)
        rowHeights = [Int](repeating: 1, count: table.rowCount)
        measureWidths(table, maximumWidth)
        measureHeights(table, wraps)
    }

    /// The width that a cell over these columns has.
    func width(of columns: Range<Int>) -> Int {
        columns.reduce((columns.count - 1) * gap) { $0 + columnWidths[$1] }
    }

    private mutating func measureWidths(_ table: Table, _ maximumWidth: Int) {
        var wide: [(columns: Range<Int>, width: Int)] = []
        let text = table.utf8.span
        for (index, cell) in table.cells.enumerated() where !cell.textRange.isEmpty {
            var width = 0
            var lines = 0
            var position = cell.textRange.lowerBound
            while let line = text.nextLine(of: cell, at: &position) {
                width = max(width, min(maximumWidth, DisplayWidth.of(text.extracting(line))))
                lines += 1
            }
            if lines > 1 { severalLines.append(index) }
            if cell.columnSpan == 1 {
                columnWidths[cell.column] = max(columnWidths[cell.column], width)
            } else {
                wide.append((cell.columns, width))
            }
        }
        for (columns, cellWidth) in wide.sorted(by: { $0.columns.count < $1.columns.count }) {
            let lacking = cellWidth - width(of: columns)
            guard lacking > 0 else { continue }
            for (place, column) in columns.enumerated() {
                columnWidths[column] += lacking / columns.count + (place < lacking % columns.count ? 1 : 0)
            }
        }
    }

    private mutating func measureHeights(_ table: Table, _ wraps: Bool) {
        var tall: [(rows: Range<Int>, height: Int)] = []
        let text = table.utf8.span
        for index in wraps ? Array(table.cells.indices) : severalLines {
            let cell = table.cells[index]
            let room = wraps ? max(1, width(of: cell.columns)) : Int.max
            var height = 0
            var position = cell.textRange.lowerBound
            while let line = text.nextLine(of: cell, at: &position) {
                height += 1
                // A character takes at most one column for each byte.
                if line.count > room { height += max(0, DisplayWidth.of(text.extracting(line)) - 1) / room }
            }
            if cell.rowSpan == 1 {
                rowHeights[cell.row] = max(rowHeights[cell.row], height)
            } else if height > 1 {
                tall.append((cell.rows, height))
            }
        }
        for (rows, height) in tall.sorted(by: { $0.rows.upperBound < $1.rows.upperBound }) {
            let room = rows.reduce(0) { $0 + rowHeights[$1] }
            if room < height { rowHeights[rows.upperBound - 1] += height - room }
        }
    }
}

extension Span<UInt8> {
    /// The range of the next line of a cell's text, here in the text of its table, or `nil` after the last one.
    ///
    /// - Parameter position: where the line begins; moved to where the next one does.
    func nextLine(of cell: Cell, at position: inout Int) -> Range<Int>? {
        let end = cell.textRange.upperBound
        guard position < end else { return nil }
        var lineEnd = position
        while lineEnd < end, self[lineEnd] != 0x0A { lineEnd += 1 }
        defer { position = lineEnd + 1 }
        return position..<lineEnd
    }
}
