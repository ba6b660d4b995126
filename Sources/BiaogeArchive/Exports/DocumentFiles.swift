internal import Files
internal import GRDB

/// The files that each document has in the dataset by its path in the archive: below `documents/` as clean text, with `--pages` below
/// `pages/` as HTML. Workers write them as they read; the ledger knows of which reading they are.
struct DocumentFiles {
    /// The folder of the dataset.
    let output: String
    /// Whether pages are made.
    let hasPages: Bool

    /// Where the text of a document stands.
    func text(of source: String) -> String { "\(output)/documents/\(DatasetPath.path(of: source)).txt" }

    /// Where the page of a document stands.
    func page(of source: String) -> String { "\(output)/pages/\(DatasetPath.path(of: source)).html" }

    /// Whether the text of the present reading is there.
    func hasText(_ placement: Placement) -> Bool {
        placement.text == placement.reading && Self.exists(text(of: placement.source))
    }

    /// Whether the page of the present reading is there; nobody misses it when none are made.
    func hasPage(_ placement: Placement) -> Bool {
        !hasPages || (placement.page == placement.reading && Self.exists(page(of: placement.source)))
    }

    private static func exists(_ path: String) -> Bool {
        (try? FileStatus(RawPath(path), followingLinks: false))?.kind == .file
    }

    /// Gives a document the text of another one with the same bytes; false when that cannot be read.
    func copyText(of source: String, to copy: String) throws -> Bool {
        guard let bytes = try? InputFile.read(text(of: source), maximumBytes: .max) else { return false }
        try PlainFile.write(bytes, to: text(of: copy))
        return true
    }

    /// Removes the files that belong to no document, and pages of an earlier run, which may be out of date.
    ///
    /// - Parameter documents: how many documents there are; as many files are theirs, each under a path of its own.
    func removeOthers(documents: Int, _ ledger: Ledger) throws {
        try removeOthers(in: "documents", ".txt", documents, ledger)
        try removeOthers(in: "pages", ".html", hasPages ? documents : 0, ledger)
    }

    private func removeOthers(in folder: String, _ ending: String, _ count: Int, _ ledger: Ledger) throws {
        let path = RawPath("\(output)/\(folder)")
        guard (try? FileStatus(path, followingLinks: false))?.kind == .folder, try Folder.fileCount(below: path) != count else {
            return
        }
        let database = ledger.database
        try database.execute(
            sql: "CREATE TEMP TABLE IF NOT EXISTS kept (path TEXT PRIMARY KEY) WITHOUT ROWID; DELETE FROM kept")
        if count > 0 {
            let keep = try database.makeStatement(sql: "INSERT OR IGNORE INTO kept VALUES (?)")
            let sources = try String.fetchCursor(
                database, sql: "SELECT source FROM documents JOIN reports USING (content, corrections) WHERE ok")
            while let source = try sources.next() {
                try keep.execute(arguments: [folder + "/" + DatasetPath.path(of: source) + ending])
            }
        }
        try sweep(path, folder, try database.makeStatement(sql: "SELECT 1 FROM kept WHERE path = ?"))
        Folder.removeIfEmpty(path)
    }

    private func sweep(_ path: RawPath, _ name: String, _ isKept: Statement) throws {
        for entry in try Folder.names(in: path) {
            let next = path.appending(entry)
            let nextName = name + "/" + String(decoding: entry, as: UTF8.self)
            if try FileStatus(next, followingLinks: false).kind == .folder {
                try sweep(next, nextName, isKept)
                Folder.removeIfEmpty(next)
            } else if try Int.fetchOne(isKept, arguments: [nextName]) == nil {
                try Folder.removeFile(next)
            }
        }
    }
}
