internal import GRDB

/// What went wrong with the ledger.
public enum LedgerError: Error, Sendable, Hashable {
    /// Another run works on the same folder.
    case inUse(path: String)
    /// The disk is full.
    case diskFull(path: String)
    /// The ledger cannot be written or opened.
    case cannotWrite(path: String, reason: String)
    /// The file is no ledger, or damaged.
    case noLedger(path: String, reason: String)

    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .noLedger(path: path, reason: error.message ?? "")
        default: self = .cannotWrite(path: path, reason: error.message ?? error.resultCode.description)
        }
    }
}
