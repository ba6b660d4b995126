/// One cell of a ``Table``: where it stands in the grid and how far it spans.
///
/// The text is kept by the table, see ``Table/text(of:)``; a cell alone is 32 bytes.
public struct Cell: Sendable, Hashable {
    private var row32: Int32
    private var column32: Int32
    private var rowSpan32: Int32
    private var columnSpan32: Int32
    private var textStart: Int32
    private var textEnd: Int32
    private var line32: Int32
    private var flags: Flags

    private struct Flags: OptionSet, Hashable {
        let rawValue: UInt8
        static let header = Flags(rawValue: 1)
        static let inferred = Flags(rawValue: 2)
        static let filler = Flags(rawValue: 4)
        static let picture = Flags(rawValue: 8)
    }

    init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, textRange: Range<Int>, line: Int? = nil) {
        row32 = Int32(clamping: row)
        column32 = Int32(clamping: column)
        rowSpan32 = Int32(clamping: rowSpan)
        columnSpan32 = Int32(clamping: columnSpan)
        textStart = Int32(clamping: textRange.lowerBound)
        textEnd = Int32(clamping: textRange.upperBound)
        line32 = Int32(clamping: line ?? 0)
        flags = []
    }

    /// A cell of one position with the text of a field, which is within all bounds already.
    init(row: Int, column: Int, field: FieldRows.Field) {
        row32 = Int32(truncatingIfNeeded: row)
        column32 = Int32(truncatingIfNeeded: column)
        (rowSpan32, columnSpan32) = (1, 1)
        (textStart, textEnd, line32) = (field.textStart, field.textEnd, field.line32)
        flags = []
    }

    /// The grid row of the cell's top-left position, from 0.
    public internal(set) var row: Int {
        get { Int(row32) }
        set { row32 = Int32(clamping: newValue) }
    }
    /// The grid column of the cell's top-left position, from 0.
    public var column: Int { Int(column32) }
    /// How many rows the cell covers, at least 1.
    public internal(set) var rowSpan: Int {
        get { Int(rowSpan32) }
        set { rowSpan32 = Int32(clamping: newValue) }
    }
    /// How many columns the cell covers, at least 1.
    public internal(set) var columnSpan: Int {
        get { Int(columnSpan32) }
        set { columnSpan32 = Int32(clamping: newValue) }
    }
    /// The line of a text source on which the cell begins, from 1; `nil` in formats without lines.
    public var line: Int? { line32 == 0 ? nil : Int(line32) }
    /// Whether the source marks the cell as a header, or the form has it as one.
    public internal(set) var isHeader: Bool {
        get { flags.contains(.header) }
        set { if newValue { flags.insert(.header) } else { flags.remove(.header) } }
    }
    /// Whether the span was inferred from a layout that does not state it.
    public internal(set) var isInferred: Bool {
        get { flags.contains(.inferred) }
        set { if newValue { flags.insert(.inferred) } else { flags.remove(.inferred) } }
    }

    /// Whether the source has no such cell: it fills a position that nothing covers.
    var isFiller: Bool {
        get { flags.contains(.filler) }
        set { if newValue { flags.insert(.filler) } else { flags.remove(.filler) } }
    }

    /// Whether the cell has a picture, and what that shows nobody can say.
    var holdsPicture: Bool {
        get { flags.contains(.picture) }
        set { if newValue { flags.insert(.picture) } else { flags.remove(.picture) } }
    }
    /// Whether nothing stands in the cell, not even a picture.
    var isBare: Bool { textRange.isEmpty && !holdsPicture }

    /// The grid rows that the cell covers.
    public var rows: Range<Int> { row..<(row + rowSpan) }
    /// The grid columns that the cell covers.
    public var columns: Range<Int> { column..<(column + columnSpan) }
    /// The same cell with another text.
    func withText(_ range: Range<Int>) -> Cell {
        var cell = self
        cell.textStart = Int32(clamping: range.lowerBound)
        cell.textEnd = Int32(clamping: range.upperBound)
        return cell
    }

    /// Where the cell's text stands in ``Table/utf8``.
    var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
}
