/// Builds the table of a recognised part in the layout of its form.
///
/// Rows that the report's variant does not have are left out and spans shortened; rows that the form does not know stay where they
/// stood, below the row they followed.
struct FormTable {
    /// A row of the source that the form does not know.
    struct UnknownRow {
        var table: Int
        var row: Int
        /// Its first text.
        var label: String
        /// The form's row that it follows, or -1.
        var after: Int
        var texts: [String]
    }

    private let part: Form.Part
    private let match: Solution.Match
    private let read: [Table]
    private let values: [Value]
    private(set) var unknownRows: [UnknownRow] = []

    private var builder = TableBuilder()
    private var valueIndexes: [Int32] = []

    init(part: Form.Part, match: Solution.Match, read: [Table], values: [Value]) {
        self.part = part
        self.match = match
        self.read = read
        self.values = values
        unknownRows = rowsUnknownToTheForm()
    }

    /// The table, with the index of each cell's value.
    mutating func build() throws(ReadError) -> Table {
        let form = part.table
        let kept = part.rows.indices.filter { match.rows[$0].presence != .absent }
        let coverage = form.coverage()
        var slotOfCell = [Int](repeating: -1, count: form.cells.count)
        for (index, slot) in part.slots.enumerated() { slotOfCell[coverage[slot.row * form.columnCount + slot.column]] = index }
        var isBuilt = [Bool](repeating: false, count: form.cells.count)
        try addUnknownRows(after: -1)
        for row in kept {
            builder.beginRow()
            for column in 0..<form.columnCount {
                let index = coverage[row * form.columnCount + column]
                guard !isBuilt[index] else { continue }
                isBuilt[index] = true
                let cell = form.cells[index]
                let rows = kept.filter(cell.rows.contains)
                let rowSpan = rows.count + unknownRows.count { $0.after >= row && $0.after < rows.last ?? row }
                if cell.isHeader {
                    try add(label(of: index, inRow: row), cell, rowSpan: rowSpan)
                } else {
                    try addValue(slotOfCell[index], cell, rowSpan: rowSpan)
                }
            }
            try addUnknownRows(after: row)
        }
        var table = try builder.finish().table
        table.valueIndexes = valueIndexes
        return table
    }

    private mutating func add(
        _ text: String, _ cell: Cell, rowSpan: Int = 1, value: Int = -1, line: Int? = nil
    ) throws(ReadError) {
        let start = builder.utf8.count
        builder.utf8 += Array(text.utf8)
        try builder.add(columns: cell.columns, rowSpan: rowSpan, textStart: start, isHeader: cell.isHeader, line: line)
        valueIndexes.append(Int32(clamping: value))
    }

    /// A value's cell: its number where it has one, else what the source has there, such as `-`, unless that is in doubt.
    private mutating func addValue(_ slot: Int, _ cell: Cell, rowSpan: Int) throws(ReadError) {
        let index = slot >= 0 ? match.valueOfSlot[slot] : -1
        guard values.indices.contains(index) else { return try add("", cell, rowSpan: rowSpan) }
        let value = values[index]
        let text = value.state.hasNumber ? value.number : value.state == .blank ? value.raw : ""
        try add(text, cell, rowSpan: rowSpan, value: index, line: value.place.line)
    }

    // MARK: Labels

    /// The text of a label cell: as the source has it where that is whole, else the form's.
    private func label(of index: Int, inRow row: Int) -> String {
        let found = match.rows[row]
        if part.rows[row].role != .header, part.rows[row].labelCells.last == index, found.isLabelWhole, !found.label.isEmpty {
            return found.label
        }
        let cell = part.table.cells[index]
        let wording = part.table.text(of: cell)
        let wordings = ([wording] + (part.otherWordings[index] ?? [])).map(Self.folded)
        for row in cell.rows {
            for source in match.rows[row].sources {
                for text in read[source.table].sourceTexts(row: source.row) where wordings.contains(Self.folded(text)) {
                    return Self.closedUp(text)
                }
            }
        }
        return wording
    }

    /// A label without white space and differences of width.
    private static func folded(_ text: String) -> [UInt16] {
        PlainScalars.of(Array(text.utf8)[...]).filter { $0 != 0x20 }
    }

    /// A label without the white space that a narrow column or a dump put into it.
    private static func closedUp(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    // MARK: Rows that the form does not know

    /// The rows between the part's own that have a label and a value, and are none of the form's.
    private func rowsUnknownToTheForm() -> [UnknownRow] {
        var formRows: [Solution.SourceRow: Int] = [:]
        for (index, row) in match.rows.enumerated() {
            for source in row.sources { formRows[source] = index }
        }
        var unknown: [UnknownRow] = []
        var after = -1
        for source in match.sourceRows where read.indices.contains(source.table) {
            if let row = formRows[source] {
                after = row
                continue
            }
            let texts = read[source.table].sourceTexts(row: source.row)
            let meanings = texts.map { FieldMeaning(Array($0.utf8)[...]) }
            guard let label = meanings.firstIndex(of: .text), meanings[label...].contains(where: \.isValue) else { continue }
            unknown.append(
                UnknownRow(table: source.table, row: source.row, label: Self.closedUp(texts[label]), after: after, texts: texts))
        }
        return unknown
    }

    private mutating func addUnknownRows(after row: Int) throws(ReadError) {
        for unknown in unknownRows where unknown.after == row {
            builder.beginRow()
            let line = read[unknown.table].place(ofSourceRow: unknown.row, table: unknown.table).line
            let slots = slotsOfRow(near: row)
            let firstValue = slots.first?.column ?? part.table.columnCount
            var texts = unknown.texts[...]
            var labels: [String] = []
            while let text = texts.first, !FieldMeaning(Array(text.utf8)[...]).isValue {
                if !text.isEmpty { labels.append(Self.closedUp(text)) }
                texts.removeFirst()
            }
            while texts.count > slots.count, texts.last?.isEmpty == true { texts.removeLast() }
            let column = builder.firstFreeColumn(from: 0)
            if column < firstValue {
                try addUnknown(labels.joined(separator: " "), column..<firstValue, line: line)
            }
            for (index, slot) in slots.enumerated() {
                let isLast = index == slots.count - 1
                let text = isLast ? texts.joined(separator: " ") : texts.popFirst() ?? ""
                let end = isLast ? part.table.columnCount : slots[index + 1].column
                try addUnknown(text, slot.column..<end, line: line)
            }
        }
    }

    private mutating func addUnknown(_ text: String, _ columns: Range<Int>, line: Int?) throws(ReadError) {
        let start = builder.utf8.count
        builder.utf8 += Array(text.utf8)
        try builder.add(columns: columns, textStart: start, line: line)
        valueIndexes.append(-1)
    }

    /// The slots of the row of values at or above a row, or of the first below it.
    private func slotsOfRow(near row: Int) -> [Form.Slot] {
        let rows = part.rows
        let near = rows[..<(row + 1)].last { $0.role == .values } ?? rows[(row + 1)...].first { $0.role == .values }
        return near.map { Array(part.slots[$0.slots]) } ?? []
    }
}
