internal import FoundationEssentials
internal import GRDB

/// Long texts go into the ledger and out of it as their bytes, which nobody needs to check again.
extension Row {
    /// The UTF-8 of a text.
    func bytes(_ column: Int) -> [UInt8] { Array(self[column] as Data) }
}

extension Statement {
    /// The UTF-8 of the one text that it finds; nothing when it finds none.
    func bytes(arguments: StatementArguments) throws -> [UInt8] {
        Array(try Data.fetchOne(self, arguments: arguments) ?? Data())
    }
}
