/// A blank statutory table: its layout, a key for every value cell, its variants and its identities.
///
/// Forms are data: each is a page of HTML with a key on every value cell, see ``init(reading:)``.
public struct Form: Sendable {
    /// The form's identifier, such as `annual-report-2021`.
    public let id: String
    /// What people call the form.
    public let title: String
    /// The first year whose reports use the form, when the form file says so.
    public let firstYear: Int?
    /// The last year whose reports use the form; `nil` while it is in use.
    public let lastYear: Int?
    /// The form's tables, in order.
    public let parts: [Part]

    /// One table of a form.
    public struct Part: Sendable {
        /// The part's identifier, such as `requests`.
        public let id: String
        /// The title of the section in which the table stands.
        public let title: String
        /// Other wordings of the title.
        let otherTitles: [String]
        /// The blank table with its spans and labels, the rows of all variants among them.
        public let table: Table
        /// Other wordings of labels, by the index of the label's cell in ``table``.
        let otherWordings: [Int: [String]]
        /// The rows of ``table``, in order.
        public let rows: [Row]
        /// The value cells of ``table``, in reading order.
        public let slots: [Slot]
        /// The sums that hold between slots of this part.
        public let identities: [Identity]
    }

    /// One grid row of a part.
    public struct Row: Sendable {
        /// What a row of a form is for.
        public enum Role: Sendable {
            /// A title over the rows that follow, such as 第二十条第（一）项.
            case heading
            /// Names of columns.
            case header
            /// Values, with or without labels in front.
            case values
        }

        /// What the row is for.
        public let role: Role
        /// The grid row in ``Part/table``, from 0.
        public let index: Int
        /// The labels of the row, outer before inner, those of cells that reach down into the row included; for a header, its words.
        public let labels: [String]
        /// For each of ``labels``, the index of its cell in the table.
        let labelCells: [Int]
        /// The indexes of the row's slots in ``Part/slots``, from left to right.
        public let slots: Range<Int>
        /// The variant of the form that has this row; `nil` when every variant has it.
        public let variant: Variant?

        /// How many cells the row has: its labels and its values.
        var cellCount: Int { labelCells.count + slots.count }
    }

    /// A choice between rows: a report has the rows of one alternative of a group.
    public struct Variant: Sendable, Hashable {
        /// What is chosen, such as `other`.
        public let group: String
        /// The alternative that has the row, such as `split` or `single`.
        public let alternative: String
        /// Whether a report of this alternative may still lack the row.
        public let isOptional: Bool
        /// Whether this is the usual alternative, the first of its group. Its rows are always listed among the values, as absent
        /// where the report has another alternative; the rows of the others are listed only where the report has them.
        public let isUsual: Bool
    }

    /// One value cell.
    public struct Slot: Sendable, Hashable {
        /// What may stand in a value cell.
        public enum Content: Sendable, Hashable {
            /// A whole number, not negative.
            case count
            /// A whole number with a sign (本年增/减).
            case change
            /// A decimal amount, not negative, in the unit of the form, such as 万元; no unit when the form prints none.
            case amount(unit: String?)
        }

        /// The key, such as `requests.received:person`: before the colon the row, behind it the column.
        public let key: String
        /// What may stand in the cell.
        public let content: Content
        /// The labels of the row, outer before inner.
        public let rowLabels: [String]
        /// The labels of the column, outer before inner.
        public let columnLabels: [String]
        /// The grid row in ``Part/table``, from 0.
        public let row: Int
        /// The grid column in ``Part/table``, from 0.
        public let column: Int
        /// The labels of the row as `tidy` has them, outer before inner, parted by ` / `.
        public let rowLabel: String
        /// The labels of the column, likewise.
        public let columnLabel: String

        /// Whether a number can be what stands in the cell. A count is whole (`3.0` is; `1.000` may be a thousand) and not negative; amounts and
        /// changes are taken as printed, since offices enter 万元 and signs there as they see fit.
        func canHold(_ number: Number) -> Bool {
            guard case .count = content else { return true }
            let whole = number.withoutTrailingZeros
            return whole.decimals == 0 && whole.mantissa >= 0 && (number.decimals != 3 || whole.mantissa == 0)
        }

        /// The name of the slot's row: its key up to the colon, such as `requests.received`.
        var rowName: Substring { key[..<(key.utf8.lastIndex(of: UInt8(ascii: ":")) ?? key.endIndex)] }
        /// The name of the slot's column: its key behind the colon, such as `person`.
        var columnName: Substring {
            key.utf8.lastIndex(of: UInt8(ascii: ":")).map { key[key.utf8.index(after: $0)...] } ?? ""
        }
    }

    /// A sum that must hold: the slots on the left together equal those on the right together. Slots of rows that a report does
    /// not have count nothing.
    public struct Identity: Sendable, Hashable {
        /// Which rule it is, as the form file writes it, such as `每列：received + carried_over = outcome_total + carried_forward`.
        public let rule: String
        /// Indexes in ``Part/slots``.
        public let left: [Int]
        /// Indexes in ``Part/slots``.
        public let right: [Int]
        /// All of them, those on the left first.
        let slots: [Int]

        init(rule: String, left: [Int], right: [Int]) {
            self.rule = rule
            self.left = left
            self.right = right
            slots = left + right
        }
    }
}

extension Form.Part {
    /// The grid column in ``table`` of a row's innermost label; `nil` for a row without labels.
    func labelColumn(of row: Form.Row) -> Int? { row.labelCells.last.map { table.cells[$0].column } }

    /// For each cell of ``table`` the slot whose value stands in it, if one does.
    ///
    /// - Parameter coverage: that of the table.
    func slotOfCell(_ coverage: [Int]) -> [Int?] {
        var slotOfCell = [Int?](repeating: nil, count: table.cells.count)
        for (index, slot) in slots.enumerated() { slotOfCell[coverage[slot.row * table.columnCount + slot.column]] = index }
        return slotOfCell
    }
}
