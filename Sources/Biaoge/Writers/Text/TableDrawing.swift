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
        let text = table.utf8.span
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
                    let line = text.nextLine(of: cell, at: &position[column]) ?? 0..<0
                    draw(text.extracting(line), width: measure.width(of: cell.columns), to: &output.buffer)
                    column = cell.columns.upperBound
                }
                output.buffer += [0x7C, 0x0A]
            }
            try output.flushIfFull()
        }
    }

    /// Draws a bar and one line of a cell's text in the cell's width; a number is set to the right.
    private func draw(_ line: Span<UInt8>, width: Int, to bytes: inout [UInt8]) {
        let isNumber = Self.isNumber(line)
        let room = max(0, width - (isNumber ? line.count : DisplayWidth.of(line)))
        bytes.append(addingCapacity: line.count + room + 3) { output in
            output.append(0x7C)
            output.append(0x20)
            if isNumber { output.append(repeating: 0x20, count: room) }
            line.appendWithoutControls(to: &output)
            output.append(repeating: 0x20, count: isNumber ? 1 : room + 1)
        }
    }

    /// Whether a text is a number, which is set to the right.
    private static func isNumber(_ text: Span<UInt8>) -> Bool {
        var hasDigit = false
        for index in text.indices {
            let byte = text[index]
            guard byte >= 0x2B, byte <= 0x39, byte != 0x2F else { return false }
            if byte >= 0x30 { hasDigit = true }
        }
        return hasDigit
    }
}
