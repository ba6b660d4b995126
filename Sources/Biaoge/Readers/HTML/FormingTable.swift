/// Places the cells of one table: the algorithms of WHATWG HTML 4.9.12.1, "Forming a table", on top of a ``TableBuilder``.
///
/// Where it differs, it does what browsers show and what the model asks for: a row span ends with its row group (CSS Tables 3,
/// 3.3), and a cell that reaches into an earlier one is cut back instead of lying over it (step 15 calls that a table model error).
struct FormingTable {
    /// The cells so far. Their text is appended to `builder.utf8`.
    var builder: TableBuilder
    private var groupStart = 0
    private var footers: [Range<Int>] = []
    private var isInFooter = false

    init(limits: Limits) {
        builder = TableBuilder(limits: limits)
    }

    /// The algorithm for processing row groups, its beginning (step 1).
    mutating func beginRowGroup(isFooter: Bool) {
        endRowGroup()
        groupStart = builder.currentRow + 1
        isInFooter = isFooter
    }

    /// The algorithm for ending a row group: nothing in it reaches below its last row.
    mutating func endRowGroup() {
        builder.endRowGroup()
        let rows = groupStart..<(builder.currentRow + 1)
        if isInFooter, !rows.isEmpty { footers.append(rows) }
        groupStart = rows.upperBound
        isInFooter = false
    }

    /// The algorithm for processing rows, its beginning (steps 1 to 4).
    mutating func beginRow() {
        builder.beginRow()
    }

    /// Where the next cell of the current row begins: the first slot that no cell covers (step 6).
    ///
    /// - Parameter after: the column behind the cell before it, 0 for the first.
    func nextColumn(after column: Int) -> Int {
        builder.firstFreeColumn(from: column)
    }

    /// The algorithm for processing rows, one cell (steps 7 to 15). Its text stands in `builder.utf8` from `textStart` on.
    ///
    /// - Returns: the column behind the cell.
    mutating func place(_ cell: PageCell, textStart: Int) throws(ReadError) -> Int {
        let (column, span) = (cell.column, cell.span)
        let index = try builder.add(
            columns: column..<(column + span.columns), rowSpan: span.growsDownward ? TableBuilder.toEndOfRowGroup : span.rows,
            textStart: textStart, isHeader: cell.isHeader)
        if cell.holdsPicture, let index { builder.addPicture(to: index) }
        return column + span.columns
    }

    /// The finished table. Footers that stand before other rows go to the end (steps 19 and 20 of the algorithm).
    ///
    /// - Returns: also where each row went, when any did.
    mutating func finish() throws(ReadError) -> (table: Table, findings: [Finding], movedRows: [Int]?) {
        endRowGroup()
        var moved: [Int]?
        let rowCount = builder.currentRow + 1
        let footerRows = footers.reduce(0) { $0 + $1.count }
        if let first = footers.first, footerRows < rowCount - first.lowerBound {
            let others = (0..<rowCount).filter { row in !footers.contains { $0.contains(row) } }
            var destination = [Int](repeating: 0, count: rowCount)
            for (new, old) in (others + footers.flatMap { Array($0) }).enumerated() { destination[old] = new }
            builder.moveRows(to: destination)
            moved = destination
        }
        let (table, findings) = try builder.finish()
        return (table, findings, moved)
    }
}

/// The spans that a cell asks for (WHATWG HTML 4.9.11).
struct CellSpan {
    /// `colspan`, clamped to 1...1000; 1 when it is no number.
    private(set) var columns = 1
    /// `rowspan`, clamped to 1...65534; 1 when it is no number.
    private(set) var rows = 1
    /// Whether `rowspan` is 0: the cell reaches to the end of its row group.
    private(set) var growsDownward = false

    /// The value of a `colspan` attribute.
    mutating func setColumns(_ value: Span<UInt8>) {
        let number = Self.nonNegativeInteger(value) ?? 1
        columns = number == 0 ? 1 : min(number, 1_000)
    }

    /// The value of a `rowspan` attribute.
    mutating func setRows(_ value: Span<UInt8>) {
        let number = Self.nonNegativeInteger(value) ?? 1
        growsDownward = number == 0
        rows = max(1, min(number, 65_534))
    }

    /// The rules for parsing non-negative integers (WHATWG HTML 2.3.4.2): white space, a sign, digits, and whatever follows.
    ///
    /// Numbers over a million are clamped to it. `nil` when there is none, or a negative one.
    static func nonNegativeInteger(_ value: Span<UInt8>) -> Int? {
        var index = 0
        while index < value.count, TextLines.isWhiteSpace(value[index]) { index += 1 }
        var isNegative = false
        if index < value.count, value[index] == UInt8(ascii: "-") || value[index] == UInt8(ascii: "+") {
            isNegative = value[index] == UInt8(ascii: "-")
            index += 1
        }
        let start = index
        var number = 0
        while index < value.count, value[index] >= UInt8(ascii: "0"), value[index] <= UInt8(ascii: "9") {
            number = min(number * 10 + Int(value[index] - UInt8(ascii: "0")), 1_000_000)
            index += 1
        }
        guard index > start else { return nil }
        return isNegative && number > 0 ? nil : number
    }
}
