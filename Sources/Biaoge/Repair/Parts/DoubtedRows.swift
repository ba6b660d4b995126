/// The rows of a form that seem blank or short, or whose numbers may be others', because of numbers that stand in no row.
extension UnplacedValues {
    /// The rows of a part whose numbers may be among these.
    ///
    /// - Parameter items: for each row of the form what its row of the source has.
    func doubtedRows(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        var result = rowsInDoubt(items, of: part).union(part.ambiguous)
        // Numbers that only order placed, right below a row in doubt, may be that row's.
        for (row, index) in part.sourceOf.enumerated() where part.presence[row] == .placed {
            guard let index, let above = part.formRow(above: index) else { continue }
            if result.contains(above) || part.duplicated.contains(above) { result.insert(row) }
        }
        return result
    }

    private func rowsInDoubt(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let displaced = rowsOfDisplacedNumbers(items, of: part)
        guard count > 0 || areRepeatsGone || brokenOff != nil || !foreign.isEmpty else { return displaced }
        let behindWords = foreign.lazy.filter(part.limits.contains).reduce(0) { $0 + part.source.rows[$1].valueCount }
        let denyBlanks =
            count > Self.strayNumbers || behindWords > Self.strayNumbers || areRepeatsGone
            || rows.keys.contains(where: part.limits.contains)
        let surplus = part.region.reduce(0) { $0 + (self.surplus[$1] ?? 0) }
        var result = displaced
        var bare: Set<Int> = []
        for (index, row) in items.enumerated() {
            guard let row else { continue }
            let slotCount = part.part.rows[index].slots.count
            let lacksFields = row.lacksFields
            // A label alone, without a field of its own that is empty.
            if row.items.isEmpty, lacksFields { bare.insert(index) }
            if lacksFields, row.sourceIndex == brokenOff, index != Self.lastRow(of: part) { result.insert(index) }
            // The label may be that of the row in front, whose numbers seem to belong to the row before.
            let before = row.sourceIndex - 1
            let isInDoubt = row.numbers.count > 2 && !row.addsUp
            if isInDoubt, before >= 0, part.source.rows[before].valueCount >= 2 * slotCount { result.insert(index) }
            // From a row that has a field for each cell nothing was taken out; all of its numbers may stand elsewhere still.
            let isWhole = row.row.geometry == .boxed ? !lacksFields : row.isAnchored
            let isShort = row.filledCount < slotCount && !isWhole
            // Other numbers may be the other half of a row that no label tells.
            let hasOtherHalf = rows.contains { part.region.contains($0) && $1 > 1 }
            if part.outlineRow(index).label == nil, isShort, hasOtherHalf { result.insert(index) }
            if row.row.isPositional || row.filledCount >= slotCount, isFollowedByRest(row, of: part) { result.insert(index) }
            if isFollowedByLoneDigit(row, of: part) { result.insert(index) }
            let missesSome = isShort && lacksFields && surplus >= 2 * slotCount && slotCount > 3
            if missesSome || isShort && areRepeatsGone || stand(beside: row, isShort: isShort, of: part) { result.insert(index) }
        }
        if denyBlanks { result.formUnion(bare) }
        if standAboveLabels(items, of: part, bare: bare) { result.formUnion(items.compactMap { $0?.formRow }) }
        return result
    }

    /// Whether numbers stand right beside a row of the source that may be its own: where it has less than it should, or they are as many
    /// as it should have.
    private func stand(beside row: RowItems, isShort: Bool, of part: PartRows) -> Bool {
        func isNothing(_ index: Int) -> Bool { !part.owned.contains(index) && isEmpty(index, part) }
        var (before, next) = (row.sourceIndex - 1, row.sourceIndex + 1)
        while before > 0, row.sourceIndex - before < 4, isNothing(before) { before -= 1 }
        while next < part.source.rows.count - 1, next - row.sourceIndex < 4, isNothing(next) { next += 1 }
        // Words of no form that a narrow cell broke have a line each.
        let below = part.source.rows.indices.suffix(from: next).prefix(4).first { index in
            part.owned.contains(index) || part.source.rows[index].valueCount > 0
        }
        if isShort, let below, foreign.contains(below) { return true }
        // Digits that white space parts look like all the numbers of a row whose others stand below.
        if !row.row.isPositional, rows[next] != nil, rows[next + 1] != nil { return true }
        return [before, next].contains { neighbour in
            // A lone number is a page's sooner than one of a row, but not in a row of a table.
            guard let count = rows[neighbour] else { return false }
            let isInTable =
                count == 1 && neighbour > row.sourceIndex && part.source.rows[neighbour].geometry == .boxed && !row.addsUp
            return isShort || row.filledCount == 0 && count > 1 || count == row.slotCount || isInTable
        }
    }

    /// Whether a row of the source has neither values nor words.
    private func isEmpty(_ index: Int, _ part: PartRows) -> Bool {
        let row = part.source.rows[index]
        return row.valueCount == 0 && row.tokens.allSatisfy { part.source.tokens[$0].meaning != .text }
    }

    /// Whether the next line has a few numbers of no row, which may be what narrow cells cut off the numbers of a row that does not add up;
    /// of a row that keeps its fields, one.
    private func isFollowedByRest(_ row: RowItems, of part: PartRows) -> Bool {
        let next = row.sourceIndex + 1
        guard row.slotCount > 3, !row.addsUp, part.source.rows.indices.contains(next) else { return false }
        // Beside the rest of a number that of the label may stand.
        if isMadeWhole(row, by: next, of: part) { return true }
        let hasRest = part.source.rows[next].valueCount == 1 && !part.owned.contains(next) && !part.hasLabel(next)
        guard let count = rows[next] ?? (foreign.contains(next) ? 2 : hasRest ? 1 : nil) else { return false }
        return count <= (row.row.isPositional ? 1 : row.slotCount - 1)
    }

    /// Whether on the line below a row that no sum checks stands a digit which cannot number a page: the end of a line may have cut it off any of
    /// the row's numbers.
    private func isFollowedByLoneDigit(_ row: RowItems, of part: PartRows) -> Bool {
        let (source, next) = (part.source, row.sourceIndex + 1)
        guard row.slotCount <= 3, row.filledCount > 0, rows[next] == 1,
            let token = source.rows[next].tokens.first(where: { source.tokens[$0].meaning.isValue }),
            case .number(let number, nil) = source.tokens[token].meaning, number.text.utf8.count == 1,
            let line = source.tokens[token].place.line
        else { return false }
        return number.mantissa < 1 || number.mantissa > 1 + line / Self.leastLinesOfPage
    }

    /// No page of a report has fewer lines.
    private static let leastLinesOfPage = 10

    /// Whether a row adds up once the only number of the next row that has any, and is none of the form, is put behind its last one.
    private func isMadeWhole(_ row: RowItems, by next: Int, of part: PartRows) -> Bool {
        let source = part.source
        let below = source.rows.indices.suffix(from: next).prefix(4).first {
            source.rows[$0].valueCount > 0 || part.owned.contains($0)
        }
        guard let below, source.rows[below].valueCount == 1, !part.owned.contains(below), let last = row.items.last,
            let token = source.rows[below].tokens.first(where: { source.tokens[$0].meaning.isValue }),
            let content = RowItems.content(of: source.tokens[token].meaning, isPositional: false),
            let number = last.joined(with: RowItems.Item(content: content, token: token))
        else { return false }
        var whole = row
        whole.items[row.items.count - 1].content = .number(number)
        return whole.addsUp
    }

    /// Whether numbers stand above the first label of a part, and none behind the last: each label may stand below its numbers.
    private func standAboveLabels(_ items: [RowItems?], of part: PartRows, bare: Set<Int>) -> Bool {
        guard let first = items.compactMap(\.self).first?.sourceIndex,
            rows[first - 1] != nil || labelled.contains(first - 1),
            let last = Self.lastRow(of: part)
        else { return false }
        return part.presence[last] == .lost || bare.contains(last)
    }

    private static func lastRow(of part: PartRows) -> Int? {
        part.part.rows.last { $0.role == .values && part.presence[$0.index] != .absent }?.index
    }
}
