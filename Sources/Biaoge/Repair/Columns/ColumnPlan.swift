/// Which columns of a form's rows a piece of the source has.
struct ColumnPlan: Sendable, Hashable {
    /// The offsets, among the slots of a row, of the columns that are there, from left to right.
    var columns: [Int]
    /// The position, among the values of a row, of a column that the form does not have, such as a subtotal.
    var inserted: Int?
    /// Where each column's field stands in a row, and how many fields a row has, when the header tells, having a column the form does not
    /// have.
    var places: FieldPlaces?
    /// Those of the columns that may be gone, so that a row of nothing does not show that they were empty.
    var unnamed: Set<Int> = []

    /// Whether the columns stand in another order than the form's.
    var isReordered: Bool { zip(columns, columns.dropFirst()).contains { $0 > $1 } }

    /// The number of values in a row.
    var width: Int { columns.count + (inserted == nil ? 0 : 1) }
}

/// Where the fields of a row stand under the words of a header in one row of the source.
struct FieldPlaces: Sendable, Hashable {
    /// For each column of the form the position of its field among those of a row.
    var positions: [Int]
    /// How many fields a row has.
    var fieldCount: Int
}
