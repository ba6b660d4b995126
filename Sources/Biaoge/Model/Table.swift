/// A grid in which every position is covered by exactly one cell.
///
/// Only `TableBuilder` makes one, so the rule holds for every table there is.
public struct Table: Sendable {
    /// What a table is for.
    public enum Kind: String, Sendable {
        /// It holds data.
        case data
        /// It only arranges a page (navigation, columns, a frame around other tables).
        case layout
    }

    /// The cell of another table in which a nested table stands.
    public struct Parent: Sendable, Hashable {
        /// Index of the outer table in ``Document/tables``.
        public var table: Int
        /// Grid row of the outer cell, from 0.
        public var row: Int
        /// Grid column of the outer cell, from 0.
        public var column: Int
    }

    /// The number of grid rows.
    public let rowCount: Int
    /// The number of grid columns.
    public let columnCount: Int
    /// The cells in reading order: by row, then by column of their top-left position.
    public internal(set) var cells: TableCells
    /// The text of all cells, one after another; lines in a cell are separated by LF.
    var utf8: [UInt8]

    /// The table's caption, when the source has one.
    public internal(set) var caption: String?
    /// Whether the table holds data or only arranges a page.
    public internal(set) var kind: Kind = .data
    /// The cell in which the table stands, when it is nested.
    public internal(set) var parent: Parent?
    /// The rows of fields that a text dump gave, from which the grid was inferred; `nil` for formats that state their grid.
    var fieldRows: FieldRows?
    /// For a table that stands in a form's layout: for each cell the index of its value in ``Document/values``, or -1.
    var valueIndexes: [Int32] = []

    /// The same table with other texts: its cells, which stand where they stood, and the bytes of their texts.
    func replacing(cells: TableCells, utf8: [UInt8]) -> Table {
        var table = self
        table.cells = cells
        table.utf8 = utf8
        return table
    }

    /// The text of a cell of this table.
    public func text(of cell: Cell) -> String {
        String(decoding: utf8[cell.textRange], as: UTF8.self)
    }

    /// Whether a cell of this table has no text at all.
    public func isEmpty(_ cell: Cell) -> Bool { cell.textRange.isEmpty }

    /// For each grid position, row by row, the index in ``cells`` of the cell that covers it.
    public func coverage() -> [Int] {
        var covering = [Int](repeating: 0, count: rowCount * columnCount)
        for (index, cell) in cells.enumerated() {
            for row in cell.rows {
                for column in cell.columns { covering[row * columnCount + column] = index }
            }
        }
        return covering
    }
}
