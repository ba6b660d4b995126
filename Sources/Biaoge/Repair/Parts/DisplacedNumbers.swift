/// Rows whose numbers may be others' wherever numbers stand that no row has, because of how labels and numbers stand around them: a label
/// above or below its numbers, two labels on one line, a page's text that goes column by column.
extension UnplacedValues {
    /// The rows of a part whose numbers may be others'.
    func rowsOfDisplacedNumbers(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let besidePieces = items.compactMap(\.self).filter { $0.filledCount < $0.slotCount && hasPieceBeside($0, of: part) }
        return Set(
            [
                rowsSharingNumbers(items, of: part), rowsAboveOthersValues(items, of: part), rowsAboveHeaderValues(of: part),
                rowsAboveNumerals(items, of: part), rowsWithPageNumber(items, of: part), rowsOneLabelOff(items, of: part),
                rowsAroundRests(items, of: part), rowsReadByColumns(items, of: part), rowsBeforeGaps(items, of: part),
                rowsWithPiecesOfLabels(items, of: part), Set(besidePieces.map(\.formRow)),
            ].joined())
    }

    /// Where rows have no ends, the rows of a label that has no numbers and of the next one, when nobody knows whose the numbers behind the
    /// next one are: both labels stand on one line; or all other rows have every number, so that those of one of the two stand elsewhere.
    private func rowsSharingNumbers(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        var result: Set<Int> = []
        func line(_ row: Int) -> Int? {
            part.labelToken(of: row).flatMap { part.source.tokens[$0].place.line }
        }
        func isFull(_ row: RowItems) -> Bool { row.numbers.count == row.slotCount }
        let found = items.compactMap(\.self).filter { !$0.row.isPositional && $0.hasOwnLabel }
        let full = found.count { isFull($0) && $0.slotCount > 3 }
        let areOthersFull = full >= 6 && full * 10 >= found.count * 8
        for (row, next) in zip(found, found.dropFirst()) where row.items.isEmpty && !next.items.isEmpty {
            let isOneLine = line(row.formRow).map { $0 == line(next.formRow) } ?? false
            let isBelow = part.isBeside(row.sourceIndex, next.sourceIndex)
            if isOneLine || areOthersFull && isFull(next) && isBelow { result.formUnion([row.formRow, next.formRow]) }
        }
        return result
    }

    /// The rows with a label alone whose value may stand elsewhere: above lines that begin with words of no form and have a digit, such as
    /// `约3件`, above a row that has more numbers and blank marks than it should, or below one.
    private func rowsAboveOthersValues(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        var result: Set<Int> = []
        let rows = part.source.rows
        for row in items.compactMap(\.self) where row.items.isEmpty && row.lacksFields {
            let below = (row.sourceIndex + 1)..<rows.count
            let next = below.first { rows[$0].valueCount > 0 }.flatMap { part.sourceOf.firstIndex(of: $0) }.flatMap { items[$0] }
            let before = rows[..<row.sourceIndex].lastIndex { $0.valueCount > 0 }
            let last = before.flatMap(part.sourceOf.firstIndex).flatMap { items[$0] }
            let isForBoth = [next, last].contains { neighbour in
                neighbour.map { max($0.row.valueCount, $0.row.isPositional ? 0 : $0.items.count) > $0.slotCount + 1 } ?? false
            }
            let others = below.prefix { !part.sourceOf.contains($0) }
            // What stands between the cells of some markup takes lines of its own.
            if isForBoth || others.prefix(4 * row.slotCount).contains(where: foreign.contains)
                || others.prefix(row.slotCount).contains(where: { Self.hasDigit(rows[$0], part) })
            {
                result.insert(row.formRow)
            }
        }
        return result
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

    /// Where rows have no ends, the rows between one with the numbers of two and a label that has none: each label there may stand one row
    /// too low or too high, as when a page's text has the numbers of some rows in front of their labels.
    private func rowsOneLabelOff(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let found = items.compactMap(\.self).filter { !$0.row.hasEnd && $0.slotCount > 3 }
        var result: Set<Int> = []
        let bare = found.filter { $0.items.isEmpty && $0.lacksFields }
        // Marks for nothing are those of some row as well.
        func count(_ index: Int) -> Int {
            let isOther = surplus[index] != nil || rows[index] != nil || foreign.contains(index) || labelled.contains(index)
            return isOther ? part.source.countOfNumbersAndMarks(in: part.source.rows[index]) : 0
        }
        let owned = Set(found.map(\.sourceIndex))
        let double = part.region.filter { index in
            (owned.contains(index) ? surplus[index] ?? 0 : count(index)) >= bare.first?.slotCount ?? .max
        }
        let ends: [(row: Int, isDouble: Bool)] = bare.map { ($0.sourceIndex, false) } + double.map { ($0, true) }
        let sorted = ends.sorted { $0.row < $1.row }
        for (start, end) in zip(sorted, sorted.dropFirst()) where start.isDouble != end.isDouble {
            result.formUnion(found.filter { (start.row...end.row).contains($0.sourceIndex) }.map(\.formRow))
        }
        return result
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

    /// Where rows have no ends and numbers stand on the line below their label, those whose numbers stand further below it, and the next ones:
    /// the numbers of a label that takes two lines may stand above it.
    ///
    ///     2.没有现成信息需要另行制作
    ///     2
    ///
    ///     4.无正当理由大量反复申请
    ///
    ///     5
    private func rowsBeforeGaps(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        /// The line on which a field ends.
        func line(_ token: Int) -> Int? {
            part.source.tokens[token].place.line.map { $0 + part.source.raw(token).utf8.count { $0 == .lineFeed } }
        }
        let found = items.compactMap(\.self).filter { !$0.row.hasEnd && $0.hasOwnLabel }
        let numbered = found.filter { !$0.items.isEmpty && $0.items[0].token > $0.row.tokens.lowerBound }
        let apart = numbered.filter { row in
            guard let above = line(row.items[0].token - 1), let first = line(row.items[0].token) else { return false }
            return first - above > 1
        }
        guard numbered.count > 4 * apart.count else { return [] }
        return apart.reduce(into: []) { result, row in
            result.insert(row.formRow)
            if let next = found.first(where: { $0.formRow > row.formRow }) { result.insert(next.formRow) }
        }
    }

    /// The rows of a dump for which the form has no label and whose first number is more than its sum has: a page's number on the line above
    /// an empty cell looks the same.
    private func rowsWithPageNumber(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let found = items.compactMap(\.self).filter { row in
            guard row.lead == 0, part.part.rows[row.formRow].labelCells.isEmpty, row.slotCount > 3, let item = row.items.first,
                case .number(let number) = item.content, number.mantissa != 0
            else { return false }
            return part.source.tokens[item.token].place.line != nil && addsUpWithoutFirst(row, part.part)
        }
        return Set(found.map(\.formRow))
    }

    /// Whether the sum that the first cell of a row is in holds were that cell empty.
    private func addsUpWithoutFirst(_ row: RowItems, _ part: Form.Part) -> Bool {
        let slots = part.rows[row.formRow].slots
        let first = slots.lowerBound
        let own = part.identities.first { $0.slots.contains(first) && $0.slots.allSatisfy(slots.contains) }
        guard let identity = own else { return row.filledCount == 1 }
        func sum(_ slots: [Int]) -> Int64? {
            slots.reduce(0) { sum, slot in
                guard slot != first, row.items.indices.contains(slot - first) else { return sum }
                switch row.items[slot - first].content {
                case .number(let number): return sum.flatMap { sum in number.scaled(to: 0).map { sum + $0 } }
                case .blank: return sum
                default: return nil
                }
            }
        }
        return sum(identity.left).map { $0 == sum(identity.right) } ?? false
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

    /// The rows without a number of whose label there is a piece, beside a row with numbers and no label: the other piece may stand in neither, and
    /// the numbers be theirs.
    ///
    ///     |     | 4.无正当理由 |    |    |    |    |    |   |     |
    ///     |     |              | 94 | 22 | 93 | 4  | 50 | 1 | 264 |
    private func rowsWithPiecesOfLabels(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let source = part.source
        let found = items.compactMap(\.self).filter { row in
            guard row.items.isEmpty, let text = part.labelText(of: row.formRow), part.likeness.exactLabel(of: text) == nil,
                let label = part.part.rows[row.formRow].labels.last, source.texts[text].key.count < LabelText(label).key.count
            else { return false }
            return [row.sourceIndex - 1, row.sourceIndex + 1].filter(source.rows.indices.contains).contains { index in
                let hasNoLabel = source.labelText(of: source.rows[index]).map { source.texts[$0].isNumber } ?? true
                return source.rows[index].valueCount > 1 && hasNoLabel
            }
        }
        return Set(found.map(\.formRow))
    }

    /// Whether a row begins with a few words of no form that have a digit.
    private static func hasDigit(_ row: TokenRow, _ part: PartRows) -> Bool {
        guard let token = row.tokens.first, part.isWord(token) else { return false }
        let text = Array(part.source.raw(token).utf8)
        return text.span.scalarCount(text.indices) <= 12 && text.contains(where: \.isDigit)
    }

    /// Whether a row right beside one of the form has numbers behind words that are a piece of its label.
    private func hasPieceBeside(_ row: RowItems, of part: PartRows) -> Bool {
        [row.sourceIndex - 1, row.sourceIndex + 1].contains { index in
            guard part.source.rows.indices.contains(index), !part.owned.contains(index) else { return false }
            let neighbour = part.source.rows[index]
            guard neighbour.valueCount > 0, let text = part.source.labelText(of: neighbour), !part.likeness.isLabel(text),
                let label = part.part.rows[row.formRow].labels.last
            else { return false }
            let piece = part.source.texts[text].key
            let whole = LabelText(label).key
            let isPiece = whole.indices.contains { whole[$0...].starts(with: piece) }
            // A character of the label's beginning may be misread.
            let start = Array(whole.prefix(piece.count))
            return piece.count > 1 && (isPiece || piece.count > 3 && LabelBook.editDistance(piece, start) <= 1)
        }
    }
}
