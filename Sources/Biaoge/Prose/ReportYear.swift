/// Finds years in texts: `2021年`, `2021年度`, `二〇二一年`, `２０２１年`.
enum ReportYear {
    /// The first year in a text without white space, and the range it takes with 年 and 度.
    static func first(in text: [UInt8]) -> (year: Int, range: Range<Int>)? {
        var from = 0
        return next(in: text, from: &from)
    }

    /// The year that texts name most often; of several, the one named first.
    static func mostFrequent(_ texts: [[UInt8]]) -> Int? {
        var counts: [(year: Int, count: Int)] = []
        for text in texts {
            var from = 0
            while let found = next(in: text, from: &from) {
                if let index = counts.firstIndex(where: { $0.year == found.year }) {
                    counts[index].count += 1
                } else {
                    counts.append((found.year, 1))
                }
            }
        }
        let most = counts.map(\.count).max()
        return counts.first { $0.count == most }?.year
    }

    /// Whether a text names a year before another one, and none else; a date is no year.
    static func isBefore(_ year: Int?, _ text: [UInt8]) -> Bool {
        guard let year else { return false }
        var from = 0
        var isBefore = false
        while let found = next(in: text, from: &from) {
            guard found.year < year, from == text.count || !text[from].isDigit else { return false }
            isBefore = true
        }
        return isBefore
    }

    private static func next(in text: [UInt8], from: inout Int) -> (year: Int, range: Range<Int>)? {
        let span = text.span
        var offset = from
        while offset < text.count {
            if let (year, end) = fourDigits(span, offset), Document.possibleYears.contains(year) {
                var after = end
                while after < text.count, text[after] == .space { after += 1 }
                if span.starts(after..<text.count, with: "年") {
                    after += 3
                    if span.starts(after..<text.count, with: "度"), !span.starts(after..<text.count, with: "度报") { after += 3 }
                    from = after
                    return (year, offset..<after)
                }
            }
            offset += 1
        }
        from = offset
        return nil
    }

    /// The number of four digits in a row at an offset, in ASCII, full-width or Chinese.
    private static func fourDigits(_ span: Span<UInt8>, _ start: Int) -> (value: Int, end: Int)? {
        // A year begins with 1 or 2, in one of three scripts.
        guard [0x31, 0x32, 0xE4, 0xEF].contains(span[start]), start == 0 || !span[start - 1].isDigit else { return nil }
        var offset = start
        var value = 0
        for _ in 0..<4 {
            guard let (digit, length) = digit(span, offset) else { return nil }
            value = value * 10 + digit
            offset += length
        }
        return (value, offset)
    }

    private static func digit(_ span: Span<UInt8>, _ offset: Int) -> (Int, Int)? {
        guard offset < span.count else { return nil }
        if span[offset].isDigit { return (Int(span[offset] - 0x30), 1) }
        guard span[offset] >= 0xE2, offset + 2 < span.count else { return nil }
        let range = offset..<span.count
        for (value, digit) in ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"].enumerated()
        where span.starts(range, with: digit) {
            return (value, 3)
        }
        if ["零", "○", "０"].contains(where: { span.starts(range, with: $0) }) { return (0, 3) }
        guard span[offset] == 0xEF, span[offset + 1] == 0xBC, span[offset + 2] >= 0x90, span[offset + 2] <= 0x99 else {
            return nil
        }
        return (Int(span[offset + 2]) - 0x90, 3)
    }
}
