/// Where the first value stands in complete rows, by piece and by the place of the label.
struct Starts {
    /// What rows have in common whose values start at the same place.
    private struct Shape: Hashable {
        /// `nil` for any.
        var piece: Int?
        /// Where the row's own label ends.
        var labelEnd: Int
        /// Where it would end in a whole row: rows whose labels reach over other columns are not alike.
        var wholeLabelEnd: Int
        /// `nil` for any.
        var fieldCount: Int?
    }

    private var starts: [Shape: Set<Int>] = [:]
    /// Pieces whose rows, with a field for each column, have every field in its place.
    private var alignedPieces: Set<Int> = []

    init(_ rows: [RowItems]) {
        // Where a 总计 stands in front of what fills its row up, a row that reaches the end and does not add up has a number too many.
        let filledUp = Set(rows.filter { $0.mayBeFilledUp && $0.endsWithItsSum && $0.end < $0.fieldCount }.map(\.row.piece))
        let rows = rows.filter { !$0.mayBeFilledUp || $0.addsUp || $0.end < $0.fieldCount || !filledUp.contains($0.row.piece) }
        for row in rows where row.row.geometry == .tabbed && row.labelEnd == row.whole.labelEnd {
            // Writers that leave out what a label covers fill the row up at its end, or it has as many fields less.
            let missing = row.whole.fieldCount - row.fieldCount
            guard row.coveredColumns > 0, missing == 0 || missing == 1, missing != row.coveredColumns else { continue }
            let isAligned = row.lead >= row.whole.start && row.end == row.fieldCount
            if isAligned, row.filledCount > 0 { alignedPieces.insert(row.row.piece) }
        }
        for row in rows where row.items.count == row.slotCount && row.row.isPositional && row.items.count > 1 {
            for piece in [row.row.piece, nil] {
                for count in [row.fieldCount, nil] {
                    starts[Self.shape(row, piece: piece, fieldCount: count), default: []].insert(row.lead)
                }
            }
        }
        addStartsOfSums(rows)
    }

    /// Where no row of a shape is complete, the sums of two or more that end at the same field say which column that field is: 总计.
    private mutating func addStartsOfSums(_ rows: [RowItems]) {
        var found: [Shape: [Int]] = [:]
        var furthest: [Shape: Int] = [:]
        // Rows that are not whole may have lost a column.
        for row in rows where row.row.geometry == .tabbed && row.hasOwnLabel && row.isWhole && !row.items.isEmpty {
            let shape = Self.shape(row, piece: row.row.piece, fieldCount: row.fieldCount)
            let start = row.end - row.slotCount
            furthest[shape] = max(furthest[shape] ?? 0, start)
            guard row.endsWithItsSum else { continue }
            found[shape, default: []].append(start)
        }
        for (shape, all) in found where starts[shape] == nil && all.count > 1 && Set(all).count == 1 {
            guard let start = all.first, start >= shape.labelEnd, start == furthest[shape] else { continue }
            starts[shape] = [start]
        }
    }

    /// The starts of complete rows like a row: of its piece and width, else of its piece, else of its width. Empty when nothing tells.
    ///
    /// - Parameter columns: how many columns of the form the source lacks.
    func of(_ row: RowItems, lacking columns: Int) -> Set<Int> {
        if row.isAnchored(lacking: columns), row.row.geometry == .boxed || alignedPieces.contains(row.row.piece) {
            return [row.whole.start]
        }
        for (piece, count) in [(row.row.piece, row.fieldCount), (row.row.piece, nil), (nil, row.fieldCount)] {
            if count == nil, !row.hasOwnLabel { continue }
            if let known = starts[Self.shape(row, piece: piece, fieldCount: count)] { return known }
        }
        return []
    }

    /// The pieces in which no row has its last column, though rows of other pieces have it: the page break took a column off, and what fills
    /// the rows up at their end is none of them.
    func piecesWithoutLastColumn(_ rows: [RowItems]) -> Set<Int> {
        var filled: Set<Int> = []
        var counts: [Int: Int] = [:]
        for row in rows where row.row.isPositional && row.slotCount > 1 && row.filledCount > 0 {
            let known = of(row, lacking: 0)
            guard known.count == 1, let start = known.first else { continue }
            counts[row.row.piece, default: 0] += 1
            if row.end >= start + row.slotCount { filled.insert(row.row.piece) }
        }
        guard !filled.isEmpty else { return [] }
        return Set(counts.filter { $0.value >= 3 && !filled.contains($0.key) }.keys)
    }

    private static func shape(_ row: RowItems, piece: Int?, fieldCount: Int?) -> Shape {
        Shape(
            piece: piece, labelEnd: row.hasOwnLabel ? row.labelEnd : 0, wholeLabelEnd: row.whole.labelEnd,
            fieldCount: fieldCount)
    }
}
