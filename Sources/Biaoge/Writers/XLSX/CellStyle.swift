/// The cell styles of a workbook; the raw value is the index in `cellXfs` of the styles part.
enum CellStyle: Int, CaseIterable {
    case plain
    case text
    case number
    case header
    case repaired
    case derived
    case corrected
    case blank
    case missing
    case ambiguous

    /// The style of a cell that holds a value.
    init(_ state: Value.State) {
        self =
            switch state {
            case .read: .number
            case .repaired: .repaired
            case .derived: .derived
            case .corrected: .corrected
            case .blank: .blank
            case .missing, .absent: .missing
            case .ambiguous: .ambiguous
            }
    }

    /// The colour of the cell's ground as RGB, when it has one.
    var fill: String? {
        switch self {
        case .plain, .text, .number: nil
        case .header: "E7E6E6"
        case .repaired: "DDEBF7"
        case .derived: "E2EFDA"
        case .corrected: "E4DFEC"
        case .blank: "F5F5F5"
        case .missing: "F8CBAD"
        case .ambiguous: "FFF2CC"
        }
    }

    /// Whether the cell's text stays text even when it is typed again: format 49, `@` (ECMA-376 part 1, 18.8.30).
    var isTextFormat: Bool { self == .text || self == .header }
}
