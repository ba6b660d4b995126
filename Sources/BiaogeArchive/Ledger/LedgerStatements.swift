internal import GRDB

/// The statements that run for each document, prepared once.
struct LedgerStatements {
    /// What the ledger has of a document: what stands under its source (the run that met it, the readings that its files are of, whether
    /// its content is the same), and how its content was read.
    let known: Statement
    /// Stores that this run has met a document, and which readings its files are of. (With RETURNING, SQLite would keep a journal of each
    /// statement: four times the writing.)
    let store: Statement
    /// Stores what was read in a content, in place of what the ledger had of it. (INSERT OR REPLACE would have SQLite keep a journal of
    /// each statement.) GRDB copies no texts for a statement of at most twenty arguments.
    let record: Statement
    /// Stores why a content could not be read, likewise.
    let recordFailure: Statement
    /// Finds another document with the same content that has its text.
    let sourceWithText: Statement

    init(_ database: Database) throws {
        known = try database.makeStatement(
            sql: """
                SELECT d.run, d.text, d.page, d.content = ?1 AND d.corrections = ?2 AS same, r.signature, r.code, r.reading
                FROM (SELECT 1) LEFT JOIN documents d ON d.source = ?3 LEFT JOIN reports r ON r.content = ?1 AND r.corrections = ?2
                """)
        store = try database.makeStatement(
            sql: """
                INSERT INTO documents (source, content, sha256, corrections, bytes, run, text, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET content = excluded.content, sha256 = excluded.sha256,
                    corrections = excluded.corrections, bytes = excluded.bytes, run = excluded.run, text = excluded.text,
                    page = excluded.page
                """)
        record = try database.makeStatement(
            sql: Self.record("1, 0, '', '', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT)"))
        recordFailure = try database.makeStatement(
            sql: Self.record("0, ?, ?, ?, '', '', '', '', NULL, '', 0, 0, 0, '', 0, '[]', '[]'"))
        sourceWithText = try database.makeStatement(
            sql: "SELECT source FROM documents WHERE content = ? AND corrections = ? AND text = ? AND source <> ? LIMIT 1")
    }

    /// Stores what a content came to: who read it, and the outcome from the column `ok` on.
    private static func record(_ outcome: String) -> String {
        let columns = [
            "reading", "signature", "version", "ok", "code", "reason_zh", "reason_en", "format", "encoding", "title",
            "issuer", "year", "forms", "tables", "failing", "findings", "unfitting", "recognised", "slot_values", "remarks",
        ]
        return """
            INSERT INTO reports (content, corrections, \(columns.joined(separator: ", "))) VALUES (?, ?, ?, ?, ?, \(outcome))
            ON CONFLICT (content, corrections) DO UPDATE SET \(columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
            """
    }
}
