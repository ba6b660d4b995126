/// A column that a header shows to be none of the form's: its rows have a field more than they should, empty, between the same two columns.
/// Rows have a field for each cell here, so the column stands where their labels end, which is elsewhere in each.
///
///     （本列数据的勾稽关系为…） |  | 申请人情况
///      |  | 自然人 | 法人或其他组织 | 总计
///     一、本年新收政府信息公开申请数量 |  | 12 | 0 | …
struct HeaderGap {
    /// The column of the form in front of which it stands.
    private let column: Int

    /// - Parameter found: for each row of the part that of the source.
    init?(_ part: Form.Part, _ found: [Int?], in source: TokenRows) {
        guard let first = part.slots.map(\.column).min() else { return nil }
        let coverage = part.table.coverage()
        let headers = zip(part.rows, found).compactMap { form, index in
            index.flatMap {
                form.role == .header
                    ? (row: form.index, words: source.rows[$0].tokens.map { source.tokens[$0].meaning != .empty }) : nil
            }
        }
        func isAsInForm(withGapAt column: Int?) -> Bool {
            headers.allSatisfy { Self.words(of: part.table, coverage, row: $0.row, withGapAt: column) == $0.words }
        }
        guard !isAsInForm(withGapAt: nil) else { return nil }
        let columns = (first..<part.table.columnCount).filter(isAsInForm)
        guard columns.count == 1 else { return nil }
        column = columns[0]
    }

    /// Which fields of a row of the form hold words: one for each cell, that reach down into the row included, and an empty one for the gap,
    /// unless a cell covers it.
    private static func words(of table: Table, _ coverage: [Int], row: Int, withGapAt gap: Int?) -> [Bool] {
        var words: [Bool] = []
        var last: Int?
        for column in 0..<table.columnCount {
            let index = coverage[row * table.columnCount + column]
            guard index != last else { continue }
            if column == gap { words.append(false) }
            words.append(table.cells[index].row == row && !table.cells[index].textRange.isEmpty)
            last = index
        }
        return words
    }

    /// How many fields stand in front of the gap in a row of values.
    func position(in row: TokenRow, _ form: Form.Row, _ part: Form.Part) -> Int {
        (row.labelPosition.map { $0 + 1 } ?? form.labelCells.count) + part.slots[form.slots].count { $0.column < column }
    }
}

extension TokenRows {
    /// Drops the fields below a gap in the header of a part, in every table where all are empty: a table behind a page's end may not have it.
    ///
    /// - Parameter found: for each row of the part that of the source.
    mutating func dropFieldsBelowGap(in part: Form.Part, _ found: [Int?]) {
        guard let gap = HeaderGap(part, found, in: self) else { return }
        var fields: [Int: [(row: Int, token: Int)]] = [:]
        for (form, index) in zip(part.rows, found) where form.role == .values {
            guard let index else { continue }
            let tokens = rows[index].tokens
            let token = tokens.lowerBound + gap.position(in: rows[index], form, part)
            if tokens.contains(token) { fields[rows[index].source.table, default: []].append((index, token)) }
        }
        for below in fields.values where below.allSatisfy({ tokens[$0.token].meaning == .empty }) {
            for (index, token) in below { rows[index] = row(rows[index], withOnly: rows[index].tokens.filter { $0 != token }) }
        }
    }
}
