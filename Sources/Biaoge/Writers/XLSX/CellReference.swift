/// Cell references in the A1 style (ECMA-376 part 1, 18.18.7 ST_CellRef).
enum CellReference {
    /// The letters of a column, from 0.
    static func letters(_ column: Int) -> [UInt8] {
        var letters: [UInt8] = []
        var rest = column + 1
        while rest > 0 {
            letters.insert(0x41 + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// The reference of a row and a column, both from 0.
    static func of(row: Int, column: Int) -> String {
        String(decoding: letters(column), as: UTF8.self) + String(row + 1)
    }

    /// The reference of a range; of a single cell when it is one.
    static func of(rows: Range<Int>, columns: Range<Int>) -> String {
        let first = of(row: rows.lowerBound, column: columns.lowerBound)
        guard rows.count > 1 || columns.count > 1 else { return first }
        return first + ":" + of(row: rows.upperBound - 1, column: columns.upperBound - 1)
    }
}
