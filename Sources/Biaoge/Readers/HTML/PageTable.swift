internal import XML

/// A table whose end has not come yet: its cells, and what ``LayoutTable`` wants to know of it.
struct PageTable {
    /// Its place among the page's tables.
    let index: Int
    var forming: FormingTable
    var facts = TableFacts()
    var caption: String?
    var parent: Table.Parent?
    var isInCaption = false
    var isInHead = false
    var isInRow = false
    var cell: PageCell?
    /// The column behind the last cell of the row.
    var nextColumn = 0
    /// The headings and tables inside cells, for the flow of a layout table.
    var marks: [FlowMark] = []
    /// Whether text between the rows was met.
    var hasStrayText = false

    init(index: Int, limits: Limits) {
        self.index = index
        forming = FormingTable(limits: limits)
    }
}

/// A cell whose end has not come yet. Its place is settled when it begins.
struct PageCell {
    let row: Int
    let column: Int
    var span = CellSpan()
    var isHeader: Bool
    var holdsTable = false
    var holdsPicture = false
    var linkBytes = 0
}

/// Something in a cell's text that is more than text.
struct FlowMark {
    enum Content {
        /// A table stands here.
        case table(Int)
        /// The text from here to `end` is a heading.
        case heading(level: Int, end: Int)
    }

    var row: Int
    let column: Int
    /// The offset in the cell's text.
    let offset: Int
    let content: Content
}

extension PageTable {
    /// Begins a cell at the first free column of the current row.
    mutating func beginCell(isHeader: Bool, span: CellSpan) {
        if isHeader { facts.hasHeaders = true }
        cell = PageCell(
            row: forming.builder.currentRow, column: forming.nextColumn(after: nextColumn), span: span,
            isHeader: isHeader || isInHead)
    }

    /// Notes that a table begins in the cell that is open, behind so many bytes of its text.
    ///
    /// - Returns: where that is.
    mutating func nest(_ table: Int, offset: Int) -> Table.Parent? {
        guard let cell else { return nil }
        self.cell?.holdsTable = true
        marks.append(FlowMark(row: cell.row, column: cell.column, offset: offset, content: .table(table)))
        return Table.Parent(table: index, row: cell.row, column: cell.column)
    }

    /// Ends the cell that is open; its text is what the lines hold, nothing when that is only white space.
    mutating func endCell(_ lines: TextLines) throws(ReadError) {
        guard let cell else { return }
        self.cell = nil
        let textStart = forming.builder.utf8.count
        if !lines.isBlank {
            forming.builder.utf8.append(lines.utf8.span)
            facts.filledCells += 1
            facts.textBytes += lines.utf8.count
            facts.linkBytes += cell.linkBytes
            if lines.isNumber { facts.numberCells += 1 }
        } else if cell.holdsTable {
            facts.filledCells += 1
        }
        if cell.holdsTable { facts.nestingCells += 1 }
        nextColumn = try forming.place(cell, textStart: textStart)
    }
}
