/// The fields of a part's rows, and how each row stands beside those like it.
extension PartRows {
    /// For each row of the form what its row of the source has.
    func items() -> [RowItems?] {
        var items = part.rows.indices.map { index -> RowItems? in
            guard let sourceIndex = sourceOf[index], part.rows[index].role == .values else { return nil }
            var items = RowItems(
                formRow: index, sourceIndex: sourceIndex, source: source, labelToken: labelToken(of: index), part: part,
                isWord: isNoLabel)
            items.hasOwnLabel = hasOwnLabel(index)
            if belowLabels.contains(index) { items.takeFieldsForCells() }
            items.convert(source, slots: part.slots[part.rows[index].slots])
            return items
        }
        Self.markWideAndNarrowRows(&items)
        Self.markRowsAmongGathered(&items)
        return items
    }

    /// A row with more fields than most rows like it, those with as many values and their label at the same place, may have a value in two
    /// of them; one with a field or two less may have lost them.
    private static func markWideAndNarrowRows(_ items: inout [RowItems?]) {
        func shape(_ row: RowItems) -> [Int] { [row.labelEnd, row.whole.labelEnd, row.slotCount] }
        let counts = Dictionary(grouping: items.compactMap(\.self), by: shape).mapValues { $0.map(\.fieldCount) }
        // Of two rows either may be the one like the others.
        let least = counts.compactMapValues { $0.mostFrequent(ofSeveral: <) }
        let most = counts.compactMapValues { $0.mostFrequent(ofSeveral: >) }
        for index in items.indices {
            guard let row = items[index], row.row.isPositional else { continue }
            // What fills a row up at its end makes those like it no narrower.
            func whole(_ usual: [[Int]: Int]) -> Int {
                row.row.geometry == .boxed ? row.whole.fieldCount : min(row.whole.fieldCount, usual[shape(row)] ?? 0)
            }
            let key = shape(row)
            // A row of cells that is whole is too wide only where it is clear that those like it lack a cell each.
            let isWidthClear = row.row.geometry != .boxed || least[key] == most[key]
            items[index]?.isTooWide = row.fieldCount > min(row.whole.fieldCount, isWidthClear ? least[key] ?? 0 : .max)
            // Cells that are gone in front of a label are none of those behind it.
            let inFront = row.row.geometry == .boxed ? max(0, row.whole.labelEnd - row.labelEnd) : 0
            let missing = whole(most) - inFront - row.fieldCount
            items[index]?.isTooNarrow = missing == 1 || missing == 2
            items[index]?.isNarrowerThanOthers =
                row.fieldCount < row.whole.fieldCount && counts[key].map { $0.count { $0 == row.whole.fieldCount } > 1 } ?? false
        }
    }

    /// Where one row has several numbers in a field, the fields of the other rows of its piece tell less too, and where several have, those of
    /// all pieces: a reader of pages did not find all of the rules between the columns.
    private static func markRowsAmongGathered(_ items: inout [RowItems?]) {
        let found = items.compactMap(\.self)
        let pieces = Set(found.filter(\.isFullyGathered).map(\.row.piece))
        let areAll = Set(found.filter(\.isGathered).map(\.row.piece)).count > 1
        for index in items.indices {
            if let row = items[index] { items[index]?.standsAmongGathered = areAll || pieces.contains(row.row.piece) }
        }
    }
}
