import XML

/// A table that has begun and not ended (ECMA-376 part 1, 17.4).
struct OpenTable: Sendable {
    /// What a row states of itself.
    struct Row: Sendable {
        var gridBefore = 0
        var isHeader = false
        /// Whether a tracked change took the row away, or it is hidden.
        var isDropped = false
        /// Whether the grid has the row: a row without any cell is none.
        var hasBegun = false
    }

    /// Its number among all tables, in the order in which they begin.
    let number: Int
    let parent: Table.Parent?
    var grid: RowGrid
    var row = Row()
    var caption: String?
    /// Whether every row so far was a header: Word repeats only those at the top.
    var isInHeader = true
    var hasNestedTables = false
    /// How many fields were open where the current cell began.
    var fieldsBeforeCell = 0

    init(number: Int, parent: Table.Parent?, limits: Limits) {
        self.number = number
        self.parent = parent
        grid = RowGrid(limits: limits)
    }

    /// Adds a line to the current cell: a number and a part of a text. Empty lines count only between others.
    mutating func addLine(_ number: String, _ text: borrowing [UInt8], _ range: Range<Int>) {
        if number.isEmpty, range.isEmpty {
            if !grid.cell.isEmpty { grid.cell.pendingLines += 1 }
            return
        }
        if !grid.cell.isEmpty {
            for _ in 0...grid.cell.pendingLines { grid.builder.utf8.append(UInt8(ascii: "\n")) }
        }
        grid.cell.pendingLines = 0
        grid.cell.isEmpty = false
        if !number.isEmpty { grid.builder.utf8.append(contentsOf: number.utf8) }
        grid.builder.addText(text.span.extracting(range))
    }
}
