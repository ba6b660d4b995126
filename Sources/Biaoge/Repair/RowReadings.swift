/// The readings that a row of the source allows for the slots of its row of the form.
///
/// A row with all its numbers side by side is rigid: it has one reading, whatever the sums say. So is a row whose blanks stand between
/// its first and its last column. Every other row may have lost a cell, whose place the cells behind it took, or have two values in
/// one cell, or one value in two; which of these it is the sums must tell.
struct RowReadings {
    let plan: ColumnPlan
    /// The number of slots of the row of the form.
    let slotCount: Int
    /// Where the first column stands in rows like this one, as far as complete rows of the piece tell.
    let starts: Set<Int>
    /// Whether the source leaves cells empty elsewhere too, so that an empty cell is nothing unusual.
    let hasBlanks: Bool
    /// Whether sums say anything about the row.
    let isSummed: Bool
    /// Whether readings do not break the sums within the row, blanks counted as 0.
    let holdsOwnSum: ([SlotReading]) -> Bool

    /// The readings of a row, each with one entry for each slot.
    func of(_ row: RowItems) -> [[SlotReading]] {
        let width = plan.width
        let items = row.items
        let isShort = row.row.geometry == .boxed && row.fieldCount < row.wholeStart + width
        if items.isEmpty, hasBlanks, isShort || plan.columns.count < slotCount {
            // One of the cells that are gone may have held a number.
            return [unreadable]
        }
        if items.isEmpty {
            return [columns([SlotReading](repeating: SlotReading(kind: .blank), count: plan.columns.count), false)]
        }
        if width == 1, items.count > 1, row.filledCount == 1 {
            // One value among blank marks.
            let filled = items.first { if case .blank = $0.content { false } else { true } }
            return [columns(filled.map { [$0.reading(isRepaired: false)] } ?? [], false)]
        }
        if items.count == width {
            let plain = rigid(items)
            let mayHide = isSummed && hasBlanks && plan.inserted == nil && (row.isTooWide || !row.row.isPositional)
            guard mayHide, !holdsOwnSum(plain) else { return [plain] }
            // Among blanks a value in two fields widens a row to just the right width.
            return row.row.isPositional ? [plain] + mergedAmongBlanks(row) : [unreadable]
        }
        guard plan.inserted == nil || items.count < width else { return [unreadable] }
        if items.count > width { return isSummed && items.count == width + 1 ? merged(items) : [unreadable] }
        return row.row.isPositional ? positional(row) : flowing(row)
    }

    /// Every item in its column.
    private func rigid(_ items: [RowItems.Item]) -> [SlotReading] {
        var readings = items.map { $0.reading(isRepaired: plan.columns.count < slotCount || plan.inserted != nil) }
        if let inserted = plan.inserted { readings.remove(at: inserted) }
        return columns(readings, false)
    }

    /// Readings of the plan's columns as readings of all slots.
    private func columns(_ readings: [SlotReading], _ isMoved: Bool) -> [SlotReading] {
        var slots = [SlotReading](repeating: .lost, count: slotCount)
        for (column, reading) in zip(plan.columns, readings) { slots[column] = reading }
        return slots
    }

    private var unreadable: [SlotReading] {
        columns([SlotReading](repeating: .doubtful, count: plan.columns.count), true)
    }

    /// A value stands in two fields: two neighbours together are one number.
    private func merged(_ items: [RowItems.Item]) -> [[SlotReading]] {
        let plain = items.map { $0.reading(isRepaired: true) }
        return (0..<(items.count - 1)).compactMap { index in
            guard case .number(let left) = items[index].content, case .number(let right) = items[index + 1].content else {
                return nil
            }
            // "00" is printed by nobody, but a single 0 in front of nothing may be a torn-off digit.
            guard let joined = left.joined(with: right) else { return nil }
            var readings = plain
            readings[index].number = joined
            readings.remove(at: index + 1)
            return columns(readings, true)
        }
    }

    /// A value stands in two fields of a row with blanks at its ends.
    private func mergedAmongBlanks(_ row: RowItems) -> [[SlotReading]] {
        let blank = SlotReading(kind: .blank)
        return merged(row.items).flatMap { readings -> [[SlotReading]] in
            let cells = plan.columns.map { readings[$0] }
            // The merged row is one short: a blank goes in front or behind.
            guard cells.last?.kind == .lost else { return [readings] }
            let short = Array(cells.dropLast())
            return [columns([blank] + short, true), columns(short + [blank], true)]
        }
    }

    /// Fields whose empty neighbours are there too.
    private func positional(_ row: RowItems) -> [[SlotReading]] {
        let width = plan.width
        let count = row.items.count
        let earliest = max(row.labelPosition + 1, row.lead + count - width)
        var windows = earliest <= row.lead ? Set(earliest...row.lead) : []
        // With a column more than the form has, complete rows of the form's width tell nothing.
        let isWider = plan.inserted != nil && row.row.geometry == .boxed && row.fieldCount == row.wholeCount + 1
        let allowed = windows.intersection(isWider ? [row.wholeStart] : plan.inserted == nil ? starts : [])
        let isWhole = row.isWhole && width == slotCount
        if !allowed.isEmpty {
            windows = allowed
        } else if isWhole {
            windows = windows.filter { $0 <= row.wholeStart && $0 + width <= row.fieldCount }
        }
        let naturals = windows.sorted().compactMap { natural(row, start: $0) }
        // With its last column filled and its first column known, nothing can have slid.
        if naturals.count == 1, !allowed.isEmpty || isWhole {
            let only = naturals[0]
            if only.trailing == 0 || (hasBlanks && only.isWhole && isSummed && holdsOwnSum(only.readings)) {
                return [only.readings]
            }
        }
        if !isSummed {
            if naturals.count == 1, hasBlanks, naturals[0].isWhole { return [naturals[0].readings] }
            return naturals.isEmpty ? [unreadable] : naturals.map(\.readings) + [unreadable]
        }
        guard plan.inserted == nil else { return naturals.map(\.readings) }
        var result: [[SlotReading]] = []
        for natural in naturals where natural.isWhole || hasBlanks { result.append(natural.readings) }
        for natural in naturals where natural.trailing > 0 {
            result += holes(Array(natural.cells.dropLast()))
            if natural.trailing == 1 { result += pairs(row.items, in: Array(natural.cells.dropLast())) }
        }
        if naturals.isEmpty, count == width - 1 {
            let cells = row.items.map { $0.reading(isRepaired: true) }
            result += holes(cells) + pairs(row.items, in: cells)
        }
        return unique(result)
    }

    /// One window over the fields of a row.
    private struct Natural {
        var readings: [SlotReading]
        /// The readings of the plan's columns.
        var cells: [SlotReading]
        /// How many of its last columns are empty.
        var trailing: Int
        /// Whether a field stands for every column.
        var isWhole: Bool
    }

    private func natural(_ row: RowItems, start: Int) -> Natural? {
        let width = plan.width
        var cells: [SlotReading] = []
        var isWhole = true
        for position in start..<(start + width) {
            let item = position - row.lead
            if item >= 0, item < row.items.count {
                cells.append(row.items[item].reading(isRepaired: false))
            } else {
                isWhole = isWhole && position < row.fieldCount
                let token = position < row.fieldCount ? row.row.tokens.lowerBound + position : -1
                cells.append(SlotReading(kind: .blank, token: token))
            }
        }
        if let inserted = plan.inserted { cells.remove(at: inserted) }
        let trailing = cells.reversed().prefix { $0.kind == .blank }.count
        return Natural(readings: columns(cells, false), cells: cells, trailing: trailing, isWhole: isWhole)
    }

    /// A cell was lost: it may be any, and those behind it slid.
    private func holes(_ cells: [SlotReading]) -> [[SlotReading]] {
        (0...cells.count).map { index in
            var readings = cells
            for moved in index..<cells.count { readings[moved].isRepaired = true }
            readings.insert(.lost, at: index)
            return columns(readings, true)
        }
    }

    /// Two values stand in one cell: it may be any with more than one digit.
    private func pairs(_ items: [RowItems.Item], in cells: [SlotReading]) -> [[SlotReading]] {
        let offset = cells.count - items.count
        return items.indices.flatMap { index in
            items[index].pairs.map { pair in
                var readings = cells
                for moved in (offset + index)..<cells.count { readings[moved].isRepaired = true }
                readings.replaceSubrange((offset + index)...(offset + index), with: pair)
                return columns(readings, true)
            }
        }
    }

    /// Fields whose empty neighbours have vanished.
    private func flowing(_ row: RowItems) -> [[SlotReading]] {
        let width = plan.width
        guard isSummed, plan.inserted == nil else { return [unreadable] }
        let cells = row.items.map { $0.reading(isRepaired: true) }
        if !hasBlanks {
            guard cells.count == width - 1 else { return [unreadable] }
            return unique(holes(cells) + pairs(row.items, in: cells))
        }
        guard width <= 7 else { return [unreadable] }
        return Self.placements(cells, width: width).map { columns($0, true) }
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
