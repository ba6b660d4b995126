/// The readings that a row of the source allows for the slots of its row of the form.
///
/// A row with all its numbers side by side is rigid: it has one reading, whatever the sums say. So is a row with a field for each
/// cell and its label in place, as long as its own sums hold. Every other row may have lost a cell, whose place the cells behind it
/// took, or have two values in one field, or one value in two; which of these it is the sums must tell.
struct RowReadings {
    let plan: ColumnPlan
    /// The slots of the row of the form.
    let slots: Range<Int>
    /// Where the first column stands in rows like this one, as far as complete rows of the piece tell.
    let starts: Set<Int>
    /// How the source writes zeros.
    let style: BlankStyle
    let sums: Sums
    /// Whether the header names a column that the form does not have.
    let hasForeignColumn: Bool

    /// What a row may be.
    struct Result {
        /// The readings, each with one entry for each slot; the first is what the layout says, if it says anything.
        var readings: [[SlotReading]]
        /// Further readings, in which two defects make up for each other.
        var rivals: [[SlotReading]] = []
        /// Whether the layout alone tells the place of every value, so that a row whose sums fail was printed like that.
        var isRegular = false
    }

    var hasBlanks: Bool { style.hasBlanks }
    var isSummed: Bool { !sums.identities.isEmpty }
    /// How many columns of the form the source lacks.
    var lacking: Int { slots.count - plan.columns.count }
    /// Whether a row has a field for every column that the source has, and its label in place.
    func isInPlace(_ row: RowItems) -> Bool { plan.inserted == nil && row.isAnchored(lacking: lacking) }
    /// Whether a row is in place, and no narrower than those like it where writers fill rows up.
    func isSurelyInPlace(_ row: RowItems) -> Bool { isInPlace(row) && (row.row.geometry == .boxed || !row.isTooNarrow) }

    /// The readings of a row, each with one entry for each slot.
    func of(_ row: RowItems) -> Result {
        let width = plan.width
        let items = row.items
        if let places = plan.places { return placed(row, places) }
        if plan.isReordered { return reordered(row) }
        if items.isEmpty { return empty(row) }
        // Cells for more than a column that the form has not, and nothing tells which.
        if row.labelEnd == 0, row.row.geometry == .boxed, row.fieldCount > row.whole.fieldCount + 2 { return unreadable }
        if width == 1, items.count > 1, row.filledCount == 1 {
            // One value among blank marks; behind the first of them it may be a remark.
            if style.hasRemarks, case .blank = items[0].content { return unreadable }
            let filled = items.first { if case .blank = $0.content { false } else { true } }
            return Result(readings: [columns(filled.map { [$0.reading(isRepaired: false)] } ?? [])], isRegular: true)
        }
        // One number of as many digits as the row has cells may be all of them, or some.
        if isSummed, items.count == 1, width > 2, items[0].digitCount >= width { return unreadable }
        if let gathered = gathered(row) { return gathered }
        // Zeros in front of other digits are values of their own, and which cells are empty beside them nobody can say.
        let hidesEmptyCells = hasBlanks && !row.row.isPositional
        if !isSummed || hidesEmptyCells, row.hasDigits, row.filledCount < width { return unreadable }
        // A mark at the end of a row that does not add up may fill it up as an empty cell may.
        let mayEndWithFilling = isSummed && row.row.isPositional && plan.inserted == nil && row.endsWithMark
        if items.count == width, !mayEndWithFilling || verdict(columns(items.map { $0.reading(isRepaired: false) })) != .fail {
            return complete(row)
        }
        guard plan.inserted == nil || items.count < width else { return unreadable }
        // What is too much may be a remark as well as a part of a number.
        if items.count > width {
            return isSummed && !style.hasRemarks && items.count == width + 1 ? joined(items) : unreadable
        }
        return row.row.isPositional ? positional(row) : flowing(row)
    }

    /// Under a header with a column that the form does not have, a row is read that has a field for each word.
    private func placed(_ row: RowItems, _ places: FieldPlaces) -> Result {
        guard row.row.isPositional, row.fieldCount == places.fieldCount, row.labelEnd <= (places.positions.min() ?? 0) else {
            return unreadable
        }
        return Result(readings: [columns(places.positions.map(row.reading))], isRegular: true)
    }

    /// Columns in another order than the form's: a row is read where it has a field for each.
    private func reordered(_ row: RowItems) -> Result {
        if row.items.count == plan.width, row.areAllNumbers || !row.row.isPositional && row.areAllNumbersOrMarks {
            return Result(readings: [columns(row.items.map { $0.reading(isRepaired: true) })], isRegular: true)
        }
        guard row.row.isPositional else { return flowing(row) }
        guard row.isAnchored, row.row.geometry == .boxed || starts == [row.whole.start] else { return unreadable }
        let cells = fields(of: row, from: row.whole.start).map { cell in
            var cell = cell
            cell.isRepaired = true
            return cell
        }
        return cells.count == plan.width ? Result(readings: [columns(cells)], isRegular: true) : unreadable
    }

    /// No value at all.
    private func empty(_ row: RowItems) -> Result {
        let count = row.fieldCount - row.labelEnd
        // An empty row may have lost its end, but what is left of most of it has lost a cell.
        let lacksCells =
            row.row.isPositional && count < plan.width && (count > plan.width / 2 || style.keepsEmptyRows && count > 0)
        let isShort =
            row.isTooNarrow || lacksCells || row.row.geometry == .boxed && count < plan.width + row.coveredColumns
        // One of the cells that are gone may have held a number.
        let isThere = lacking > 0 ? isSurelyInPlace(row) : !isShort && !style.lacksLastColumn
        if hasBlanks, !isThere { return unreadable }
        var cells = blanks(plan.columns.count)
        for column in plan.unnamed { cells[column] = .lost }
        return Result(readings: [columns(cells)], isRegular: row.isAnchored && plan.width == slots.count)
    }

    /// Fields with several numbers among fields with none, as cells come that somebody gathered by their places on a page: where the numbers
    /// are as many as the columns and add up, they stand in order; otherwise nobody can say what is one number, unless that adds up.
    private func gathered(_ row: RowItems) -> Result? {
        let isShort = row.filledCount < plan.width
        guard row.hasParts || row.mixesNumbersAndWords || row.standsAmongGathered, row.row.isPositional, isShort else {
            return nil
        }
        let filled = row.items.filter { if case .blank = $0.content { false } else { true } }
        let numbers = takenApart(filled, isRepaired: true)
        if isSummed, plan.inserted == nil, numbers.count == plan.width, verdict(columns(numbers)) == .hold {
            return Result(readings: [columns(numbers)])
        }
        if row.standsAmongGathered { return unreadable }
        let plain = row.items.map { $0.reading(isRepaired: false) }
        return plain.count == plan.width && verdict(columns(plain)) == .hold ? nil : unreadable
    }

    /// A field for every column.
    private func complete(_ row: RowItems) -> Result {
        let items = row.items
        var cells = items.map { $0.reading(isRepaired: plan.columns.count < slots.count || plan.inserted != nil) }
        let further = plan.inserted.map { cells.remove(at: $0) }
        let plain = columns(cells)
        let verdict = verdict(plain)
        // A column that the form does not have sums up some others: what is more than all of them is a misprint.
        if let number = further?.number.mantissa, number > cells.map(\.number.mantissa).max() ?? 0, verdict == .hold {
            return unreadable
        }
        let isWholeRow = row.areAllNumbers || row.isAnchored
        // Digits parted by white space may be two values, and the others one place off.
        if !isWholeRow, row.hasParts, verdict != .hold { return unreadable }
        // A page's text is not always in the order of its columns.
        if !row.row.hasEnd, sums.mostFail(plain, inside: slots) { return unreadable }
        if row.mayBeginWithYear, verdict == .fail { return unreadable }
        // Zeros add up with a column more as well.
        let isNothing = row.numbers.allSatisfy { $0.mantissa == 0 }
        if !row.row.isPositional, hasBlanks, style.fullRowsFail, isNothing { return unreadable }
        // What is glued to the label may be none of the values, and the last of them have become words.
        if !row.row.isPositional, row.hasItemInLabel, !row.areAllNumbers { return unreadable }
        // What is no number may have been cut by the end of its line, and its rest stand for a cell that has vanished.
        if !row.row.isPositional, hasBlanks, !style.marksBlanks, !row.areAllNumbersOrMarks { return unreadable }
        // Nothing tells which field of a row that is too wide is none, or, where empty cells have vanished, a remark.
        let mayHoldOther = row.isTooWide || style.hasRemarks && !row.row.isPositional
        if !isSummed, hasBlanks, mayHoldOther { return unreadable }
        // Where empty cells have vanished, one of as many numbers as the form has columns may be another column's.
        if hasBlanks, hasForeignColumn, !row.row.isPositional, plan.inserted == nil, verdict != .hold { return unreadable }
        // The last of the numbers stands in the column for remarks where one of the form's is lost.
        let hasFormsWidth = plan.inserted == nil && lacking == 0
        if style.hasRemarks, hasFormsWidth, row.end == row.fieldCount, verdict == .fail { return unreadable }
        guard isSummed, plan.inserted == nil, verdict == .fail || !isWholeRow else {
            return Result(readings: [plain], isRegular: true)
        }
        // Among blanks a value in two fields widens a row to just the right width.
        let mayHide =
            verdict == .fail
            && (row.row.isPositional ? hasBlanks && row.hasFieldTooMany : hasBlanks || lacking == 0 && style.hasShortRows)
        if style.slidesLeft, verdict == .fail { return unreadable }
        guard mayHide else { return Result(readings: [plain], isRegular: isWholeRow) }
        guard row.row.isPositional else { return Result(readings: [plain.map(\.inDoubt)]) }
        return Result(readings: [plain], rivals: compensating(row))
    }

    /// Readings of the plan's columns as readings of all slots.
    func columns(_ readings: [SlotReading]) -> [SlotReading] {
        var all = [SlotReading](repeating: .lost, count: slots.count)
        for (column, reading) in zip(plan.columns, readings) { all[column] = reading }
        return all
    }

    /// Nobody can say what stands where.
    var unreadable: Result {
        Result(readings: [columns([SlotReading](repeating: .doubtful, count: plan.columns.count))])
    }

    /// What the sums of the row say.
    func verdict(_ readings: [SlotReading]) -> Sums.Verdict { sums.verdict(readings, inside: slots) }

    /// One field more than columns: two neighbours together are one number.
    private func joined(_ items: [RowItems.Item]) -> Result {
        let cells = items.map { $0.reading(isRepaired: true) }
        let readings = (RowDeviations.joins(items, in: cells, offset: 0) + RowDeviations.doubtfulJoins(items, in: cells)).map(
            columns)
        return readings.isEmpty ? unreadable : Result(readings: readings)
    }

    /// Cells that are there and empty.
    func blanks(_ count: Int) -> [SlotReading] {
        [SlotReading](repeating: SlotReading(kind: .blank), count: count)
    }

    /// Fields whose empty neighbours have vanished.
    private func flowing(_ row: RowItems) -> Result {
        let width = plan.width
        // Several numbers among other signs in one field, or behind the label in its own, may be several values.
        guard isSummed, plan.inserted == nil, !row.mixesNumbersAndWords, !row.hasItemInLabel else { return unreadable }
        if let apart = apart(row) { return Result(readings: [apart]) }
        let cells = row.items.map { $0.reading(isRepaired: true) }
        if !hasBlanks || style.marksBlanks {
            // A total that is there, behind a subtotal, is none that was lost.
            guard cells.count == width - 1, !row.addsUpWithoutOne else { return unreadable }
            return Result(
                readings: unique(
                    (RowDeviations.holes(cells) + RowDeviations.pairs(row.items, in: cells, offset: 0)).map(columns)))
        }
        guard width <= 7 else { return unreadable }
        // What a single space parts may be two values, and no cell of the row blank.
        let pairs = row.hasParts && cells.count == width - 1 ? RowDeviations.pairs(row.items, in: cells, offset: 0) : []
        return Result(readings: (Self.placements(cells, width: width) + pairs).map(columns))
    }

    /// Where no cell is empty, and several fields hold two numbers or more that white space parts, all numbers of the row, if they are as many as
    /// the columns and add up: nobody takes that much out of a row and leaves its sum.
    private func apart(_ row: RowItems) -> [SlotReading]? {
        guard !hasBlanks, row.items.count < plan.width - 1, row.addsUpTakenApart else { return nil }
        let numbers = takenApart(row.items, isRepaired: false)
        return numbers.count == plan.width && verdict(columns(numbers)) == .hold ? columns(numbers) : nil
    }

    /// The numbers of fields, where white space parts digits each by itself.
    ///
    /// - Parameter isRepaired: whether those that stand in a field of their own have moved.
    private func takenApart(_ items: [RowItems.Item], isRepaired: Bool) -> [SlotReading] {
        items.flatMap { item -> [SlotReading] in
            if case .parts(let parts) = item.content { return parts.map { .recut($0, item.token) } }
            return [item.reading(isRepaired: isRepaired)]
        }
    }

    /// All ways to put cells into columns in their order, the others being blank.
    static func placements(_ cells: [SlotReading], width: Int) -> [[SlotReading]] {
        guard cells.count < width else { return cells.count == width ? [cells] : [] }
        guard let first = cells.first else { return [[SlotReading](repeating: SlotReading(kind: .blank), count: width)] }
        let blank = SlotReading(kind: .blank)
        return placements(cells, width: width - 1).map { [blank] + $0 }
            + placements(Array(cells.dropFirst()), width: width - 1).map { [first] + $0 }
    }

    /// The readings, each once.
    func unique(_ readings: [[SlotReading]]) -> [[SlotReading]] {
        var seen: Set<[SlotReading]> = []
        return readings.filter { seen.insert($0).inserted }
    }
}
