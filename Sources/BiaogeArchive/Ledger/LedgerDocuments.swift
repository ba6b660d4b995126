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
    /// The run that read it, when the ledger has that reading already.
    var reading: Int?
    /// Whether that reading came to something.
    var isDocument = false
    /// The reading that its text is of, and its page; 0 when there is none.
    var text = 0
    var page = 0
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

    /// Gives a document a source, unless this run has met another there. Files of what stood there before are no longer its own.
    private func claim(
        _ source: String, _ sha256: String, _ bytes: Int, _ corrections: String, _ accepts: (String, Int) -> Bool
    ) throws -> Placement? {
        var placement = Placement(source: source, content: sha256.isEmpty ? "none:" + source : sha256, corrections: corrections)
        if let row = try Row.fetchOne(statements.known, arguments: [placement.content, corrections, source]) {
            if row[0] as Int? == run { return nil }
            if row[3] as Bool? == true { (placement.text, placement.page) = (row[1], row[2]) }
            if let signature = row[4] as String?, accepts(signature, row[5]) {
                placement.reading = row[6]
                placement.isDocument = row[5] == 0
            }
        }
        try change {
            try statements.claim.execute(
                arguments: [source, placement.content, sha256, corrections, bytes, run, placement.text, placement.page])
        }
        return placement
    }

    /// Stores what a worker of this run told of a content.
    func record(_ report: ReportRecord, _ placement: Placement, version: String, signature: String) throws {
        pendingBytes += report.values.count + report.remarks.count
        try change {
            try statements.record.execute(
                arguments: [
                    placement.content, placement.corrections, run, signature, version, report.failure == nil ? 1 : 0,
                    report.failure?.code ?? 0, report.failure?.chinese ?? "", report.failure?.english ?? "", report.format,
                    report.encoding, report.title, report.issuer, report.year, report.forms, report.tables, report.failing,
                    report.findings, report.unfitting, report.values.count > 2 ? 1 : 0, Data(report.values), Data(report.remarks),
                ])
        }
    }

    /// Notes which reading the files of a document are of.
    func noteFiles(of placement: Placement) throws {
        try change {
            try statements.noteFiles.execute(
                arguments: [placement.text, placement.page, placement.source])
        }
    }

    /// The source of another document with the same bytes that has its text.
    func sourceWithText(_ placement: Placement) throws -> String? {
        try String.fetchOne(
            statements.sourceWithText,
            arguments: [placement.content, placement.corrections, placement.reading, placement.source])
    }
}
