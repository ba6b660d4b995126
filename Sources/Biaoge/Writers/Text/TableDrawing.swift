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
    private let measure: GridMeasure

    init(_ table: Table) {
        self.table = table
        measure = GridMeasure(table, maximumWidth: Self.maximumWidth, gap: Self.gap, wraps: false)
    }

    /// Writes the drawing, each line ended by LF.
    func draw(to output: inout ByteOutput) throws {
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
            for _ in 0..<measure.rowHeights[row] {
                var column = 0
                while column < table.columnCount {
                    let cell = table.cells[covering[column]]
                    let line = table.nextLine(of: cell, at: &position[column])
                    draw(table.utf8[line ?? 0..<0], width: measure.width(of: cell.columns), to: &output)
                    column = cell.columns.upperBound
                }
                output.buffer += [0x7C, 0x0A]
            }
            try output.flushIfFull()
        }
    }

    private func draw(_ line: ArraySlice<UInt8>, width: Int, to output: inout ByteOutput) {
        let room = max(0, width - DisplayWidth.of(line))
        let isNumber = Self.isNumber(line)
        output.buffer += [0x7C, 0x20]
        if isNumber { output.buffer.append(contentsOf: repeatElement(0x20, count: room)) }
        output.buffer.append(contentsOf: line.withoutControls)
        output.buffer.append(contentsOf: repeatElement(0x20, count: isNumber ? 1 : room + 1))
    }

    /// Whether a text is a number, which is set to the right.
    private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { $0 >= 0x2B && $0 <= 0x39 && $0 != 0x2F } && text.contains { $0 >= 0x30 }
    }
}
