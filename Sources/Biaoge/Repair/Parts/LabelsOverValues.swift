/// Labels and values that do not stand in one row side by side: values on the line below their label, two labels beside one row of values.
extension PartRows {
    /// Numbers on a line of their own are those of the label on the line above when there is a field for each that its row has, and the row
    /// below, which is the form's next, has all of its own.
    mutating func takeValuesBelowLabels() {
        let found = sourceOf.indices.filter { sourceOf[$0] != nil && part.rows[$0].role == .values }
        for (row, next) in zip(found, found.dropFirst()) where isBare(row) && presence[row] == .found {
            guard let below = sourceOf[row].map({ $0 + 1 }) else { continue }
            let isNext = ((row + 1)..<next).allSatisfy { part.rows[$0].role != .values || presence[$0] == .absent }
            guard isNext, presence[next] == .found, sourceOf[next] == below + 1, !owned.contains(below),
                source.rows[below].valueCount > 0, source.rows[below].labelToken == nil,
                hasAllValues(below, behind: nil, of: row), hasAllValues(below + 1, behind: labelToken(of: next), of: next)
            else { continue }
            take(below, as: row, .placed)
        }
    }

    /// Whether a row of the source has behind its label a number, or a field, for each slot of a row of the form.
    private func hasAllValues(_ index: Int, behind label: Int?, of formRow: Int) -> Bool {
        let row = source.rows[index]
        let count = part.rows[formRow].slots.count
        if row.valueCount == count { return true }
        guard row.isPositional else { return false }
        return label.map { row.tokens.upperBound - $0 - 1 >= count } ?? (row.tokens.count == count)
    }

    /// Of two labels in one field or side by side, each of a row with values, the numbers beside them may be those of either, when nothing
    /// else has the first.
    mutating func doubtGluedLabels() {
        let lost = part.rows.filter { $0.role == .values && presence[$0.index] == .lost }
            .compactMap { $0.labels.last.map { LabelText($0).key } }.filter { !$0.isEmpty }
        guard !lost.isEmpty else { return }
        for row in sourceOf.indices where part.rows[row].role == .values {
            guard let token = labelToken(of: row), let index = source.tokens[token].text, let label = part.rows[row].labels.last,
                let tokens = sourceRow(of: row)?.tokens
            else { continue }
            let inFront = tokens.prefix { $0 < token }.compactMap { source.tokens[$0].text }
            if inFront.contains(where: { lost.contains(source.texts[$0].key) }) { duplicated.insert(row) }
            let (text, own) = (source.texts[index].key, LabelText(label).key)
            guard text.count > own.count, text.reversed().starts(with: own.reversed()) else { continue }
            let front = text.dropLast(own.count)
            // Between them stands no more than the number of the second, and in front of both what they stand under.
            let fronts = (0...2).map { front.dropLast($0).reversed() }
            if lost.contains(where: { label in fronts.contains { $0.starts(with: label.reversed()) } }) { duplicated.insert(row) }
        }
    }
}
