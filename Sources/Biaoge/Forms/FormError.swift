/// Why a form file is not a form. Places are counted from 1, as people count.
public enum FormError: Error, Sendable, Hashable {
    /// The file is not well-formed; the text is the parser's own.
    case malformed(line: Int, message: String)
    /// No element names the form with `data-form`.
    case noIdentifier
    /// No table names a part with `data-part`.
    case noParts
    /// Two tables name the same part.
    case duplicatePart(String)
    /// A table has no value cell.
    case noKeys(part: String)
    /// A value cell has no `data-key`.
    case missingKey(part: String, row: Int, column: Int)
    /// A key is not of the form `part.row:column`.
    case wrongKey(String, row: Int, column: Int)
    /// Two value cells have the same key.
    case duplicateKey(String, row: Int, column: Int)
    /// `data-content` is none of count, change, amount.
    case unknownContent(String, part: String, row: Int)
    /// `data-variant` is not of the form `group:alternative`.
    case wrongVariant(String, part: String, row: Int)
    /// Cells of a table overlap, or one reaches below the last row.
    case brokenGrid(part: String, row: Int)
    /// A list entry is not a sum such as `每列：a + b = c`.
    case wrongRule(String, part: String)
    /// A sum names a row, column or key that the table does not have.
    case unknownName(String, rule: String, part: String)
}
