internal import GRDB

/// The statements that run for each document, prepared once.
struct LedgerStatements {
    /// Notes that this run has met a document, unless it has met another of that name, and gives the readings that its files are of.
    let claim: Statement
    /// What the ledger has of a content.
    let known: Statement
    /// Removes what the ledger has of a content. (INSERT OR REPLACE would have SQLite keep a journal of each statement.)
    let forget: Statement
    /// Stores what a content came to.
    let record: Statement
    /// Notes which readings the files of a document are of.
    let noteFiles: Statement
    /// Finds another document with the same content that has its text.
    let sourceWithText: Statement

    init(_ database: Database) throws {
        claim = try database.makeStatement(
            sql: """
                INSERT INTO documents (source, content, sha256, corrections, bytes, run) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (source) DO UPDATE SET
                    text = iif(content = excluded.content AND corrections = excluded.corrections, text, 0),
                    page = iif(content = excluded.content AND corrections = excluded.corrections, page, 0),
                    content = excluded.content, sha256 = excluded.sha256, corrections = excluded.corrections,
                    bytes = excluded.bytes, run = excluded.run
                WHERE run <> excluded.run
                RETURNING text, page
                """)
        known = try database.makeStatement(
            sql: "SELECT signature, code, reading FROM reports WHERE content = ? AND corrections = ?")
        forget = try database.makeStatement(sql: "DELETE FROM reports WHERE content = ? AND corrections = ?")
        record = try database.makeStatement(
            sql: """
                INSERT INTO reports (content, corrections, reading, signature, version, ok, code, reason_zh, reason_en,
                    format, encoding, title, issuer, year, forms, tables, failing, findings, unfitting, recognised, slot_values, remarks)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))
                """)
        noteFiles = try database.makeStatement(sql: "UPDATE documents SET text = ?, page = ? WHERE source = ?")
        sourceWithText = try database.makeStatement(
            sql: "SELECT source FROM documents WHERE content = ? AND corrections = ? AND text = ? AND source <> ? LIMIT 1")
    }
}
