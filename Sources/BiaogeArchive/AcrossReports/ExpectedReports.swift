internal import Biaoge
internal import Files
internal import GRDB

/// Who should have reported: a name a line, or name and year with a comma between.
struct ExpectedReports {
    private struct Line {
        var name: String
        var year: Int?
    }

    private let path: String
    private var lines: [Line] = []

    init(_ path: String) throws {
        self.path = path
        var bytes = Array(EntryName.text(try InputFile.read(path, maximumBytes: 1 << 30)).utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        var table = CSVReader(bytes)
        while let fields = table.next() {
            let name = String(fields[0].unicodeScalars.filter { !$0.properties.isWhitespace })
            // A header has a word where the year would be.
            if fields.count > 1, !fields[1].isEmpty, Int(fields[1]) == nil { continue }
            if !name.isEmpty { lines.append(Line(name: name, year: fields.count > 1 ? Int(fields[1]) : nil)) }
        }
    }

    /// The names of the list.
    var names: [String] { lines.map(\.name) }

    /// A finding for each report that is not there; a line without a year means every year of the archive.
    func missing(in ledger: Ledger, _ issuers: IssuerNames) throws -> [(source: String, remark: StoredRemark)] {
        var reported: Set<String> = []
        let rows = try Row.fetchCursor(
            ledger.database,
            sql: "SELECT DISTINCT issuer, year FROM reports WHERE ok AND issuer <> '' AND recognised")
        while let row = try rows.next() { reported.insert("\(issuers.key(row[0])) \((row[1] as Int?).map(String.init) ?? "")") }
        let years = try ledger.years()
        var missing: [(source: String, remark: StoredRemark)] = []
        for line in lines {
            for year in line.year.map({ [$0] }) ?? years where !reported.contains("\(issuers.key(line.name)) \(year)") {
                let remark = StoredRemark(
                    kind: Finding.Kind.notReported.rawValue, part: "", key: "", place: "", arguments: [line.name, String(year)])
                missing.append((path, remark))
            }
        }
        return missing
    }
}
