/// A row of numbers that stands in several of the source, in a part in which no row has a label.
///
/// Rows of numbers are one where they are as many, together, as the form has in a row, below words of its header and with nothing else
/// between them. Where rows have no ends, numbers stand behind the last word of a header, and are its own where they are as many as it has
/// innermost words, all of these in the order of the form:
///
///     行政复议  结果维持 … 总计  1 0 0 0 1     未经复议直接起诉  复议后起诉  结果维持 … 总计 结果维持 … 总计  0 0 0 0 0 2 0 0 0 2
struct TornNumbers {
    /// How many numbers the form has in the row.
    let count: Int
    /// The words of the part's header.
    let words: Set<Int>
    /// Those over one column each, in the form's order.
    let innermost: [Int]
    let likeness: LabelLikeness

    /// The fields of the row that begins with a row of the source, and where the rows of the source end.
    func begin(at index: Int, in source: TokenRows) -> (fields: [Int], end: Int)? {
        let rows = source.rows
        guard let first = numbers(at: index, in: source), first.count < count,
            let above = rows[..<index].last(where: { !source.isEmpty($0) }), isHeader(above, source)
        else { return nil }
        var fields = Array(first)
        var end = index + 1
        while end < rows.count, fields.count < count {
            if let more = numbers(at: end, in: source) {
                // A row with a field for each number is whole, whatever stands alone above it, such as a page's number.
                if rows[end].labelToken == nil, rows[end].isPositional, rows[end].tokens.count >= count { return nil }
                fields += more
            } else if !isHeader(rows[end], source), !source.isEmpty(rows[end]) {
                break
            }
            end += 1
        }
        return fields.count == count && areWordsInOrder(index..<end, source) ? (fields, end) : nil
    }

    /// The numbers of a row without words, or those behind as many innermost words of a header.
    private func numbers(at index: Int, in source: TokenRows) -> Range<Int>? {
        let row = source.rows[index]
        guard row.labelToken != nil else { return source.numbers(of: row) }
        guard hasHeaderWords(row, source), let found = source.numbers(of: row) else { return nil }
        return innermostWords(header(endingAt: index, source), source).count == found.count ? found : nil
    }

    /// Whether the words that stand among the numbers are in the order of the form.
    private func areWordsInOrder(_ range: Range<Int>, _ source: TokenRows) -> Bool {
        guard source.rows[range].contains(where: { $0.labelToken != nil && $0.valueCount > 0 }) else { return true }
        let found = innermostWords(header(endingAt: range.lowerBound, source) + source.rows[range].dropFirst(), source)
        return found.count == count && found.indices.allSatisfy { found[$0] == $0 % innermost.count }
    }

    /// A row and those of the header right above it.
    private func header(endingAt index: Int, _ source: TokenRows) -> [TokenRow] {
        source.rows[..<index].reversed().prefix { isHeader($0, source) }.reversed() + [source.rows[index]]
    }

    /// The innermost words that rows have, as places among those of the form.
    private func innermostWords(_ rows: [TokenRow], _ source: TokenRows) -> [Int] {
        rows.flatMap(source.texts).compactMap { text in innermost.firstIndex { word in isWord(text) { $0 == word } } }
    }

    private func isHeader(_ row: TokenRow, _ source: TokenRows) -> Bool { row.valueCount == 0 && hasHeaderWords(row, source) }

    private func hasHeaderWords(_ row: TokenRow, _ source: TokenRows) -> Bool {
        row.labelToken != nil && source.texts(of: row).allSatisfy { isWord($0, words.contains) }
    }

    private func isWord(_ text: Int, _ isOne: (Int) -> Bool) -> Bool {
        likeness[text].contains { $0.likeness >= Likeness.gluedToShort && isOne($0.label) }
    }
}

extension TokenRows {
    /// Joins the rows of numbers that are one of a part of a form, in which no row has a label.
    mutating func joinTornNumbers(_ outlines: [FormOutline], likeness: LabelLikeness) {
        for outline in outlines {
            for (index, row) in outline.rows.enumerated() where row.role == .values && row.label == nil && index > 0 {
                let innermost = outline.rows[index - 1].words.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
                join(
                    TornNumbers(
                        count: row.slotCount, words: outline.headerWords[row.part], innermost: innermost, likeness: likeness))
            }
        }
    }

    private mutating func join(_ torn: TornNumbers) {
        var index = 1
        while index < rows.count {
            defer { index += 1 }
            guard let (fields, end) = torn.begin(at: index, in: self) else { continue }
            // The words between the numbers are those of one header.
            let header = rows[index..<end].compactMap(words(of:))
            var joined = rows[index]
            let start = tokens.count
            tokens += fields.map { tokens[$0] }
            joined.tokens = start..<tokens.count
            joined.labelToken = nil
            joined.valueCount = fields.count { tokens[$0].meaning.isValue }
            rows.replaceSubrange(index..<end, with: header + [joined])
            index += header.count
        }
    }

    /// A row up to its last word; `nil` when it has none.
    private func words(of row: TokenRow) -> TokenRow? {
        guard let last = row.labelToken else { return nil }
        var words = row
        words.tokens = row.tokens.lowerBound..<(last + 1)
        words.valueCount = 0
        return words
    }

    /// The fields from the first number of a row to the last.
    fileprivate func numbers(of row: TokenRow) -> Range<Int>? {
        guard !isEmpty(row), let first = row.tokens.first(where: { isNumber($0) }),
            let last = row.tokens.last(where: { isNumber($0) })
        else { return nil }
        return first..<(last + 1)
    }

    /// Whether a row has nothing, or only one mark for nothing.
    fileprivate func isEmpty(_ row: TokenRow) -> Bool {
        var marks = 0
        for token in row.tokens where tokens[token].meaning != .empty {
            guard tokens[token].meaning == .blankMark, marks == 0 else { return false }
            marks = 1
        }
        return true
    }

    private func isNumber(_ token: Int) -> Bool { tokens[token].meaning.isValueOrMark }
}
