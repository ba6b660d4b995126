/// Rows of a part that have empty fields behind their last column, while others like them have none: a writer or an editor put them there.
///
/// A value in two fields makes a row one field wider, and so does a column that somebody put in; so some rows must be as wide as the part, all
/// others wider by the same two fields or more, and no header.
struct AddedEnds {
    /// The rows, and how many fields each has too many.
    private(set) var rows: [Int] = []
    private(set) var count = 0

    /// - Parameter found: for each row of the part the row of the source, if it was found.
    init(_ part: Form.Part, _ found: [Int?], in source: TokenRows) {
        // Where a writer follows the columns, that many fields are none for each cell.
        if let ends = Self.ends(part, found, source, { _ in part.table.columnCount })
            ?? Self.ends(part, found, source, \.cellCount)
        {
            (rows, count) = ends
        }
    }

    /// The rows that are wider than they should be; `nil` where some are wider or narrower than these.
    private static func ends(
        _ part: Form.Part, _ found: [Int?], _ source: TokenRows, _ width: (Form.Row) -> Int
    ) -> (rows: [Int], count: Int)? {
        var wide: [Int] = []
        var counts: Set<Int> = []
        var whole = 0
        for (form, index) in zip(part.rows, found) {
            guard form.role == .values else {
                // A header as wide as these rows tells of columns.
                if let index, source.rows[index].tokens.count > part.table.columnCount { return nil }
                continue
            }
            guard let index, let position = source.rows[index].labelPosition, source.rows[index].isPositional else { continue }
            let row = source.rows[index]
            guard position == part.labelColumn(of: form) else { continue }
            let excess = row.tokens.count - width(form)
            if excess == 0 {
                whole += 1
                continue
            }
            guard excess >= 2, row.tokens.suffix(excess).allSatisfy({ source.tokens[$0].meaning == .empty }) else { return nil }
            wide.append(index)
            counts.insert(excess)
        }
        guard whole >= 2, counts.count <= 1 else { return nil }
        return (wide, counts.first ?? 0)
    }
}

extension TokenRows {
    /// Drops the empty fields behind the last column of rows.
    ///
    /// - Parameter found: for each row of the parts the row of the source, if it was found.
    mutating func dropAddedEnds(_ found: [(part: Form.Part, rows: [Int?])]) {
        for (part, found) in found {
            let ends = AddedEnds(part, found, in: self)
            for index in ends.rows { rows[index].tokens.removeLast(ends.count) }
        }
    }
}
