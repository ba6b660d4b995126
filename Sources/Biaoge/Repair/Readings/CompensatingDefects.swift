extension RowReadings {
    /// The readings in which two defects make up for each other, so that the row looks as it should: one value in two fields and a cell
    /// lost, or two values in one; or, where the column of sums is gone, a cell lost and an empty one put behind the others.
    ///
    /// They are worth asking for only where the sums of a row fail that the layout alone would settle.
    func compensating(_ row: RowItems) -> [[SlotReading]] {
        guard plan.inserted == nil, isSummed, row.items.count <= plan.width, !row.items.isEmpty else { return [] }
        let cells = row.items.map { $0.reading(isRepaired: true) }
        let lost = hasBlanks ? [SlotReading.lost, SlotReading(kind: .blank)] : [.lost]
        var result: [[SlotReading]] = []
        for (index, joined) in RowDeviations.joins(row.items, in: cells, offset: 0).enumerated() {
            let free = plan.width - joined.count
            if free == 1 {
                for cell in lost { result += RowDeviations.holes(joined, filling: cell).map(columns) }
            } else {
                for front in 0...free { result.append(columns(blanks(front) + joined + blanks(free - front))) }
            }
            // The items behind the joined pair still stand for themselves.
            let rest = Array(row.items[(index + 2)...])
            result += RowDeviations.pairs(rest, in: joined, offset: index + 1).filter { $0.count == plan.width }.map(columns)
        }
        if lacking > 0, row.row.isPositional, isInPlace(row), row.end < row.fieldCount {
            let others = fields(of: row, from: row.whole.start).dropLast()
            if others.count + 1 == plan.width {
                for cell in lost { result += RowDeviations.holes(Array(others), filling: cell).dropLast().map(columns) }
            }
        }
        // A number that stands twice fills the place of an empty cell, which stands at the start or the end then.
        if hasBlanks, lacking == 0, row.hasFieldTooMany, row.items.count == plan.width {
            for index in cells.indices.dropFirst()
            where row.numbers.count == cells.count && row.numbers[index] == row.numbers[index - 1] {
                let once = cells[..<index] + cells[(index + 1)...]
                result += [blanks(1) + once, once + blanks(1)].map(columns)
            }
        }
        if plan.columns.count + 1 == slots.count, row.items.count == plan.width {
            // Where a column is gone, one of its values may stand in its neighbour's field.
            result += RowDeviations.pairs(row.items, in: cells, offset: 0).filter { $0.count == slots.count }
        }
        return result
    }
}
