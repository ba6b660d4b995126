internal import Memory

/// Takes off the marks of a text that is quoted as a whole, as mail programs and Markdown do: `> ` in front of every line.
enum QuotedLines {
    private static let mark = UInt8(ascii: ">")

    /// The text without the marks, or as it is where a line has none; lines with nothing but white space need none.
    static func removed(from text: [UInt8]) -> [UInt8] {
        let span = text.span
        // Most texts end the question with their first line.
        guard let first = text.first(where: { $0 > 0x20 }), first == mark else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var start = 0
        while start < span.count {
            let end = span.extracting(start...).firstOffset(of: .lineFeed).map { start + $0 } ?? span.count
            if span[start] == mark {
                let begin = start + 1 < end && span[start + 1] == .space ? start + 2 : start + 1
                result += text[begin..<end]
            } else if !span.isBlank(start..<end) {
                return text
            }
            if end < span.count { result.append(.lineFeed) }
            start = end + 1
        }
        return result
    }
}
