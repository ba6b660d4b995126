/// Rows whose numbers may be others' because of how the text of pages is taken out: column by column, lines paired by their places, pages'
/// numbers among the cells.
extension UnplacedValues {
    /// The rows of a part whose numbers may be others' because the source is a page's text.
    func rowsOfPages(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        Set(
            [
                rowsAboveHeaderValues(of: part), rowsReadByColumns(items, of: part), rowsAroundRests(items, of: part),
                rowsWithPageNumber(items, of: part), rowsAboveNumerals(items, of: part),
            ].joined())
    }

    /// The rows below a header of which a word stands once more behind them, with some of the numbers of a row: a page's text that goes column
    /// by column.
    ///
    ///     规章 4 0 1   行政规范性文件 30 5   现行有效件数 3 8 5
    private func rowsAboveHeaderValues(of part: PartRows) -> Set<Int> {
        var result: Set<Int> = []
        for index in foreign.union(labelled) where part.region.contains(index) {
            let row = part.source.rows[index]
            guard let word = part.likeness.labelText(of: row, in: part.source).flatMap({ part.likeness[$0].first?.label }) else {
                continue
            }
            var isBelow = false
            var isInHeader = false
            for (formRow, other) in part.part.rows.enumerated() {
                let words = part.outlineRow(formRow).words
                if other.role != .values { isBelow = isInHeader && isBelow || other.role == .header && words.contains(word) }
                isInHeader = other.role == .header
                guard isBelow, other.role == .values, row.valueCount < other.slots.count,
                    let above = part.sourceOf[formRow], above < index
                else { continue }
                result.insert(formRow)
            }
        }
        return result
    }

    /// All rows of a part where words that only its header has are followed by a few numbers each: a page's text that goes column by column, so
    /// that what stands behind a label may be of any row.
    ///
    ///     行政事业性收费 225   本年处理决定数量 113   本年收费金额 229.8
    private func rowsReadByColumns(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let labels = Set(part.part.rows.indices.compactMap { part.outlineRow($0).label })
        guard let index = part.outline.parts.firstIndex(of: part.range), !labels.isEmpty else { return [] }
        let words = part.outline.headerWords[index].subtracting(labels)
        let width = part.part.rows.map(\.slots.count).max() ?? 0
        var count = 0
        for row in part.source.rows[part.limits] where !row.hasEnd && row.valueCount > 0 && row.valueCount < width {
            guard let matches = part.likeness.labelText(of: row, in: part.source).map({ part.likeness[$0] }),
                let word = matches.first?.label, words.contains(word), !matches.contains(where: { labels.contains($0.label) })
            else { continue }
            count += row.valueCount
        }
        return count > Self.strayNumbers - 1 ? Set(items.compactMap { $0?.formRow }) : []
    }

    /// The rows around the rest of a label that has all the numbers of a row, as the label in front of it has: a page's lines were paired by
    /// their places, and from there to the label that has none each label may stand beside the numbers of another.
    ///
    ///     2.其他法律行政法规禁止公   0 0 0 0 1 0 1
    ///     开                        0 0 0 0 0 0 0
    private func rowsAroundRests(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        var result: Set<Int> = []
        for index in part.unknown where part.source.rows[index].valueCount > Self.strayNumbers {
            let upper = part.source.rows[..<index].lastIndex { $0.valueCount > 0 } ?? 0
            guard let row = part.sourceOf.firstIndex(of: upper), let above = part.labelToken(of: row),
                let rest = part.source.rows[index].labelToken, let label = part.part.rows[row].labels.last,
                LabelText(part.source.label(above) + part.source.label(rest)).key == LabelText(label).key
            else { continue }
            let found = items.indices.filter { part.part.rows[$0].role == .values && part.presence[$0] != .absent }
            func isBare(_ row: Int) -> Bool { items[row].map { $0.items.isEmpty && $0.lacksFields } ?? true }
            let before = found.last { $0 < row && isBare($0) }
            let behind = found.first { $0 > row && isBare($0) }
            result.formUnion((before ?? row)...(behind ?? row))
        }
        return result
    }

    /// The rows of a dump for which the form has no label and whose first number is more than its sum has: a page's number on the line above
    /// an empty cell looks the same, unless cells are never empty or a row takes one line.
    private func rowsWithPageNumber(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        guard areNumbersLacking else { return [] }
        let found = items.compactMap(\.self).filter { row in
            guard row.lead == 0, !takesOneLine(row), part.part.rows[row.formRow].labelCells.isEmpty, row.slotCount > 3,
                let item = row.items.first,
                case .number(let number) = item.content, number.mantissa != 0
            else { return false }
            return part.source.tokens[item.token].place.line != nil && addsUpWithoutFirst(row, part.part)
        }
        func takesOneLine(_ row: RowItems) -> Bool {
            guard row.row.isPositional, let first = row.row.tokens.first, let last = row.row.tokens.last else { return false }
            return part.source.tokens[first].place.line == part.source.tokens[last].place.line
        }
        return Set(found.map(\.formRow))
    }

    /// Whether the sum that the first cell of a row is in holds were that cell empty.
    private func addsUpWithoutFirst(_ row: RowItems, _ part: Form.Part) -> Bool {
        let first = part.rows[row.formRow].slots.lowerBound
        let sums = Sums(part, decimals: 0)
        guard let own = sums.ofRow[first]?.first(where: { sums.identities[$0].slots.contains(first) }) else {
            return row.filledCount == 1
        }
        // Digits that would have to be put together are no number here.
        let others = row.items.dropFirst().map { $0.reading(isRepaired: false) }.map { $0.isRecut ? .doubtful : $0 }
        let blank = SlotReading(kind: .blank)
        let readings = [blank] + others + [SlotReading](repeating: blank, count: max(0, row.slotCount - row.items.count))
        return sums.verdict(sums.identities[own], readings, from: first) == .hold
    }

    /// The rows without all their numbers where the next line is nothing but a number in Chinese characters.
    private func rowsAboveNumerals(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        Set(
            items.compactMap(\.self).filter { row in
                let next = row.sourceIndex + 1
                guard !row.row.hasEnd, row.filledCount < row.slotCount, part.source.rows.indices.contains(next) else {
                    return false
                }
                let words = Array(part.source.texts(of: part.source.rows[next]))
                let key = words.count == 1 ? part.source.texts[words[0]].key : []
                return !key.isEmpty && key.count <= 4 && key.allSatisfy(FieldMeaning.numerals.contains)
            }.map(\.formRow))
    }
}
