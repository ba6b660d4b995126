/// Finds the value of every slot of one part, once its rows are known.
///
/// The order: the fields of each row; the columns each piece has; the readings each row allows; of all readings together those that the
/// identities allow; what these agree on; what follows from it for slots that the source lost.
struct PartSolver {
    let part: Form.Part
    let rows: PartRows
    let source: TokenRows
    let headerColumns: HeaderColumns
    /// The rows of the form whose numbers may be among those that no row has.
    let doubtedRows: Set<Int>

    /// One way to see the part: which columns its pieces have, and what choices its rows then leave.
    private struct Hypothesis {
        var base: [SlotReading]
        var choices: [Choice]
        /// For each row of the form, whether the layout alone tells the place of its values.
        var isRegular: [Bool]
        /// What two defects that make up for each other would make of the rows that are regular, for when their sums fail.
        var compensating: [(row: Int, readings: () -> [[SlotReading]])] = []
    }

    private let items: [RowItems?]
    private let sums: Sums
    private(set) var style: BlankStyle
    /// Whether the part itself has empty cells, whatever other parts have.
    private let partHasBlanks: Bool
    /// For each header row of the form, the order that the source has the columns below it in.
    let orders: [Int: ColumnOrder]

    init(_ rows: PartRows, unplaced: UnplacedValues) {
        let (part, source) = (rows.part, rows.source)
        let headerColumns = HeaderColumns(rows)
        self.part = part
        self.rows = rows
        self.source = source
        self.headerColumns = headerColumns
        var decimals = 0
        var items: [RowItems?] = part.rows.indices.map { index in
            guard let sourceIndex = rows.sourceOf[index], part.rows[index].role == .values else { return nil }
            var items = RowItems(
                formRow: index, sourceIndex: sourceIndex, source: source, labelToken: rows.labelToken(of: index), part: part,
                isWord: rows.isWord)
            items.hasOwnLabel = rows.hasOwnLabel(index)
            items.convert(source, slots: part.slots[part.rows[index].slots])
            for item in items.items { if case .number(let number) = item.content { decimals = max(decimals, number.decimals) } }
            return items
        }
        Self.markWideAndNarrowRows(&items)
        Self.markRowsAmongGathered(&items)
        self.items = items
        doubtedRows = unplaced.doubtedRows(items, of: rows)
        let found = items.compactMap(\.self)
        let sums = Sums(part, decimals: min(decimals, Sums.maximumDecimals))
        self.sums = sums
        orders = Dictionary(grouping: found, by: { headerColumns.headerOf[$0.formRow] }).reduce(into: [:]) { orders, rows in
            guard let slots = rows.value.first.map({ part.rows[$0.formRow].slots }) else { return }
            orders[rows.key] = headerColumns.order(header: rows.key).weighed(by: rows.value, slots: slots, sums: sums)
        }
        style = BlankStyle(found, isSummed: !part.identities.isEmpty)
        style.hasRemarks = headerColumns.hasRemarks
        partHasBlanks = style.hasBlanks
        if orders.values.contains(where: { $0 != .asInForm }) { style.forgetLastColumn() }
    }

    /// A row with more fields than most rows like it, those with as many values and their label at the same place, may have a value in two
    /// of them; one with a field or two less may have lost them.
    private static func markWideAndNarrowRows(_ items: inout [RowItems?]) {
        func shape(_ row: RowItems) -> [Int] { [row.labelEnd, row.slotCount] }
        let usual = Dictionary(grouping: items.compactMap(\.self), by: shape).mapValues { ColumnPlans.mode($0.map(\.fieldCount)) }
        for index in items.indices {
            guard let row = items[index], row.row.isPositional else { continue }
            // What fills a row up at its end makes those like it no narrower.
            let whole = row.row.geometry == .boxed ? row.whole.fieldCount : min(row.whole.fieldCount, usual[shape(row)] ?? 0)
            items[index]?.isTooWide = row.fieldCount > whole
            let missing = whole - row.fieldCount
            items[index]?.isTooNarrow = missing == 1 || missing == 2
        }
    }

    /// Where one row has several numbers in a field, the fields of the other rows of its piece tell less too.
    private static func markRowsAmongGathered(_ items: inout [RowItems?]) {
        let pieces = Set(items.compactMap(\.self).filter(\.isGathered).map(\.row.piece))
        for index in items.indices {
            if let row = items[index] { items[index]?.standsAmongGathered = pieces.contains(row.row.piece) }
        }
    }

    /// The same part as one of a document: a tool that loses empty cells does so in every table, and an office that leaves them empty too.
    func within(_ document: [BlankStyle]) -> PartSolver {
        var part = self
        part.style.slidesLeft = document.contains(where: \.slidesLeft)
        part.style.hasBlanks = document.contains(where: \.hasBlanks)
        return part
    }

    /// The answers, one for each slot.
    func answers() -> [SlotAnswer] {
        let hypotheses = hypotheses()
        var readings: [[SlotReading]] = []
        var undecided: [[SlotReading]] = []
        var policy = Sums.Policy.blankIsUnknown
        for hypothesis in hypotheses {
            let search = JointSearch(
                sums: sums, choices: hypothesis.choices, base: hypothesis.base, touchesAll: hypotheses.count > 1,
                leavesTotalsBlank: style.leavesTotalsBlank)
            switch search.survivors() {
            case .none: break
            case .undecided(let common): undecided.append(common)
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
        // One hypothesis that is too wide to be tried is a doubt about all the others.
        readings += undecided
        if readings.count > Self.maximumReadings { readings = [common(readings)] }
        if readings.isEmpty { readings = [[SlotReading](repeating: .doubtful, count: part.slots.count)] }
        if hypotheses.count == 1 {
            readings += Challenge(sums: sums, part: part, rows: hypotheses[0].compensating).readings(readings[0])
        }
        let isRegular = part.rows.indices.map { row in hypotheses.allSatisfy { $0.isRegular[row] } }
        let agreement = Agreement(
            part: part, sums: sums, rows: rows, style: style, isRegular: isRegular,
            isAnchored: items.map { $0?.isAnchored ?? false })
        return agreement.answers(readings, policy)
    }

    /// More readings than this differ in so much that what follows from each is not worth asking.
    private static let maximumReadings = 48

    /// What readings agree on; the rest is in doubt.
    private func common(_ readings: [[SlotReading]]) -> [SlotReading] {
        var result = readings[0]
        for reading in readings.dropFirst() {
            for slot in result.indices where !result[slot].agrees(with: reading[slot]) { result[slot] = .doubtful }
        }
        return result
    }

    // MARK: Hypotheses

    private func hypotheses() -> [Hypothesis] {
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
        for (header, members) in Dictionary(grouping: found, by: { headerColumns.headerOf[$0.formRow] }) {
            if let places = headerColumns.places(header: header) {
                for row in members where row.row.isPositional && row.slotCount == places.positions.count {
                    result[row.formRow] = [ColumnPlan(columns: Array(0..<row.slotCount), places: places)]
                }
                if members.allSatisfy({ !result[$0.formRow].isEmpty }) { continue }
            }
            var other: [ColumnPlan] = []
            switch orders[header] ?? .asInForm {
            case .asInForm: break
            case .either(let columns): other = [ColumnPlan(columns: columns)]
            case .unknown: continue
            case .reordered(let columns):
                for row in members where part.rows[row.formRow].slots.count == columns.count {
                    let isBelow = headerColumns.stands(header: header, in: row.row.source.table)
                    result[row.formRow] =
                        [ColumnPlan(columns: columns)] + (isBelow ? [] : [ColumnPlan(columns: Array(0..<columns.count))])
                }
                continue
            }
            for (count, alike) in Dictionary(grouping: members, by: { part.rows[$0.formRow].slots.count }) {
                let plans = ColumnPlans(
                    alike, count: count, header: headerColumns.columns(header: header, count: count),
                    isSummed: !part.identities.isEmpty, style: style)
                for row in alike { result[row.formRow] = (plans.plans[row.row.piece] ?? []) + other }
            }
        }
        return result
    }

    private func hypothesis(_ plans: [ColumnPlan?], _ starts: Starts) -> Hypothesis {
        let cutPieces = starts.piecesWithoutLastColumn(items.compactMap(\.self))
        var base = [SlotReading](repeating: .lost, count: part.slots.count)
        var choices: [Choice] = []
        var isRegular = [Bool](repeating: true, count: part.rows.count)
        var compensating: [(row: Int, readings: () -> [[SlotReading]])] = []
        for (index, form) in part.rows.enumerated() where form.role == .values {
            if rows.presence[index] == .absent || isOfOpenVariant(form) && !isUsual(form) {
                for slot in form.slots { base[slot] = .absent }
            } else if rows.duplicated.contains(index) || mayHoldLostRow(index) || doubtedRows.contains(index) {
                for slot in form.slots { base[slot] = .doubtful }
            } else if let row = items[index], let plan = plans[index] {
                let lacking = form.slots.count - plan.columns.count
                var style = style
                style.lacksLastColumn = style.lacksLastColumn || cutPieces.contains(row.row.piece)
                let reader = RowReadings(
                    plan: plan, slots: form.slots, starts: starts.of(row, lacking: lacking), style: style, sums: sums)
                let result = readings(row, reader)
                let alternatives = result.readings.map { Array(zip(form.slots, $0)).map { (slot: $0, reading: $1) } }
                isRegular[index] = result.isRegular
                if alternatives.count == 1 {
                    for (slot, reading) in alternatives[0] { base[slot] = reading }
                } else {
                    choices.append(Choice(alternatives, hasDefault: result.isRegular))
                }
                if result.isRegular { compensating.append((index, { reader.compensating(row) })) }
            } else if let row = items[index] {
                for (slot, reading) in zip(form.slots, row.readingsInAnyOrder(form.slots.count)) { base[slot] = reading }
            }
        }
        loseUnknownRows(&base)
        for gap in rows.contested { choices.append(contestedChoice(gap, &base)) }
        return Hypothesis(
            base: base, choices: choices.filter { !$0.alternatives.isEmpty }, isRegular: isRegular, compensating: compensating)
    }

    /// Where empty cells have vanished, the values of a row that lost its label look like those of the row before: where rows have no ends,
    /// and where the values stand on a line of their own below the label.
    private func mayHoldLostRow(_ index: Int) -> Bool {
        guard style.hasBlanks, let sourceIndex = rows.sourceOf[index] else { return false }
        let row = source.rows[sourceIndex]
        let isCut = { (other: Int) in source.rows.indices.contains(other) && source.rows[other].source == row.source }
        guard isCut(sourceIndex + 1) || isCut(sourceIndex - 1) || !row.isPositional && standBelowLabel(index) else {
            return false
        }
        return part.rows[(index + 1)...].first { $0.role == .values && rows.presence[$0.index] != .absent }
            .map { rows.presence[$0.index] == .lost } ?? false
    }

    /// Whether the values of a row of the form stand on a line below the last one of its label; what stands on the lines behind a whole
    /// label is none of it.
    private func standBelowLabel(_ index: Int) -> Bool {
        guard let token = rows.labelToken(of: index), let first = items[index]?.items.first,
            let label = source.tokens[token].place.line, let values = source.tokens[first.token].place.line, values > label
        else { return false }
        let lines = source.label(token).split(separator: "\n")
        let isFirstLineWhole =
            lines.first.map { LabelText(String($0)).key } == part.rows[index].labels.last.map { LabelText($0).key }
        return values > label + (isFirstLineWhole ? 0 : lines.count - 1)
    }

    /// Where rows have no ends, a row that lost its label hangs on the row before it, and both are unknown: whatever else seems lost may
    /// be in there, as it may be in a row that has numbers and no words.
    private func loseUnknownRows(_ base: inout [SlotReading]) {
        let isHidden = rows.unknown.contains { index in
            let row = source.rows[index]
            return !row.isPositional || !row.tokens.contains { source.tokens[$0].meaning == .text }
        }
        guard isHidden else { return }
        for (index, row) in part.rows.enumerated() where rows.presence[index] == .lost {
            for slot in row.slots { base[slot] = .doubtful }
        }
    }

    private func isOfOpenVariant(_ row: Form.Row) -> Bool { row.variant.map { rows.alternatives[$0.group] == nil } ?? false }
    private func isUsual(_ row: Form.Row) -> Bool { row.variant?.isUsual ?? true }

    private func readings(_ row: RowItems, _ reader: RowReadings) -> RowReadings.Result {
        // A label with nothing behind it has lost its values where no other row of the part has an empty cell.
        let isBare = row.items.isEmpty && !partHasBlanks && row.fieldCount <= row.labelEnd
        if isBare { return RowReadings.Result(readings: [[SlotReading](repeating: .lost, count: reader.slots.count)]) }
        var result = reader.of(row)
        for reading in result.readings.indices {
            doubtWhatCannotStand(in: &result.readings[reading], from: reader.slots.lowerBound)
        }
        guard rows.presence[row.formRow] != .found else { return result }
        for reading in result.readings.indices {
            for slot in result.readings[reading].indices { result.readings[reading][slot].isRepaired = true }
        }
        return result
    }

    /// A number that its slot cannot hold, such as a negative count, is a misprint or belongs elsewhere: which, nobody can say.
    private func doubtWhatCannotStand(in readings: inout [SlotReading], from start: Int) {
        for index in readings.indices where readings[index].kind == .number {
            if !part.slots[start + index].canHold(readings[index].number) { readings[index].kind = .doubtful }
        }
    }

    /// Rows without labels that could be several rows of the form: every assignment in order is an alternative.
    private func contestedChoice(_ gap: (form: [Int], source: [Int]), _ base: inout [SlotReading]) -> Choice {
        let isOpen = gap.form.contains { isOfOpenVariant(part.rows[$0]) }
        let width = part.rows[gap.form[0]].slots.count
        let candidates = gap.source.map { index in
            RowItems(formRow: gap.form[0], sourceIndex: index, source: source, labelToken: nil, part: part)
        }
        let isPlain =
            !isOpen && orders.values.allSatisfy { $0 == .asInForm } && rows.duplicated.isEmpty && !rows.presence.contains(.moved)
            && gap.form.count <= 6 && gap.source.count <= 6
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
        Hypothesis(
            base: [SlotReading](repeating: .doubtful, count: part.slots.count), choices: [],
            isRegular: [Bool](repeating: false, count: part.rows.count))
    }
}
