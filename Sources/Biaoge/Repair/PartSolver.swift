/// Finds the value of every slot of one part, once its rows are known.
///
/// The order: the fields of each row; the columns each piece has; the readings each row allows; of all readings together those that the
/// identities allow; what these agree on; what follows from it for slots that the source lost.
struct PartSolver {
    let part: Form.Part
    let rows: PartRows
    let source: TokenRows
    let headerColumns: HeaderColumns

    /// One way to see the part: which columns its pieces have, and what choices its rows then leave.
    private struct Hypothesis {
        var base: [SlotReading]
        var choices: [Choice]
    }

    private let items: [RowItems?]
    private let sums: Sums
    private let hasBlanks: Bool
    private let printsZeros: Bool
    private let isSummed: Bool

    init(part: Form.Part, rows: PartRows, source: TokenRows, headerColumns: HeaderColumns) {
        self.part = part
        self.rows = rows
        self.source = source
        self.headerColumns = headerColumns
        var decimals = 0
        var items: [RowItems?] = part.rows.indices.map { index in
            guard rows.sourceOf[index] >= 0, part.rows[index].role == .values else { return nil }
            var items = RowItems(
                formRow: index, row: source.rows[rows.sourceOf[index]], source: source, labelToken: rows.labelToken(of: index),
                part: part)
            items.hasOwnLabel = rows.hasOwnLabel(index)
            items.convert(source, slots: part.slots[part.rows[index].slots])
            for item in items.items { if case .number(let number) = item.content { decimals = max(decimals, number.decimals) } }
            return items
        }
        Self.markWideRows(&items)
        self.items = items
        sums = Sums(part, decimals: min(decimals, 6))
        isSummed = !part.identities.isEmpty
        let style = BlankStyle(items.compactMap(\.self), widths: part.rows.map(\.slots.count))
        hasBlanks = style.hasBlanks
        printsZeros = style.printsZeros
    }

    /// A row with more fields than most rows with their label at the same place may have a value in two of them.
    private static func markWideRows(_ items: inout [RowItems?]) {
        var counts: [Int: [Int]] = [:]
        for row in items.compactMap(\.self) { counts[row.labelPosition, default: []].append(row.fieldCount) }
        let usual = counts.mapValues { ColumnPlans.mode($0) }
        for index in items.indices {
            guard let row = items[index], row.row.isPositional else { continue }
            let isBoxed = row.row.geometry == .boxed
            items[index]?.isTooWide =
                row.fieldCount > (isBoxed ? row.wholeCount : min(row.wholeCount, usual[row.labelPosition] ?? 0))
        }
    }

    /// The answers, one for each slot.
    func solve() -> [SlotAnswer] {
        let hypotheses = hypotheses()
        let isOpen = hypotheses.count > 1
        var readings: [[SlotReading]] = []
        var policy = Sums.Policy.blankIsUnknown
        for hypothesis in hypotheses {
            let search = JointSearch(sums: sums, choices: hypothesis.choices, base: hypothesis.base, touchesAll: isOpen)
            switch search.survivors() {
            case .tooMany: return unresolved(hypotheses)
            case .none: break
            case .readings(let more, let theirs):
                // A reading that holds with every blank as 0 goes before one that holds only when blanks are unknown.
                if readings.isEmpty || theirs < policy {
                    readings = more
                    policy = theirs
                } else if theirs == policy {
                    readings += more
                }
            }
        }
        if !readings.isEmpty { return agreement.answers(readings, policy) }
        return unresolved(hypotheses)
    }

    // MARK: Hypotheses

    private func hypotheses() -> [Hypothesis] {
        let starts = Starts(items.compactMap(\.self), widths: part.rows.map(\.slots.count))
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
        for (header, members) in Dictionary(grouping: found, by: { headerColumns.headerOf[$0.formRow] }) {
            for (count, alike) in Dictionary(grouping: members, by: { part.rows[$0.formRow].slots.count }) {
                let named = headerColumns.columns(header: header, count: count)
                let plans = ColumnPlans(
                    alike, count: count, headerColumns: named.columns, hasForeignColumn: named.hasForeign, isSummed: isSummed,
                    hasBlanks: hasBlanks)
                for row in alike { result[row.formRow] = plans.plans[row.row.piece] ?? [] }
            }
        }
        return result
    }

    /// Whether the readings of a row do not break the sums within it, blanks counted as 0.
    private func holdsOwnSum(_ row: [SlotReading], _ formRow: Int) -> Bool {
        var readings = [SlotReading](repeating: .doubtful, count: part.slots.count)
        let slots = part.rows[formRow].slots
        for (slot, reading) in zip(slots, row) { readings[slot] = reading }
        let own = sums.inside(slots)
        let outcome = sums.evaluate(readings, .blankIsZero, among: own)
        return !own.contains { outcome.fails[$0] }
    }

    private func hypothesis(_ plans: [ColumnPlan?], _ starts: Starts) -> Hypothesis {
        var base = [SlotReading](repeating: .lost, count: part.slots.count)
        var choices: [Choice] = []
        for (index, form) in part.rows.enumerated() where form.role == .values {
            if rows.presence[index] == .absent || isOfOpenVariant(form) && !isUsual(form) {
                for slot in form.slots { base[slot] = .absent }
            } else if rows.duplicated.contains(index) {
                for slot in form.slots { base[slot] = .doubtful }
            } else if let row = items[index], let plan = plans[index] {
                let readings = readings(row, plan, starts, slotCount: form.slots.count)
                let alternatives = readings.map { Array(zip(form.slots, $0)).map { (slot: $0, reading: $1) } }
                if alternatives.count == 1 {
                    for (slot, reading) in alternatives[0] { base[slot] = reading }
                } else {
                    choices.append(Choice(alternatives))
                }
            }
        }
        loseUnknownRows(&base)
        for gap in rows.contested { choices.append(contestedChoice(gap, &base)) }
        return Hypothesis(base: base, choices: choices.filter { !$0.alternatives.isEmpty })
    }

    /// Where rows have no ends, a row that lost its label hangs on the row before it, and both are unknown: whatever else seems lost may
    /// be in there.
    private func loseUnknownRows(_ base: inout [SlotReading]) {
        guard rows.unknown.contains(where: { !source.rows[$0].isPositional }) else { return }
        for (index, row) in part.rows.enumerated() where rows.presence[index] == .lost {
            for slot in row.slots { base[slot] = .doubtful }
        }
    }

    private func isOfOpenVariant(_ row: Form.Row) -> Bool { row.variant.map { rows.alternatives[$0.group] == nil } ?? false }
    private func isUsual(_ row: Form.Row) -> Bool { row.variant?.isUsual ?? true }

    private func readings(_ row: RowItems, _ plan: ColumnPlan, _ starts: Starts, slotCount: Int) -> [[SlotReading]] {
        let isMoved = rows.presence[row.formRow] != .found
        let isBare = row.items.isEmpty && !hasBlanks && row.fieldCount <= row.labelPosition + 1
        if isBare { return [[SlotReading](repeating: .lost, count: slotCount)] }
        let readings = RowReadings(
            plan: plan, slotCount: slotCount, starts: starts.of(row), hasBlanks: hasBlanks, isSummed: isSummed,
            holdsOwnSum: { holdsOwnSum($0, row.formRow) }
        ).of(row)
        guard isMoved else { return readings }
        return readings.map { $0.map { SlotReading(kind: $0.kind, number: $0.number, token: $0.token, isRepaired: true) } }
    }

    /// Rows without labels that could be several rows of the form: every assignment in order is an alternative.
    private func contestedChoice(_ gap: (form: [Int], source: [Int]), _ base: inout [SlotReading]) -> Choice {
        let isOpen = gap.form.contains { isOfOpenVariant(part.rows[$0]) }
        let width = part.rows[gap.form[0]].slots.count
        let candidates = gap.source.map { index in
            RowItems(formRow: gap.form[0], row: source.rows[index], source: source, labelToken: -1, part: part)
        }
        let isPlain =
            !isOpen && !rows.presence.contains(.moved) && gap.form.count <= 6 && gap.source.count <= 6
            && gap.form.allSatisfy { part.rows[$0].slots.count == width } && candidates.allSatisfy { $0.items.count == width }
        guard isPlain else {
            for row in gap.form { for slot in part.rows[row].slots { base[slot] = .doubtful } }
            return Choice([])
        }
        let size = min(gap.form.count, gap.source.count)
        let alternatives = ColumnPlans.subsets(of: gap.form.count, size: size).flatMap { forms in
            ColumnPlans.subsets(of: gap.source.count, size: size).map { sources in
                gap.form.indices.flatMap { index -> [(slot: Int, reading: SlotReading)] in
                    let slots = part.rows[gap.form[index]].slots
                    guard let position = forms.firstIndex(of: index) else { return slots.map { ($0, .lost) } }
                    let items = candidates[sources[position]].items
                    return zip(slots, items).map { ($0, $1.reading(isRepaired: true)) }
                }
            }
        }
        return Choice(alternatives)
    }

    /// Too much is open to say anything.
    private var unreadable: Hypothesis {
        Hypothesis(base: [SlotReading](repeating: .doubtful, count: part.slots.count), choices: [])
    }

    // MARK: No decision

    /// No reading fits, or there are too many: only what every reading of a row has is known.
    private func unresolved(_ hypotheses: [Hypothesis]) -> [SlotAnswer] {
        var readings: [[SlotReading]] = []
        for hypothesis in hypotheses {
            var common = hypothesis.base
            for choice in hypothesis.choices {
                for slot in choice.slots {
                    let options = choice.alternatives.compactMap { $0.first { $0.slot == slot }?.reading }
                    let isOne = options.allSatisfy {
                        $0.kind == options[0].kind && $0.number == options[0].number && $0.kind != .lost
                    }
                    common[slot] = isOne ? options[0] : .doubtful
                }
            }
            readings.append(common)
        }
        return agreement.answers(readings, .blankIsUnknown)
    }

    private var agreement: Agreement {
        Agreement(part: part, sums: sums, rows: rows, printsZeros: printsZeros, hasBlanks: hasBlanks)
    }
}
