internal import Memory

/// What a line of a text dump gives before anybody knows its grid: rows of fields, each with its source line.
///
/// Every dump layout comes down to this, and so does a grid when it is to be repaired; whatever works on rows of
/// fields works for all of them.
struct FieldRows: Sendable {
    /// One field: its text and the line on which it begins.
    struct Field: Sendable, Hashable {
        var textStart: Int32
        var textEnd: Int32
        var line32: Int32

        var textRange: Range<Int> { Int(textStart)..<Int(textEnd) }
        /// The line of the source on which the field begins, from 1; 0 in formats without lines.
        var line: Int { Int(line32) }
        /// How many bytes its text has.
        var textCount: Int32 { textEnd &- textStart }
        /// Whether the field has no text at all.
        var isEmpty: Bool { textStart == textEnd }
    }

    /// How the source parts its fields, which says what a missing or an empty field means.
    enum Layout: String, Sendable {
        /// Tabs between the fields of a line; covered positions are empty fields.
        case tabs
        /// One cell a line, with a TAB in front; vertically covered positions are empty fields, horizontally covered ones vanish.
        case cells
        /// Bars between the fields of a line.
        case pipes
        /// Spaces between a label and its numbers; empty cells vanish.
        case spaces
        /// One cell a line, without row ends; empty cells vanish (unless bars show them). All fields stand in one row.
        case lines
    }

    /// How the source parts its fields.
    let layout: Layout
    /// The fields of all rows, one after another.
    private(set) var fields: [Field] = []
    /// For each row, where its fields end in ``fields``.
    private var rowEnds: [Int32] = []
    /// Whether a break was met since the last row.
    private var breakPending = false
    /// The rows before which the source has a break: an empty line, a page end, a separator row.
    private(set) var pieceStarts: [Int] = []
    /// The rows of headers whose words the reader has put in the order of the columns.
    private(set) var rowsInColumnOrder: Set<Int> = []
    /// The bytes in which the fields' texts stand: the source itself, or what was put together.
    var utf8: [UInt8] = []

    /// Rows without fields. A dump's reader hands the whole source over as `utf8` and adds ranges of it: nothing is copied.
    init(layout: Layout, utf8: [UInt8] = []) {
        self.layout = layout
        self.utf8 = utf8
    }

    /// The number of rows.
    var rowCount: Int { rowEnds.count }

    /// The fields of a row.
    func row(_ index: Int) -> ArraySlice<Field> {
        fields[fieldRange(index)]
    }

    /// Where the fields of a row stand in ``fields``.
    func fieldRange(_ row: Int) -> Range<Int> {
        (row == 0 ? 0 : Int(rowEnds[row - 1]))..<Int(rowEnds[row])
    }

    /// How many fields every row has, where all have as many and none is empty: the grid is nothing but the fields then.
    var plainWidth: Int? {
        guard rowCount > 0 else { return nil }
        let width = fieldRange(0).count
        for row in 1..<rowCount where fieldRange(row).count != width { return nil }
        return width == 0 || fields.contains(where: \.isEmpty) ? nil : width
    }

    /// The text of a field.
    func text(of field: Field) -> String {
        String(decoding: utf8[field.textRange], as: UTF8.self)
    }

    /// The bytes of a field's text.
    func bytes(of field: Field) -> ArraySlice<UInt8> { utf8[field.textRange] }

    /// Adds a field to the row that is being made; its text stands already in ``utf8``.
    mutating func addField(_ range: Range<Int>, line: Int) {
        fields.append(
            Field(
                textStart: Int32(truncatingIfNeeded: range.lowerBound), textEnd: Int32(truncatingIfNeeded: range.upperBound),
                line32: Int32(truncatingIfNeeded: line)))
    }

    /// Adds a field to the row that is being made; its text is what was appended to ``utf8`` since `textStart`.
    mutating func addField(textStart: Int, line: Int) {
        fields.append(
            Field(textStart: Int32(clamping: textStart), textEnd: Int32(clamping: utf8.count), line32: Int32(clamping: line)))
    }

    /// Drops the fields of the row that is being made.
    mutating func dropRow() {
        fields.removeSubrange(Int(rowEnds.last ?? 0)...)
    }

    /// Makes room for as many fields.
    mutating func reserveFields(_ count: Int) {
        fields.reserveLargeCapacity(count)
    }

    /// Ends the row that is being made.
    ///
    /// - Parameter isInColumnOrder: whether it is a header whose words were put in the order of the columns.
    mutating func endRow(isInColumnOrder: Bool = false) {
        if isInColumnOrder { rowsInColumnOrder.insert(rowCount) }
        if breakPending {
            pieceStarts.append(rowCount)
            breakPending = false
        }
        rowEnds.append(Int32(clamping: fields.count))
        if rowEnds.count == 1_000 { reserveRest() }
    }

    /// As many rows with other fields, added to each by a function; what is known of the rows themselves stays: where pieces begin, and
    /// which headers are in the order of the columns.
    func withFields(_ addFields: (_ row: Int, _ result: inout FieldRows) -> Void) -> FieldRows {
        var result = FieldRows(layout: layout, utf8: utf8)
        result.reserveFields(fields.count)
        result.pieceStarts = pieceStarts
        result.rowsInColumnOrder = rowsInColumnOrder
        for row in 0..<rowCount {
            addFields(row, &result)
            result.endRow()
        }
        return result
    }

    /// Makes room for the fields of the bytes that are left, once some rows show how long fields are.
    private mutating func reserveRest() {
        guard let first = fields.first, let last = fields.last, last.textEnd > first.textStart else { return }
        let length = max(1, Int(last.textEnd - first.textStart) / fields.count)
        reserveFields(fields.count + (utf8.count - Int(last.textEnd)) / length)
    }

    /// Marks that a break stands before the next row, when there is a row before it and one after.
    mutating func startPiece() {
        breakPending = rowCount > 0
    }
}
