/// Rows that have lost their labels: which values may be theirs, and which rows of the form they may be.
extension PartSolver {
    /// Where empty cells have vanished, the values of a row that lost its label look like those of the row before: where rows have no ends,
    /// and where the values stand on a line of their own below the label.
    func mayHoldLostRow(_ index: Int) -> Bool {
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
    func loseUnknownRows(_ base: inout [SlotReading]) {
        let isHidden = rows.unknown.contains { index in
            let row = source.rows[index]
            return !row.isPositional || !row.tokens.contains { source.tokens[$0].meaning == .text }
        }
        for (index, row) in part.rows.enumerated() where rows.presence[index] == .lost && (isHidden || standsBesideOthers(index))
        {
            for slot in row.slots { base[slot] = .doubtful }
        }
    }

    /// Whether the label of a row of the form stands in a row with values, so that the row is not lost, although nobody knows which of the
    /// values are its own: two tables stand side by side.
    private func standsBesideOthers(_ formRow: Int) -> Bool {
        guard let label = rows.outlineRow(formRow).label else { return false }
        return rows.limits.contains { index in
            source.rows[index].valueCount > 0
                && source.texts(of: source.rows[index]).contains {
                    rows.likeness.isExact($0, label) && source.texts[$0].key.count > 2
                }
        }
    }

    /// Rows without labels that could be several rows of the form: every assignment in order is an alternative.
    func contestedChoice(_ gap: (form: [Int], source: [Int]), _ base: inout [SlotReading]) -> Choice {
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
                    var readings = candidates[sources[position]].items.map { $0.reading(isRepaired: true) }
                    doubtWhatCannotStand(in: &readings, of: candidates[sources[position]], from: slots.lowerBound)
                    return Array(zip(slots, readings))
                }
            }
        }
        return Choice(alternatives)
    }
}
