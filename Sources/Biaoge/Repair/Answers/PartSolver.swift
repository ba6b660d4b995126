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

    /// For each row of the form what its row of the source has.
    let items: [RowItems?]
    let sums: Sums
    private(set) var style: BlankStyle
    /// Whether the part itself has empty cells, whatever other parts have.
    let partHasBlanks: Bool
    /// For the first row of values under each header of the form, the order in which the source has the columns.
    let orders: [Int: ColumnOrder]

    init(_ rows: PartRows, unplaced: UnplacedValues) {
        let (part, source) = (rows.part, rows.source)
        let headerColumns = HeaderColumns(rows)
        self.part = part
        self.rows = rows
        self.source = source
        self.headerColumns = headerColumns
        items = rows.items()
        doubtedRows = unplaced.doubtedRows(items, of: rows)
        let found = items.compactMap(\.self)
        let decimals = found.lazy.flatMap(\.numbers).map(\.decimals).max() ?? 0
        let sums = Sums(part, decimals: min(decimals, Sums.maximumDecimals))
        self.sums = sums
        let rowsByHeader = Dictionary(grouping: found) { headerColumns.firstUnderHeader[$0.formRow] }
        orders = rowsByHeader.reduce(into: [:]) { orders, rows in
            guard let slots = rows.value.first.map({ part.rows[$0.formRow].slots }) else { return }
            orders[rows.key] = headerColumns.order(over: rows.key).weighed(by: rows.value, slots: slots, sums: sums)
        }
        style = BlankStyle(found, isSummed: !part.identities.isEmpty)
        // Two numbers in a row of one value have further columns over them.
        style.hasRemarks = headerColumns.hasRemarks || found.contains { $0.slotCount == 1 && $0.numbers.count > 1 }
        partHasBlanks = style.hasBlanks
        if orders.values.contains(where: { $0 != .asInForm }) { style.forgetLastColumn() }
    }

    /// The same part as one of a document: a tool that loses empty cells does so in every table, and an office that leaves them empty too.
    func within(_ document: [BlankStyle]) -> PartSolver {
        var part = self
        part.style.learn(from: document)
        return part
    }

    /// The answers, one for each slot.
    func answers() -> [SlotAnswer] {
        let hypotheses = hypotheses()
        let (possible, policy, isUndecided) = readings(of: hypotheses)
        var readings = possible.list
        if hypotheses.count == 1 {
            readings += Challenge(sums: sums, part: part, rows: hypotheses[0].compensating).readings(readings[0])
        }
        // Where numbers were moved from where the layout has them, it was the sums that placed them.
        let moved = Set(hypotheses.flatMap(\.choices).filter { $0.hasMoved(in: readings[0]) }.compactMap(\.slots.first))
        let isRegular = part.rows.map { row in
            !moved.contains(row.slots.lowerBound) && hypotheses.allSatisfy { $0.isRegular[row.index] }
        }
        let agreement = Agreement(
            part: part, sums: sums, rows: rows, style: style, isRegular: isRegular,
            isAnchored: items.map { $0?.isAnchored ?? false },
            bare: bareRows, isUndecided: isUndecided)
        return agreement.answers(readings, policy)
    }

    /// The rows of the form with a label and nothing behind it, where rows have no ends and the numbers of others stand on lines below.
    private var bareRows: Set<Int> {
        let found = items.compactMap(\.self).filter { !$0.row.hasEnd }
        func line(_ token: Int) -> Int? { source.tokens[token].place.line }
        let haveOwnLines = found.contains { row in
            row.items.last.map { line($0.token) != line(row.row.tokens.lowerBound) } ?? false
        }
        return haveOwnLines ? Set(found.filter { $0.items.isEmpty && $0.slotCount > 3 }.map(\.formRow)) : []
    }

    /// The readings of the part that its identities allow, at least one, what blanks count for in them, and whether in some way to see the part
    /// none fits.
    private func readings(of hypotheses: [Hypothesis]) -> (PossibleReadings, Sums.Policy, isUndecided: Bool) {
        var readings = PossibleReadings()
        var undecided = PossibleReadings()
        var policy = Sums.Policy.blankIsUnknown
        for hypothesis in hypotheses {
            let search = JointSearch(
                sums: sums, choices: hypothesis.choices, base: hypothesis.base, ways: hypotheses.count,
                leavesTotalsBlank: style.leavesTotalsBlank)
            switch search.survivors() {
            case .none:
                // Rows that cannot be read in the other order do not speak for it.
                if orders.values.contains(where: \.isEither),
                    hypotheses.contains(where: { $0.doubtCount > hypothesis.doubtCount })
                {
                    undecided.append([SlotReading](repeating: .doubtful, count: part.slots.count))
                }
            case .undecided(let common): undecided.append(common)
            case .readings(let more, let theirs):
                // A reading that holds with every blank as 0 goes before one that holds only when blanks are unknown.
                if readings.isEmpty || theirs < policy {
                    readings = more
                    policy = theirs
                } else if theirs == policy {
                    readings.append(more)
                }
            }
        }
        let isUndecided = !undecided.isEmpty
        // One hypothesis that is too wide to be tried is a doubt about all the others.
        readings.append(undecided)
        if readings.isEmpty { readings.append([SlotReading](repeating: .doubtful, count: part.slots.count)) }
        return (readings, policy, isUndecided)
    }
}
