internal import FoundationEssentials
internal import GRDB

/// Where a document stands in the dataset, and whether it has been read.
struct Placement {
    /// The path under which it stands, which is unique.
    var source: String
    /// Which reading it has: its digest, or for one without bytes its source.
    var content: String
    /// The corrections that concern it, as one text; empty when there are none.
    var corrections: String
    /// Whether the ledger has this reading already.
    var isRead: Bool
}

extension Ledger {
    /// Notes that this run has met a document.
    ///
    /// - Parameters:
    ///   - corrections: the corrections for a source, as one text.
    ///   - accepts: whether a report of that signature and code still counts.
    func place(
        source wanted: String, orElse long: String, sha256: String, bytes: Int, corrections: (_ source: String) -> String,
        accepts: (_ signature: String, _ code: Int) -> Bool
    ) throws -> Placement {
        let source = try freeSource(wanted, long)
        let corrections = corrections(source)
        let content = sha256.isEmpty ? "none:" + source : sha256
        try change {
            try database.cachedStatement(
                sql: """
                    INSERT INTO documents (source, content, sha256, corrections, bytes, run) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (source) DO UPDATE SET content = excluded.content, sha256 = excluded.sha256,
                        corrections = excluded.corrections, bytes = excluded.bytes, run = excluded.run
                    """
            ).execute(arguments: [source, content, sha256, corrections, bytes, run])
        }
        let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT signature, code FROM reports WHERE content = ? AND corrections = ?"),
            arguments: [content, corrections])
        let isRead = known.map { accepts($0[0], $0[1]) } ?? false
        return Placement(source: source, content: content, corrections: corrections, isRead: isRead)
    }

    /// The source under which a document stands: as wanted; when this run has met another there, with the input in front; or
    /// with a number behind it.
    private func freeSource(_ wanted: String, _ long: String) throws -> String {
        for candidate in [wanted, long] where try !hasMet(candidate) { return candidate }
        var number = lastNumbers[wanted, default: 1] + 1
        while try hasMet("\(wanted)#\(number)") { number += 1 }
        lastNumbers[wanted] = number
        return "\(wanted)#\(number)"
    }

    private func hasMet(_ source: String) throws -> Bool {
        try Int.fetchOne(database.cachedStatement(sql: "SELECT run FROM documents WHERE source = ?"), arguments: [source]) == run
    }

    /// Stores what a worker told of a content.
    func record(_ report: ReportRecord, content: String, corrections: String, version: String, signature: String) throws {
        try change {
            try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO reports (content, corrections, signature, version, ok, code, reason_zh, reason_en, format,
                        encoding, title, issuer, year, forms, tables, failing, findings, unfitting, slot_values, remarks, text)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT))
                    """
            ).execute(
                arguments: [
                    content, corrections, signature, version, report.failure == nil ? 1 : 0, report.failure?.code ?? 0,
                    report.failure?.chinese ?? "", report.failure?.english ?? "", report.format, report.encoding, report.title,
                    report.issuer, report.year, report.forms, report.tables, report.failing, report.findings, report.unfitting,
                    Data(report.values), Data(report.remarks), Data(report.text),
                ])
        }
    }
}
