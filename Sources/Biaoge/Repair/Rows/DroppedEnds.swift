/// The rows of a document whose writer drops the empty cells at the end of a row, as spreadsheets saved as text often come: every row ends with
/// a value, and each is as long as its values are.
///
/// A row that lost a cell is one field short as well. So rows are asked together: several must be short by different counts, or many here and
/// there, some must have empty cells in front of or between their values, which shows that these are kept, none may end with an empty cell, and
/// a row or the header must show that the last column is there. Rows that have a field for each cell and none for the columns that a label
/// covers besides are short by different counts too, and those that follow them and have lost a column would be filled up; so a row whose label
/// covers several columns must have more fields than cells.
struct DroppedEnds {
    /// What the rows of a part show.
    private struct Rows {
        /// Rows whose last column is filled.
        var full = 0
        /// For rows that end early, how many columns are missing.
        var missing: [Int] = []
        /// Rows that have kept an empty cell in front of a value.
        var withGaps = 0
        /// Whether the label of a row covers several columns, and whether one such row has a field for these.
        var hasCoveringLabel = false
        var hasCoveredFields = false
        /// How often a row whose last column is filled stands right behind one that ends early.
        var changes = 0
        /// Rows below a header that does not name their last column.
        var unnamed = 0
        /// Whether a row contradicts.
        var isDenied = false
        /// How many fields fewer than the columns stand for a label that covers several.
        var leftOut = 0
        /// Whether a row ends behind the sum of one of its groups of columns: no single cell is as wide as what it lacks.
        var endsBehindSum = false

        /// Whether rows end early here and there among many with gaps of which none ends with one: no column is gone, and so many cells that
        /// were lost would be some of other rows as well.
        private var isScattered: Bool { full >= 10 && withGaps >= 10 && changes >= 3 }

        /// Whether the rows end behind their last value.
        var endEarly: Bool {
            // Three rows that end at three places tell as much as four that end at two.
            let counts = Set(missing).count
            let areMany = counts > 1 && missing.count + counts > 5 || isScattered && missing.count + counts > (counts > 1 ? 4 : 5)
            return !isDenied && (!hasCoveringLabel || hasCoveredFields) && (full > 0 || unnamed == 0)
                && (endsBehindSum || withGaps > 0 && areMany)
        }

        init(_ part: Form.Part, found: [Int?], in source: TokenRows) {
            let endOfSums = DroppedEnds.endOfSums(part, found: found, in: source)
            leftOut = endOfSums.map { part.table.columnCount - $0 } ?? 0
            var headerEnd = 0
            var isBehindShort = false
            let sums = Sums(part, decimals: 0)
            for (form, index) in zip(part.rows, found) {
                if form.role != .values {
                    let end = index.flatMap { DroppedEnds.endOfWords($0, source) } ?? 0
                    headerEnd = form.role == .header ? max(headerEnd, end) : 0
                }
                guard form.slots.count > 1 else { continue }
                guard let row = index.map({ source.rows[$0] }), DroppedEnds.isInPlace(row, form, part) else { continue }
                var end = part.slots[form.slots.lowerBound].column + form.slots.count
                let fields = row.tokens.map { source.tokens[$0].meaning }
                if DroppedEnds.hasCoveringLabel(form, part) {
                    hasCoveringLabel = true
                    hasCoveredFields = hasCoveredFields || fields.count > form.cellCount || endOfSums != nil
                    end -= leftOut
                }
                let start = end - form.slots.count
                let filled = (fields.lastIndex { $0.isValueOrMark } ?? start - 1) + 1
                if filled > start, fields[start..<filled].contains(.empty) { withGaps += 1 }
                guard fields.count < end else {
                    if filled >= end { full += 1 } else { isDenied = true }
                    if isBehindShort { changes += 1 }
                    isBehindShort = false
                    continue
                }
                isBehindShort = true
                missing.append(end - fields.count)
                if headerEnd < end { unnamed += 1 }
                // A row that ends with an empty cell or without its total has lost something else.
                let hasNumber = fields.contains { if case .number(let number, _) = $0 { number.mantissa != 0 } else { false } }
                if fields.count > max(filled, start) {
                    isDenied = true
                } else if DroppedEnds.endsBehindSum(fields, from: start, form, sums) {
                    endsBehindSum = true
                } else if hasNumber, !part.identities.isEmpty {
                    isDenied = true
                }
            }
        }
    }

    private let rows: [Rows]

    /// - Parameter found: for each row of the parts the row of the source, if it was found.
    init(_ found: [(part: Form.Part, rows: [Int?])], in source: TokenRows) {
        rows = found.map { Rows($0.part, found: $0.rows, in: source) }
    }

    /// For each part whose rows end early, how many fields are left out besides behind labels that cover columns: those of a part that shows
    /// nothing end as those of the others.
    var parts: [Int?] {
        let isDocument = rows.contains(where: \.endEarly) && !rows.contains(where: \.isDenied)
        return rows.map { $0.endEarly || isDocument ? $0.leftOut : nil }
    }

    /// Whether a row ends behind the sum of one of its groups of columns, and adds up where what it lacks is empty.
    private static func endsBehindSum(_ fields: [FieldMeaning], from start: Int, _ form: Form.Row, _ sums: Sums) -> Bool {
        guard fields.count > start, case .number(let last, _)? = fields.last, last.mantissa != 0,
            sums.isTotal[form.slots.lowerBound + fields.count - start - 1]
        else { return false }
        let dropped = [FieldMeaning](repeating: .empty, count: start + form.slots.count - fields.count)
        return sums.verdict(onFields: fields[start...] + dropped, inside: form.slots) == .hold
    }

    /// Whether the labels in front of a row's values are fewer than their columns.
    static func hasCoveringLabel(_ form: Form.Row, _ part: Form.Part) -> Bool {
        form.labelCells.count < part.slots[form.slots.lowerBound].column
    }

    /// Where the rows end whose labels cover columns, as far as two or more that end with their sum agree.
    private static func endOfSums(_ part: Form.Part, found: [Int?], in source: TokenRows) -> Int? {
        var ends: [Int] = []
        for (form, index) in zip(part.rows, found) where form.role == .values && form.slots.count > 1 {
            guard let index, hasCoveringLabel(form, part), isInPlace(source.rows[index], form, part) else { continue }
            let row = RowItems(
                formRow: form.index, sourceIndex: index, source: source, labelToken: source.rows[index].labelToken, part: part)
            if row.endsWithItsSum, row.end == row.fieldCount, row.fieldCount >= form.cellCount { ends.append(row.fieldCount) }
        }
        return ends.count > 1 && Set(ends).count == 1 ? ends[0] : nil
    }

    /// Where the last words of a row of the source end.
    private static func endOfWords(_ index: Int, _ source: TokenRows) -> Int? {
        let row = source.rows[index]
        return row.tokens.last { source.tokens[$0].meaning == .text }.map { $0 + 1 - row.tokens.lowerBound }
    }

    /// Whether a row has its label, if any, where the form has it, and a field for each column.
    static func isInPlace(_ row: TokenRow, _ form: Form.Row, _ part: Form.Part) -> Bool {
        row.geometry == .tabbed && row.labelPosition == part.labelColumn(of: form)
    }
}

extension TokenRows {
    /// Gives rows the empty fields that their writer dropped, and those that it left out behind labels.
    ///
    /// - Parameter found: for each row of the parts the row of the source, if it was found.
    mutating func fillUpRows(_ found: [(part: Form.Part, rows: [Int?])]) {
        for (leftOut, (part, found)) in zip(DroppedEnds(found, in: self).parts, found) {
            guard let leftOut else { continue }
            for (form, index) in zip(part.rows, found) where form.role == .values {
                guard let index, DroppedEnds.isInPlace(rows[index], form, part) else { continue }
                if DroppedEnds.hasCoveringLabel(form, part) { addEmptyFields(leftOut, behindLabelOf: index) }
                let missing = part.table.columnCount - rows[index].tokens.count
                if missing > 0 { addEmptyFields(missing, to: index) }
            }
        }
    }

    /// Adds empty fields between the label of a row and what stands behind it.
    private mutating func addEmptyFields(_ count: Int, behindLabelOf index: Int) {
        guard count > 0, let label = rows[index].labelToken else { return }
        let end = tokens[label].textRange.upperBound
        let empty = tokens.count..<(tokens.count + count)
        tokens += [Token](
            repeating: Token(meaning: .empty, textRange: end..<end, place: tokens[label].place, text: nil), count: count)
        let all = rows[index].tokens
        rows[index] = row(rows[index], withOnly: [all.lowerBound..<(label + 1), empty, (label + 1)..<all.upperBound].joined())
    }
}
