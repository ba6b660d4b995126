/// The cells of a table in reading order: by row, then by column of their top-left position.
///
/// Where a grid has no spans and no gaps, a cell says no more than the field of the source that it was. Then only the fields are kept, and a cell
/// is made when somebody asks for it: large dumps are of this kind, and their cells would take three times the memory.
public struct TableCells: RandomAccessCollection, Sendable {
    /// The cells, unless there are ``fields``.
    private var made: [Cell]
    /// A field for each position, row by row.
    private var fields: [FieldRows.Field] = []
    private var columnCount = 0

    init(_ cells: [Cell]) {
        made = cells
    }

    /// The cells of a grid in which each field has a position of its own.
    init(single fields: [FieldRows.Field], columnCount: Int) {
        made = []
        self.fields = fields
        self.columnCount = columnCount
    }

    /// The index of the first cell.
    public var startIndex: Int { 0 }
    /// How many cells there are.
    public var endIndex: Int { fields.isEmpty ? made.count : fields.count }

    /// A cell.
    public internal(set) subscript(index: Int) -> Cell {
        @inline(__always) get { fields.isEmpty ? made[index] : single(index) }
        set {
            if !fields.isEmpty { self = TableCells(Array(self)) }
            made[index] = newValue
        }
    }

    private func single(_ index: Int) -> Cell {
        let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
        return Cell(row: row, column: column, field: fields[index])
    }

    /// The indexes of the cells that begin in a row, of which the first is not in front of `start`.
    func indexes(ofRow row: Int, from start: Int) -> Range<Int> {
        guard fields.isEmpty else { return (row * columnCount)..<((row + 1) * columnCount) }
        var end = start
        while end < made.count, made[end].row == row { end += 1 }
        return start..<end
    }

    /// The cells as they are kept, for those who go through very many: either a field for each position, or the cells.
    var kept: (fields: [FieldRows.Field], cells: [Cell]) { (fields, made) }
}
