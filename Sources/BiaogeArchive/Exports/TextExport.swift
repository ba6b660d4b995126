internal import Files
internal import GRDB

/// `documents/`: each document as clean text, by its path in the archive. Files of documents that are no longer there go.
struct TextExport: Export {
    private let output: String
    private let ledger: Ledger
    private let keep: Statement
    /// Whether this run made pages; those of an earlier one may be out of date and go.
    private let hasPages: Bool

    init(_ output: String, _ ledger: Ledger, hasPages: Bool) throws {
        self.hasPages = hasPages
        self.output = output
        self.ledger = ledger
        try ledger.database.execute(
            sql: "CREATE TEMP TABLE IF NOT EXISTS kept (path TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM kept")
        keep = try ledger.database.makeStatement(sql: "INSERT OR IGNORE INTO kept VALUES (?)")
    }

    func add(_ report: borrowing StoredReport) throws {
        guard report.isRead else { return }
        let path = DatasetPath.path(of: report.source)
        let written = try DatasetPath.write(report.text, below: output + "/documents", path + ".txt")
        try keep.execute(arguments: ["documents/" + written])
        if hasPages { try keep.execute(arguments: ["pages/\(path).html"]) }
    }

    func finish() throws {
        for folder in ["documents", "pages"] { try sweep(folder) }
    }

    /// Removes the files below a folder of the dataset that belong to no document.
    private func sweep(_ folder: String) throws {
        let path = RawPath(output).appending(Array(folder.utf8))
        guard (try? FileStatus(path, followingLinks: false))?.kind == .folder else { return }
        try sweep(path, folder)
        Folder.removeIfEmpty(path)
    }

    private func sweep(_ path: RawPath, _ name: String) throws {
        let isKept = try ledger.database.cachedStatement(sql: "SELECT 1 FROM kept WHERE path = ?")
        for entry in try Folder.names(in: path) {
            let next = path.appending(entry)
            let nextName = name + "/" + String(decoding: entry, as: UTF8.self)
            if try FileStatus(next, followingLinks: false).kind == .folder {
                try sweep(next, nextName)
                Folder.removeIfEmpty(next)
            } else if try Int.fetchOne(isKept, arguments: [nextName]) == nil {
                try Folder.removeFile(next)
            }
        }
    }
}
