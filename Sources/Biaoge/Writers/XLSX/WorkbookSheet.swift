/// A sheet of a workbook: the rows of a table, how they look, and what is said of single cells.
struct WorkbookSheet {
    /// Excel's limits (Microsoft, "Excel specifications and limits").
    static let maximumRows = 1_048_576
    /// The most columns of a sheet.
    static let maximumColumns = 16_384
    /// The most UTF-16 units in a cell.
    static let maximumTextLength = 32_767
    /// The widest that a column is made for its text, in characters.
    private static let maximumWidth = 40

    /// A note on a cell.
    struct Remark {
        /// The row on the sheet, from 0.
        let row: Int
        /// The column on the sheet, from 0.
        let column: Int
        /// What the note says, line by line.
        let lines: [String]
    }

    /// The name on the sheet's tab.
    let name: String
    /// The table of which the sheet shows rows.
    let table: Table
    /// The rows of the table that stand on this sheet.
    let rows: Range<Int>
    /// The widths and heights of the whole table.
    let measure: GridMeasure
    /// The styles of cells that hold values, by the cell's index in the table.
    let styles: [Int: CellStyle]
    /// The notes, by row and column.
    let remarks: [Remark]

    /// How many rows at the top stay in view.
    var frozenRows: Int {
        let headerRows = table.headerRowCount
        return rows.lowerBound == 0 && headerRows < rows.upperBound ? headerRows : 0
    }

    /// The sheets that a table needs: one, or several when it has more rows than a sheet.
    ///
    /// - Parameter remarks: lines to be said of cells, by the cell's index.
    static func sheets(
        of table: Table, at index: Int, named name: String, _ names: inout SheetNames, styles: [Int: CellStyle],
        remarks: [Int: [String]], rowsPerSheet: Int = maximumRows
    ) throws -> [WorkbookSheet] {
        try checkLimits(table, at: index)
        let measure = GridMeasure(table, maximumWidth: maximumWidth, gap: 0, wraps: true)
        return stride(from: 0, to: max(1, table.rowCount), by: rowsPerSheet).map { first in
            let rows = first..<min(table.rowCount, first + rowsPerSheet)
            let remarks = remarks.sorted { $0.key < $1.key }.compactMap { cell, lines -> Remark? in
                let (row, column) = (table.cells[cell].row, table.cells[cell].column)
                return rows.contains(row) ? Remark(row: row - first, column: column, lines: lines) : nil
            }
            return WorkbookSheet(
                name: names.name(name), table: table, rows: rows, measure: measure, styles: styles, remarks: remarks)
        }
    }

    /// Throws when a table holds what no sheet can.
    private static func checkLimits(_ table: Table, at index: Int) throws {
        guard table.columnCount <= maximumColumns else {
            throw WriteError.tooManyColumns(table: index, found: table.columnCount, allowed: maximumColumns)
        }
        // A character has at least as many bytes as UTF-16 units.
        for cell in table.cells where cell.textRange.count > maximumTextLength {
            let length = table.text(of: cell).utf16.count
            guard length <= maximumTextLength else {
                let place = Place(table: index, row: cell.row, column: cell.column, line: cell.line)
                throw WriteError.textTooLong(place: place, found: length, allowed: maximumTextLength)
            }
        }
    }
}
