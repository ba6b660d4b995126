/// One value slot of a recognised form: what the report has there, and how sure that is.
public struct Value: Sendable, Hashable {
    /// How a value was come by.
    public enum State: String, Sendable, CaseIterable {
        /// It stands in the source where the form has it.
        case read
        /// It stands in the source, but the layout had moved, split or hidden it.
        case repaired
        /// It does not stand in the source; the only value that the identities allow.
        case derived
        /// A person set it in a corrections file.
        case corrected
        /// The cell is there and empty.
        case blank
        /// The source lost it, and the identities do not give it back.
        case missing
        /// More than one reading fits.
        case ambiguous
        /// This variant of the form has no such row.
        case absent

        /// Whether there is a number.
        public var hasNumber: Bool {
            switch self {
            case .read, .repaired, .derived, .corrected: true
            case .blank, .missing, .ambiguous, .absent: false
            }
        }
    }

    /// The form's identifier, such as `annual-report-2021`.
    public var form: String
    /// The part of the form, such as `requests`.
    public var part: String
    /// The slot's key, such as `requests.received:person`; stable across forms.
    public var key: String
    /// The labels of the row, outer before inner, parted by ` / `.
    public var rowLabel: String
    /// The labels of the column, outer before inner, parted by ` / `.
    public var columnLabel: String
    /// The number as the contract writes it: ASCII digits, `.`, `-`; empty where there is none.
    public var number: String
    /// How the value was come by.
    public var state: State
    /// The source text of the cell.
    public var raw: String
    /// Where it stands in the source.
    public var place: Place
    /// Candidates, a unit, what stood before.
    public var note: String
}
