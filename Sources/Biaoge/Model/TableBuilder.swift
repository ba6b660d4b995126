internal import Memory

/// Builds a ``Table`` cell by cell, row by row, and settles what a source gets wrong.
///
/// Whatever is added, ``finish()`` gives a grid in which every position is covered by exactly one cell: a cell that
/// reaches into a position already taken is cut back (the earlier cell keeps it), a row span that hangs below the last
/// row is cut, and positions that nothing covers get an empty cell. Each of these but the last is a finding.
struct TableBuilder: Sendable {
    /// What a column holds so far.
    private struct Column {
        /// The first row below everything that covers it.
        var freeRow = 0
        /// The index of the last cell that covers it, or -1.
        var lastCell = -1
    }

    /// The row span of a cell that reaches to the end of its row group, however many rows that has; see ``endRowGroup()``.
    static let toEndOfRowGroup = Int(Int32.max)

    /// What had to be settled, with its place in the grid.
    private(set) var findings: [Finding] = []
    /// The text of the cells so far. Readers append to it before they add the cell.
    var utf8: [UInt8] = []

    private var cells: [Cell] = []
    /// The columns that cells have reached so far.
    private var reached: [Column] = []
    private var rowCount = 0
    private let limits: Limits
    private var coveredPositions = 0
    /// The first row that no cell reaches.
    private var firstFreeRow = 0
    /// Whether a cell covers more than one row.
    private var hasRowSpans = false
    /// Whether the cells were added from top to bottom, and in each row from left to right.
    private var isInReadingOrder = true

    init(limits: Limits = Limits()) {
        self.limits = limits
    }

    /// The row that cells are added to now, from 0; -1 before the first ``beginRow()``.
    var currentRow: Int { rowCount - 1 }
    /// The number of columns that cells have reached so far.
    var columnCount: Int { reached.count }

    /// Starts the next row.
    mutating func beginRow() {
        rowCount += 1
    }

    /// Whether a cell from an earlier row, or one added to this row, covers the column in the current row.
    @inline(__always)
    func isCovered(_ column: Int) -> Bool {
        column < reached.count && reached[column].freeRow >= rowCount
    }

    /// The first column at or after `column` that nothing covers in the current row.
    func firstFreeColumn(from column: Int) -> Int {
        var column = column
        while isCovered(column) { column += 1 }
        return column
    }

    /// Adds a cell to the current row. The cell's text is what was appended to ``utf8`` since `textStart`.
    ///
    /// - Returns: the cell's index, for ``extend(_:isInferred:)``, or `nil` when other cells already cover every position of it
    ///   (its text is dropped then, with a finding).
    @discardableResult
    mutating func add(
        columns: Range<Int>, rowSpan: Int = 1, textStart: Int, isHeader: Bool = false, isInferred: Bool = false, line: Int? = nil
    ) throws(ReadError) -> Int? {
        let index = try add(
            columns: columns, rowSpan: rowSpan, text: textStart..<utf8.count, isHeader: isHeader, isInferred: isInferred,
            line: line)
        if index == nil { utf8.removeSubrange(textStart...) }
        return index
    }

    /// Adds a cell whose text stands already in ``utf8``, for readers that hand over the whole source and copy nothing.
    @discardableResult
    mutating func add(
        columns: Range<Int>, rowSpan: Int = 1, text: Range<Int>, isHeader: Bool = false, isInferred: Bool = false,
        line: Int? = nil
    ) throws(ReadError) -> Int? {
        let row = currentRow
        guard columns.upperBound <= limits.columns else {
            throw .limit(.columns, found: columns.upperBound, allowed: limits.columns)
        }
        let free = firstFreeRun(in: columns)
        if free.count < columns.count {
            let kind: Finding.Kind = free.isEmpty ? .coveredCell : .overlappingSpan
            findings.append(Finding(kind, at: Place(row: row, column: columns.lowerBound, line: line)))
            guard findings.count <= limits.pieces else {
                throw .limit(.pieces, found: findings.count, allowed: limits.pieces)
            }
        }
        guard !free.isEmpty else { return nil }
        while reached.count < free.upperBound { reached.append(Column()) }
        coveredPositions += free.count
        guard coveredPositions <= limits.cells else { throw .limit(.cells, found: coveredPositions, allowed: limits.cells) }
        var cell = Cell(
            row: row, column: free.lowerBound, rowSpan: max(1, rowSpan), columnSpan: free.count, textRange: text,
            line: line)
        cell.isHeader = isHeader
        cell.isInferred = isInferred
        if cell.rowSpan > 1 { hasRowSpans = true }
        if let last = cells.last, last.row == row, last.column > cell.column { isInReadingOrder = false }
        for column in free { reached[column] = Column(freeRow: row + cell.rowSpan, lastCell: cells.count) }
        firstFreeRow = max(firstFreeRow, row + cell.rowSpan)
        makeRoom()
        cells.append(cell)
        return cells.count - 1
    }

    /// Notes that a cell has a picture.
    mutating func addPicture(to cell: Int) { cells[cell].holdsPicture = true }

    /// Adds to the text of the cell that is next added.
    mutating func addText(_ text: Span<UInt8>) {
        if utf8.count + text.count > utf8.capacity, utf8.count >= 1 << 15 {
            utf8.reserveLargeCapacity(min(16 * utf8.count, limits.textBytes))
        }
        utf8.append(text)
    }

    /// Makes room in a large table for sixteen times as many cells, not twice as an array does: room that is never used costs nothing,
    /// while memory that cells are copied out of was handed out page by page.
    private mutating func makeRoom() {
        guard cells.count == cells.capacity, cells.count >= 1_024 else { return }
        reserveCells(16 * cells.count)
    }

    /// Makes room for as many cells.
    mutating func reserveCells(_ count: Int) {
        cells.reserveLargeCapacity(min(count, limits.cells))
    }

    /// Adds fields to an empty row as cells of one column each, from the first column on. The fast way through large tables.
    mutating func addSingles(_ fields: Range<Int>, of rows: FieldRows) throws(ReadError) {
        let row = currentRow
        guard firstFreeRow <= row else {
            for index in fields {
                let (column, field) = (index - fields.lowerBound, rows.fields[index])
                try add(columns: column..<(column + 1), text: field.textRange, line: field.line)
            }
            return
        }
        guard fields.count <= limits.columns else { throw .limit(.columns, found: fields.count, allowed: limits.columns) }
        coveredPositions += fields.count
        guard coveredPositions <= limits.cells else { throw .limit(.cells, found: coveredPositions, allowed: limits.cells) }
        while reached.count < fields.count { reached.append(Column()) }
        for column in 0..<fields.count { reached[column] = Column(freeRow: row + 1, lastCell: cells.count + column) }
        let all = rows.fields.span
        cells.append(addingCapacity: fields.count) { cells in
            for index in fields {
                cells.append(Cell(row: row, column: index - fields.lowerBound, field: all[index]))
            }
        }
        firstFreeRow = row + 1
    }

    /// The cell that covers a column in the row above the current one, or ends there, if any.
    func cellAbove(_ column: Int) -> Int? {
        guard column < reached.count, reached[column].lastCell >= 0 else { return nil }
        let index = reached[column].lastCell
        return cells[index].rows.upperBound == currentRow ? index : nil
    }

    /// The grid row in which an added cell begins.
    func row(of cell: Int) -> Int { cells[cell].row }

    /// The grid columns that an added cell covers.
    func columns(of cell: Int) -> Range<Int> { cells[cell].columns }

    /// The grid rows that an added cell covers so far.
    func rows(of cell: Int) -> Range<Int> { cells[cell].rows }

    /// Whether an added cell has no text.
    func isEmpty(_ cell: Int) -> Bool { cells[cell].textRange.isEmpty }

    /// Makes a cell that ends in the row above reach down into the current row, when its columns are free there.
    ///
    /// - Returns: whether it could.
    mutating func extend(_ index: Int, isInferred: Bool = false) -> Bool {
        let columns = cells[index].columns
        guard cells[index].rows.upperBound == currentRow, !columns.contains(where: isCovered) else { return false }
        cells[index].rowSpan += 1
        hasRowSpans = true
        firstFreeRow = max(firstFreeRow, rowCount)
        if isInferred { cells[index].isInferred = true }
        for column in columns { reached[column] = Column(freeRow: rowCount, lastCell: index) }
        return true
    }

    /// Cuts every cell that reaches below the current row: a group of rows ends here, and nothing spans from one to the next.
    mutating func endRowGroup() {
        var column = 0
        while column < reached.count {
            guard reached[column].freeRow > rowCount else {
                column += 1
                continue
            }
            let index = reached[column].lastCell
            if cells[index].rowSpan != Self.toEndOfRowGroup {
                findings.append(Finding(.hangingRowSpan, at: Place(row: cells[index].row, column: cells[index].column)))
            }
            cells[index].rowSpan = rowCount - cells[index].row
            for covered in cells[index].columns { reached[covered].freeRow = rowCount }
            column = cells[index].columns.upperBound
        }
    }

    /// Puts the rows in another order. No cell may span rows that are torn apart by it.
    ///
    /// - Parameter destination: for each row where it goes.
    mutating func moveRows(to destination: [Int]) {
        for index in cells.indices { cells[index].row = destination[cells[index].row] }
        isInReadingOrder = false
        for index in findings.indices { findings[index].place.row = findings[index].place.row.map { destination[$0] } }
    }

    /// The finished table; positions that nothing covers get empty cells.
    mutating func finish() throws(ReadError) -> (table: Table, findings: [Finding]) {
        let columnCount = reached.count
        let (positions, overflow) = rowCount.multipliedReportingOverflow(by: columnCount)
        guard !overflow, positions <= limits.cells else {
            throw .limit(.cells, found: overflow ? Int.max : positions, allowed: limits.cells)
        }
        // Nearly all large tables are plain: then what is known of all cells need not be asked of each.
        let covered = hasRowSpans ? cutRowSpans() : coveredPositions
        if !isInReadingOrder { cells.sort { ($0.row, $0.column) < ($1.row, $1.column) } }
        if covered < positions { fillHoles(columnCount: columnCount) }
        return (Table(rowCount: rowCount, columnCount: columnCount, cells: TableCells(cells), utf8: utf8), findings)
    }

    /// Cuts the cells that reach below the last row.
    ///
    /// - Returns: how many positions all cells cover.
    private mutating func cutRowSpans() -> Int {
        var covered = 0
        for index in cells.indices {
            if cells[index].rows.upperBound > rowCount {
                findings.append(Finding(.hangingRowSpan, at: Place(row: cells[index].row, column: cells[index].column)))
                cells[index].rowSpan = rowCount - cells[index].row
            }
            covered += cells[index].rowSpan * cells[index].columnSpan
        }
        return covered
    }

    // Inlined, since a call would copy the builder for every cell.
    @inline(__always)
    private func firstFreeRun(in columns: Range<Int>) -> Range<Int> {
        // Nearly every cell is one column wide.
        if columns.count == 1 { return isCovered(columns.lowerBound) ? columns.lowerBound..<columns.lowerBound : columns }
        var start = columns.lowerBound
        while start < columns.upperBound, isCovered(start) { start += 1 }
        var end = start
        // Beyond the columns reached so far nothing is covered.
        while end < columns.upperBound, end < reached.count, !isCovered(end) { end += 1 }
        if end >= reached.count { end = columns.upperBound }
        return start..<max(start, end)
    }

    /// Puts an empty cell on every position that no cell covers, keeping the reading order.
    private mutating func fillHoles(columnCount: Int) {
        var filled: [Cell] = []
        filled.reserveCapacity(cells.count)
        var free = [Int](repeating: 0, count: columnCount)
        var next = 0
        for row in 0..<rowCount {
            var column = 0
            while column < columnCount {
                if free[column] > row {
                    column += 1
                } else if next < cells.count, cells[next].row == row, cells[next].column == column {
                    for covered in cells[next].columns { free[covered] = cells[next].rows.upperBound }
                    column = cells[next].columns.upperBound
                    filled.append(cells[next])
                    next += 1
                } else {
                    var filler = Cell(row: row, column: column, textRange: 0..<0)
                    filler.isFiller = true
                    filled.append(filler)
                    column += 1
                }
            }
        }
        cells = filled
    }
}

extension Table {
    /// A grid whose positions are covered as they must be: nobody else can make one.
    fileprivate init(rowCount: Int, columnCount: Int, cells: TableCells, utf8: [UInt8]) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.cells = cells
        self.utf8 = utf8
    }

    /// The grid of rows that all have a field for each column.
    init(plain rows: FieldRows, columnCount: Int) {
        let cells = TableCells(single: rows.fields, columnCount: columnCount)
        self.init(rowCount: rows.rowCount, columnCount: columnCount, cells: cells, utf8: rows.utf8)
        fieldRows = rows
    }
}
