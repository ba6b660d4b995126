/// How a part of the source writes zeros: whether it leaves cells empty, whether it prints 0.
struct BlankStyle {
    var hasBlanks = false
    var printsZeros = false

    /// - Parameter widths: for each row of the form the number of its slots.
    init(_ rows: [RowItems], widths: [Int]) {
        var full = 0
        var short = 0
        var usual: [Int: Int] = [:]
        for (width, members) in Dictionary(grouping: rows.filter { !$0.row.isPositional }, by: { widths[$0.formRow] }) {
            usual[width] = ColumnPlans.mode(members.map(\.filledCount))
        }
        for row in rows {
            let width = widths[row.formRow]
            for item in row.items { if case .number(let number) = item.content, number.mantissa == 0 { printsZeros = true } }
            if !row.row.isPositional {
                let isFull = row.filledCount >= min(width, max(1, usual[width] ?? width))
                if isFull { full += 1 } else { short += 1 }
                if row.items.contains(where: { if case .blank = $0.content { true } else { false } }) { hasBlanks = true }
            } else if row.items.isEmpty {
                hasBlanks = hasBlanks || row.fieldCount > row.labelPosition + 1
            } else if row.filledCount < row.items.count
                || row.items.count < width && row.isWhole && row.row.geometry == .boxed
                    && row.lead > row.wholeStart
            {
                hasBlanks = true
            }
        }
        // Where empty cells vanish, a few short rows have lost something; many have empty cells.
        if short > 2, short * 3 >= full { hasBlanks = true }
    }
}

/// Where the first value stands in complete rows, by piece and by the place of the label.
struct Starts {
    private struct Shape: Hashable {
        var piece: Int
        var labelPosition: Int
        var fieldCount: Int
    }

    private var starts: [Shape: Set<Int>] = [:]

    init(_ rows: [RowItems], widths: [Int]) {
        for row in rows where row.items.count == widths[row.formRow] && row.row.isPositional && row.items.count > 1 {
            for piece in [row.row.piece, -1] {
                for count in [row.fieldCount, -1] {
                    let shape = Shape(piece: piece, labelPosition: row.hasOwnLabel ? row.labelPosition : -1, fieldCount: count)
                    starts[shape, default: []].insert(row.lead)
                }
            }
        }
    }

    /// The starts of complete rows like a row: of its piece and width, else of its piece, else of its width. Empty when nothing tells.
    func of(_ row: RowItems) -> Set<Int> {
        if row.row.geometry == .boxed, row.isWhole { return [row.wholeStart] }
        let label = row.hasOwnLabel ? row.labelPosition : -1
        for (piece, count) in [(row.row.piece, row.fieldCount), (row.row.piece, -1), (-1, row.fieldCount)] {
            if count < 0, !row.hasOwnLabel { continue }
            if let known = starts[Shape(piece: piece, labelPosition: label, fieldCount: count)] { return known }
        }
        return []
    }
}
