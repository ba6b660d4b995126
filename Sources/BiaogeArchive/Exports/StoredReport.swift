internal import Biaoge
internal import GRDB

/// A document with its reading, as it comes out of the ledger.
struct StoredReport: Sendable {
    var source: String
    var sha256: String
    var version: String
    var isRead: Bool
    /// The exit code that the document would be alone, when it was not read.
    var code: Int
    var reasonChinese: String
    var reasonEnglish: String
    var format: String
    var encoding: String
    var title: String
    var issuer: String
    var year: Int?
    var forms: String
    var tables: Int
    var failing: Int
    var findings: Int
    var unfitting: String
    /// The values and the findings as JSON, until they are taken apart.
    private var json: (values: [UInt8], remarks: [UInt8])
    var values = StoredValues([])
    /// How many values are in each state, in the order of ``Value/State``.
    var stateCounts = [Int](repeating: 0, count: Value.State.allCases.count)
    var remarks: [StoredRemark] = []
    /// Whether it is a report on a known form.
    var isReport: Bool
    /// Whether an earlier source has the same bytes.
    var isCopy: Bool
    /// Findings that come from comparing reports with each other.
    var across: [StoredRemark] = []

    static let query = """
        SELECT d.source, d.sha256, r.version, r.ok, r.reason_zh, r.reason_en, r.format, r.encoding, r.title, r.issuer, r.year, r.forms,
            r.tables, r.failing, r.findings, r.unfitting, r.recognised, r.slot_values, r.remarks,
            EXISTS (SELECT 1 FROM documents o WHERE o.content = d.content AND o.corrections = d.corrections AND o.source < d.source),
            r.code
        FROM documents d JOIN reports r ON r.content = d.content AND r.corrections = d.corrections ORDER BY d.source
        """

    init(_ row: Row) {
        source = row[0]
        sha256 = row[1]
        version = row[2]
        isRead = row[3]
        reasonChinese = row[4]
        reasonEnglish = row[5]
        format = row[6]
        encoding = row[7]
        title = row[8]
        issuer = row[9]
        year = row[10]
        forms = row[11]
        tables = row[12]
        failing = row[13]
        findings = row[14]
        unfitting = row[15]
        isReport = row[16]
        json = (row.bytes(17), row.bytes(18))
        isCopy = row[19]
        code = row[20]
    }

    /// How much there is to take apart, in bytes.
    var size: Int { json.values.count + json.remarks.count }

    /// Takes the values and the findings apart.
    mutating func takeApart() {
        values = StoredValues(json.values)
        for row in values.rows { stateCounts[row.state] += 1 }
        remarks = StoredRemark.all(in: json.remarks)
        json = ([], [])
    }

    /// Why it could not be read, in a language; empty when it could.
    func reason(_ language: Language) -> String { language == .chinese ? reasonChinese : reasonEnglish }
}

/// A finding as the ledger keeps it.
struct StoredRemark: Sendable {
    var kind: String
    var part: String
    var key: String
    var place: String
    var arguments: [String]

    /// The finding as a sentence.
    func message(in language: Language) -> String {
        guard let kind = Finding.Kind(rawValue: kind) else { return arguments.joined(separator: ", ") }
        var finding = Finding(kind)
        finding.arguments = arguments
        return finding.message(in: language)
    }

    /// The findings of a document.
    static func all(in json: [UInt8]) -> [StoredRemark] {
        var remarks: [StoredRemark] = []
        var reader = JSONRows.Reader(json)
        while reader.next() {
            remarks.append(
                StoredRemark(
                    kind: reader.string(0), part: reader.string(1), key: reader.string(2), place: reader.string(3),
                    arguments: (4..<max(4, reader.fields.count)).map { reader.string($0) }))
        }
        return remarks
    }
}
