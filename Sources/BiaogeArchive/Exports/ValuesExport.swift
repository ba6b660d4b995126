internal import Biaoge

/// `values.csv`: a row for each value of each report.
struct ValuesExport: RowExport {
    let name = "values.csv"
    let header = [
        "source", "issuer", "year", "form", "part", "key", "row_label", "column_label", "value", "state", "raw", "place", "note",
    ]
    /// The fields form to column_label of each slot, as they stand in a row.
    private let slotFields: [[UInt8]]
    /// Each state between commas.
    private let states = Value.State.allCases.map { Array((",\($0.rawValue),").utf8) }

    init(_ slots: SlotTable) {
        slotFields = slots.entries.map { CSVText.fields([$0.form, $0.part, $0.key, $0.rowLabel, $0.columnLabel]) }
    }

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        let head = CSVText.fields([report.source, report.issuer, report.year.map(String.init) ?? "", ""])
        let text = report.values.text
        let values = report.values.rows
        let usual = values.count * (head.count + 220)
        if rows.capacity - rows.count < usual { rows.reserveCapacity(max(2 * rows.capacity, rows.count + usual)) }
        for value in values where slotFields.indices.contains(value.slot) {
            rows += head
            rows += slotFields[value.slot]
            let state = states[value.state]
            // What is usual goes byte by byte into room that is there: this is done for every value of an archive.
            if value.raw == value.number, value.note.isEmpty, case .cell(let table, let row, let column) = value.place {
                Self.append(text.span.extracting(value.number), state.span, table, row, column, to: &rows)
            } else {
                Self.append(value, state, text, to: &rows)
            }
        }
    }

    /// Appends the fields from value on of a value that stands in a cell just so.
    private static func append(
        _ number: Span<UInt8>, _ state: Span<UInt8>, _ table: Int, _ row: Int, _ column: Int, to rows: inout [UInt8]
    ) {
        rows.append(addingCapacity: 2 * number.count + state.count + 100) { output in
            output.append(UInt8(ascii: ","))
            output.append(number)
            output.append(state)
            output.append(number)
            output.append(",\"table ")
            output.appendDecimal(table)
            output.append(", row ")
            output.appendDecimal(row)
            output.append(", column ")
            output.appendDecimal(column)
            output.append("\",\n")
        }
    }

    /// Appends the fields from value on, whatever they are.
    private static func append(_ value: StoredValues.Row, _ state: [UInt8], _ text: [UInt8], to rows: inout [UInt8]) {
        CSVText.appendNext(text.span.extracting(value.number), to: &rows)
        rows += state.dropLast()
        CSVText.appendNext(text.span.extracting(value.raw), to: &rows)
        rows.append(UInt8(ascii: ","))
        append(value.place, text, to: &rows)
        CSVText.appendNext(text.span.extracting(value.note), to: &rows)
        rows.append(0x0A)
    }

    private static func append(_ place: StoredValues.Place, _ text: [UInt8], to rows: inout [UInt8]) {
        switch place {
        case .line(let line):
            rows += "line ".utf8
            rows.appendDecimal(line)
        case .cell(let table, let row, let column):
            rows.append(UInt8(ascii: "\""))
            Place(table: table - 1, row: row - 1, column: column - 1).writeCitation(to: &rows)
            rows.append(UInt8(ascii: "\""))
        case .text(let range): CSVText.append(text.span.extracting(range), to: &rows)
        }
    }
}

extension OutputSpan<UInt8> {
    /// Appends a word.
    fileprivate mutating func append(_ word: String) { append(word.utf8.span) }
}
