/// What the solver found out about a document: which parts of which forms it has, where, and one value for every slot.
struct Solution: Sendable, Equatable {
    /// The parts that were recognised or that a recognised form should have, in the forms' order.
    var matches: [Match] = []
    /// One value for each slot, part by part in the order of ``matches``, as the contract's `tidy` lists them.
    var values: [Value] = []
    /// Every repair, every doubt, and on which evidence.
    var findings: [Finding] = []

    /// A part of a form and the rows of the document that are it.
    struct Match: Sendable, Equatable {
        /// Index of the form in the list that the solver was given.
        var form: Int
        /// Index of the part in ``Form/parts``.
        var part: Int
        /// From 0 to 1: the share of the part's labels that the source has. 0 for a part that was not found at all.
        var confidence: Double
        /// The tables that hold the part, in the document's order; empty for a part that was not found.
        var tables: [Int]
        /// Every row of the source that belongs to the part, from its first row to its last: headings, headers, junk between them.
        var sourceRows: [SourceRow]
        /// The chosen alternative of each group of variants.
        var alternatives: [String: String]
        /// For each row of ``Form/Part/rows``: what of the source stands in it.
        var rows: [Row]
        /// Where the values of this part stand in ``Solution/values``.
        var values: Range<Int>
        /// For each slot of the part its index in ``Solution/values``; `nil` where the slot is not listed.
        var valueOfSlot: [Int?]
    }

    /// A row of a table of the document.
    struct SourceRow: Sendable, Hashable, Comparable {
        /// Index of the table in ``Document/tables``.
        var table: Int
        /// The row in the table's ``FieldRows`` when it has them, else its grid row.
        var row: Int

        static func < (left: SourceRow, right: SourceRow) -> Bool {
            left.table == right.table ? left.row < right.row : left.table < right.table
        }
    }

    /// What stands in a row of the form.
    struct Row: Sendable, Equatable {
        /// How a row of the form was found.
        enum Presence: Sendable {
            /// By its label, in its place.
            case found
            /// By its label, at another place than the form has it.
            case moved
            /// By the order of the rows alone; its label is lost.
            case placed
            /// The source lost it.
            case lost
            /// This variant of the form has no such row.
            case absent
        }

        var presence: Presence = .lost
        /// The rows of the source; more than one when a label or its numbers were spread over several.
        var sources: [SourceRow] = []
        /// The text of the row's own (innermost) label as the source has it, lines joined; empty when it is lost or the form has none.
        var label = ""
        /// Whether that label is whole, so that it may stand in the output instead of the form's: the form's wording or another one
        /// that the form lists, white space, width, brackets and numbering style aside.
        var isLabelWhole = false
    }
}
