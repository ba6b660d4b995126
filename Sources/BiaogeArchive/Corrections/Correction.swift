/// A value that a person has set.
struct Correction: Sendable, Hashable {
    var key: String
    var value: String
    var reason: String
}

/// All corrections: those of the file and those that the ledger kept.
struct Corrections {
    /// One line of a corrections file.
    struct Row: Hashable {
        /// The source that it concerns; empty when the digest says so.
        var source: String
        /// The digest of the bytes that it concerns; empty when the source says so.
        var sha256: String
        var correction: Correction
    }

    private var bySource: [String: [Row]] = [:]
    private var byDigest: [String: [Row]] = [:]
    /// Rows that no document of the run has asked for.
    private(set) var unused: Set<Row> = []

    init(_ rows: [Row]) {
        for row in rows {
            if !row.source.isEmpty { bySource[row.source, default: []].append(row) }
            if row.source.isEmpty { byDigest[row.sha256, default: []].append(row) }
            unused.insert(row)
        }
    }

    var isEmpty: Bool { bySource.isEmpty && byDigest.isEmpty }

    /// The corrections for a document, each key once, in the order of the keys. One that names the source counts more than one
    /// that names the digest; one that names both needs both.
    mutating func corrections(source: String, sha256: String) -> [Correction] {
        guard !isEmpty else { return [] }
        var chosen: [String: Correction] = [:]
        for row in (byDigest[sha256] ?? []) + (bySource[source] ?? []) where row.sha256.isEmpty || row.sha256 == sha256 {
            unused.remove(row)
            chosen[row.correction.key] = row.correction
        }
        return chosen.values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    }
}

extension [Correction] {
    /// The corrections as one text, by which a reading with them is told from one without; empty when there are none.
    var text: String {
        map { "\($0.key)=\($0.value) \($0.reason)" }.joined(separator: "\n")
    }
}
