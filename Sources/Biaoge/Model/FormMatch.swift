/// A part of a form that was recognised in a table.
public struct FormMatch: Sendable, Hashable {
    /// The form's identifier.
    public var form: String
    /// Index of the table in ``Document/tables``.
    public var table: Int
    /// The part of the form.
    public var part: String
    /// How sure, from 0 to 1: the share of the part's labels that the table has.
    public var confidence: Double
}
