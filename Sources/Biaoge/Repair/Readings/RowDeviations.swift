/// The ways in which the fields of a row may differ from the cells that were printed: a cell lost and those behind it slid, two values in
/// one field, one value in two.
///
/// All take and give cells from left to right. What moved is marked as repaired, what was joined or cut as recut.
enum RowDeviations {
    /// A cell was lost: it may be any, and those behind it slid.
    static func holes(_ cells: [SlotReading], filling lost: SlotReading = .lost) -> [[SlotReading]] {
        (0...cells.count).map { index in
            var readings = moved(cells, from: index)
            readings.insert(lost, at: index)
            return readings
        }
    }

    /// Several cells were lost, each of which may be any.
    static func holes(_ cells: [SlotReading], count: Int) -> [[SlotReading]] {
        (0..<count).reduce([cells]) { lists, _ in
            // Each next hole stands behind the last one, so that every set of places occurs once.
            lists.flatMap { list -> [[SlotReading]] in
                let first = list.lastIndex { $0.kind == .lost }.map { $0 + 1 } ?? 0
                return (first...list.count).map { index in
                    var readings = moved(list, from: index)
                    readings.insert(.lost, at: index)
                    return readings
                }
            }
        }
    }

    /// Two values stand in one field: it may be any with more than one digit.
    ///
    /// - Parameter offset: the position of the first item among the cells.
    static func pairs(_ items: [RowItems.Item], in cells: [SlotReading], offset: Int) -> [[SlotReading]] {
        items.indices.flatMap { index -> [[SlotReading]] in
            let cell = offset + index
            guard cells.indices.contains(cell) else { return [] }
            return items[index].pairs.map { pair in
                var readings = moved(cells, from: cell)
                readings.replaceSubrange(cell...cell, with: pair)
                return readings
            }
        }
    }

    /// One value stands in two fields: two neighbours together are one number.
    static func joins(_ items: [RowItems.Item], in cells: [SlotReading], offset: Int) -> [[SlotReading]] {
        joins(items, in: cells, offset: offset) { left, right in left.joined(with: right).map { .recut($0, left.token) } }
    }

    /// One value that is no number stands in two fields: one field of which nobody can say what number it is, and a neighbour are one cell.
    static func doubtfulJoins(_ items: [RowItems.Item], in cells: [SlotReading]) -> [[SlotReading]] {
        joins(items, in: cells, offset: 0) { $0.isDoubtful || $1.isDoubtful ? .doubtful : nil }
    }

    private static func joins(
        _ items: [RowItems.Item], in cells: [SlotReading], offset: Int,
        as reading: (_ left: RowItems.Item, _ right: RowItems.Item) -> SlotReading?
    ) -> [[SlotReading]] {
        items.indices.dropLast().compactMap { index in
            let cell = offset + index
            guard cells.indices.contains(cell + 1), let joined = reading(items[index], items[index + 1]) else { return nil }
            var readings = moved(cells, from: cell)
            readings[cell] = joined
            readings.remove(at: cell + 1)
            return readings
        }
    }

    /// An empty cell too many: it may be any.
    static func withoutBlank(_ cells: [SlotReading]) -> [[SlotReading]] {
        cells.indices.filter { cells[$0].kind == .blank }.map { index in
            var readings = moved(cells, from: index)
            readings.remove(at: index)
            return readings
        }
    }

    /// A blank cell has lost its number: it may be any.
    static func emptied(_ cells: [SlotReading]) -> [[SlotReading]] {
        cells.indices.filter { cells[$0].kind == .blank }.map { index in
            var readings = cells
            readings[index].isEmptied = true
            return readings
        }
    }

    private static func moved(_ cells: [SlotReading], from start: Int) -> [SlotReading] {
        var readings = cells
        for index in start..<max(start, cells.count) where readings[index].kind == .number { readings[index].isRepaired = true }
        return readings
    }
}
