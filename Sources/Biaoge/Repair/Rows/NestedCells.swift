/// Tables of one cell that stand in a cell with nothing else: a page draws a frame around a number so, and the number is the outer cell's.
/// Of any other table in a cell nobody can say which of its numbers are the cell's.
struct NestedCells {
    /// For each outer cell, by its table and position, the table in it.
    private var inner: [Table.Parent: Int] = [:]
    private var tables: Set<Int> = []
    /// The outer cells in which other tables with numbers stand.
    private var doubtful: Set<Table.Parent> = []

    init(_ tables: [Table]) {
        for (index, table) in tables.enumerated() {
            guard let parent = table.parent, tables[parent.table].kind == .data else { continue }
            let isAlone = tables[parent.table].cells.contains {
                $0.row == parent.row && $0.columns.lowerBound == parent.column && $0.textRange.isEmpty
            }
            // Of two in one cell neither is the cell's text.
            if isAlone, table.cells.count == 1, inner[parent] == nil {
                inner[parent] = index
                self.tables.insert(index)
            } else if table.utf8.contains(where: \.isDigit) {
                doubtful.insert(parent)
            }
        }
    }

    /// Whether a table is nothing but the text of a cell.
    func isCell(_ table: Int) -> Bool { tables.contains(table) }

    /// Whether a cell holds more than its text says.
    func isDoubtful(_ cell: Cell, of table: Int) -> Bool {
        !doubtful.isEmpty && doubtful.contains(Table.Parent(table: table, row: cell.row, column: cell.columns.lowerBound))
    }

    /// The table in a cell.
    subscript(table: Int, cell: Cell) -> Int? {
        inner.isEmpty ? nil : inner[Table.Parent(table: table, row: cell.row, column: cell.columns.lowerBound)]
    }
}
