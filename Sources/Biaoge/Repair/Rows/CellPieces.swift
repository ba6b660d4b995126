/// The pieces of a dump with tabs or bars whose rows have a field for each cell and none for what a cell covers besides.
///
/// A writer that follows the cells gives a row a field for each, whatever the columns it covers: eight where the label covers three columns
/// and seven values stand behind it, ten where three labels stand side by side. Each field is in its place then. One that follows the
/// columns gives ten to both, and so may one that gives eight by chance; so both kinds of rows are asked.
struct CellPieces {
    /// How many rows there are of one kind, and how many of them have as many fields as cells.
    private struct Rows {
        var count = 0
        var withCells = 0

        mutating func add(hasCells: Bool) {
            count += 1
            if hasCells { withCells += 1 }
        }

        /// Whether nearly all have.
        var nearlyAll: Bool { withCells * 5 >= count * 4 }
        var all: Bool { withCells == count }
    }

    /// The rows of a piece, or of all.
    private struct Count {
        /// Rows whose cells are fewer than the columns.
        var narrow = Rows()
        /// Rows with a cell for each column.
        var wide = Rows()

        mutating func add(isNarrow: Bool, hasCells: Bool) {
            if isNarrow { narrow.add(hasCells: hasCells) } else { wide.add(hasCells: hasCells) }
        }

        /// Whether nearly all rows have a field for each cell.
        var isDecided: Bool { narrow.withCells >= 3 && narrow.nearlyAll && wide.nearlyAll }
    }

    private var counts: [Int: Count] = [:]
    private var all = Count()

    init(_ parts: [PartRows]) {
        for rows in parts {
            for (index, form) in rows.part.rows.enumerated() where form.role == .values && rows.hasOwnLabel(index) {
                guard let row = rows.sourceRow(of: index), row.geometry == .tabbed else { continue }
                let cells = form.cellCount
                let (isNarrow, hasCells) = (cells < rows.part.table.columnCount, row.tokens.count == cells)
                counts[row.piece, default: Count()].add(isNarrow: isNarrow, hasCells: hasCells)
                all.add(isNarrow: isNarrow, hasCells: hasCells)
            }
        }
    }

    /// Whether the rows of a piece have a field for each cell; a piece of few rows is as the whole document.
    func contains(_ piece: Int) -> Bool {
        let own = counts[piece] ?? Count()
        if own.isDecided { return true }
        return all.isDecided && own.narrow.all && own.wide.all
    }
}
