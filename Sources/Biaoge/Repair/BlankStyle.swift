/// How a part of the source writes zeros: whether it leaves cells empty, whether it prints 0.
struct BlankStyle {
    var hasBlanks = false
    var printsZeros = false

    /// - Parameter widths: for each row of the form the number of its slots.
    init(_ rows: [RowItems], widths: [Int]) {
        var full = 0
        var short = 0
        for row in rows {
            let width = widths[row.formRow]
            for item in row.items { if case .number(let number) = item.content, number.mantissa == 0 { printsZeros = true } }
            if !row.row.isPositional {
                if row.filledCount >= width { full += 1 } else if width > 1 || row.filledCount == 0 { short += 1 }
                if row.items.contains(where: { if case .blank = $0.content { true } else { false } }) { hasBlanks = true }
            } else if row.items.isEmpty {
                hasBlanks = hasBlanks || row.fieldCount > row.labelPosition + 1
            } else if row.filledCount < row.items.count {
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

    private var exact: [Shape: Set<Int>] = [:]

    init(_ rows: [RowItems], widths: [Int]) {
        for row in rows where row.items.count == widths[row.formRow] && row.row.isPositional && row.items.count > 1 {
            for piece in [row.row.piece, -1] {
                for count in [row.fieldCount, -1] {
                    exact[Shape(piece: piece, labelPosition: row.labelPosition, fieldCount: count), default: []].insert(row.lead)
                }
            }
        }
    }

    /// The starts of complete rows like a row: of its piece and width, else of its piece, else of its width.
    func of(_ row: RowItems) -> Set<Int> {
        for (piece, count) in [(row.row.piece, row.fieldCount), (row.row.piece, -1), (-1, row.fieldCount)] {
            if let known = exact[Shape(piece: piece, labelPosition: row.labelPosition, fieldCount: count)] { return known }
        }
        return []
    }
}
