public import Biaoge
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

    /// What is wrong and what to do, in one line.
    public func message(in language: Language) -> String {
        let isChinese = language == .chinese
        switch self {
        case .inUse(let path):
            return isChinese ? "\(path)：另一个运行正在使用；请等它结束" : "\(path): another run is using it; wait until it ends"
        case .diskFull(let path):
            return isChinese
                ? "\(path)：磁盘已满；腾出空间后再运行同一命令即可继续" : "\(path): the disk is full; make room and run the same command to go on"
        case .cannotWrite(let path, let reason):
            return isChinese
                ? "\(path)：无法写入（\(reason)）；请检查文件夹是否可写、有空间"
                : "\(path): cannot be written (\(reason)); see whether its folder may be written and has room"
        case .noLedger(let path, let reason):
            return isChinese
                ? "\(path)：不是本程序的账本或已损坏（\(reason)）；请移走后重试"
                : "\(path): no ledger, or a damaged one (\(reason)); move it away and run again"
        }
    }

    init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse(path: path)
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .noLedger(path: path, reason: error.message ?? "")
        default: self = .cannotWrite(path: path, reason: error.message ?? error.resultCode.description)
        }
    }
}
