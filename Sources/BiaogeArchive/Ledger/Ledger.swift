internal import Biaoge
internal import Files
internal import GRDB
internal import Processes

/// What is known of an archive: a SQLite database in the output folder, from which the exports are made.
///
/// It may be killed at any moment: what was committed stays, the rest is read again. Only one run may use it at a time.
final class Ledger {
    let database: Database
    /// The number of this run, by which rows that it has met are told from older ones.
    private(set) var run = 0
    /// What the readings of this run depend on besides the bytes: the version, the forms, the options.
    private(set) var signature = ""
    /// The last number that a source met several times has got, so that not all numbers before it are tried again.
    var lastNumbers: [String: Int] = [:]
    /// Sources that this run has met and whose row waits for what a worker tells, so that most documents are written once.
    var unstored: Set<String> = []
    private var pendingChanges = 0
    /// How many bytes of reports wait for a commit, in memory.
    var pendingBytes = 0
    private var lastCommit = OwnProcess.seconds

    /// The statements that run for each document.
    let statements: LedgerStatements

    private init(_ database: Database) throws {
        self.database = database
        statements = try LedgerStatements(database)
    }

    /// Opens the ledger in a folder, made there if it is not yet, for as long as `body` runs.
    ///
    /// - Throws: ``LedgerError``, and whatever `body` throws.
    static func use<T>(in folder: String, _ body: (Ledger) throws -> T) throws -> T {
        let path = folder + "/biaoge.sqlite"
        var configuration = Configuration()
        configuration.label = "ledger"
        configuration.prepareDatabase { database in
            // Exclusive: a second run on the same folder is told so. A report takes some 10 KB, so that small pages would be many. The
            // ledger mostly grows, and what is new in it needs no journal.
            try database.execute(
                sql: """
                    PRAGMA page_size = 16384; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;
                    PRAGMA temp_store = FILE; PRAGMA cache_size = -4000; PRAGMA cache_spill = OFF;
                    """)
        }
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            let outcome = try queue.writeWithoutTransaction { database in
                try database.beginTransaction(.immediate)
                try LedgerSchema.create(in: database)
                let ledger = try Ledger(database)
                do {
                    let outcome = try body(ledger)
                    try ledger.commit()
                    return outcome
                } catch {
                    // What was read until now is kept unless the database itself failed.
                    if error is DatabaseError { try? database.rollback() } else { try ledger.commit() }
                    throw error
                }
            }
            try queue.close()
            return outcome
        } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        }
    }

    /// Begins a run: rows that it meets carry its number from now on.
    func beginRun(version: String, signature: String) throws {
        self.signature = signature
        try change {
            try database.execute(sql: "INSERT INTO runs (version, signature) VALUES (?, ?)", arguments: [version, signature])
        }
        run = Int(database.lastInsertedRowID)
    }

    /// Ends a run that has met every document: what it has not met is no longer in the archive.
    ///
    /// - Parameter keepsUnmet: whether rows that this run has not met stay, because an input could not be opened.
    /// - Returns: how many documents left the dataset.
    func endRun(keepsUnmet: Bool) throws -> Int {
        var gone = 0
        try change {
            // A ledger's first run has met all that there is in it.
            if run > 1 {
                if !keepsUnmet {
                    try database.execute(sql: "DELETE FROM documents WHERE run <> ?", arguments: [run])
                    gone = database.changesCount
                }
                try database.execute(
                    sql: """
                        DELETE FROM reports WHERE NOT EXISTS (
                            SELECT 1 FROM documents d WHERE d.content = reports.content AND d.corrections = reports.corrections)
                        """)
                try database.execute(sql: "DELETE FROM runs WHERE run < ?", arguments: [run])
            }
            try database.execute(sql: "UPDATE runs SET complete = 1 WHERE run = ?", arguments: [run])
        }
        return gone
    }

    /// Makes a change, in a transaction that ``commitIfDue()`` or ``commit()`` ends.
    func change<T>(_ body: () throws -> T) throws -> T {
        if !database.isInsideTransaction { try database.beginTransaction(.immediate) }
        pendingChanges += 1
        return try body()
    }

    /// Commits now and then, so that little is lost when the run is killed.
    func commitIfDue() throws {
        guard pendingBytes >= 2 << 20 || (pendingChanges > 0 && OwnProcess.seconds - lastCommit > 1) else { return }
        try commit()
    }

    /// Commits what was changed.
    func commit() throws {
        if database.isInsideTransaction { try database.commit() }
        pendingChanges = 0
        pendingBytes = 0
        lastCommit = OwnProcess.seconds
    }

}
