/// Rows that a page's end, a line's end or a table's end has torn: what belongs to one row of the form stands in several of the source.
///
///     4.保护第三                                        行政复议   结果维持 … 总计      1 0 0 0 1
///     方合法权益   0  2  0  0  0  0  2                  行政诉讼   …                   0 0 0 0 0  2 0 0 0 2
///
/// Rows of labels are one where their labels make one of the form together, and neither does alone; of each field one may hold something.
/// Rows of numbers are ``TornNumbers``.
extension TokenRows {
    /// Joins the rows whose labels were torn.
    mutating func joinTornLabels(_ book: LabelBook) {
        var index = 0
        while index + 1 < rows.count {
            let next = nextFilled(behind: index)
            if let (above, below) = labelTokens(index, next), let joined = joinedLabel(above, below, book),
                let values = joinedValues(index, above, next, below)
            {
                join(index, through: next, upTo: above, label: joined, values: values)
            }
            index += 1
        }
    }

    /// The row behind another, or behind a row of empty cells that a page's end left there.
    private func nextFilled(behind index: Int) -> Int {
        let isEmpty = rows[index + 1].tokens.allSatisfy { tokens[$0].meaning == .empty }
        return isEmpty && index + 2 < rows.count ? index + 2 : index + 1
    }

    /// The labels of a row and the next, where the places of their fields say something.
    private func labelTokens(_ index: Int, _ next: Int) -> (above: Int, below: Int)? {
        let (above, below) = (rows[index], rows[next])
        guard above.isPositional, below.isPositional, let first = above.labelToken, let second = below.labelToken else {
            return nil
        }
        return (first, second)
    }

    /// The text that two labels make together, if it is a label of the form.
    private func joinedLabel(_ above: Int, _ below: Int, _ book: LabelBook) -> String? {
        guard let first = tokens[above].text, let second = tokens[below].text else { return nil }
        // What is left of a label may be all of another item's, with another number: 2.其他.
        let isOther = texts[first].ordinal != nil && !book.hasOrdinal(texts[first])
        guard !book.isExact(texts[first]) || isOther else { return nil }
        let joined = raw(above) + raw(below)
        let text = LabelText(joined)
        // The number of an item is no label, and what stands behind it is one without; a number that is none of the label's is a value.
        let isNumber = text.key == texts[second].key && text.ordinal != nil && book.hasOrdinal(text)
        return book.isExact(text) && (isNumber || !book.isExact(texts[second])) ? joined : nil
    }

    /// Of the fields behind the labels of a row and the next those that hold something; `nil` where both do, or where nothing does.
    private func joinedValues(_ index: Int, _ aboveLabel: Int, _ next: Int, _ belowLabel: Int) -> [Token]? {
        let (above, below) = (rows[index], rows[next])
        let first = tokens[(aboveLabel + 1)..<above.tokens.upperBound]
        let second = tokens[(belowLabel + 1)..<below.tokens.upperBound]
        guard above.valueCount + below.valueCount > 0 else { return nil }
        if first.isEmpty || second.isEmpty { return Array(first + second) }
        guard first.count == second.count else { return nil }
        let pairs = zip(first, second)
        guard pairs.allSatisfy({ $0.meaning == .empty || $1.meaning == .empty }) else { return nil }
        return pairs.map { $0.meaning == .empty ? $1 : $0 }
    }

    private mutating func join(_ index: Int, through next: Int, upTo labelToken: Int, label: String, values: [Token]) {
        var row = rows[index]
        let start = tokens.count
        tokens += tokens[row.tokens.lowerBound...labelToken]
        let joined = tokens.count - 1
        row.labelToken = joined
        tokens[joined].text = add(LabelText(label), label, at: joined)
        tokens += values
        row.tokens = start..<tokens.count
        row.valueCount = values.count(where: \.meaning.isValue)
        rows[index] = row
        rows.removeSubrange((index + 1)...next)
    }
}
