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
        var utf8: [UInt8] = []
        writeCitation(to: &utf8)
        return String(decoding: utf8, as: UTF8.self)
    }

    /// Appends the ``citation``, byte by byte: there is one for each value of a report.
    package func writeCitation(to utf8: inout [UInt8]) {
        if let line {
            utf8 += Self.lineWord
            return utf8.appendDecimal(line)
        }
        var isFirst = true
        func add(_ word: [UInt8], _ index: Int?) {
            guard let index else { return }
            if !isFirst { utf8 += Self.comma }
            isFirst = false
            utf8 += word
            utf8.appendDecimal(index + 1)
        }
        add(Self.tableWord, table)
        add(Self.rowWord, row)
        add(Self.columnWord, column)
    }

    private static let comma = Array(", ".utf8)
    private static let lineWord = Array("line ".utf8)
    private static let tableWord = Array("table ".utf8)
    private static let rowWord = Array("row ".utf8)
    private static let columnWord = Array("column ".utf8)
}
