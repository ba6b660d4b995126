internal import Biaoge
internal import GRDB

/// Who should have reported: a name a line, for any year, or name and year with a comma between.
struct ExpectedReports {
    private struct Line {
        var name: String
        var year: Int?
    }

    private let path: String
    private var lines: [Line] = []

    /// - Throws: `FileError`, and ``InputProblem`` when nobody is named or a year is none.
    init(_ path: String) throws {
        self.path = path
        var table = try CSVReader(path: path)
        while true {
            let line = table.line
            guard let fields = table.next() else { break }
            let (name, year) = (Self.text(fields[0]), fields.count > 1 ? Self.text(fields[1]) : "")
            if name.isEmpty { continue }
            let number = Self.year(year)
            if number == nil, !year.isEmpty {
                // A header has a word where the year would be.
                if line == 1 { continue }
                throw InputProblem(
                    path, line: line, "“\(year)”不是年度", "\(year) is no year; write it with four digits")
            }
            lines.append(Line(name: name, year: number))
        }
        if lines.isEmpty { throw InputProblem(path, DocumentFailure("名单里没有机关", "it names nobody")) }
    }

    /// A field without white space.
    private static func text(_ field: String) -> String { String(field.unicodeScalars.filter { !$0.properties.isWhitespace }) }

    /// A year as people write it: 2024, 2024年, 2024年度.
    private static func year(_ text: String) -> Int? {
        let digits = text.unicodeScalars.prefix(4)
        let rest = String(text.unicodeScalars.dropFirst(4))
        guard digits.count == 4, digits.allSatisfy({ $0 >= "0" && $0 <= "9" }), ["", "年", "年度"].contains(rest) else { return nil }
        return Int(String(digits))
    }

    /// The names of the list.
    var names: [String] { lines.map(\.name) }

    /// A finding for each report that is not there; a line without a year asks whether there is any.
    func missing(in ledger: Ledger, _ issuers: IssuerNames, _ language: Language) throws -> [(
        source: String, remark: StoredRemark
    )] {
        var reported: Set<String> = []
        let rows = try Row.fetchCursor(
            ledger.database,
            sql: "SELECT DISTINCT issuer, year FROM reports WHERE ok AND issuer <> '' AND recognised")
        while let row = try rows.next() {
            let (key, year) = (issuers.key(row[0]), row[1] as Int?)
            reported.insert(key)
            if let year { reported.insert("\(key) \(year)") }
        }
        return lines.compactMap { line in
            let key = issuers.key(line.name)
            guard !reported.contains(line.year.map { "\(key) \($0)" } ?? key) else { return nil }
            let year = line.year.map(String.init) ?? (language == .chinese ? "任何" : "any year")
            return (
                path,
                StoredRemark(kind: Finding.Kind.notReported.rawValue, part: "", key: "", place: "", arguments: [line.name, year])
            )
        }
    }
}
