internal import Biaoge
internal import GRDB

/// Compares the reports of the archive with each other; what it finds stands in the ledger beside the findings of the documents.
///
/// Only one issuer's reports are in memory at a time.
struct AcrossReports {
    /// What one report has for the comparison.
    private struct Entry {
        var issuer: String
        var name: String
        var year: Int
        var source: String
        /// Where the ledger has the report.
        var row: Int
        /// What it says, once that is asked for.
        var numbers: Numbers?
    }

    /// The values of a report that are compared.
    private struct Numbers {
        let values: StoredValues
        /// For each key that is compared the row of its number.
        let rows: [Int?]
    }

    private let ledger: Ledger
    private var counts: [String: Int] = [:]
    private var countedSource = ""
    /// The keys that are compared, and their places in ``Numbers/rows``.
    private let keys: [String]
    private let places: [String: Int]
    /// For each slot the place of its key, where it is compared.
    private let keyOfSlot: [Int?]

    init(_ ledger: Ledger, _ slots: SlotTable) {
        self.ledger = ledger
        keys = slots.keys.filter(Self.isCompared)
        let places = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        self.places = places
        keyOfSlot = slots.entries.map { places[$0.key] }
    }

    /// Compares all reports.
    ///
    /// - Parameters:
    ///   - issuers: who has reported, and how often.
    ///   - names: what they are called here.
    mutating func compare(_ issuers: [(name: String, reports: Int)], _ names: IssuerNames) throws {
        try ledger.change {
            try ledger.database.execute(sql: "DELETE FROM across")
            guard try storeKeys(issuers, names) else { return }
            let reports = try Row.fetchCursor(ledger.database, sql: Self.query)
            var before: [Entry] = []
            var current: [Entry] = []
            while let row = try reports.next() {
                var entry = Entry(issuer: row[0], name: row[1], year: row[2], source: row[3], row: row[4])
                if let last = current.last, last.issuer != entry.issuer || last.year != entry.year {
                    before = last.issuer == entry.issuer ? current : []
                    current = []
                }
                if let first = current.first {
                    try note(
                        Finding(.reportedTwice, arguments: [entry.name, String(entry.year), first.source]), part: "", key: "",
                        place: "", entry.source)
                }
                if let last = before.first, last.year == entry.year - 1 {
                    before[0].numbers = try numbers(last)
                    entry.numbers = try numbers(entry)
                    try compare(before[0], entry)
                }
                current.append(entry)
            }
        }
    }

    private static let query = """
        SELECT k.key, r.issuer, r.year, d.source, r.rowid
        FROM documents d JOIN reports r ON r.content = d.content AND r.corrections = d.corrections JOIN temp.issuer_keys k ON k.name = r.issuer
        WHERE r.ok AND r.year IS NOT NULL AND r.recognised AND NOT EXISTS (
            SELECT 1 FROM documents o WHERE o.content = d.content AND o.corrections = d.corrections AND o.source < d.source)
        ORDER BY k.key, r.year, d.source
        """

    /// Notes what those issuers are called here that may have several reports; a single one has nothing to be compared with.
    ///
    /// - Returns: whether there are any.
    private func storeKeys(_ issuers: [(name: String, reports: Int)], _ names: IssuerNames) throws -> Bool {
        let joined = names.joinedNames
        let several = issuers.filter { $0.reports > 1 || joined.contains($0.name) }
        guard !several.isEmpty else { return false }
        let database = ledger.database
        try database.execute(
            sql: """
                CREATE TEMP TABLE IF NOT EXISTS issuer_keys (name TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
                DELETE FROM issuer_keys
                """)
        let insert = try database.makeStatement(sql: "INSERT INTO issuer_keys VALUES (?, ?)")
        for issuer in several { try insert.execute(arguments: [issuer.name, names.key(issuer.name)]) }
        return true
    }

    /// For each key that is compared the first value that has a number.
    private func numbers(_ entry: Entry) throws -> Numbers {
        if let numbers = entry.numbers { return numbers }
        let statement = try ledger.database.cachedStatement(sql: "SELECT slot_values FROM reports WHERE rowid = ?")
        let values = StoredValues(try statement.bytes(arguments: [entry.row]))
        var rows = [Int?](repeating: nil, count: keys.count)
        for (index, row) in values.rows.enumerated() where !row.number.isEmpty && keyOfSlot.indices.contains(row.slot) {
            if let key = keyOfSlot[row.slot], rows[key] == nil { rows[key] = index }
        }
        return Numbers(values: values, rows: rows)
    }

    /// What a report has for a key, and where.
    private func number(_ entry: Entry, _ key: String) -> (number: String, place: String)? {
        guard let numbers = entry.numbers, let place = places[key], let index = numbers.rows[place] else { return nil }
        let row = numbers.values.rows[index]
        return (numbers.values.string(row.number), numbers.values.string(row.place))
    }

    private static func isCompared(_ key: String) -> Bool {
        ["requests.carried_", "proactive.rules:", "proactive.normative:"].contains { key.utf8.starts(with: $0.utf8) }
    }

    /// Compares a report with the same issuer's of the year before.
    private mutating func compare(_ last: Entry, _ this: Entry) throws {
        for slot in keys where slot.utf8.starts(with: "requests.carried_over:".utf8) {
            let forward = "requests.carried_forward:" + slot.dropFirst("requests.carried_over:".count)
            guard let before = number(last, forward), let now = number(this, slot), !Self.areEqual([before.number], [now.number])
            else { continue }
            try note(
                Finding(
                    .carriedOverDiffers,
                    arguments: [String(last.year), before.number, last.source, String(this.year), now.number]),
                part: "requests", key: slot, place: now.place, this.source)
        }
        for name in ["rules", "normative"] {
            let key = "proactive.\(name):"
            guard let before = number(last, key + "in_force"), let issued = number(this, key + "issued"),
                let repealed = number(this, key + "repealed"), let now = number(this, key + "in_force"),
                !Self.areEqual([before.number, issued.number], [now.number, repealed.number])
            else { continue }
            var rolled = ExactSum()
            guard rolled.add(before.number.utf8), rolled.add(issued.number.utf8), rolled.add(("-" + repealed.number).utf8) else {
                continue
            }
            try note(
                Finding(
                    .inForceDiffers,
                    arguments: [String(last.year), before.number, String(this.year), rolled.text, now.number]),
                part: "proactive", key: key + "in_force", place: now.place, this.source)
        }
    }

    private static func areEqual(_ left: [String], _ right: [String]) -> Bool {
        var sum = ExactSum()
        var other = ExactSum()
        for number in left { _ = sum.add(number.utf8) }
        for number in right { _ = other.add(number.utf8) }
        return sum.subtract(other) && sum.isZero
    }

    private mutating func note(_ finding: Finding, part: String, key: String, place: String, _ source: String) throws {
        if countedSource != source {
            countedSource = source
            counts[source] = try Int.fetchOne(
                ledger.database, sql: "SELECT COUNT(*) FROM across WHERE source = ?", arguments: [source])
        }
        let number = counts[source] ?? 0
        counts = [source: number + 1]
        var arguments = JSONRows.Writer()
        arguments.beginRow()
        for argument in finding.arguments { arguments.add(argument) }
        arguments.endRow()
        try ledger.database.cachedStatement(sql: "INSERT INTO across VALUES (?, ?, ?, ?, ?, ?, ?)").execute(
            arguments: [
                source, number, finding.kind.rawValue, part, key, place, String(decoding: arguments.json, as: UTF8.self),
            ])
    }
}

extension Finding {
    /// A finding with a list of arguments.
    init(_ kind: Kind, arguments: [String]) {
        self.init(kind)
        self.arguments = arguments
    }
}

extension Ledger {
    /// The names of all issuers of reports, and how many reports with a year there are of each.
    func issuers() throws -> [(name: String, reports: Int)] {
        try Row.fetchAll(
            database,
            sql: "SELECT issuer, COUNT(year) FROM reports WHERE ok AND issuer <> '' AND recognised GROUP BY issuer"
        ).map { ($0[0], $0[1]) }
    }

    /// The findings between reports that concern a source.
    func across(_ source: String) throws -> [StoredRemark] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT kind, part, key, place, arguments FROM across WHERE source = ? ORDER BY number"),
            arguments: [source]
        ).map { row in
            var reader = JSONRows.Reader(row.bytes(4))
            _ = reader.next()
            return StoredRemark(
                kind: row[0], part: row[1], key: row[2], place: row[3], arguments: reader.fields.indices.map { reader.string($0) }
            )
        }
    }
}
