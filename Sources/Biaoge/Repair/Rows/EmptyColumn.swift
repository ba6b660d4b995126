/// A column without any text, header included, in a table that has one column more than its part of a form: somebody put it in, or a tool
/// made it of a page's margin. No column of a form has no word in its header.
extension TokenRows {
    /// Of the tables that some rows stand in, drops the fields of the only column that holds nothing, where a table has one more than it
    /// should.
    ///
    /// - Parameter width: how many columns it should have.
    mutating func dropEmptyColumns(of found: [Int], width: Int) {
        for table in Set(found.map { rows[$0].source.table }).sorted() { dropEmptyColumn(of: table, width: width) }
    }

    private mutating func dropEmptyColumn(of table: Int, width: Int) {
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
        // A header without all of its columns does not say which of them has no word.
        let first = members.first { rows[$0].valueCount > 0 } ?? members[0]
        let headers = members.prefix { $0 < first }
        guard headers.isEmpty || headers.contains(where: { hasWord(inColumn: width, of: rows[$0]) }) else { return }
        let empty = isFilled.indices.filter { isFilled[$0] == false }
        // A value in two cells makes one row longer.
        guard let column = empty.first, empty.count == 1, isFilled[width] != nil, rowCounts[column] * 2 > members.count else {
            return
        }
        for index in members {
            let kept = rows[index].tokens.filter { tokens[$0].place.column != column }
            rows[index] = row(rows[index], withOnly: kept)
        }
    }

    private func hasWord(inColumn column: Int, of row: TokenRow) -> Bool {
        row.tokens.contains { tokens[$0].place.column == column && tokens[$0].meaning != .empty }
    }
}
