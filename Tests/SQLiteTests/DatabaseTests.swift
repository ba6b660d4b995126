import Foundation
import SQLite
import Testing

/// The wall around SQLite.
@Suite("Database")
struct DatabaseTests {
    private let path = FileManager.default.temporaryDirectory.appending(path: "biaoge-\(UUID().uuidString).sqlite")
        .path(percentEncoded: false)

    /// Opens a database that is gone after `body`.
    private func withDatabase(_ body: (Database) throws -> Void) throws {
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        try body(try Database(path: path))
    }

    @Test("what is stored comes back: texts with NUL and Chinese, numbers to both ends, nothing")
    func values() throws {
        try withDatabase { database in
            try database.execute("CREATE TABLE t (a, b, c); CREATE TABLE other (a)")
            try database.run("INSERT INTO t VALUES (?, ?, ?)", "柳湾镇\u{0}x", Int.min, nil as Int?)
            try database.run("INSERT INTO t VALUES (?, ?, ?)", "", Int.max, 7 as Int?)
            #expect(database.lastInsertedRow == 2)
            let rows = try database.all("SELECT a, b, c FROM t ORDER BY rowid") { ($0[0] as String, $0[1] as Int, $0[2] as Int?) }
            #expect(rows.map(\.0) == ["柳湾镇\u{0}x", ""])
            #expect(rows.map(\.1) == [Int.min, Int.max])
            #expect(rows.map(\.2) == [nil, 7])
            #expect(try database.first("SELECT a FROM other", row: { $0[0] as String }) == nil)
        }
    }

    @Test("a query that is left early can be run again, and values of the run before are gone")
    func runAgain() throws {
        try withDatabase { database in
            try database.execute("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2), (3)")
            struct Enough: Error {}
            for _ in 0..<2 {
                var seen: [Int] = []
                #expect(throws: Enough.self) {
                    try database.forEach("SELECT a FROM t WHERE a >= ?", 2) { row in
                        seen.append(row[0])
                        throw Enough()
                    }
                }
                #expect(seen == [2])
            }
            try database.run("DELETE FROM t WHERE a > ?", 1)
            #expect(database.changedRows == 2)
        }
    }

    @Test("a second user, a file that is no database and a wrong statement are told apart")
    func errors() throws {
        try withDatabase { database in
            try database.execute("PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE t (a)")
            let other = try Database(path: path)
            #expect { try other.execute("INSERT INTO t VALUES (1)") } throws: { ($0 as? DatabaseError)?.kind == .inUse }
            #expect { try database.run("INSERT INTO nowhere VALUES (1)") } throws: { error in
                let error = error as? DatabaseError
                return error?.kind == .other && error?.message.contains("nowhere") == true
            }
        }
        try Data(repeating: 0x41, count: 4096).write(to: URL(filePath: path))
        try withDatabase { database in
            #expect { try database.execute("CREATE TABLE t (a)") } throws: { ($0 as? DatabaseError)?.kind == .damaged }
        }
    }

    @Test("a transaction shows, and rolling it back undoes it")
    func transactions() throws {
        try withDatabase { database in
            try database.execute("CREATE TABLE t (a); BEGIN IMMEDIATE")
            #expect(database.isInTransaction)
            try database.run("INSERT INTO t VALUES (?)", 1)
            try database.execute("ROLLBACK")
            #expect(!database.isInTransaction)
            #expect(try database.first("SELECT COUNT(*) FROM t") { $0[0] as Int } == 0)
        }
    }
}
