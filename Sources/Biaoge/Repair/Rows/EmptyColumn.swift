/// A column without any text, header included, in a table that has one column more than its part of a form: somebody put it in, or a tool
/// made it of a page's margin. No column of a form has no word in its header.
extension TokenRows {
    /// Of the tables that the rows of a part stand in, drops the fields of the only column that holds nothing, where a table has one more than
    /// it should.
    ///
    /// - Parameter found: for each row of the part that of the source.
    mutating func dropEmptyColumns(of part: Form.Part, _ found: [Int?]) {
        for table in Set(found.compactMap(\.self).map { rows[$0].source.table }).sorted() {
            dropEmptyColumn(of: table, part, found)
        }
    }

    private mutating func dropEmptyColumn(of table: Int, _ part: Form.Part, _ found: [Int?]) {
        let width = part.table.columnCount
        let members = rows.indices.filter { rows[$0].source.table == table }
        guard members.allSatisfy({ rows[$0].isPositional }) else { return }
        var isFilled = [Bool?](repeating: nil, count: width + 1)
        var rowCounts = [Int](repeating: 0, count: width + 1)
        for index in members {
            for token in rows[index].tokens {
                guard let column = tokens[token].place.column, column <= width else { return }
                isFilled[column] = isFilled[column] == true || tokens[token].meaning != .empty
                rowCounts[column] += 1
            }
        }
        let first = members.first { rows[$0].valueCount > 0 } ?? members[0]
        let headers = members.prefix { $0 < first }
        let empty = isFilled.indices.filter { isFilled[$0] == false }
        guard let column = empty.first, empty.count == 1, rowCounts[column] * 2 > members.count else { return }
        // In front of a row of values without a label the header begins behind it, even where one of the form's columns is lost besides.
        let isMargin = column == 0 && !headers.isEmpty && part.rows.allSatisfy { $0.role != .values || $0.labelCells.isEmpty }
        // A header without all of its columns does not say which of them has no word.
        let isWhole = headers.isEmpty || headers.contains { hasWord(inColumn: width, of: rows[$0]) }
        // A value in two cells makes one row longer.
        guard isMargin || isWhole && isFilled[width] != nil else { return }
        func kept(_ index: Int) -> [Int] { rows[index].tokens.filter { tokens[$0].place.column != column } }
        // Without a header it may be one of the form's, and another be none.
        if headers.isEmpty {
            let sums = Sums(part, decimals: 0)
            let verdicts = zip(part.rows, found).compactMap { form, index -> Sums.Verdict? in
                guard let index, rows[index].source.table == table, form.role == .values else { return nil }
                return sums.verdict(onFields: kept(index).suffix(form.slots.count).map { tokens[$0].meaning }, inside: form.slots)
            }
            guard verdicts.count(where: { $0 == .fail }) <= verdicts.count(where: { $0 == .hold }) else { return }
        }
        for index in members { rows[index] = row(rows[index], withOnly: kept(index)) }
    }

    private func hasWord(inColumn column: Int, of row: TokenRow) -> Bool {
        row.tokens.contains { tokens[$0].place.column == column && tokens[$0].meaning != .empty }
    }
}
