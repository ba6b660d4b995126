internal import GRDB

/// The tables of the ledger.
///
/// `documents` has a row for each path, `reports` one for each content that was read; what a report says (its values and findings)
/// stands in it as JSON text, which is quick to store and which SQLite itself takes apart for the views `values` and `findings`.
/// `reading` is the run that read it, and `text` and `page` of a document the reading that its files in the dataset are of.
enum LedgerSchema {
    /// Grows when the tables change; a ledger of another version is made anew, its corrections aside.
    static let version = 2

    static func create(in database: Database) throws {
        if try Int.fetchOne(database, sql: "PRAGMA user_version") != version {
            for name in ["values", "findings"] { try database.execute(sql: "DROP VIEW IF EXISTS \"\(name)\"") }
            for name in ["runs", "documents", "reports", "slots", "across", "pages"] {
                try database.execute(sql: "DROP TABLE IF EXISTS \(name)")
            }
            try database.execute(sql: "PRAGMA user_version = \(version)")
        }
        try database.execute(sql: tables)
    }

    private static let tables = """
        CREATE TABLE IF NOT EXISTS runs (
            run INTEGER PRIMARY KEY, version TEXT NOT NULL, signature TEXT NOT NULL, complete INTEGER NOT NULL DEFAULT 0
        );
        CREATE TABLE IF NOT EXISTS documents (
            source TEXT PRIMARY KEY, content TEXT NOT NULL, sha256 TEXT NOT NULL, corrections TEXT NOT NULL,
            bytes INTEGER NOT NULL, run INTEGER NOT NULL, text INTEGER NOT NULL DEFAULT 0, page INTEGER NOT NULL DEFAULT 0
        ) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS documents_by_content ON documents (content, corrections, source);
        CREATE TABLE IF NOT EXISTS reports (
            content TEXT NOT NULL, corrections TEXT NOT NULL, reading INTEGER NOT NULL, signature TEXT NOT NULL, version TEXT NOT NULL,
            ok INTEGER NOT NULL, code INTEGER NOT NULL, reason_zh TEXT NOT NULL, reason_en TEXT NOT NULL,
            format TEXT NOT NULL, encoding TEXT NOT NULL, title TEXT NOT NULL, issuer TEXT NOT NULL, year INTEGER,
            forms TEXT NOT NULL, tables INTEGER NOT NULL, failing INTEGER NOT NULL, findings INTEGER NOT NULL,
            unfitting TEXT NOT NULL, recognised INTEGER NOT NULL, slot_values TEXT NOT NULL, remarks TEXT NOT NULL,
            UNIQUE (content, corrections)
        );
        CREATE TABLE IF NOT EXISTS slots (
            slot INTEGER PRIMARY KEY, form TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, row_label TEXT NOT NULL,
            column_label TEXT NOT NULL, unit TEXT NOT NULL
        );
        CREATE TABLE IF NOT EXISTS corrections (
            source TEXT NOT NULL, sha256 TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, reason TEXT NOT NULL,
            PRIMARY KEY (source, sha256, key)
        ) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS across (
            source TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL,
            place TEXT NOT NULL, arguments TEXT NOT NULL, PRIMARY KEY (source, number)
        ) WITHOUT ROWID;
        CREATE VIEW IF NOT EXISTS "values" AS
            SELECT d.source, r.issuer, r.year, s.form, s.part, s.key, s.row_label, s.column_label,
                json_extract(v.value, '$[1]') AS value, coalesce(json_extract(v.value, '$[3]'), 'read') AS state,
                coalesce(json_extract(v.value, '$[4]'), json_extract(v.value, '$[1]')) AS raw,
                CASE json_type(v.value, '$[2]') WHEN 'integer' THEN 'line ' || json_extract(v.value, '$[2]')
                    WHEN 'array' THEN 'table ' || json_extract(v.value, '$[2][0]') || ', row ' || json_extract(v.value, '$[2][1]')
                        || ', column ' || json_extract(v.value, '$[2][2]')
                    ELSE json_extract(v.value, '$[2]') END AS place,
                coalesce(json_extract(v.value, '$[5]'), '') AS note
            FROM documents d JOIN reports r USING (content, corrections) JOIN json_each(r.slot_values) v
                JOIN slots s ON s.slot = json_extract(v.value, '$[0]');
        CREATE VIEW IF NOT EXISTS findings AS
            SELECT d.source, json_extract(f.value, '$[0]') AS kind, json_extract(f.value, '$[1]') AS part,
                json_extract(f.value, '$[2]') AS key, json_extract(f.value, '$[3]') AS place,
                json_extract(f.value, '$[4]') AS arguments
            FROM documents d JOIN reports r USING (content, corrections) JOIN json_each(r.remarks) f
            UNION ALL SELECT source, kind, part, key, place, arguments FROM across;
        """
}
