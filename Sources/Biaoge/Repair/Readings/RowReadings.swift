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

    /// What a row may be.
    struct Result {
        /// The readings, each with one entry for each slot; the first is what the layout says, if it says anything.
        var readings: [[SlotReading]]
        /// Whether the layout alone tells the place of every value, so that a row whose sums fail was printed like that.
        var isRegular = false
    }

    var hasBlanks: Bool { style.hasBlanks }
    var isSummed: Bool { !sums.identities.isEmpty }
    /// How many columns of the form the source lacks.
    private var lacking: Int { slots.count - plan.columns.count }
    /// Whether a row has a field for every column that the source has, and its label in place.
    private func isInPlace(_ row: RowItems) -> Bool { plan.inserted == nil && row.isAnchored(lacking: lacking) }
    /// Whether a row is in place, and no narrower than those like it where writers fill rows up.
    private func isSurelyInPlace(_ row: RowItems) -> Bool { isInPlace(row) && (row.row.geometry == .boxed || !row.isTooNarrow) }

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
            // One value among blank marks.
            let filled = items.first { if case .blank = $0.content { false } else { true } }
            return Result(readings: [columns(filled.map { [$0.reading(isRepaired: false)] } ?? [])], isRegular: true)
        }
        if let gathered = gathered(row) { return gathered }
        // Zeros in front of other digits are values of their own, and which cells are empty beside them nobody can say.
        if !isSummed, row.hasDigits, row.filledCount < width { return unreadable }
        if items.count == width { return complete(row) }
        guard plan.inserted == nil || items.count < width else { return unreadable }
        if items.count > width { return isSummed && items.count == width + 1 ? joined(items) : unreadable }
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
        let isShort = row.isTooNarrow || row.row.geometry == .boxed && row.fieldCount < row.whole.start + plan.width
        // One of the cells that are gone may have held a number.
        let isThere = lacking > 0 ? isSurelyInPlace(row) : !isShort && !style.lacksLastColumn
        if hasBlanks, !isThere { return unreadable }
        return Result(
            readings: [columns(blanks(plan.columns.count))], isRegular: row.isAnchored && plan.width == slots.count)
    }

    /// Fields with several numbers among fields with none, as cells come that somebody gathered by their places on a page: where the numbers
    /// are as many as the columns and add up, they stand in order; otherwise nobody can say what is one number, unless that adds up.
    private func gathered(_ row: RowItems) -> Result? {
        let isShort = row.filledCount < plan.width
        guard row.hasParts || row.mixesNumbersAndWords || row.standsAmongGathered, row.row.isPositional, isShort else {
            return nil
        }
        let numbers = row.items.flatMap { item -> [SlotReading] in
            switch item.content {
            case .blank: []
            case .parts(let parts): parts.map { .recut($0, item.token) }
            default: [item.reading(isRepaired: true)]
            }
        }
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
        if let inserted = plan.inserted { cells.remove(at: inserted) }
        let plain = columns(cells)
        let isWholeRow = row.areAllNumbers || row.isAnchored
        // Digits parted by white space may be two values, and the others one place off.
        if !isWholeRow, row.hasParts, verdict(plain) != .hold { return unreadable }
        // A page's text is not always in the order of its columns.
        if !row.row.hasEnd, sums.allFail(plain, inside: slots) { return unreadable }
        // What is glued to the label may be none of the values, and empty cells have vanished.
        if !row.row.isPositional, hasBlanks, row.hasItemInLabel, !row.areAllNumbers { return unreadable }
        // Nothing tells which field of a row that is too wide is none, or, where empty cells have vanished, a remark.
        let mayHoldOther = row.isTooWide || style.hasRemarks && !row.row.isPositional
        if !isSummed, hasBlanks, mayHoldOther { return unreadable }
        guard isSummed, plan.inserted == nil, verdict(plain) == .fail || !isWholeRow else {
            return Result(readings: [plain], isRegular: true)
        }
        // Among blanks a value in two fields widens a row to just the right width.
        let mayHide = hasBlanks && (row.isTooWide || !row.row.isPositional) && verdict(plain) == .fail
        if style.slidesLeft, verdict(plain) == .fail { return unreadable }
        guard mayHide else { return Result(readings: [plain], isRegular: isWholeRow) }
        guard row.row.isPositional else { return unreadable }
        return Result(readings: [plain] + compensating(row))
    }

    /// Readings of the plan's columns as readings of all slots.
    func columns(_ readings: [SlotReading]) -> [SlotReading] {
        var all = [SlotReading](repeating: .lost, count: slots.count)
        for (column, reading) in zip(plan.columns, readings) { all[column] = reading }
        return all
    }

    private var unreadable: Result {
        Result(readings: [columns([SlotReading](repeating: .doubtful, count: plan.columns.count))])
    }

    private func verdict(_ readings: [SlotReading]) -> Sums.Verdict { sums.verdict(readings, inside: slots) }

    /// One field more than columns: two neighbours together are one number.
    private func joined(_ items: [RowItems.Item]) -> Result {
        let cells = items.map { $0.reading(isRepaired: true) }
        let readings = RowDeviations.joins(items, in: cells, offset: 0).map(columns)
        return readings.isEmpty ? unreadable : Result(readings: readings)
    }

    /// Fields whose empty neighbours are there too.
    private func positional(_ row: RowItems) -> Result {
        let width = plan.width
        // Zeros that lack a label and a good part of their row add up wherever they stand.
        if row.labelEnd == 0, width - row.fieldCount > 2, row.numbers.allSatisfy({ $0.mantissa == 0 }) { return unreadable }
        let isAnchored =
            isInPlace(row) && (!style.lacksLastColumn || lacking > 0)
            && (row.row.geometry == .boxed || row.coveredColumns == 0 || starts == [row.whole.start])
        let naturals = windows(row, width: width).map { natural(row, start: $0) }
        if naturals.count == 1, !starts.isEmpty || isInPlace(row), settles(naturals[0], row, isAnchored: isAnchored) {
            return Result(readings: [naturals[0].readings], isRegular: isAnchored && lacking == 0)
        }
        if style.slidesLeft { return isSummed ? Result(readings: slidLeft(row)) : unreadable }
        if !isSummed {
            let endsSurely = naturals.first?.trailing == 0 || style.oftenEndsBlank || row.row.geometry == .boxed
            if naturals.count == 1, hasBlanks, naturals[0].isWhole, endsSurely, !row.isTooWide {
                return Result(readings: [naturals[0].readings])
            }
            return naturals.isEmpty ? unreadable : Result(readings: naturals.map(\.readings) + unreadable.readings)
        }
        guard plan.inserted == nil else {
            let whole = naturals.filter { hasBlanks || $0.trailing == 0 }.map(\.readings)
            return whole.isEmpty ? unreadable : Result(readings: whole)
        }
        let possible = possibilities(row, naturals, isAnchored: isAnchored)
        let endsSurely = row.row.geometry == .boxed || naturals.first?.trailing == 0
        let hasDefault = isAnchored && lacking == 0 && naturals.count == 1 && endsSurely
        return possible.isEmpty ? unreadable : Result(readings: unique(possible), isRegular: hasDefault)
    }

    /// What the layout says of a row, and every deviation from it that its fields allow.
    private func possibilities(_ row: RowItems, _ naturals: [Natural], isAnchored: Bool) -> [[SlotReading]] {
        if naturals.isEmpty { return shortened(row) + widened(row, isAnchored: isAnchored) }
        // Where no row has its last column, the field that this one has less is another.
        if style.lacksLastColumn, lacking == 0, row.isTooNarrow { return unreadable.readings }
        if row.row.geometry == .boxed, row.whole.fieldCount - row.fieldCount >= 2 {
            // As many cells are gone as fields are missing.
            let all = fields(of: row, from: row.whole.start)
            return plan.width - all.count == 2 ? RowDeviations.holes(all, count: 2).map(columns) : unreadable.readings
        }
        var result = naturals.filter { $0.isWhole || hasBlanks }.map(\.readings)
        if isAnchored { result += naturals.flatMap { RowDeviations.emptied($0.cells).map(columns) } }
        for natural in naturals where natural.trailing == 1 || natural.trailing > 0 && hasBlanks {
            let cells = Array(natural.cells.dropLast())
            result += RowDeviations.holes(cells).map(columns)
            if natural.trailing == 1 {
                result += RowDeviations.pairs(row.items, in: cells, offset: row.lead - natural.start).map(columns)
            }
        }
        result += widened(row, isAnchored: isAnchored)
        if naturals.allSatisfy({ $0.trailing > (hasBlanks ? 0 : 1) && verdict($0.readings) == .fail }) {
            result += slidLeft(row)
        }
        return result
    }

    /// A cell or two less than columns, or two values in one field.
    private func shortened(_ row: RowItems) -> [[SlotReading]] {
        let cells = row.items.map { $0.reading(isRepaired: true) }
        switch plan.width - cells.count {
        case 1: return (RowDeviations.holes(cells) + RowDeviations.pairs(row.items, in: cells, offset: 0)).map(columns)
        case 2: return RowDeviations.holes(cells, count: 2).map(columns)
        default: return []
        }
    }

    /// Where the first column of a row may stand.
    private func windows(_ row: RowItems, width: Int) -> [Int] {
        let earliest = max(row.labelEnd, row.end - width)
        guard earliest <= row.lead else { return [] }
        var windows = Set(earliest...row.lead)
        // With a column more than the form has, complete rows of the form's width tell nothing.
        let isWider = plan.inserted != nil && row.row.geometry == .boxed && row.fieldCount == row.whole.fieldCount + 1
        let allowed = windows.intersection(isWider ? [row.whole.start] : plan.inserted == nil ? starts : [])
        if !allowed.isEmpty {
            windows = allowed
        } else if isInPlace(row) {
            windows = windows.filter { $0 <= row.whole.start && $0 + width <= row.fieldCount }
        }
        return windows.sorted()
    }

    /// Whether the one place that the layout gives a row's values needs no sums to be believed.
    private func settles(_ only: Natural, _ row: RowItems, isAnchored: Bool) -> Bool {
        let verdict = isSummed ? verdict(only.readings) : .open
        // Zeros among blanks add up wherever they stand.
        let isEvident =
            isAnchored || starts.count == 1 && !style.slidesLeft && !style.lacksLastColumn
            || row.numbers.contains { $0.mantissa != 0 }
        guard isEvident else { return false }
        // With its last column filled and its first column known, nothing can have slid.
        if only.trailing == 0 { return verdict != .fail && !row.isTooWide }
        if verdict == .hold { return hasBlanks && only.isWhole }
        // With a column gone sums are open, and as many fields as the others have columns are whole.
        if lacking > 0, verdict == .open {
            return isAnchored && hasBlanks && only.isWhole && isSurelyInPlace(row)
        }
        // A source that leaves its totals blank leaves this one blank too.
        return isAnchored && style.leavesTotalsBlank && only.trailing < plan.width
    }

    /// One window over the fields of a row.
    private struct Natural {
        var start: Int
        var readings: [SlotReading]
        /// The readings of the plan's columns.
        var cells: [SlotReading]
        /// How many of its last columns are empty.
        var trailing: Int
        /// Whether a field stands for every column.
        var isWhole: Bool
    }

    private func natural(_ row: RowItems, start: Int) -> Natural {
        var cells = (start..<(start + plan.width)).map(row.reading)
        let isWhole = start + plan.width <= max(row.fieldCount, row.end)
        if let inserted = plan.inserted { cells.remove(at: inserted) }
        let trailing = cells.reversed().prefix { $0.kind == .blank }.count
        return Natural(start: start, readings: columns(cells), cells: cells, trailing: trailing, isWhole: isWhole)
    }

    /// All fields from a position on, empty ones as blanks.
    private func fields(of row: RowItems, from start: Int) -> [SlotReading] {
        (min(start, row.lead)..<max(start, row.fieldCount)).map(row.reading)
    }

    /// A value in two fields, in a row that has a field too many or does not show how many it should have.
    private func widened(_ row: RowItems, isAnchored: Bool) -> [[SlotReading]] {
        guard !isAnchored, row.items.count > 1 else { return [] }
        let cells = row.items.map { $0.reading(isRepaired: true) }
        return RowDeviations.joins(row.items, in: cells, offset: 0).flatMap { joined -> [[SlotReading]] in
            let free = plan.width - joined.count
            guard free >= 0 else { return [] }
            // What stands in front is as uncertain as the width.
            let earliest = max(0, row.lead - row.labelEnd)
            return (0...min(free, earliest)).map { front in
                columns(blanks(front) + joined + blanks(free - front))
            }
        }
    }

    /// Empty cells may have gone from between the values and stand at the end now.
    private func slidLeft(_ row: RowItems) -> [[SlotReading]] {
        let cells = row.items.map { $0.reading(isRepaired: true) }.filter { $0.kind != .blank }
        guard !cells.isEmpty else { return [] }
        let ways = (0..<cells.count).reduce(1) { $0 * (plan.width - $1) / ($1 + 1) }
        return ways <= JointSearch.maximumCombinations / 3
            ? Self.placements(cells, width: plan.width).map(columns) : unreadable.readings
    }

    func blanks(_ count: Int) -> [SlotReading] {
        [SlotReading](repeating: SlotReading(kind: .blank), count: count)
    }

    /// Fields whose empty neighbours have vanished.
    private func flowing(_ row: RowItems) -> Result {
        let width = plan.width
        // Several numbers among other signs in one field, or behind the label in its own, may be several values.
        guard isSummed, plan.inserted == nil, !row.mixesNumbersAndWords, !row.hasItemInLabel else { return unreadable }
        let cells = row.items.map { $0.reading(isRepaired: true) }
        if !hasBlanks {
            guard cells.count == width - 1 else { return unreadable }
            return Result(
                readings: unique(
                    (RowDeviations.holes(cells) + RowDeviations.pairs(row.items, in: cells, offset: 0)).map(columns)))
        }
        guard width <= 7 else { return unreadable }
        // What a single space parts may be two values, and no cell of the row blank.
        let pairs = row.hasParts && cells.count == width - 1 ? RowDeviations.pairs(row.items, in: cells, offset: 0) : []
        return Result(readings: (Self.placements(cells, width: width) + pairs).map(columns))
    }

    /// All ways to put cells into columns in their order, the others being blank.
    private static func placements(_ cells: [SlotReading], width: Int) -> [[SlotReading]] {
        guard cells.count < width else { return cells.count == width ? [cells] : [] }
        guard let first = cells.first else { return [[SlotReading](repeating: SlotReading(kind: .blank), count: width)] }
        let blank = SlotReading(kind: .blank)
        return placements(cells, width: width - 1).map { [blank] + $0 }
            + placements(Array(cells.dropFirst()), width: width - 1).map { [first] + $0 }
    }

    private func unique(_ readings: [[SlotReading]]) -> [[SlotReading]] {
        var seen: Set<[SlotReading]> = []
        return readings.filter { seen.insert($0).inserted }
    }
}
