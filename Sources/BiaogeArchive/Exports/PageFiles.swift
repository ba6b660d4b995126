internal import Files
internal import GRDB

/// Pages of reports, which are written as the reports are read and not kept in the ledger; it knows which ones there are.
extension Ledger {
    /// Whether the page of a document is there and of its present reading.
    func hasPage(_ placement: Placement, _ signature: String, in output: String) throws -> Bool {
        let state = try String.fetchOne(
            database.cachedStatement(sql: "SELECT state FROM pages WHERE source = ?"), arguments: [placement.source])
        guard state == Self.pageState(placement, signature) else { return false }
        let path = RawPath("\(output)/pages/\(DatasetPath.path(of: placement.source)).html")
        return (try? FileStatus(path, followingLinks: true)) != nil
    }

    /// Writes the page of a document.
    func writePage(_ page: [UInt8], _ placement: Placement, _ signature: String, in output: String) throws {
        try DatasetPath.write(page, below: output + "/pages", DatasetPath.path(of: placement.source) + ".html")
        try change {
            try database.cachedStatement(sql: "INSERT OR REPLACE INTO pages VALUES (?, ?)").execute(
                arguments: [placement.source, Self.pageState(placement, signature)])
        }
    }

    private static func pageState(_ placement: Placement, _ signature: String) -> String {
        "\(placement.content) \(signature) \(placement.corrections)"
    }
}
