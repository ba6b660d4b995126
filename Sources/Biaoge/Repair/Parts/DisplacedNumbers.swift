/// Rows whose numbers may be others' wherever numbers stand that no row has, because of how labels and numbers stand around them: a label
/// above or below its numbers, two labels on one line.
extension UnplacedValues {
    /// The rows of a part whose numbers may be others'.
    func rowsOfDisplacedNumbers(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let besidePieces = items.compactMap(\.self).filter { $0.filledCount < $0.slotCount && hasPieceBeside($0, of: part) }
        return Set(
            [
                rowsSharingNumbers(items, of: part), rowsAboveOthersValues(items, of: part), rowsOneLabelOff(items, of: part),
                rowsBeforeGaps(items, of: part), rowsWithPiecesOfLabels(items, of: part), Set(besidePieces.map(\.formRow)),
                rowsOfPages(items, of: part), rowsWithRivals(items, of: part),
            ].joined())
    }

    /// The rows that no label tells while another one as wide has other numbers: those of another year, perhaps, or of another office.
    private func rowsWithRivals(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let source = part.source
        func isRival(_ index: Int, of row: RowItems) -> Bool {
            let other = source.rows[index]
            return other.valueCount > 0 && other.isPositional && other.tokens.count >= row.slotCount
                && !part.owned.contains(index)
                && !part.hasSameValues(index, row.sourceIndex)
        }
        let found = items.compactMap(\.self).filter { $0.slotCount > 7 && part.outlineRow($0.formRow).label == nil }
        return Set(found.filter { row in part.limits.contains { isRival($0, of: row) } }.map(\.formRow))
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

    /// The rows without a number of whose label there is a piece, beside a row with numbers and no label but those that reach over rows: the
    /// other piece may stand in neither, and the numbers be theirs.
    ///
    ///     |                | 4.无正当理由 |    |    |    |    |    |   |     |
    ///     | （五）不予处理 |              | 94 | 22 | 93 | 4  | 50 | 1 | 264 |
    ///     |                | 大量反复申请 |    |    |    |    |    |   |     |
    private func rowsWithPiecesOfLabels(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let source = part.source
        let found = items.compactMap(\.self).filter { row in
            guard row.items.isEmpty, let text = part.labelText(of: row.formRow), part.likeness.exactLabel(of: text) == nil,
                let label = part.part.rows[row.formRow].labels.last, source.texts[text].key.count < LabelText(label).key.count
            else { return false }
            let outer = part.outlineRow(row.formRow).outer
            return [row.sourceIndex - 1, row.sourceIndex + 1].filter(source.rows.indices.contains).contains { index in
                guard source.rows[index].valueCount > 1 else { return false }
                guard let text = source.labelText(of: source.rows[index]) else { return true }
                return source.texts[text].isNumber || outer.contains { part.likeness.isExact(text, $0) }
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

    /// Whether a row beside one of the form has numbers behind words that are a piece of its label, or what its own words lack of it.
    private func hasPieceBeside(_ row: RowItems, of part: PartRows) -> Bool {
        [-1, 1].contains { step in
            let beside = row.sourceIndex + step
            // The number of a page may stand between.
            let isPageBetween = part.source.rows.indices.contains(beside) && isLoneNumber(beside, of: part)
            let index = isPageBetween ? beside + step : beside
            guard part.source.rows.indices.contains(index), !part.owned.contains(index) else { return false }
            let neighbour = part.source.rows[index]
            guard neighbour.valueCount > 0, let text = part.source.labelText(of: neighbour),
                let label = part.part.rows[row.formRow].labels.last
            else { return false }
            let piece = part.source.texts[text].key
            let whole = LabelText(label)
            if let own = part.labelText(of: row.formRow).map({ part.source.texts[$0].key }), !own.isEmpty, !piece.isEmpty,
                (step < 0 ? piece + own : own + piece) == whole.key
            {
                return true
            }
            guard !isPageBetween, !part.likeness.isLabel(text) else { return false }
            // A character of the label's beginning may be misread.
            let start = Array(whole.key.prefix(piece.count))
            return piece.count > 1 && (whole.hasPiece(piece) || piece.count > 3 && LabelBook.editDistance(piece, start) <= 1)
        }
    }

    /// Whether a row of the source has one number and no words, and is none of the form's.
    private func isLoneNumber(_ index: Int, of part: PartRows) -> Bool {
        let row = part.source.rows[index]
        return row.valueCount == 1 && !part.owned.contains(index) && part.source.tokens[row.tokens].allSatisfy { $0.text == nil }
    }
}
