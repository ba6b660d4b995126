internal import FoundationEssentials
internal import GRDB

/// Where a document stands in the dataset, and whether it has been read.
struct Placement {
    /// The path under which it stands, which is unique.
    var source: String
    var sha256: String
    /// The length of the document.
    var bytes: Int
    /// Which reading it has: its digest, or for one without bytes its source.
    var content: String
    /// The corrections that concern it, as one text; empty when there are none.
    var corrections: String
    /// The run that read it, when the ledger has that reading already.
    var reading: Int?
    /// Whether that reading came to something.
    var isDocument = false
    /// The reading that its text is of, and its page; 0 when there is none.
    var text = 0
    var page = 0
}

/// What the ledger has of a document, see ``LedgerStatements/known``.
private struct KnownDocument: FetchableRecord {
    /// The run that met something under its source; nothing when none has.
    let run: Int?
    let text: Int
    let page: Int
    /// Whether what stands under its source has the same content.
    let isSame: Bool
    /// What its content's reading depended on, which exit code it came to, and which run read it, when there is one.
    let signature: String?
    let code: Int
    let reading: Int

    init(row: Row) {
        run = row[0]
        text = row[1] ?? 0
        page = row[2] ?? 0
        isSame = row[3] ?? false
        signature = row[4]
        code = row[5] ?? 0
        reading = row[6] ?? 0
    }
}

extension Ledger {
    /// Finds out where a document that this run has met stands, and what is known of it; its row is written by ``store(_:)``.
    ///
    /// - Parameters:
    ///   - corrections: the corrections for a source, as one text.
    ///   - accepts: whether a report of that signature and code still counts.
    func place(
        source wanted: String, orElse long: String, sha256: String, bytes: Int, corrections: (_ source: String) -> String,
        accepts: (_ signature: String, _ code: Int) -> Bool
    ) throws -> Placement {
        // As wanted; when this run has met another there, with the input in front; or with a number behind it.
        for candidate in [wanted, long] {
            if let placement = try claim(candidate, sha256, bytes, corrections(candidate), accepts) { return placement }
        }
        var number = lastNumbers[wanted, default: 1]
        while true {
            number += 1
            let candidate = "\(wanted)#\(number)"
            if let placement = try claim(candidate, sha256, bytes, corrections(candidate), accepts) {
                lastNumbers[wanted] = number
                return placement
            }
        }
    }

    /// Gives a document a source, unless this run has met another there. Files of what stood there before are no longer its own, and the
    /// ledger says so before a worker writes others.
    private func claim(
        _ source: String, _ sha256: String, _ bytes: Int, _ corrections: String, _ accepts: (String, Int) -> Bool
    ) throws -> Placement? {
        guard !unstored.contains(source) else { return nil }
        var placement = Placement(
            source: source, sha256: sha256, bytes: bytes, content: sha256.isEmpty ? "none:" + source : sha256,
            corrections: corrections)
        let known = try KnownDocument.fetchOne(statements.known, arguments: [placement.content, corrections, source])
        if let known {
            if known.run == run { return nil }
            if known.isSame { (placement.text, placement.page) = (known.text, known.page) }
            if let signature = known.signature, accepts(signature, known.code) {
                placement.reading = known.reading
                placement.isDocument = known.code == 0
            }
        }
        if known?.run == nil { unstored.insert(source) } else { try store(placement) }
        return placement
    }

    /// Writes the row of a document: that this run has met it, and which readings its files are of.
    func store(_ placement: Placement) throws {
        unstored.remove(placement.source)
        try change {
            try statements.store.execute(
                arguments: [
                    placement.source, placement.content, placement.sha256, placement.corrections, placement.bytes, run,
                    placement.text, placement.page,
                ])
        }
    }

    /// Stores what a worker of this run told of a content.
    func record(_ report: ReportRecord, _ placement: Placement, version: String, signature: String) throws {
        pendingBytes += report.values.count + report.remarks.count
        try change {
            if let failure = report.failure {
                return try statements.recordFailure.execute(
                    arguments: [
                        placement.content, placement.corrections, run, signature, version, failure.code, failure.chinese,
                        failure.english,
                    ])
            }
            try statements.record.execute(
                arguments: [
                    placement.content, placement.corrections, run, signature, version, report.format, report.encoding,
                    report.title, report.issuer, report.year, report.forms, report.tables, report.failing, report.findings,
                    report.unfitting, report.values.count > 2 ? 1 : 0, Data(report.values), Data(report.remarks),
                ])
        }
    }

    /// The source of another document with the same bytes that has its text.
    func sourceWithText(_ placement: Placement) throws -> String? {
        try String.fetchOne(
            statements.sourceWithText,
            arguments: [placement.content, placement.corrections, placement.reading, placement.source])
    }
}
