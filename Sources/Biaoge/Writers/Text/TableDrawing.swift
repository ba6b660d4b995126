/// Draws a table with bars between its columns, aligned for a fixed-width font.
///
/// A cell that spans columns takes their width together; one that spans rows begins in its first row and runs down through
/// the others. Every grid row begins a line of text. No text is ever broken: what is wider than
/// ``maximumWidth`` pushes the rest of its line to the right.
struct TableDrawing {
    /// The widest column that others are still aligned to, in columns of the screen.
    static let maximumWidth = 100
    /// What stands between two columns: a space, a bar, a space.
    private static let gap = 3

    private let table: Table
    private var columnWidths: [Int]
    private var rowHeights: [Int]

    init(_ table: Table) {
        self.table = table
        columnWidths = [Int](repeating: 0, count: table.columnCount)
        rowHeights = [Int](repeating: 1, count: table.rowCount)
        measure()
    }

    /// Writes the drawing, each line ended by LF.
    mutating func draw(to output: inout ByteOutput) throws {
        // For each column, the cell that covers it and where the next line of that cell's text begins.
        var covering = [Int](repeating: 0, count: table.columnCount)
        var position = [Int](repeating: 0, count: table.columnCount)
        var rows = RowCursor(table)
        for row in 0..<table.rowCount {
            for index in rows.next(row) {
                let cell = table.cells[index]
                for column in cell.columns { covering[column] = index }
                position[cell.column] = cell.textRange.lowerBound
            }
            for _ in 0..<rowHeights[row] {
                var column = 0
                while column < table.columnCount {
                    let cell = table.cells[covering[column]]
                    let line = nextLine(of: cell, at: &position[column])
                    draw(line, width: width(of: cell.columns), to: &output)
                    column = cell.columns.upperBound
                }
                output.buffer += [0x7C, 0x0A]
            }
            try output.flushIfFull()
        }
    }

    private func draw(_ line: Range<Int>, width: Int, to output: inout ByteOutput) {
        let text = table.utf8[line]
        let room = max(0, width - DisplayWidth.of(text))
        let isNumber = Self.isNumber(text)
        output.buffer += [0x7C, 0x20]
        if isNumber { output.buffer.append(contentsOf: repeatElement(0x20, count: room)) }
        output.buffer.append(contentsOf: text)
        output.buffer.append(contentsOf: repeatElement(0x20, count: isNumber ? 1 : room + 1))
    }

    /// The range of the text's next line; empty when there is none.
    private func nextLine(of cell: Cell, at position: inout Int) -> Range<Int> {
        let end = cell.textRange.upperBound
        guard position < end else { return end..<end }
        var lineEnd = position
        while lineEnd < end, table.utf8[lineEnd] != 0x0A { lineEnd += 1 }
        defer { position = lineEnd + 1 }
        return position..<lineEnd
    }

    private func width(of columns: Range<Int>) -> Int {
        columns.reduce((columns.count - 1) * Self.gap) { $0 + columnWidths[$1] }
    }

    /// Finds the widths of columns and the heights of rows: first from cells that do not span, then from those that do.
    private mutating func measure() {
        var wide: [(cell: Cell, width: Int)] = []
        var tall: [(cell: Cell, height: Int)] = []
        for cell in table.cells where !cell.textRange.isEmpty {
            var position = cell.textRange.lowerBound
            var cellWidth = 0
            var cellHeight = 0
            while position < cell.textRange.upperBound {
                let line = nextLine(of: cell, at: &position)
                cellWidth = max(cellWidth, min(Self.maximumWidth, DisplayWidth.of(table.utf8[line])))
                cellHeight += 1
            }
            if cell.columnSpan == 1 {
                columnWidths[cell.column] = max(columnWidths[cell.column], cellWidth)
            } else {
                wide.append((cell, cellWidth))
            }
            if cell.rowSpan == 1 {
                rowHeights[cell.row] = max(rowHeights[cell.row], cellHeight)
            } else if cellHeight > 1 {
                tall.append((cell, cellHeight))
            }
        }
        for (cell, cellWidth) in wide.sorted(by: { $0.cell.columnSpan < $1.cell.columnSpan }) {
            let lacking = cellWidth - width(of: cell.columns)
            guard lacking > 0 else { continue }
            for (place, column) in cell.columns.enumerated() {
                columnWidths[column] += lacking / cell.columnSpan + (place < lacking % cell.columnSpan ? 1 : 0)
            }
        }
        for (cell, cellHeight) in tall.sorted(by: { $0.cell.rows.upperBound < $1.cell.rows.upperBound }) {
            let height = cell.rows.reduce(0) { $0 + rowHeights[$1] }
            if height < cellHeight { rowHeights[cell.rows.upperBound - 1] += cellHeight - height }
        }
    }

    /// Whether a text is a number, which is set to the right.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0 >= 0x2B && $0 <= 0x39 && $0 != 0x2F } && text.contains { $0 >= 0x30 }
    }
}
