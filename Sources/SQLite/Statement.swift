internal import CSQLite

/// A prepared statement.
@safe struct Statement {
    let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ sql: String, _ connection: OpaquePointer) throws(DatabaseError) {
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard code == SQLITE_OK, let handle = unsafe prepared else { throw unsafe DatabaseError(code, connection) }
        unsafe self.handle = unsafe handle
        unsafe self.connection = unsafe connection
    }

    /// Puts a value in the place of a question mark, counted from 1. SQLite keeps a copy.
    func bind(_ value: StoredValue, at place: Int32) throws(DatabaseError) {
        let code =
            switch value {
            case .text(var text):
                text.withUTF8 { utf8 in
                    unsafe sqlite3_bind_text64(
                        handle, place, UnsafeRawPointer(utf8.baseAddress)?.assumingMemoryBound(to: CChar.self),
                        UInt64(utf8.count), Self.copied, UInt8(SQLITE_UTF8))
                }
            case .integer(let number): unsafe sqlite3_bind_int64(handle, place, Int64(number))
            case .null: unsafe sqlite3_bind_null(handle, place)
            }
        guard code == SQLITE_OK else { throw unsafe DatabaseError(code, connection) }
    }

    /// SQLITE_TRANSIENT, which the importer cannot read.
    private static var copied: sqlite3_destructor_type { unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    /// Goes to the next row; false when there is none.
    func step() throws(DatabaseError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw unsafe DatabaseError(code, connection)
        }
    }

    /// Makes it ready to be run again, without its values.
    func reset() {
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    func finalize() {
        unsafe sqlite3_finalize(handle)
    }
}
