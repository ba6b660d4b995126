/// The cells of one WordprocessingML table on their way into the grid: where each stands and what it joins.
///
/// Columns count from what `w:gridBefore` leaves out (ECMA-376 part 1, 17.4.15), a cell covers `w:gridSpan` of them (17.4.17), and joins
/// the cell above or before it by `w:vMerge` (17.4.84) or `w:hMerge` (17.4.22).
struct RowGrid: Sendable {
    /// Whether a cell begins a group of merged cells, continues one, or neither.
    enum Merge: Sendable {
        case none, restart, proceed
    }

    /// The cell that is being read.
    struct CellInProgress: Sendable {
        var columnSpan = 1
        /// `w:vMerge`: with the cell above.
        var vertical = Merge.none
        /// `w:hMerge`: with the cell in front, in old files.
        var horizontal = Merge.none
        /// Whether a tracked change took the cell away.
        var isDropped = false
        /// Where its text begins in the builder.
        var textStart = 0
        /// Empty lines that count only when another line follows.
        var pendingLines = 0
        /// Whether it has a picture, a shape or an object.
        var holdsPicture = false
        /// Whether it has no line yet.
        var isEmpty = true
    }

    /// A cell that legacy merged cells may still widen.
    private struct Waiting {
        var columns: Range<Int>
        var text: Range<Int>
        var vertical: Merge
        var isHeader: Bool
        var holdsPicture: Bool
    }

    var builder: TableBuilder
    var cell = CellInProgress()
    /// The grid column at which the next cell begins.
    private(set) var column = 0
    /// For each column the merged cell that begins there and may go on in the next row, or -1.
    private var mergedCells: [Int] = []
    private var waiting: Waiting?

    init(limits: Limits) {
        builder = TableBuilder(limits: limits)
    }

    /// Begins a row whose first cell stands at a column (`w:gridBefore`).
    mutating func beginRow(at column: Int) {
        builder.beginRow()
        self.column = column
    }

    mutating func beginCell() {
        cell = CellInProgress()
        cell.textStart = builder.utf8.count
    }

    /// Settles a cell in front that can no longer grow.
    private mutating func settleWaiting() throws(ReadError) {
        guard let waiting, cell.horizontal != .proceed else { return }
        self.waiting = nil
        try place(waiting)
    }

    /// Ends the current cell.
    ///
    /// - Returns: whether text was left out because the cell is merged into another, which alone is shown.
    mutating func endCell(isHeader: Bool) throws(ReadError) -> Bool {
        guard !cell.isDropped else { return false }
        try settleWaiting()
        let columns = column..<(column + cell.columnSpan)
        column = columns.upperBound
        if cell.horizontal == .proceed, let front = waiting {
            waiting?.columns = front.columns.lowerBound..<columns.upperBound
            return dropText()
        }
        if cell.vertical == .proceed, let above = mergedCell(above: columns), builder.extend(above) { return dropText() }
        let ended = Waiting(
            columns: columns, text: cell.textStart..<builder.utf8.count, vertical: cell.vertical, isHeader: isHeader,
            holdsPicture: cell.holdsPicture)
        if cell.horizontal == .restart {
            waiting = ended
        } else {
            try place(ended)
        }
        return false
    }

    mutating func endRow() throws(ReadError) {
        cell = CellInProgress()
        try settleWaiting()
    }

    /// The row and the column of the cell that the current one will be part of.
    var currentOrigin: (row: Int, column: Int) {
        if cell.horizontal == .proceed, let waiting { return (builder.currentRow, waiting.columns.lowerBound) }
        let columns = column..<(column + cell.columnSpan)
        if cell.vertical == .proceed, let above = mergedCell(above: columns) { return (builder.row(of: above), column) }
        return (builder.currentRow, column)
    }

    /// The merged cell that a continuation in these columns goes on with.
    ///
    /// A continuation of another width, or below a cell that is not merged, stands alone.
    private func mergedCell(above columns: Range<Int>) -> Int? {
        guard let above = builder.cellAbove(columns.lowerBound), columns.lowerBound < mergedCells.count,
            mergedCells[columns.lowerBound] == above, builder.columns(of: above) == columns
        else { return nil }
        return above
    }

    private mutating func place(_ cell: Waiting) throws(ReadError) {
        let index = try builder.add(columns: cell.columns, text: cell.text, isHeader: cell.isHeader)
        guard let index else { return }
        if cell.holdsPicture { builder.addPicture(to: index) }
        guard cell.vertical != .none else { return }
        while mergedCells.count <= cell.columns.lowerBound { mergedCells.append(-1) }
        mergedCells[cell.columns.lowerBound] = index
    }

    /// Takes back the text of the current cell; returns whether there was any.
    private mutating func dropText() -> Bool {
        guard builder.utf8.count > cell.textStart else { return false }
        builder.utf8.removeSubrange(cell.textStart...)
        return true
    }
}
