@testable import Biaoge

/// Writes tables as clean dumps, the way a converter without faults would.
enum CleanDump {
    /// A line a row, with an empty field for every covered position.
    static func tabs(_ table: Table, texts: [String]) -> String {
        var grid = [[String]](repeating: [String](repeating: "", count: table.columnCount), count: table.rowCount)
        for (cell, text) in zip(table.cells, texts) { grid[cell.row][cell.column] = text }
        return grid.map { $0.joined(separator: "\t") + "\n" }.joined() + "\n"
    }

    /// A line a cell as Apache Tika writes it: a cell merged across once, one merged downward as an empty cell in each row.
    static func cells(_ table: Table, texts: [String]) -> String {
        var dump = ""
        let coverage = table.coverage()
        for row in 0..<table.rowCount {
            var column = 0
            while column < table.columnCount {
                let index = coverage[row * table.columnCount + column]
                dump += "\t" + (table.cells[index].row == row ? texts[index] : "") + "\n"
                column = table.cells[index].columns.upperBound
            }
            dump += "\n"
        }
        return dump + "\n"
    }
}

/// How much of a table came back from a dump.
struct RoundTrip {
    var right = 0
    var total = 0
    /// What did not come back, for reading.
    var lost: [String] = []

    /// Counts the cells of `table`, those with a text or a span, that stand in `back` with the same position, span and text.
    mutating func compare(_ table: Table, texts: [String], with back: Table?) {
        struct Key: Hashable {
            var rows: Range<Int>
            var columns: Range<Int>
        }
        var found: [Key: String] = [:]
        if let back {
            for cell in back.cells { found[Key(rows: cell.rows, columns: cell.columns)] = back.text(of: cell) }
        }
        for (cell, text) in zip(table.cells, texts) where !text.isEmpty || cell.rowSpan * cell.columnSpan > 1 {
            total += 1
            if found[Key(rows: cell.rows, columns: cell.columns)] == text {
                right += 1
            } else {
                lost.append("\(cell.rows) \(cell.columns) \(text)")
            }
        }
    }

    /// Writes a table, reads it back, and counts.
    mutating func run(_ table: Table, texts: [String], as format: Format) throws {
        let dump = format == .tabDump ? CleanDump.tabs(table, texts: texts) : CleanDump.cells(table, texts: texts)
        compare(table, texts: texts, with: try readDump(dump, as: format).tables.first)
    }
}
