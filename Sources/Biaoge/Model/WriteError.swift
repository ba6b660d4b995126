/// Why a document cannot be written in a format at all.
public enum WriteError: Error, Sendable, Hashable {
    /// A table has more columns than a worksheet; rows beyond the limit go on in a further sheet, columns cannot.
    case tooManyColumns(table: Int, found: Int, allowed: Int)
    /// A cell has more characters (UTF-16 units) than a worksheet's cell may have.
    case textTooLong(place: Place, found: Int, allowed: Int)
}
