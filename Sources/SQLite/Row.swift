internal import CSQLite

/// A row of a query. Its columns count from 0; a value of another type is converted as SQLite does, and none is empty, 0 or false.
public struct Row: ~Copyable {
    private let statement: Statement

    init(_ statement: Statement) {
        self.statement = statement
    }

    /// A column as text.
    public subscript(column: Int) -> String {
        guard let text = unsafe sqlite3_column_text(statement.handle, Int32(column)) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(statement.handle, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self)
    }

    /// A column as a whole number.
    public subscript(column: Int) -> Int {
        unsafe Int(sqlite3_column_int64(statement.handle, Int32(column)))
    }

    /// A column as a whole number, `nil` when it has none.
    public subscript(column: Int) -> Int? {
        unsafe sqlite3_column_type(statement.handle, Int32(column)) == SQLITE_NULL ? nil : self[column] as Int
    }

    /// A column as a truth value.
    public subscript(column: Int) -> Bool {
        self[column] as Int != 0
    }
}
