/// What the label cells of a blank table say about its rows and its value cells, told from the grid alone.
///
/// A row with a value cell that begins in it holds values; of the others a row that is one cell across is a heading over the rows that
/// follow, and the rest are headers, whose words name the columns of the rows below them.
struct FormLabels {
    /// The labels over or in front of a value cell, outer before inner.
    struct Labels {
        fileprivate var cells: [Int] = []
        fileprivate(set) var texts: [String] = []
        /// The texts as `tidy` has them, parted by ` / `.
        fileprivate(set) var joined = ""

        /// Becomes the labels in these cells, unless it is already.
        fileprivate mutating func become(_ cells: [Int], _ texts: [String]) {
            guard self.cells != cells else { return }
            self.cells = cells
            self.texts = cells.map { texts[$0] }
            joined = ""
            for text in self.texts { joined += joined.isEmpty ? text : " / " + text }
        }
    }

    private let table: Table
    /// For each grid position the index of its cell.
    private let coverage: [Int]
    private let roles: [Form.Row.Role]
    /// The text of each cell that is a label.
    private let texts: [String]
    /// The label cells that begin in each row.
    private let words: [[Int]]
    /// The labels of the last value cell's row, and of the last one in each column: most cells have them in common with it.
    private var lastOfRow = Labels()
    private var lastOfColumns: [Labels]

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
        texts = table.cells.map { $0.isHeader ? table.text(of: $0) : "" }
        var words = [[Int]](repeating: [], count: table.rowCount)
        for (index, cell) in table.cells.enumerated() where cell.isHeader && !table.isEmpty(cell) {
            words[cell.row].append(index)
        }
        self.words = words
        lastOfColumns = [Labels](repeating: Labels(), count: table.columnCount)
    }

    /// The rows of the table.
    func rows(slots: [Form.Slot], variants: [Form.Variant?]) -> [Form.Row] {
        var rows: [Form.Row] = []
        var slot = 0
        for index in 0..<table.rowCount {
            let first = slot
            while slot < slots.count, slots[slot].row == index { slot += 1 }
            let cells = roles[index] == .values ? labelCells(inRow: index) : words[index]
            rows.append(
                Form.Row(
                    role: roles[index], index: index, labels: cells.map { texts[$0] }, labelCells: cells,
                    slots: first..<slot, variant: variants[index]))
        }
        return rows
    }

    /// The labels of a value cell's row, outer before inner: the heading over it, then those in front of it.
    mutating func ofRow(of cell: Cell) -> Labels {
        let heading = roles[..<cell.row].lastIndex { $0 == .heading }.map { words[$0] } ?? []
        lastOfRow.become(heading + labelCells(inRow: cell.row, before: cell.column), texts)
        return lastOfRow
    }

    /// The labels of a value cell's column, outer before inner: the words over it in the nearest run of header rows.
    mutating func ofColumn(of cell: Cell) -> Labels {
        guard let last = roles[..<cell.row].lastIndex(where: { $0 != .values }), roles[last] == .header else { return Labels() }
        var first = last
        while first > 0, roles[first - 1] == .header { first -= 1 }
        var cells: [Int] = []
        for row in first...last {
            let index = coverage[row * table.columnCount + cell.column]
            if !cells.contains(index), table.cells[index].isHeader, !table.isEmpty(table.cells[index]) { cells.append(index) }
        }
        lastOfColumns[cell.column].become(cells, texts)
        return lastOfColumns[cell.column]
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
}
