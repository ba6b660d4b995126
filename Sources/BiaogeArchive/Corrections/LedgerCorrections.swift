internal import GRDB

extension Ledger {
    /// Adds corrections to those that were kept; one for the same place takes the other's.
    func keep(_ rows: [Corrections.Row], forgettingOthers: Bool) throws {
        try change {
            if forgettingOthers { try database.execute(sql: "DELETE FROM corrections") }
            for row in rows {
                try database.execute(
                    sql: "INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)",
                    arguments: [row.source, row.sha256, row.correction.key, row.correction.value, row.correction.reason])
            }
        }
        try commit()
    }

    /// All corrections that are kept.
    func keptCorrections() throws -> Corrections {
        let rows = try Row.fetchAll(database, sql: "SELECT * FROM corrections ORDER BY source, sha256, key")
        return Corrections(
            rows.map { row in
                Corrections.Row(
                    source: row[0], sha256: row[1], correction: Correction(key: row[2], value: row[3], reason: row[4]))
            })
    }
}
