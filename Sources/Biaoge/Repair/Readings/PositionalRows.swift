/// The readings of rows whose empty cells have fields of their own, so that the place of a field says something.
extension RowReadings {
    /// Fields whose empty neighbours are there too.
    func positional(_ row: RowItems) -> Result {
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
        // A row that is narrower than others like it may have lost a number besides.
        if style.slidesLeft {
            let mayLackCell = row.isTooNarrow || row.isNarrowerThanOthers && row.end < row.fieldCount
            // Of a column that is gone each row has lost another number.
            let slid = isSummed && !mayLackCell && lacking == 0 ? slidLeft(row) : []
            return slid.isEmpty ? unreadable : Result(readings: slid)
        }
        let endsFilled = naturals.first?.trailing == 0
        let endsSurely = endsFilled || style.oftenEndsBlank || row.row.geometry == .boxed
        if !isSummed {
            if naturals.count == 1, hasBlanks, naturals[0].isWhole, endsSurely, !row.isTooWide, !row.isTooNarrow {
                return Result(readings: [naturals[0].readings], isRegular: isAnchored && row.row.geometry == .boxed)
            }
            return naturals.isEmpty ? unreadable : Result(readings: naturals.map(\.readings) + unreadable.readings)
        }
        guard plan.inserted == nil else {
            let whole = naturals.filter { hasBlanks || $0.trailing == 0 }.map(\.readings)
            return whole.isEmpty ? unreadable : Result(readings: whole)
        }
        let possible = possibilities(row, naturals, isAnchored: isAnchored)
        // Numbers that end with their sum in front of an empty 总计 are no misprint, nor is the only empty cell of a document.
        let endsRightBefore = naturals.first?.trailing == 1 && row.numbers.count > 2 && row.numbers.last?.mantissa != 0
        let isSlid = (row.endsWithItsSum || endsRightBefore || !hasBlanks) && !endsFilled && !style.leavesTotalsBlank
        let hasDefault = isAnchored && lacking == 0 && naturals.count == 1 && endsSurely && !isSlid
        if possible.isEmpty { return unreadable }
        // Where no sum of the row holds, that a cell lost its number is not the only reason.
        let isHeld = naturals.first.map { verdict($0.readings) == .hold } ?? true
        let rivals = isAnchored && !isHeld ? compensating(row) : []
        return Result(readings: unique(possible), rivals: unique(rivals), isRegular: hasDefault)
    }

    /// What the layout says of a row, and every deviation from it that its fields allow.
    private func possibilities(_ row: RowItems, _ naturals: [Natural], isAnchored: Bool) -> [[SlotReading]] {
        if naturals.isEmpty { return shortened(row) + widened(row, isAnchored: isAnchored) }
        // Where no row has its last column, or the header does not name it, the field that this one has less is another.
        let mayLackLast = style.lacksLastColumn || plan.unnamed.contains(slots.count - 1)
        if mayLackLast, lacking == 0, row.isTooNarrow { return unreadable.readings }
        if row.row.geometry == .boxed, row.whole.fieldCount - lacking - row.fieldCount >= 2 {
            // As many cells are gone as fields are missing.
            let all = fields(of: row, from: row.whole.start)
            return plan.width - all.count == 2 ? RowDeviations.holes(all, count: 2).map(columns) : unreadable.readings
        }
        var result = naturals.filter { $0.isWhole || hasBlanks }.map(\.readings)
        if isInPlace(row) || endsEarly(row) { result += naturals.flatMap { RowDeviations.emptied($0.cells).map(columns) } }
        for natural in naturals where natural.trailing == 1 || natural.trailing > 0 && hasBlanks {
            let cells = Array(natural.cells.dropLast())
            result += RowDeviations.holes(cells).map(columns)
            if natural.trailing == 1 || verdict(natural.readings) == .fail {
                result += RowDeviations.pairs(row.items, in: cells, offset: row.lead - natural.start).map(columns)
            }
        }
        if row.row.geometry == .boxed, row.fieldCount == row.whole.fieldCount + 1, lacking == 0 {
            let cells = fields(of: row, from: row.whole.start)
            result += RowDeviations.withoutBlank(cells).filter { $0.count == plan.width }.map(columns)
        }
        result += widened(row, isAnchored: isAnchored)
        if naturals.allSatisfy({ $0.trailing > (hasBlanks ? 0 : 1) && verdict($0.readings) == .fail }) {
            result += slidLeft(row)
        }
        return result
    }

    /// Whether a row may have lost nothing but an empty field behind its last value, where no other row shows that such fields are kept.
    private func endsEarly(_ row: RowItems) -> Bool {
        style.mayEndEarly && hasBlanks && row.isAnchored(lacking: 1) && row.end == row.fieldCount
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
        // Nothing but zeros and blanks holds as well with one of them lost, which a row narrower than others like it may have.
        // Where numbers slide to the left, those of a sum further to the right hold as well.
        if verdict == .hold {
            let maySlide = style.slidesLeft && row.numbers.contains { $0.mantissa != 0 }
            return hasBlanks && only.isWhole && !maySlide && (row.row.geometry == .boxed || !row.isTooNarrow)
        }
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
    func fields(of row: RowItems, from start: Int) -> [SlotReading] {
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

    /// Empty cells may have gone from between the values and stand at the end now: all ways to put them back or, of more than can be tried,
    /// those that the row's sums allow.
    private func slidLeft(_ row: RowItems) -> [[SlotReading]] {
        let cells = row.items.map { $0.reading(isRepaired: true) }.filter { $0.kind != .blank }
        guard !cells.isEmpty else { return [] }
        let ways = (0..<cells.count).reduce(1) { $0 * (plan.width - $1) / ($1 + 1) }
        if ways <= JointSearch.maximumCombinations / 3 { return Self.placements(cells, width: plan.width).map(columns) }
        // Where totals are left blank, a sum may be of other numbers.
        return style.leavesTotalsBlank ? unreadable.readings : placementsThatHold(cells) ?? unreadable.readings
    }

    /// All ways to put cells into columns in their order, the others being blank, so that no sum of the row fails; `nil` where they take too
    /// long to find.
    private func placementsThatHold(_ cells: [SlotReading]) -> [[SlotReading]]? {
        // Zeros make no sum hold.
        let others = cells.filter { $0.kind != .number || $0.number.mantissa != 0 }
        if others.count < cells.count, placementsThatHold(others)?.isEmpty ?? false { return [] }
        let maximum = 2 * JointSearch.maximumCombinations
        var found: [[SlotReading]] = []
        var steps = 0
        func place(_ placed: [SlotReading], _ rest: ArraySlice<SlotReading>) {
            steps += 1
            guard steps <= maximum, verdict(columns(placed)) != .fail else { return }
            let free = plan.width - placed.count
            if free == 0 { found.append(columns(placed)) }
            if free > rest.count { place(placed + blanks(1), rest) }
            if let first = rest.first { place(placed + [first], rest.dropFirst()) }
        }
        place([], cells[...])
        return steps <= maximum ? found : nil
    }
}
