/// The rows of a form that seem blank or short, or whose numbers may be others', because of numbers that stand in no row.
extension UnplacedValues {
    /// The rows of a part whose numbers may be among these.
    ///
    /// - Parameter items: for each row of the form what its row of the source has.
    func doubtedRows(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let sharing = Self.rowsSharingNumbers(items, of: part).union(rowsAboveOthersValues(items, of: part))
            .union(rowsAboveHeaderValues(of: part)).union(Self.rowsAboveNumerals(items, of: part))
            .union(Self.rowsWithPageNumber(items, of: part))
            .union(rowsOneLabelOff(items, of: part)).union(rowsAroundRests(items, of: part))
            .union(
                items.compactMap(\.self).filter { $0.filledCount < $0.slotCount && hasPieceBeside($0, of: part) }.map(\.formRow))
        guard count > 0 || areRepeatsGone || brokenOff != nil || !foreign.isEmpty else { return sharing }
        let denyBlanks = count > Self.strayNumbers || areRepeatsGone || rows.keys.contains(where: part.limits.contains)
        let surplus = part.region.reduce(0) { $0 + (self.surplus[$1] ?? 0) }
        var result = sharing
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
            let isWhole = row.row.geometry == .boxed && !lacksFields
            let isShort = row.filledCount < slotCount && !isWhole
            if row.row.isPositional || row.filledCount >= slotCount, isFollowedByRest(row, of: part) { result.insert(index) }
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
        let (before, next) = (row.sourceIndex - 1, row.sourceIndex + 1)
        // Words of no form that a narrow cell broke have a line each.
        let below = part.source.rows.indices.suffix(from: next).prefix(4).first { index in
            part.owned.contains(index) || part.source.rows[index].valueCount > 0
        }
        if isShort, let below, foreign.contains(below) { return true }
        // Digits that white space parts look like all the numbers of a row whose others stand below.
        if !row.row.isPositional, rows[next] != nil, rows[next + 1] != nil { return true }
        return [before, next].contains { neighbour in
            // A lone number is a page's sooner than one of a row.
            rows[neighbour].map { isShort || row.filledCount == 0 && $0 > 1 || $0 == row.slotCount } ?? false
        }
    }

    /// Whether the next line has a few numbers of no row, which may be what narrow cells cut off the numbers of a row that does not add up;
    /// of a row that keeps its fields, one.
    private func isFollowedByRest(_ row: RowItems, of part: PartRows) -> Bool {
        let next = row.sourceIndex + 1
        guard row.slotCount > 3, !row.addsUp, part.source.rows.indices.contains(next) else { return false }
        // Beside the rest of a number that of the label may stand.
        let hasRest = part.source.rows[next].valueCount == 1 && !part.owned.contains(next) && !part.hasLabel(next)
        guard let count = rows[next] ?? (foreign.contains(next) ? 2 : hasRest ? 1 : nil) else { return false }
        return count <= (row.row.isPositional ? 1 : row.slotCount - 1)
    }

    /// Whether numbers stand above the first label of a part, and none behind the last: each label may stand below its numbers.
    private func standAboveLabels(_ items: [RowItems?], of part: PartRows, bare: Set<Int>) -> Bool {
        guard let first = items.compactMap(\.self).first?.sourceIndex,
            rows[first - 1] != nil || labelled.contains(first - 1),
            let last = Self.lastRow(of: part)
        else { return false }
        return part.presence[last] == .lost || bare.contains(last)
    }

    /// Where rows have no ends, the rows of a label that has no numbers and of the next one, when nobody knows whose the numbers behind the
    /// next one are: both labels stand on one line; or all other rows have every number, so that those of one of the two stand elsewhere.
    private static func rowsSharingNumbers(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
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

    /// The rows with a label alone whose value may stand further below: above lines that begin with words of no form and have a digit, such
    /// as `约3件`, or above a row that has more numbers and blank marks than it should.
    private func rowsAboveOthersValues(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        var result: Set<Int> = []
        let rows = part.source.rows
        for row in items.compactMap(\.self) where row.items.isEmpty && row.lacksFields {
            let below = (row.sourceIndex + 1)..<rows.count
            let next = below.first { rows[$0].valueCount > 0 }.flatMap { part.sourceOf.firstIndex(of: $0) }.flatMap { items[$0] }
            let isForBoth =
                next.map { max($0.row.valueCount, $0.row.isPositional ? 0 : $0.items.count) > $0.slotCount + 1 } ?? false
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

    /// Where rows have no ends, the rows between one with the numbers of two and a label that has none: each label there may stand one row
    /// too low or too high, as when a page's text has the numbers of some rows in front of their labels.
    private func rowsOneLabelOff(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        let found = items.compactMap(\.self).filter { !$0.row.hasEnd && $0.slotCount > 3 }
        var result: Set<Int> = []
        let bare = found.filter { $0.items.isEmpty && $0.lacksFields }
        // Marks for nothing are those of some row as well.
        func count(_ index: Int) -> Int {
            let isOther = surplus[index] != nil || rows[index] != nil || foreign.contains(index) || labelled.contains(index)
            return isOther ? part.source.rows[index].tokens.count { part.source.tokens[$0].meaning.isValueOrMark } : 0
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

    /// The rows of a dump without labels whose only number stands in front of cells that are all empty, and in no sum: a page's number on the
    /// line above an empty cell looks the same.
    private static func rowsWithPageNumber(_ items: [RowItems?], of part: PartRows) -> [Int] {
        items.compactMap(\.self).filter { row in
            guard row.labelEnd == 0, row.lead == 0, row.slotCount > 3, row.filledCount == 1, let item = row.items.first else {
                return false
            }
            return part.source.tokens[item.token].place.line != nil && row.numbers.first?.mantissa != 0
        }.map(\.formRow)
    }

    private static let numerals = Set("一二三四五六七八九十百零两".utf16)

    /// The rows without all their numbers where the next line is nothing but a number in Chinese characters.
    private static func rowsAboveNumerals(_ items: [RowItems?], of part: PartRows) -> Set<Int> {
        Set(
            items.compactMap(\.self).filter { row in
                let next = row.sourceIndex + 1
                guard !row.row.hasEnd, row.filledCount < row.slotCount, part.source.rows.indices.contains(next) else {
                    return false
                }
                let words = Array(part.source.texts(of: part.source.rows[next]))
                let key = words.count == 1 ? part.source.texts[words[0]].key : []
                return !key.isEmpty && key.count <= 4 && key.allSatisfy(numerals.contains)
            }.map(\.formRow))
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

    /// Whether a row begins with a few words of no form that have a digit.
    private static func hasDigit(_ row: TokenRow, _ part: PartRows) -> Bool {
        guard let token = row.tokens.first, part.isWord(token) else { return false }
        let text = Array(part.source.raw(token).utf8)
        return text.span.scalarCount(text.indices) <= 12 && text.contains(where: \.isDigit)
    }

    private static func lastRow(of part: PartRows) -> Int? {
        part.part.rows.last { $0.role == .values && part.presence[$0.index] != .absent }?.index
    }
}
