/// Where in a source something stands.
///
/// A text dump is cited by its line, every other format by table, row and column.
public struct Place: Sendable, Hashable {
    /// The table's index in the document, from 0.
    public var table: Int?
    /// The grid row, from 0.
    public var row: Int?
    /// The grid column, from 0.
    public var column: Int?
    /// The line of a text source, from 1.
    public var line: Int?

    /// A place; what is not known stays `nil`.
    public init(table: Int? = nil, row: Int? = nil, column: Int? = nil, line: Int? = nil) {
        self.table = table
        self.row = row
        self.column = column
        self.line = line
    }

    /// As people cite it, everything from 1: `line 88`, or `table 2, row 17, column 4`. Empty when nothing is known.
    public var citation: String {
        if let line { return "line \(line)" }
        var citation = ""
        // Piece by piece: every value has one.
        if let table { citation += "table \(table + 1)" }
        if let row { citation += "\(citation.isEmpty ? "" : ", ")row \(row + 1)" }
        if let column { citation += "\(citation.isEmpty ? "" : ", ")column \(column + 1)" }
        return citation
    }
}
