/// A report printed as a form has it: a table for each part, in the form's order, whole and with sums that hold.
///
/// Most reports that state their cells are such. Nothing in them is open, so that rows need not be aligned nor readings weighed; what is
/// answered is what the steps for all other documents would answer.
struct WholeReport: Sendable {
    private let forms: [Form]
    /// For each form and each of its parts, the variants of it.
    private let variants: [[[WholePart]]]

    /// Whole reports of the newest bundled form. None of them is a whole report of another one.
    static let newest = WholeReport(Form.newest)

    init(_ forms: [Form]) {
        self.forms = forms
        variants = forms.map { $0.parts.map(WholePart.variants) }
    }

    /// What the document has of the forms; `nil` unless it is a whole report, and nothing else.
    func solve(_ document: Document) -> Solution? {
        let tables = document.tables.indices.filter { document.tables[$0].kind == .data && document.tables[$0].mayBeStatutory }
        var solution: Solution?
        for (form, parts) in variants.enumerated() where parts.count == tables.count {
            guard let found = solve(document, tables, form, parts) else { continue }
            // Which of two forms it is that are alike the labels do not tell.
            guard solution == nil else { return nil }
            solution = found
        }
        return solution
    }

    private func solve(_ document: Document, _ tables: [Int], _ form: Int, _ parts: [[WholePart]]) -> Solution? {
        var found: [(part: WholePart, reading: WholePart.Reading)] = []
        for (table, variants) in zip(tables, parts) {
            guard let whole = Self.whole(document.tables[table], variants) else { return nil }
            found.append(whole)
        }
        var solution = Solution()
        for (index, (part, reading)) in found.enumerated() {
            add(part, reading, tables[index], document.tables[tables[index]], form: form, number: index, to: &solution)
        }
        return solution
    }

    /// The variant that a table is.
    private static func whole(_ table: Table, _ variants: [WholePart]) -> (WholePart, WholePart.Reading)? {
        for variant in variants {
            if let reading = variant.reading(table) { return (variant, reading) }
        }
        return nil
    }

    private func add(
        _ whole: WholePart, _ reading: WholePart.Reading, _ tableIndex: Int, _ table: Table, form: Int, number: Int,
        to solution: inout Solution
    ) {
        let part = whole.part
        let start = solution.values.count
        var valueOfSlot = [Int?](repeating: nil, count: part.slots.count)
        solution.values.reserveCapacity(start + part.slots.count)
        for (index, row) in part.rows.enumerated() where row.variant?.isUsual ?? true || whole.rows.contains(index) {
            for slot in row.slots {
                valueOfSlot[slot] = solution.values.count
                solution.values.append(
                    Self.value(slot, of: whole.part, reading, table, tableIndex, form: forms[form].id))
            }
        }
        var rows = part.rows.map { _ in Solution.Row(presence: .absent) }
        for (source, row) in whole.rows.enumerated() {
            rows[row].presence = .found
            rows[row].sources = [Solution.SourceRow(table: tableIndex, row: source)]
            guard let label = reading.labels[row] else { continue }
            rows[row].label = table.text(of: table.cells[label])
            rows[row].isLabelWhole = true
        }
        solution.matches.append(
            Solution.Match(
                form: form, part: number, confidence: Double(whole.rows.count) / Double(part.rows.count), tables: [tableIndex],
                sourceRows: whole.rows.indices.map { Solution.SourceRow(table: tableIndex, row: $0) },
                alternatives: whole.alternatives, rows: rows, values: start..<solution.values.count, valueOfSlot: valueOfSlot))
    }

    private static func value(
        _ index: Int, of part: Form.Part, _ reading: WholePart.Reading, _ table: Table, _ tableIndex: Int, form: String
    ) -> Value {
        let slot = part.slots[index]
        guard let cell = reading.cells[index].map({ table.cells[$0] }) else {
            return Value(
                form: form, part: part.id, key: slot.key, rowLabel: slot.rowLabel, columnLabel: slot.columnLabel, number: "",
                state: .absent, raw: "", place: Place(), note: "")
        }
        return Value(
            form: form, part: part.id, key: slot.key, rowLabel: slot.rowLabel, columnLabel: slot.columnLabel,
            number: reading.numbers[index].text, state: .read, raw: table.text(of: cell),
            place: Place(table: tableIndex, row: cell.row, column: cell.column),
            note: reading.units.isEmpty ? "" : reading.units[index] ?? "")
    }
}
