/// The pieces of a dump with tabs or bars whose rows have a field for each cell and none for what a cell covers besides.
///
/// A writer that follows the cells gives a row a field for each, whatever the columns it covers: eight where the label covers three columns
/// and seven values stand behind it, ten where three labels stand side by side. Each field is in its place then. One that follows the
/// columns gives ten to both, and so may one that gives eight by chance; so both kinds of rows are asked.
struct CellPieces {
    /// How many rows of a piece have as many fields as cells.
    private struct Count {
        /// Rows whose cells are fewer than the columns.
        var telling = 0
        var tellingCells = 0
        /// Rows with a cell for each column.
        var others = 0
        var otherCells = 0

        /// Whether nearly all rows have a field for each cell.
        var isDecided: Bool { tellingCells >= 3 && tellingCells * 5 >= telling * 4 && otherCells * 5 >= others * 4 }

        static func += (left: inout Count, right: Count) {
            left.telling += right.telling
            left.tellingCells += right.tellingCells
            left.others += right.others
            left.otherCells += right.otherCells
        }
    }

    private var counts: [Int: Count] = [:]
    private var all = Count()

    init(_ parts: [PartRows], source: TokenRows) {
        for rows in parts {
            for (index, form) in rows.part.rows.enumerated() where form.role == .values && rows.hasOwnLabel(index) {
                let row = source.rows[rows.sourceOf[index]]
                guard row.geometry == .tabbed else { continue }
                let cells = form.labelCells.count + form.slots.count
                let isCells = row.tokens.count == cells
                if cells < rows.part.table.columnCount {
                    counts[row.piece, default: Count()].telling += 1
                    if isCells { counts[row.piece, default: Count()].tellingCells += 1 }
                } else {
                    counts[row.piece, default: Count()].others += 1
                    if isCells { counts[row.piece, default: Count()].otherCells += 1 }
                }
            }
        }
        for count in counts.values { all += count }
    }

    /// Whether the rows of a piece have a field for each cell; a piece of few rows is as the whole document.
    func contains(_ piece: Int) -> Bool {
        let own = counts[piece] ?? Count()
        if own.isDecided { return true }
        return all.isDecided && own.tellingCells == own.telling && own.otherCells == own.others
    }
}
