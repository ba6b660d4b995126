/// Whether a tool removed from a dump with one cell a line every line that occurs twice (`sort -u`, `awk '!seen[$0]++'`), or that equals
/// the line above it (`uniq`).
///
/// Such a dump has lost values without a trace in the rows. It shows in the whole: the words of headers and the numbers of a report occur
/// again and again, zeros above all.
enum RemovedRepeats {
    static func areGone(from source: TokenRows) -> Bool {
        guard standsOneALine(source) else { return false }
        var numbers: [Number: Int] = [:]
        var texts: Set<Int> = []
        var textCount = 0
        var count = 0
        var neighbours = 0
        var pairs = 0
        for row in source.rows {
            var last: Number?
            for token in row.tokens {
                let token = source.tokens[token]
                if let text = token.text {
                    textCount += 1
                    texts.insert(text)
                }
                guard case .number(let number, _) = token.meaning else {
                    last = nil
                    continue
                }
                if last != nil { neighbours += 1 }
                if number == last { pairs += 1 }
                last = number
                count += 1
                numbers[number, default: 0] += 1
            }
        }
        // No form has less than a dozen words that occur twice.
        if textCount > 30, count > 3, texts.count == textCount, numbers.count == count { return true }
        // Where a number is a quarter of all, it stands beside itself somewhere; and so does any, where by chance seven would.
        let most = numbers.values.max() ?? 0
        let chances = numbers.values.reduce(0) { $0 + $1 * $1 }
        return pairs == 0 && (most >= 10 && most * 4 >= count || neighbours * chances >= 7 * count * count && count > 0)
    }

    /// Whether most rows with several values have them on lines of their own.
    private static func standsOneALine(_ source: TokenRows) -> Bool {
        var apart = 0
        var together = 0
        for row in source.rows where row.valueCount > 1 {
            let lines = Set(row.tokens.lazy.filter { source.tokens[$0].meaning.isValue }.map { source.tokens[$0].place.line })
            if lines.count > 1 { apart += 1 } else { together += 1 }
        }
        return apart >= together
    }
}
