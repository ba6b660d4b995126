internal import Biaoge
internal import Memory

/// `values.csv`: a row for each value of each report.
struct ValuesExport: RowExport {
    let name = "values.csv"
    let header = Value.tidyColumns
    /// What stands in many rows as it is, one after another: to copy it from there counts no references.
    private var texts: [UInt8] = []
    /// The fields form to column_label of each slot, with the comma behind them.
    private var slots: [Range<Int>] = []
    /// Each state between commas.
    private var states: [Range<Int>] = []
    /// The words of a place.
    private var (line, table, row, column) = (0..<0, 0..<0, 0..<0, 0..<0)

    init(_ slotTable: SlotTable) {
        for slot in slotTable.entries {
            slots.append(add(CSVText.fields([slot.form, slot.part, slot.key, slot.rowLabel, slot.columnLabel, ""])))
        }
        for state in Value.State.allCases { states.append(add(Array(",\(state.rawValue),".utf8))) }
        line = add(Array("line ".utf8))
        table = add(Array("\"table ".utf8))
        row = add(Array(", row ".utf8))
        column = add(Array(", column ".utf8))
    }

    private mutating func add(_ text: [UInt8]) -> Range<Int> {
        texts += text
        return (texts.count - text.count)..<texts.count
    }

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        let head = CSVText.fields([report.source, report.issuer, report.year.map(String.init) ?? "", ""])
        let text = report.values.text
        let values = report.values.rows
        // Bytes go into room that is there: this is done for every value of an archive.
        rows.append(addingCapacity: values.reduce(0) { $0 + room(for: $1, head) }) { output in
            let (head, texts, text) = (head.span, texts.span, text.span)
            for value in values where slots.indices.contains(value.slot) {
                output.append(head)
                output.append(texts.extracting(slots[value.slot]))
                CSVText.append(text.extracting(value.number), to: &output)
                output.append(texts.extracting(states[value.state]))
                CSVText.append(text.extracting(value.raw), to: &output)
                output.append(UInt8(ascii: ","))
                append(value.place, text, to: &output)
                output.append(UInt8(ascii: ","))
                CSVText.append(text.extracting(value.note), to: &output)
                output.append(0x0A)
            }
        }
    }

    /// How much a row may take.
    private func room(for value: StoredValues.Row, _ head: [UInt8]) -> Int {
        guard slots.indices.contains(value.slot) else { return 0 }
        var texts = value.number.count + value.raw.count + value.note.count
        if case .text(let range) = value.place { texts += range.count }
        // Each quote is doubled at worst; the rest is a state, a place of three numbers, commas and quotes.
        return head.count + slots[value.slot].count + 2 * texts + 120
    }

    private func append(_ place: StoredValues.Place, _ text: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        let texts = texts.span
        switch place {
        case .line(let number):
            output.append(texts.extracting(line))
            output.appendDecimal(number)
        case .cell(let tableNumber, let rowNumber, let columnNumber):
            output.append(texts.extracting(table))
            output.appendDecimal(tableNumber)
            output.append(texts.extracting(row))
            output.appendDecimal(rowNumber)
            output.append(texts.extracting(column))
            output.appendDecimal(columnNumber)
            output.append(UInt8(ascii: "\""))
        case .text(let range): CSVText.append(text.extracting(range), to: &output)
        }
    }
}
