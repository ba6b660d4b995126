/// Rows that a page's end, a line's end or a table's end has torn: what belongs to one row of the form stands in several of the source.
///
///     4.保护第三                                        行政复议   结果维持 … 总计      1 0 0 0 1
///     方合法权益   0  2  0  0  0  0  2                  行政诉讼   …                   0 0 0 0 0  2 0 0 0 2
///
/// Rows of labels are one where their labels make one of the form together, and neither does alone; of each field one may hold something.
/// Rows of numbers alone are one where they are as many, together, as the form has in a row without a label, below words of its header.
extension TokenRows {
    /// Joins the rows whose labels were torn.
    mutating func joinTornLabels(_ book: LabelBook) {
        var index = 0
        while index + 1 < rows.count {
            if let joined = joinedLabel(index, book), let values = joinedValues(index) {
                join(index, label: joined, values: values)
            }
            index += 1
        }
    }

    /// The text that the labels of a row and the next make together, if it is a label of the form.
    private func joinedLabel(_ index: Int, _ book: LabelBook) -> String? {
        let (above, below) = (rows[index], rows[index + 1])
        guard above.isPositional, below.isPositional, above.labelToken >= 0, below.labelToken >= 0 else { return nil }
        let (first, second) = (tokens[above.labelToken].text, tokens[below.labelToken].text)
        guard first >= 0, second >= 0, !book.isExact(texts[first]) else { return nil }
        let joined = raw(above.labelToken) + raw(below.labelToken)
        let text = LabelText(joined)
        // The number of an item is no label, and what stands behind it is one without; a number that is none of the label's is a value.
        let isNumber = text.key == texts[second].key && text.ordinal != nil && book.hasOrdinal(text)
        return book.isExact(text) && (isNumber || !book.isExact(texts[second])) ? joined : nil
    }

    /// Of the fields behind the labels of a row and the next those that hold something; `nil` where both do, or where nothing does.
    private func joinedValues(_ index: Int) -> [Token]? {
        let (above, below) = (rows[index], rows[index + 1])
        let first = tokens[(above.labelToken + 1)..<above.tokens.upperBound]
        let second = tokens[(below.labelToken + 1)..<below.tokens.upperBound]
        guard above.valueCount + below.valueCount > 0, first.count == second.count || first.isEmpty else { return nil }
        if first.isEmpty { return Array(second) }
        let pairs = zip(first, second)
        guard pairs.allSatisfy({ $0.meaning == .empty || $1.meaning == .empty }) else { return nil }
        return pairs.map { $0.meaning == .empty ? $1 : $0 }
    }

    private mutating func join(_ index: Int, label: String, values: [Token]) {
        var row = rows[index]
        let start = tokens.count
        tokens += tokens[row.tokens.lowerBound...row.labelToken]
        row.labelToken = tokens.count - 1
        tokens[row.labelToken].text = add(LabelText(label), label, at: row.labelToken)
        tokens += values
        row.tokens = start..<tokens.count
        row.valueCount = values.count(where: \.meaning.isValue)
        rows[index] = row
        rows.remove(at: index + 1)
    }

    /// Joins the rows of numbers that are one of a part of a form, in which no row has a label.
    mutating func joinTornNumbers(_ outlines: [FormOutline], likeness: LabelLikeness) {
        for outline in outlines {
            for (index, row) in outline.rows.enumerated() where row.role == .values && row.label < 0 && index > 0 {
                let innermost = outline.rows[index - 1].words.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
                joinTornNumbers(row.slotCount, below: outline.headerWords[row.part], innermost, likeness)
            }
        }
    }

    private mutating func joinTornNumbers(
        _ count: Int, below words: Set<Int>, _ innermost: [Int], _ likeness: LabelLikeness
    ) {
        func isWord(_ token: Int, _ isIn: (Int) -> Bool) -> Bool {
            let text = tokens[token].text
            return text >= 0 && likeness[text].contains { $0.likeness >= Likeness.gluedToShort && isIn($0.label) }
        }
        func hasHeaderWords(_ row: TokenRow) -> Bool {
            row.labelToken >= 0 && row.tokens.allSatisfy { tokens[$0].text < 0 || isWord($0, words.contains) }
        }
        func isHeader(_ row: TokenRow) -> Bool { row.valueCount == 0 && hasHeaderWords(row) }
        /// The innermost words of a header that rows have, as places among those of the form.
        func innermostWords(_ rows: some Sequence<TokenRow>) -> [Int] {
            rows.flatMap { row in row.tokens.compactMap { token in innermost.firstIndex { word in isWord(token) { $0 == word } } }
            }
        }
        /// The numbers of a row without words; and, where rows have no ends, those behind as many innermost words of a header.
        func numbers(at index: Int) -> Range<Int>? {
            guard rows[index].labelToken >= 0 else { return self.numbers(of: rows[index]) }
            guard hasHeaderWords(rows[index]), let found = self.numbers(of: rows[index]) else { return nil }
            let above = rows[..<index].reversed().prefix(while: isHeader)
            return innermostWords(above + [rows[index]]).count == found.count ? found : nil
        }
        /// Whether the words that stand among the numbers are in the order of the form.
        func areWordsInOrder(_ range: Range<Int>) -> Bool {
            guard rows[range].contains(where: { $0.labelToken >= 0 && $0.valueCount > 0 }) else { return true }
            let above = rows[..<range.lowerBound].reversed().prefix(while: isHeader).reversed()
            let found = innermostWords(above + rows[range])
            return found.count == count && found.indices.allSatisfy { found[$0] == $0 % innermost.count }
        }
        var index = 1
        while index < rows.count {
            defer { index += 1 }
            guard let first = numbers(at: index), first.count < count,
                let above = rows[..<index].last(where: { !isEmpty($0) }), isHeader(above)
            else { continue }
            var found = Array(first)
            var next = index + 1
            while next < rows.count, found.count < count {
                if let more = numbers(at: next) {
                    found += more
                } else if !isHeader(rows[next]), !isEmpty(rows[next]) {
                    break
                }
                next += 1
            }
            guard found.count == count, areWordsInOrder(index..<next) else { continue }
            // The words between the numbers are those of one header.
            let header = rows[index..<next].compactMap(header(of:))
            var joined = rows[index]
            let start = tokens.count
            tokens += found.map { tokens[$0] }
            joined.tokens = start..<tokens.count
            joined.labelToken = -1
            joined.valueCount = found.count { tokens[$0].meaning.isValue }
            rows.replaceSubrange(index..<next, with: header + [joined])
            index += header.count
        }
    }

    /// A row up to its last word; `nil` when it has none.
    private func header(of row: TokenRow) -> TokenRow? {
        guard row.labelToken >= 0 else { return nil }
        var header = row
        header.tokens = row.tokens.lowerBound..<(row.labelToken + 1)
        header.valueCount = 0
        return header
    }

    /// The fields from the first number of a row behind its words to the last.
    private func numbers(of row: TokenRow) -> Range<Int>? {
        guard !isEmpty(row), let first = row.tokens.first(where: { isNumber($0) }),
            let last = row.tokens.last(where: { isNumber($0) })
        else {
            return nil
        }
        return first..<(last + 1)
    }

    /// Whether a row has nothing, or only one mark for nothing.
    private func isEmpty(_ row: TokenRow) -> Bool {
        var marks = 0
        for token in row.tokens where tokens[token].meaning != .empty {
            guard tokens[token].meaning == .blankMark, marks == 0 else { return false }
            marks = 1
        }
        return true
    }

    private func isNumber(_ token: Int) -> Bool { tokens[token].meaning.isValue || tokens[token].meaning == .blankMark }
}
