internal import Biaoge

/// `reports.csv`: a row for each document, failures included.
struct ReportsExport: RowExport {
    let name = "reports.csv"
    let header =
        ["source", "sha256", "version", "format", "encoding", "ok", "reason", "title", "issuer", "year", "forms", "tables"]
        + Value.State.allCases.map(\.rawValue) + ["failing", "findings"]
    let language: Language

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        var fields = [report.source, report.sha256, report.version, report.format, report.encoding]
        fields += [report.isRead ? "true" : "false", report.reason(language)]
        fields += [report.title, report.issuer, report.year.map(String.init) ?? "", report.forms, String(report.tables)]
        fields += report.stateCounts.map(String.init)
        fields += [String(report.failing), String(report.findings + report.across.count)]
        CSVText.appendRow(fields, to: &rows)
    }
}

/// `wide.csv`: a row for each report, a column for each key of all forms; cells without a number, or that the form does not have,
/// are empty.
struct WideExport: RowExport {
    let name = "wide.csv"
    let header: [String]
    private let columnCount: Int
    /// For each slot its column.
    private let columns: [Int]

    init(_ slots: SlotTable) {
        let keys = slots.keys
        columnCount = keys.count
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        columns = slots.entries.map { places[$0.key] ?? 0 }
        header = ["source", "issuer", "year", "form"] + keys
    }

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        guard report.isReport else { return }
        var numbers = [Range<Int>](repeating: 0..<0, count: columnCount)
        for row in report.values.rows where columns.indices.contains(row.slot) && numbers[columns[row.slot]].isEmpty {
            numbers[columns[row.slot]] = row.number
        }
        rows += CSVText.fields([report.source, report.issuer, report.year.map(String.init) ?? "", report.forms])
        let text = report.values.text
        for number in numbers {
            rows.append(addingCapacity: number.count + 1) { output in
                output.append(UInt8(ascii: ","))
                for index in number { output.append(text[index]) }
            }
        }
        rows.append(0x0A)
    }
}

/// `findings.csv`: a row for each finding of each document, and those between reports.
struct FindingsExport: RowExport {
    let name = "findings.csv"
    let header = ["source", "kind", "part", "key", "place", "message"]
    let language: Language

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        for remark in report.remarks + report.across { CSVText.appendRow(fields(remark, report.source), to: &rows) }
    }

    /// The row of a finding.
    func fields(_ remark: StoredRemark, _ source: String) -> [String] {
        [source, remark.kind, remark.part, remark.key, remark.place, remark.message(in: language)]
    }
}

/// `codebook.csv`: what every key is.
enum CodebookExport {
    static func csv(_ slots: SlotTable) -> [UInt8] {
        var rows: [UInt8] = []
        CSVText.appendRow(["form", "part", "key", "row_label", "column_label", "unit"], to: &rows)
        for slot in slots.entries {
            CSVText.appendRow([slot.form, slot.part, slot.key, slot.rowLabel, slot.columnLabel, slot.unit], to: &rows)
        }
        return rows
    }
}

/// `corrections-to-fill.csv`: every ambiguous and missing value, to be filled in and given to `--corrections`.
struct TemplateExport: RowExport {
    static let fileName = "corrections-to-fill.csv"
    let name = TemplateExport.fileName
    let header = ["source", "sha256", "key", "value", "reason"]
    let slots: SlotTable

    func appendRows(of report: borrowing StoredReport, to rows: inout [UInt8]) {
        for row in report.values.rows where Self.isOpen[row.state] && slots.entries.indices.contains(row.slot) {
            let slot = slots.entries[row.slot]
            // Which cell it is, for the person who fills it in.
            let labels = [slot.rowLabel, slot.columnLabel].filter { !$0.isEmpty }.joined(separator: " × ")
            let hints = [
                labels, Value.State.allCases[row.state].rawValue, report.values.string(row.place), report.values.string(row.note),
            ]
            CSVText.appendRow(
                [report.source, report.sha256, slot.key, "", hints.filter { !$0.isEmpty }.joined(separator: "; ")], to: &rows)
        }
    }

    /// For each state whether a value in it is to be filled in.
    private static let isOpen = Value.State.allCases.map { $0 == .ambiguous || $0 == .missing }
}
