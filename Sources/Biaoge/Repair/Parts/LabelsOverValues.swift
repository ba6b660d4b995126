/// Labels and values that do not stand in one row side by side: values on the line below their label, two labels beside one row of values.
extension PartRows {
    /// Numbers on a line of their own are those of the label on the line above when there is a field for each that its row has, and the next
    /// row of the form, which stands below them, has all of its own; below the last label of a part nothing else may stand.
    mutating func takeValuesBelowLabels() {
        let found = sourceOf.indices.filter { sourceOf[$0] != nil && part.rows[$0].role == .values }
        for (place, row) in found.enumerated() where isBare(row) && presence[row] == .found {
            guard let below = sourceOf[row].map({ $0 + 1 }), source.rows.indices.contains(below), !owned.contains(below),
                source.rows[below].valueCount > 0, source.rows[below].labelToken == nil, hasAllValues(below, behind: nil, of: row)
            else { continue }
            let next = place + 1 < found.count ? found[place + 1] : nil
            let isNext = ((row + 1)..<(next ?? part.rows.count)).allSatisfy {
                part.rows[$0].role != .values || presence[$0] == .absent
            }
            guard isNext, next.map({ follows($0, below) }) ?? (place > 0 && endsPart(below, behind: found[place - 1])) else {
                continue
            }
            take(below, as: row, .placed)
            if source.rows[below].tokens.count == part.rows[row].slots.count { belowLabels.insert(row) }
        }
    }

    /// Whether nothing stands behind a label, and on the line below its numbers, the first of them in the first field: a row that has lost its
    /// label has still a field for it.
    func hasOwnValuesBelow(_ row: Int) -> Bool {
        guard isBare(row), let below = sourceOf[row].map({ $0 + 1 }), source.rows.indices.contains(below) else { return false }
        let values = source.rows[below]
        return values.labelToken == nil && values.valueCount == part.rows[row].slots.count
            && values.tokens.first.map { source.tokens[$0].meaning.isValue } ?? false
    }

    /// Whether a row of the form has all of its values, and nothing but what stands over it is between it and a row of the source above.
    private func follows(_ formRow: Int, _ above: Int) -> Bool {
        guard presence[formRow] == .found, let index = sourceOf[formRow], index > above else { return false }
        let isOver = ((above + 1)..<index).allSatisfy { between in
            let row = source.rows[between]
            guard row.valueCount == 0, !owned.contains(between) else { return row.valueCount == 0 }
            return source.texts(of: row).allSatisfy { text in
                outlineRow(formRow).outer.contains { likeness.isExact(text, $0) }
            }
        }
        return isOver && hasAllValues(index, behind: labelToken(of: formRow), of: formRow)
    }

    /// Whether a row of the source is the last one of its table, and the row of the form before its label has all of its values.
    private func endsPart(_ index: Int, behind before: Int) -> Bool {
        guard presence[before] == .found, let above = sourceOf[before] else { return false }
        let isLast = index + 1 == source.rows.count || source.rows[index + 1].source.table != source.rows[index].source.table
        return isLast && hasAllValues(above, behind: labelToken(of: before), of: before)
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
