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
        /// The form's row that it follows; `nil` above all of them.
        var after: Int?
        var texts: [ArraySlice<UInt8>]
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
        let slotOfCell = part.slotOfCell(coverage)
        var isBuilt = [Bool](repeating: false, count: form.cells.count)
        try addUnknownRows(after: nil)
        for row in kept {
            builder.beginRow()
            for column in 0..<form.columnCount {
                let index = coverage[row * form.columnCount + column]
                guard !isBuilt[index] else { continue }
                isBuilt[index] = true
                let cell = form.cells[index]
                let rowSpan = rowSpan(of: cell, kept)
                if cell.isHeader {
                    try addLabel(index, cell, inRow: row, rowSpan: rowSpan)
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

    /// How many rows a cell covers, with those that the form does not know between them.
    private func rowSpan(of cell: Cell, _ kept: [Int]) -> Int {
        guard cell.rowSpan > 1 else { return 1 }
        let rows = kept.filter(cell.rows.contains)
        guard let first = rows.first, let last = rows.last else { return 1 }
        return rows.count + unknownRows.count { $0.after.map { first..<last ~= $0 } ?? false }
    }

    /// Adds a cell whose text is what was appended to the builder's since `start`.
    private mutating func add(
        from start: Int, _ cell: Cell, rowSpan: Int, value: Int = -1, line: Int? = nil
    ) throws(ReadError) {
        try builder.add(columns: cell.columns, rowSpan: rowSpan, textStart: start, isHeader: cell.isHeader, line: line)
        valueIndexes.append(Int32(clamping: value))
    }

    /// A value's cell: its number where it has one, else what the source has there, such as `-`, unless that is in doubt.
    private mutating func addValue(_ slot: Int?, _ cell: Cell, rowSpan: Int) throws(ReadError) {
        let start = builder.utf8.count
        guard let index = slot.flatMap({ match.valueOfSlot[$0] }) else { return try add(from: start, cell, rowSpan: rowSpan) }
        let state = values[index].state
        if state.hasNumber {
            builder.utf8 += values[index].number.utf8
        } else if state == .blank {
            builder.utf8 += values[index].raw.utf8
        }
        try add(from: start, cell, rowSpan: rowSpan, value: index, line: values[index].place.line)
    }

    // MARK: Labels

    /// A label's cell: as the source has it where that is whole, else as the form has it.
    private mutating func addLabel(_ index: Int, _ cell: Cell, inRow row: Int, rowSpan: Int) throws(ReadError) {
        let start = builder.utf8.count
        if match.rows[row].isLabelWhole, !match.rows[row].label.isEmpty, part.rows[row].role != .header,
            part.rows[row].labelCells.last == index
        {
            builder.utf8 += match.rows[row].label.utf8
        } else {
            builder.utf8 += sourceLabel(index, cell) ?? part.table.utf8[cell.textRange]
        }
        try add(from: start, cell, rowSpan: rowSpan)
    }

    /// A label of the form, white space and differences of width aside, in the rows of the source that stand in its own.
    private func sourceLabel(_ index: Int, _ cell: Cell) -> ArraySlice<UInt8>? {
        let label = part.table.utf8[cell.textRange]
        let others = part.otherWordings[index] ?? []
        // Most labels stand there as the form has them.
        let asInForm = sourceText(inRows: cell.rows) { text in
            text.elementsEqual(label) || others.contains { $0.utf8.elementsEqual(text) }
        }
        if let asInForm { return asInForm }
        let folded = ([label] + others.map { Array($0.utf8)[...] }).map(Self.folded)
        return sourceText(inRows: cell.rows) { folded.contains(Self.folded($0)) }.map(Self.closedUp)
    }

    /// The first text of the source in some rows of the form that meets a condition.
    private func sourceText(
        inRows rows: Range<Int>, where condition: (ArraySlice<UInt8>) -> Bool
    ) -> ArraySlice<UInt8>? {
        for row in rows {
            for source in match.rows[row].sources {
                for text in read[source.table].sourceUTF8(row: source.row) where condition(text) { return text }
            }
        }
        return nil
    }

    /// A label without white space and differences of width.
    private static func folded(_ text: ArraySlice<UInt8>) -> [UInt16] {
        PlainScalars.of(text).filter { $0 != 0x20 }
    }

    /// A label without the white space that a narrow column or a dump put into it.
    private static func closedUp(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let span = text.span
        var result: [UInt8] = []
        result.reserveCapacity(span.count)
        var index = 0
        while index < span.count {
            let length = span.whiteSpaceLength(at: index, before: span.count)
            if length == 0 { result.append(span[index]) }
            index += max(1, length)
        }
        return result[...]
    }

    // MARK: Rows that the form does not know

    /// The rows between the part's own that have a label and a value, and are none of the form's.
    private func rowsUnknownToTheForm() -> [UnknownRow] {
        // In most reports each row is one of the form's, in its order.
        if match.rows.lazy.flatMap(\.sources).elementsEqual(match.sourceRows) { return [] }
        var formRows: [Solution.SourceRow: Int] = [:]
        for (index, row) in match.rows.enumerated() {
            for source in row.sources { formRows[source] = index }
        }
        var unknown: [UnknownRow] = []
        var after: Int?
        for source in match.sourceRows where read.indices.contains(source.table) {
            if let row = formRows[source] {
                after = row
                continue
            }
            let texts = read[source.table].sourceUTF8(row: source.row)
            let meanings = texts.map { FieldMeaning($0) }
            guard let label = meanings.firstIndex(of: .text), meanings[label...].contains(where: \.isValue) else { continue }
            unknown.append(
                UnknownRow(
                    table: source.table, row: source.row, label: String(decoding: Self.closedUp(texts[label]), as: UTF8.self),
                    after: after, texts: texts))
        }
        return unknown
    }

    private mutating func addUnknownRows(after row: Int?) throws(ReadError) {
        for unknown in unknownRows where unknown.after == row {
            builder.beginRow()
            let line = read[unknown.table].place(ofSourceRow: unknown.row, table: unknown.table).line
            let slots = slotsOfRow(near: row)
            let firstValue = slots.first?.column ?? part.table.columnCount
            var texts = unknown.texts[...]
            var labels: [ArraySlice<UInt8>] = []
            while let text = texts.first, !FieldMeaning(text).isValue {
                if !text.isEmpty { labels.append(Self.closedUp(text)) }
                texts.removeFirst()
            }
            while texts.count > slots.count, texts.last?.isEmpty == true { texts.removeLast() }
            let column = builder.firstFreeColumn(from: 0)
            if column < firstValue {
                try addUnknown(labels, column..<firstValue, line: line)
            }
            for (index, slot) in slots.enumerated() {
                let isLast = index == slots.count - 1
                let own = isLast ? texts : texts.prefix(1)
                let end = isLast ? part.table.columnCount : slots[index + 1].column
                try addUnknown(own, slot.column..<end, line: line)
                texts = texts.dropFirst(own.count)
            }
        }
    }

    private mutating func addUnknown(
        _ texts: some Sequence<ArraySlice<UInt8>>, _ columns: Range<Int>, line: Int?
    ) throws(ReadError) {
        let start = builder.utf8.count
        builder.utf8 += texts.joined(separator: [0x20])
        try builder.add(columns: columns, textStart: start, line: line)
        valueIndexes.append(-1)
    }

    /// The slots of the row of values at or above a row, or of the first below it.
    private func slotsOfRow(near row: Int?) -> [Form.Slot] {
        let (rows, next) = (part.rows, row.map { $0 + 1 } ?? 0)
        let near = rows[..<next].last { $0.role == .values } ?? rows[next...].first { $0.role == .values }
        return near.map { Array(part.slots[$0.slots]) } ?? []
    }
}
