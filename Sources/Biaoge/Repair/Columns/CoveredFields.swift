/// The fields that hold nothing because a cell to their left reaches over them, in dumps whose grid is finer than the form's.
///
/// A table of three blocks with four, four and three columns stands on a grid of twelve, and each cell is written out with the positions
/// that it covers. The words over a block tell where its cells begin: two or more positions apart, and nothing in the rows below stands
/// anywhere else.
struct CoveredFields {
    /// For each row, the positions of its cells; `nil` where every field is one.
    private(set) var cellPositions: [[Int]?]

    init(_ fields: FieldRows) {
        cellPositions = [[Int]?](repeating: nil, count: fields.rowCount)
        guard fields.layout == .tabs || fields.layout == .pipes else { return }
        var header: (row: Int, positions: [Int], count: Int)?
        for row in 0..<fields.rowCount {
            let own = fields.row(row)
            let filled = own.enumerated().compactMap { $1.isEmpty ? nil : $0 }
            if Self.isHeader(filled, own, fields) {
                header = (row, filled, own.count)
            } else if let above = header, own.count == above.count, filled.allSatisfy(above.positions.contains) {
                cellPositions[above.row] = above.positions
                cellPositions[row] = above.positions
            } else {
                header = nil
            }
        }
    }

    /// Whether a row has two words or more, the first one in front, and each far from the next.
    private static func isHeader(_ filled: [Int], _ row: ArraySlice<FieldRows.Field>, _ fields: FieldRows) -> Bool {
        guard filled.count > 1, filled.first == 0, zip(filled, filled.dropFirst()).allSatisfy({ $1 - $0 > 1 }) else {
            return false
        }
        return row.allSatisfy { $0.isEmpty || FieldMeaning(fields.bytes(of: $0)) == .text }
    }
}
