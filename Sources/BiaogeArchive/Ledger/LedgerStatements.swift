internal import GRDB

/// The statements that run for each document, prepared once.
struct LedgerStatements {
    /// What the ledger has of a document: what stands under its source (the run that met it, the readings that its files are of, whether
    /// its content is the same), and how its content was read.
    let known: Statement
    /// Notes that this run has met a document. (With RETURNING, SQLite would keep a journal of each statement: four times the writing.)
    let claim: Statement
    /// Stores what a content came to, in place of what the ledger had of it. (INSERT OR REPLACE would have SQLite keep a journal of
    /// each statement.)
    let record: Statement
    /// Notes which readings the files of a document are of.
    let noteFiles: Statement
    /// Finds another document with the same content that has its text.
    let sourceWithText: Statement

    init(_ database: Database) throws {
        known = try database.makeStatement(
            sql: """
                SELECT d.run, d.text, d.page, d.content = ?1 AND d.corrections = ?2, r.signature, r.code, r.reading
                FROM (SELECT 1) LEFT JOIN documents d ON d.source = ?3 LEFT JOIN reports r ON r.content = ?1 AND r.corrections = ?2
                """)
        claim = try database.makeStatement(
            sql: """
                INSERT INTO documents (source, content, sha256, corrections, bytes, run, text, page) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET content = excluded.content, sha256 = excluded.sha256,
                    corrections = excluded.corrections, bytes = excluded.bytes, run = excluded.run, text = excluded.text,
                    page = excluded.page
                """)
        record = try database.makeStatement(
            sql: """
                INSERT INTO reports (content, corrections, \(Self.told.joined(separator: ", ")))
                VALUES (\(String(repeating: "?, ", count: Self.told.count))CAST(? AS TEXT), CAST(? AS TEXT))
                ON CONFLICT (content, corrections) DO UPDATE SET \(Self.told.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
                """)
        noteFiles = try database.makeStatement(sql: "UPDATE documents SET text = ?, page = ? WHERE source = ?")
        sourceWithText = try database.makeStatement(
            sql: "SELECT source FROM documents WHERE content = ? AND corrections = ? AND text = ? AND source <> ? LIMIT 1")
    }

    /// The columns of what a content came to, the two long texts last.
    private static let told = [
        "reading", "signature", "version", "ok", "code", "reason_zh", "reason_en", "format", "encoding", "title",
        "issuer", "year", "forms", "tables", "failing", "findings", "unfitting", "recognised", "slot_values", "remarks",
    ]
}
