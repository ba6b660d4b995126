internal import Biaoge

/// `values.csv`: a row for each value of each report.
struct ValuesExport: Export {
    private let output: CSVOutput
    /// The fields form to column_label of each slot, as they stand in a row.
    private let slotFields: [[UInt8]]

    init(_ folder: String, _ slots: SlotTable) throws {
        output = try CSVOutput(
            folder + "/values.csv",
            [
                "source", "issuer", "year", "form", "part", "key", "row_label", "column_label", "value", "state", "raw", "place",
                "note",
            ])
        slotFields = slots.entries.map { CSVOutput.fields([$0.form, $0.part, $0.key, $0.rowLabel, $0.columnLabel]) }
    }

    func add(_ report: borrowing StoredReport) throws {
        let head = CSVOutput.fields([report.source, report.issuer, report.year.map(String.init) ?? "", ""])
        let text = report.values.text
        let values = report.values.rows
        try output.addRows { rows in
            for row in values where slotFields.indices.contains(row.slot) {
                rows += head
                rows += slotFields[row.slot]
                CSVOutput.append(text, row.number, to: &rows)
                rows += Self.states[row.state]
                CSVOutput.append(text, row.raw, to: &rows)
                CSVOutput.append(text, row.place, to: &rows)
                CSVOutput.append(text, row.note, to: &rows)
                rows.append(0x0A)
            }
        }
    }

    /// Each state with a comma in front.
    private static let states = Value.State.allCases.map { Array(("," + $0.rawValue).utf8) }

    func finish() throws { try output.finish() }
}

/// `reports.csv`: a row for each document, failures included.
struct ReportsExport: Export {
    private let output: CSVOutput
    private let language: Language

    init(_ folder: String, _ language: Language) throws {
        self.language = language
        output = try CSVOutput(
            folder + "/reports.csv",
            ["source", "sha256", "version", "format", "encoding", "ok", "reason", "title", "issuer", "year", "forms", "tables"]
                + Value.State.allCases.map(\.rawValue) + ["failing", "findings"])
    }

    func add(_ report: borrowing StoredReport) throws {
        for text in [report.source, report.sha256, report.version, report.format, report.encoding] { output.add(text) }
        output.add(report.isRead ? "true" : "false")
        output.add(report.reason(language))
        for text in [report.title, report.issuer, report.year.map(String.init) ?? "", report.forms] { output.add(text) }
        output.add(report.tables)
        for count in report.stateCounts { output.add(count) }
        output.add(report.failing)
        output.add(report.findings + report.across.count)
        try output.endRow()
    }

    func finish() throws { try output.finish() }
}

/// `wide.csv`: a row for each report, a column for each key of all forms; cells without a number, or that the form does not have,
/// are empty.
struct WideExport: Export {
    private let output: CSVOutput
    private let columnCount: Int
    /// For each slot its column.
    private let columns: [Int]
    private let slots: SlotTable

    init(_ folder: String, _ slots: SlotTable) throws {
        self.slots = slots
        let keys = slots.keys
        columnCount = keys.count
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        columns = slots.entries.map { places[$0.key] ?? 0 }
        output = try CSVOutput(folder + "/wide.csv", ["source", "issuer", "year", "form"] + keys)
    }

    func add(_ report: borrowing StoredReport) throws {
        guard report.isReport else { return }
        var numbers = [Range<Int>](repeating: 0..<0, count: columnCount)
        for row in report.values.rows where columns.indices.contains(row.slot) && numbers[columns[row.slot]].isEmpty {
            numbers[columns[row.slot]] = row.number
        }
        let head = CSVOutput.fields([report.source, report.issuer, report.year.map(String.init) ?? "", report.forms])
        let text = report.values.text
        try output.addRows { row in
            row += head
            for number in numbers { CSVOutput.append(text, number, to: &row) }
            row.append(0x0A)
        }
    }

    func finish() throws { try output.finish() }
}

/// `findings.csv`: a row for each finding of each document, and those between reports.
struct FindingsExport: Export {
    private let output: CSVOutput
    private let language: Language

    init(_ folder: String, _ language: Language) throws {
        self.language = language
        output = try CSVOutput(folder + "/findings.csv", ["source", "kind", "part", "key", "place", "message"])
    }

    func add(_ report: borrowing StoredReport) throws {
        let source = report.source
        try StoredRemark.forEach(in: report.remarks) { try write($0, source) }
        for remark in report.across { try write(remark, source) }
    }

    /// Writes a finding that belongs to no document.
    func write(_ remark: StoredRemark, _ source: String) throws {
        try output.row([source, remark.kind, remark.part, remark.key, remark.place, remark.message(in: language)])
    }

    func finish() throws { try output.finish() }
}

/// `codebook.csv`: what every key is.
enum CodebookExport {
    static func write(_ folder: String, _ slots: SlotTable) throws {
        let output = try CSVOutput(folder + "/codebook.csv", ["form", "part", "key", "row_label", "column_label", "unit"])
        for slot in slots.entries {
            try output.row([slot.form, slot.part, slot.key, slot.rowLabel, slot.columnLabel, slot.unit])
        }
        try output.finish()
    }
}

/// `corrections-to-fill.csv`: every ambiguous and missing value, to be filled in and given to `--corrections`.
struct TemplateExport: Export {
    static let name = "corrections-to-fill.csv"
    private let output: CSVOutput
    private let slots: SlotTable

    init(_ folder: String, _ slots: SlotTable) throws {
        self.slots = slots
        output = try CSVOutput(folder + "/" + Self.name, ["source", "sha256", "key", "value", "reason"])
    }

    func add(_ report: borrowing StoredReport) throws {
        for row in report.values.rows where slots.entries.indices.contains(row.slot) {
            let state = Value.State.allCases[row.state]
            guard state == .ambiguous || state == .missing else { continue }
            let slot = slots.entries[row.slot]
            // Which cell it is, for the person who fills it in.
            let labels = [slot.rowLabel, slot.columnLabel].filter { !$0.isEmpty }.joined(separator: " × ")
            let hints = [labels, state.rawValue, report.values.string(row.place), report.values.string(row.note)]
            try output.row([
                report.source, report.sha256, slot.key, "", hints.filter { !$0.isEmpty }.joined(separator: "; "),
            ])
        }
    }

    func finish() throws { try output.finish() }
}
