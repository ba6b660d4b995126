internal import CSQLite

/// What SQLite could not do.
public struct DatabaseError: Error, Sendable, Hashable {
    /// What a caller may want to tell apart.
    public enum Kind: Sendable, Hashable {
        /// Someone else uses the database.
        case inUse
        /// The disk is full.
        case diskFull
        /// The file is no database, or damaged.
        case damaged
        case other
    }

    /// What went wrong, as far as a caller may want to know.
    public let kind: Kind
    /// SQLite's own words.
    public let message: String

    /// The error of a result code; what an extended code has above its lowest byte is left aside.
    init(_ code: Int32, message: String) {
        kind =
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: .inUse
            case SQLITE_FULL: .diskFull
            case SQLITE_NOTADB, SQLITE_CORRUPT: .damaged
            default: .other
            }
        self.message = message
    }

    /// The error that a connection has just met.
    init(_ code: Int32, _ connection: OpaquePointer) {
        unsafe self.init(code, message: String(cString: sqlite3_errmsg(connection)))
    }
}
