/// What the label cells of a blank table say about its rows and its value cells, told from the grid alone.
///
/// A row with a value cell that begins in it holds values; of the others a row that is one cell across is a heading over the rows that
/// follow, and the rest are headers, whose words name the columns of the rows below them.
struct FormLabels {
    private let table: Table
    /// For each grid position the index of its cell.
    private let coverage: [Int]
    private let roles: [Form.Row.Role]

    init(table: Table) {
        self.table = table
        coverage = table.coverage()
        var roles = [Form.Row.Role](repeating: .header, count: table.rowCount)
        for cell in table.cells
        where cell.isHeader && cell.columnSpan == table.columnCount && cell.rowSpan == 1 && cell.columnSpan > 1 {
            roles[cell.row] = .heading
        }
        for cell in table.cells where !cell.isHeader { roles[cell.row] = .values }
        self.roles = roles
    }

    /// The rows of the table.
    func rows(slots: [Form.Slot], variants: [Form.Variant?]) -> [Form.Row] {
        var rows: [Form.Row] = []
        var slot = 0
        for index in 0..<table.rowCount {
            let first = slot
            while slot < slots.count, slots[slot].row == index { slot += 1 }
            let cells = roles[index] == .values ? labelCells(inRow: index) : wordCells(inRow: index)
            rows.append(
                Form.Row(
                    role: roles[index], index: index, labels: cells.map { table.text(of: table.cells[$0]) }, labelCells: cells,
                    slots: first..<slot, variant: variants[index]))
        }
        return rows
    }

    /// The labels of a value cell's row, outer before inner: the heading over it, then those in front of it.
    func rowLabels(of cell: Cell) -> [String] {
        let heading = roles[..<cell.row].lastIndex { $0 == .heading }.map { wordCells(inRow: $0) } ?? []
        return (heading + labelCells(inRow: cell.row, before: cell.column)).map { table.text(of: table.cells[$0]) }
    }

    /// The labels of a value cell's column, outer before inner: the words over it in the nearest run of header rows.
    func columnLabels(of cell: Cell) -> [String] {
        guard let last = roles[..<cell.row].lastIndex(where: { $0 != .values }), roles[last] == .header else { return [] }
        var first = last
        while first > 0, roles[first - 1] == .header { first -= 1 }
        var cells: [Int] = []
        for row in first...last {
            let index = coverage[row * table.columnCount + cell.column]
            if !cells.contains(index), table.cells[index].isHeader, !table.isEmpty(table.cells[index]) { cells.append(index) }
        }
        return cells.map { table.text(of: table.cells[$0]) }
    }

    /// The label cells in front of the first value of a row, those that reach down into it included.
    private func labelCells(inRow row: Int, before end: Int? = nil) -> [Int] {
        var cells: [Int] = []
        for column in 0..<(end ?? table.columnCount) {
            let index = coverage[row * table.columnCount + column]
            guard table.cells[index].isHeader else {
                if end == nil { break }
                continue
            }
            if cells.last != index, !table.isEmpty(table.cells[index]) { cells.append(index) }
        }
        return cells
    }

    /// The label cells that begin in a row.
    private func wordCells(inRow row: Int) -> [Int] {
        table.cells.indices.filter { table.cells[$0].row == row && table.cells[$0].isHeader && !table.isEmpty(table.cells[$0]) }
    }
}
