/// Writes tables as RFC 4180 has it, with LF: one after another, an empty line between.
///
/// A cell that spans stands once, at its top-left position; the positions it covers are empty. Over several documents a
/// header that the table before had as well is not written again.
struct CSVWriter: Writer {
    private let options: WritingOptions
    private var fields: FieldWriter
    private var wroteTable = false
    /// The header rows of the last table of the documents before, as they were written.
    private var lastHeader: [UInt8] = []

    init(_ options: WritingOptions) {
        self.options = options
        fields = FieldWriter(options)
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        var findings = options.tableFinding(document)
        var isFirst = true
        let tables = options.tables(of: document, layoutTables: options.allTables)
        if tables.isEmpty, findings.isEmpty { findings.append(Finding(.noTable)) }
        for index in tables {
            let printed = document.printedTable(index, derived: options.derived)
            findings += printed.findings
            try write(printed.table, continuing: isFirst, to: &output)
            isFirst = false
        }
        return findings
    }

    /// Writes a table; when it continues the one before and has the same header, its rows go on below.
    private mutating func write(_ table: Table, continuing: Bool, to output: inout ByteOutput) throws {
        guard table.columnCount > 0 else { return }
        if !wroteTable, options.byteOrderMark { output.buffer += [0xEF, 0xBB, 0xBF] }
        var rows = RowCursor(table)
        var header: [UInt8] = []
        for row in 0..<table.headerRowCount { write(rows.next(row), of: table, to: &header) }
        if !(continuing && wroteTable && !header.isEmpty && header == lastHeader) {
            if wroteTable { output.write(0x0A) }
            output.buffer += header
        }
        wroteTable = true
        lastHeader = header
        for row in table.headerRowCount..<table.rowCount {
            write(rows.next(row), of: table, to: &output.buffer)
            try output.flushIfFull()
        }
    }

    /// Writes a row. Room for all of it is made at once, so that no byte has to ask for its own.
    private func write(_ row: Range<Int>, of table: Table, to bytes: inout [UInt8]) {
        let kept = table.cells.kept
        if !kept.fields.isEmpty { return writePlain(row, of: kept.fields.span, table.utf8.span, to: &bytes) }
        let cells = kept.cells.span
        let text = table.utf8.span
        // What the closure takes with it is plain, so that no table and no options are copied for a row.
        let (fields, delimiter, columnCount) = (fields, options.delimiter, table.columnCount)
        // A delimiter for each column, and the end of the row.
        var room = columnCount + 3
        for index in row { room += FieldWriter.room(for: cells[index].textRange.count) }
        bytes.append(addingCapacity: room) { output in
            let start = output.count
            var column = 0
            for index in row {
                while column < cells[index].column {
                    output.append(delimiter)
                    column += 1
                }
                fields.write(text, cells[index].textRange, to: &output)
            }
            while column < columnCount - 1 {
                output.append(delimiter)
                column += 1
            }
            // An empty line would end the table.
            if columnCount == 1, output.count == start {
                output.append(0x22)
                output.append(0x22)
            }
            output.append(0x0A)
        }
    }

    /// Writes a row that has a field with a text for each column.
    private func writePlain(_ row: Range<Int>, of all: Span<FieldRows.Field>, _ text: Span<UInt8>, to bytes: inout [UInt8]) {
        let (writer, delimiter) = (fields, options.delimiter)
        var room = row.count + 1
        for index in row { room += FieldWriter.room(for: all[index].textRange.count) }
        bytes.append(addingCapacity: room) { output in
            for index in row {
                if index > row.lowerBound { output.append(delimiter) }
                writer.write(text, all[index].textRange, to: &output)
            }
            output.append(0x0A)
        }
    }
}

/// Walks through the cells of a table row by row.
struct RowCursor {
    private let cells: TableCells
    private var position = 0

    init(_ table: Table) {
        cells = table.cells
    }

    /// The indexes of the cells that begin in a row; rows are asked for in order.
    mutating func next(_ row: Int) -> Range<Int> {
        let found = cells.indexes(ofRow: row, from: position)
        position = found.upperBound
        return found
    }
}

extension Table {
    /// How many rows at the top consist of header cells only.
    var headerRowCount: Int {
        cells.first { !$0.isHeader }?.row ?? rowCount
    }
}
