/// Numbers that only count the rows of a table, 1, 2, 3 and so on, in a column in front of the labels (序号). No form has such a column, and
/// what counts the rows must never be taken for a value.
extension TokenRows {
    /// Drops such columns, header included.
    mutating func dropSerialNumbers() {
        var dropped: Set<Int> = []
        var start = 0
        while start < rows.count {
            let table = rows[start].source.table
            let end = rows[start...].firstIndex { $0.source.table != table } ?? rows.count
            dropped.formUnion(rows[start].hasEnd ? serialColumn(of: start..<end) : serialNumbers(among: start..<end))
            start = end
        }
        guard !dropped.isEmpty else { return }
        let all = rows
        rows = all.compactMap { $0.tokens.contains(where: dropped.contains) ? without(dropped, $0) : $0 }
    }

    /// The tokens of such a column. Of rows with numbers and a label nearly all begin with the next number, or the header says what it is.
    private func serialColumn(of table: Range<Int>) -> [Int] {
        var found: [Int] = []
        var headers: [Int] = []
        var fillers: [Int] = []
        var last: Int64?
        var others = 0
        for row in rows[table] {
            guard let first = row.tokens.first(where: { tokens[$0].meaning != .empty }) else { continue }
            if let number = serialNumber(first, before: row.tokens.upperBound),
                last.map({ number == $0 + 1 }) ?? true || number == 1
            {
                found.append(first)
                last = number
            } else if isSerialHeader(first) {
                headers.append(first)
            } else if row.isPositional, first > row.tokens.lowerBound {
                fillers.append(row.tokens.lowerBound)
            } else if row.valueCount > 0, row.labelToken != nil {
                others += 1
            }
        }
        guard found.count >= 3, !headers.isEmpty || others * 5 <= found.count else { return [] }
        return found + headers + fillers
    }

    /// Such numbers where rows have no ends: behind the header's word each stands before a label.
    private func serialNumbers(among table: Range<Int>) -> [Int] {
        var found: [Int] = []
        var headers: [Int] = []
        var next: Int64 = 1
        // Behind a further header the numbers go on, or begin again.
        var mayBegin = false
        var others = 0
        var othersInRow = 0
        let end = rows[table.upperBound - 1].tokens.upperBound
        for token in rows[table.lowerBound].tokens.lowerBound..<end {
            if isSerialHeader(token) {
                headers.append(token)
                mayBegin = true
            } else if !headers.isEmpty, let number = serialNumber(token, before: end) {
                if number == next || mayBegin && number == 1 {
                    found.append(token)
                    next = number + 1
                    mayBegin = false
                    others += othersInRow
                    othersInRow = 0
                } else {
                    othersInRow += 1
                    // Other tables follow, without such numbers.
                    if othersInRow > 2 { break }
                }
            }
        }
        guard !headers.isEmpty, found.count >= 3, others * 5 <= found.count else { return [] }
        return headers + found
    }

    /// The number of a token that may count a row: a whole one below 1,000 with words behind it.
    private func serialNumber(_ token: Int, before end: Int) -> Int64? {
        guard case .number(let number, unit: nil) = tokens[token].meaning, number.decimals == 0, 1..<1_000 ~= number.mantissa,
            let next = (token + 1..<end).first(where: { tokens[$0].meaning != .empty }), tokens[next].meaning == .text,
            !isSerialHeader(next)
        else { return nil }
        return number.mantissa
    }

    private func isSerialHeader(_ token: Int) -> Bool {
        guard tokens[token].text != nil, tokens[token].textRange.count <= 12 else { return false }
        return ["序号", "编号", "行次", "行号", "序"].contains(raw(token).filter { !$0.isWhitespace })
    }

    /// The row without some of its tokens; `nil` when nothing is left.
    private mutating func without(_ dropped: Set<Int>, _ row: TokenRow) -> TokenRow? {
        var rest = self.row(row, withOnly: row.tokens.filter { !dropped.contains($0) })
        guard !rest.tokens.isEmpty else { return nil }
        findLabel(of: &rest)
        return rest
    }
}
