extension Span<UInt8> {
    /// The runs of a range that white space parts.
    func words(in range: Range<Int>) -> [Range<Int>] {
        parts(of: range, atLeast: 1)
    }

    /// The runs of a range that two blanks or more part.
    func columns(in range: Range<Int>) -> [Range<Int>] {
        parts(of: range, atLeast: 2)
    }

    private func parts(of range: Range<Int>, atLeast width: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var end = start
        var offset = start
        var blanks = 0
        while offset < range.upperBound {
            let length = whiteSpaceLength(at: offset, before: range.upperBound)
            if length > 0 {
                blanks += blankWidth(at: offset, length)
                offset += length
                continue
            }
            if blanks >= width, end > start {
                parts.append(start..<end)
                start = offset
            } else if end == start {
                start = offset
            }
            blanks = 0
            offset += 1
            end = offset
        }
        if end > start { parts.append(start..<end) }
        return parts
    }

    /// The range without Markdown's signs for bold and slanted text at its ends, whether or not they stand in pairs: a line may end between
    /// them. `**2.逾期` is the second item.
    func withoutEmphasis(_ range: Range<Int>) -> Range<Int> {
        func isSign(_ offset: Int) -> Bool { self[offset] == UInt8(ascii: "*") || self[offset] == UInt8(ascii: "_") }
        var range = range
        while let first = range.first, isSign(first) { range = (first + 1)..<range.upperBound }
        while let last = range.last, isSign(last) { range = range.lowerBound..<last }
        return range
    }

    /// How wide white space is: U+3000 as two blanks; the zero-width space and the byte order mark part nothing.
    private func blankWidth(at offset: Int, _ length: Int) -> Int {
        guard length == 3 else { return 1 }
        let isUnseen = self[offset] == 0xEF || self[offset] == 0xE2 && self[offset + 1] == 0x80 && self[offset + 2] == 0x8B
        return isUnseen ? 0 : 2
    }

    /// Whether a text has a gap of at least two blanks, as columns have that are laid out by spaces.
    func hasWideGap(_ range: Range<Int>) -> Bool {
        var blanks = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let length = whiteSpaceLength(at: offset, before: range.upperBound)
            blanks = length == 0 ? 0 : blanks + blankWidth(at: offset, length)
            if blanks >= 2 { return true }
            offset += Swift.max(1, length)
        }
        return false
    }
}
