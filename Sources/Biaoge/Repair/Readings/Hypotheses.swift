/// The ways to see a part, each of which its sums must judge.
extension PartSolver {
    /// One way to see the part: which columns its pieces have, and what choices its rows then leave.
    struct Hypothesis {
        /// What stands in each slot where there is no choice.
        var base: [SlotReading]
        /// The rows, and groups of rows, that allow several readings.
        var choices: [Choice]
        /// For each row of the form, whether the layout alone tells the place of its values.
        var isRegular: [Bool]
        /// What two defects that make up for each other would make of the rows that are regular, for when their sums fail.
        var compensating: [(row: Int, readings: () -> [[SlotReading]])] = []

        /// How many slots are in doubt whatever the choices.
        var doubtCount: Int { base.count { $0.kind == .doubtful } }
    }

    /// Every way to see the part that is tried.
    func hypotheses() -> [Hypothesis] {
        let starts = Starts(items.compactMap(\.self))
        let plans = plans()
        // Pieces with the same choice of columns make it together; more than two such choices are not tried.
        var keys: [[ColumnPlan]] = []
        for options in plans where options.count > 1 && !keys.contains(options) { keys.append(options) }
        guard keys.count <= 2 else { return [unreadable] }
        var result: [Hypothesis] = []
        forEachCombination(of: keys.map(\.count)) { picked in
            let chosen = plans.map { options -> ColumnPlan? in
                if let key = keys.firstIndex(of: options) { return options[picked[key]] }
                return options.first
            }
            result.append(hypothesis(chosen, starts))
        }
        return result
    }

    /// For each row of the form, the columns that its source may have.
    private func plans() -> [[ColumnPlan]] {
        var result = [[ColumnPlan]](repeating: [], count: part.rows.count)
        let found = items.compactMap(\.self)
        // Rows under the same header have the same columns.
        for (first, members) in Dictionary(grouping: found, by: { headerColumns.firstUnderHeader[$0.formRow] }) {
            if let places = headerColumns.places(over: first) {
                for row in members where row.row.isPositional && row.slotCount == places.positions.count {
                    result[row.formRow] = [ColumnPlan(columns: Array(0..<row.slotCount), places: places)]
                }
                if members.allSatisfy({ !result[$0.formRow].isEmpty }) { continue }
            }
            var other: [ColumnPlan] = []
            switch orders[first] ?? .asInForm {
            case .asInForm: break
            case .either(let columns): other = [ColumnPlan(columns: columns)]
            case .unknown: continue
            case .reordered(let columns):
                for row in members where part.rows[row.formRow].slots.count == columns.count {
                    let isBelow = headerColumns.stands(over: first, in: row.row.source.table)
                    result[row.formRow] =
                        [ColumnPlan(columns: columns)] + (isBelow ? [] : [ColumnPlan(columns: Array(0..<columns.count))])
                }
                continue
            }
            for (count, alike) in Dictionary(grouping: members, by: { part.rows[$0.formRow].slots.count }) {
                let plans = ColumnPlans(
                    alike, count: count, header: headerColumns.columns(over: first, count: count),
                    isSummed: !part.identities.isEmpty, style: style)
                for row in alike { result[row.formRow] = (plans.plans[row.row.piece] ?? []) + other }
            }
        }
        return result
    }

    /// What the rows say once each has its columns.
    private func hypothesis(_ plans: [ColumnPlan?], _ starts: Starts) -> Hypothesis {
        let cutPieces = starts.piecesWithoutLastColumn(items.compactMap(\.self))
        var base = [SlotReading](repeating: .lost, count: part.slots.count)
        var choices: [Choice] = []
        var isRegular = [Bool](repeating: true, count: part.rows.count)
        var compensating: [(row: Int, readings: () -> [[SlotReading]])] = []
        for (index, form) in part.rows.enumerated() where form.role == .values {
            if rows.presence[index] == .absent || isOfOpenVariant(form) && !isUsual(form) {
                for slot in form.slots { base[slot] = .absent }
            } else if rows.duplicated.contains(index) || mayHoldLostRow(index) || doubtedRows.contains(index)
                || items[index] != nil && headerColumns.mixesYears
            {
                for slot in form.slots { base[slot] = .doubtful }
            } else if let row = items[index], let plan = plans[index] {
                let lacking = form.slots.count - plan.columns.count
                var style = style
                style.lacksLastColumn = style.lacksLastColumn || cutPieces.contains(row.row.piece)
                let reader = RowReadings(
                    plan: plan, slots: form.slots, starts: starts.of(row, lacking: lacking), style: style, sums: sums,
                    hasForeignColumn: headerColumns.hasForeign(over: headerColumns.firstUnderHeader[index]))
                let result = readings(row, reader)
                let alternatives = (result.readings + result.rivals).map {
                    Array(zip(form.slots, $0)).map { (slot: $0, reading: $1) }
                }
                isRegular[index] = result.isRegular
                if alternatives.count == 1 {
                    for (slot, reading) in alternatives[0] { base[slot] = reading }
                } else {
                    choices.append(
                        Choice(alternatives, hasDefault: result.isRegular, rivalCount: result.rivals.count))
                }
                if result.isRegular || lacking > 0 && alternatives.count == 1 {
                    compensating.append((index, { reader.compensating(row) }))
                }
            } else if let row = items[index] {
                for (slot, reading) in zip(form.slots, row.readingsInAnyOrder(form.slots.count)) { base[slot] = reading }
            }
        }
        loseUnknownRows(&base)
        for gap in rows.contested { choices.append(contestedChoice(gap, &base)) }
        return Hypothesis(
            base: base, choices: choices.filter { !$0.alternatives.isEmpty }, isRegular: isRegular, compensating: compensating)
    }

    /// Whether a row is one of a group of variants of which nothing tells which the source has.
    func isOfOpenVariant(_ row: Form.Row) -> Bool { row.variant.map { rows.alternatives[$0.group] == nil } ?? false }
    private func isUsual(_ row: Form.Row) -> Bool { row.variant?.isUsual ?? true }

    private func readings(_ row: RowItems, _ reader: RowReadings) -> RowReadings.Result {
        // A label with nothing behind it has lost its values where no other row of the part has an empty cell, or all have marks in theirs.
        let hasFields = row.row.isPositional && row.fieldCount > row.labelEnd
        let isBare = row.items.isEmpty && (!partHasBlanks || style.marksEmptyRows) && !hasFields
        if isBare { return RowReadings.Result(readings: [[SlotReading](repeating: .lost, count: reader.slots.count)]) }
        if style.hasBlanks, row.isGluedToLabel, !row.endsWithItsSum { return reader.unreadable }
        var result = reader.of(row)
        for reading in result.readings.indices {
            doubtWhatCannotStand(in: &result.readings[reading], of: row, from: reader.slots.lowerBound)
            if style.hasBlanks, style.printsOneZero, reader.verdict(result.readings[reading]) == .open {
                doubtOnlyZero(in: &result.readings[reading])
            }
        }
        guard rows.presence[row.formRow] != .found else { return result }
        for reading in result.readings.indices {
            for slot in result.readings[reading].indices { result.readings[reading][slot].isRepaired = true }
        }
        return result
    }

    /// A number that its slot cannot hold, such as a negative count, is a misprint or belongs elsewhere: which, nobody can say. Where rows have
    /// no ends, what moved it may have moved the others.
    func doubtWhatCannotStand(in readings: inout [SlotReading], of row: RowItems, from start: Int) {
        let misplaced = readings.indices.filter { index in
            readings[index].kind == .number && !part.slots[start + index].canHold(readings[index].number)
        }
        let doubted = misplaced.isEmpty || row.row.isPositional ? misplaced : Array(readings.indices)
        for index in doubted { readings[index].kind = .doubtful }
    }

    /// The only zero of a part whose other zeros are left empty, right behind a number, is that number's last digit in a cell of
    /// its own sooner, where no sum of the row tells.
    private func doubtOnlyZero(in readings: inout [SlotReading]) {
        for index in readings.indices.dropFirst() where readings[index].kind == .number && readings[index].number.mantissa == 0 {
            guard readings[index - 1].kind == .number else { continue }
            (readings[index - 1].kind, readings[index].kind) = (.doubtful, .doubtful)
        }
    }

    /// Too much is open to say anything.
    private var unreadable: Hypothesis {
        Hypothesis(
            base: [SlotReading](repeating: .doubtful, count: part.slots.count), choices: [],
            isRegular: [Bool](repeating: false, count: part.rows.count))
    }
}
