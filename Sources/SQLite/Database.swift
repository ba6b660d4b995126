internal import CSQLite

/// A SQLite database in a file, for one thread.
///
/// A statement is prepared when its text is met first and kept from then on, so the texts should be constants. While the rows of
/// a statement are handed out, the same text must not be run again.
@safe public final class Database {
    private let connection: OpaquePointer
    private var statements: [String: Statement] = [:]

    /// Opens the database, which is made if it is not there.
    ///
    /// A file that is no database is told by the first statement that reads it.
    public init(path: String) throws(DatabaseError) {
        var opened: OpaquePointer?
        let code = unsafe sqlite3_open_v2(
            path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
        guard let connection = unsafe opened else { throw DatabaseError(code, message: "out of memory") }
        unsafe self.connection = unsafe connection
        guard code == SQLITE_OK else { throw unsafe DatabaseError(code, connection) }
    }

    deinit {
        for statement in statements.values { statement.finalize() }
        unsafe sqlite3_close_v2(connection)
    }

    /// Runs statements without values or rows, one or several with semicolons between.
    public func execute(_ sql: String) throws(DatabaseError) {
        let code = unsafe sqlite3_exec(connection, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw unsafe DatabaseError(code, connection) }
    }

    /// Runs one statement that has no rows.
    public func run(_ sql: String, _ values: any Storable...) throws(DatabaseError) {
        let statement = try statement(sql, values)
        defer { statement.reset() }
        while try statement.step() {}
    }

    /// Hands out the rows of a query one after another.
    public func forEach(_ sql: String, _ values: any Storable..., row body: (borrowing Row) throws -> Void) throws {
        let statement = try statement(sql, values)
        defer { statement.reset() }
        while try statement.step() { try body(Row(statement)) }
    }

    /// What `body` makes of each row of a query.
    public func all<Result>(
        _ sql: String, _ values: any Storable..., row body: (borrowing Row) throws -> Result
    ) throws -> [Result] {
        let statement = try statement(sql, values)
        defer { statement.reset() }
        var results: [Result] = []
        while try statement.step() { results.append(try body(Row(statement))) }
        return results
    }

    /// What `body` makes of the first row of a query, or `nil` when it has none.
    public func first<Result>(
        _ sql: String, _ values: any Storable..., row body: (borrowing Row) throws -> Result
    ) throws -> Result? {
        let statement = try statement(sql, values)
        defer { statement.reset() }
        return try statement.step() ? body(Row(statement)) : nil
    }

    /// The number of the row that was inserted last.
    public var lastInsertedRow: Int { unsafe Int(sqlite3_last_insert_rowid(connection)) }

    /// How many rows the last statement changed.
    public var changedRows: Int { unsafe Int(sqlite3_changes64(connection)) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(connection) == 0 }

    private func statement(_ sql: String, _ values: [any Storable]) throws(DatabaseError) -> Statement {
        let statement = if let known = statements[sql] { known } else { try unsafe Statement(sql, connection) }
        statements[sql] = statement
        for (index, value) in values.enumerated() { try statement.bind(value.stored, at: Int32(index + 1)) }
        return statement
    }
}
