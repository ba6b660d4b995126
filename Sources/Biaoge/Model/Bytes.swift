/// The bytes that the readers of text look for.
extension UInt8 {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let formFeed: UInt8 = 0x0C
    static let space: UInt8 = 0x20
    static let hyphen: UInt8 = 0x2D
    static let bar: UInt8 = 0x7C

    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension Span<UInt8> {
    /// The length in bytes of the white space that begins at an offset; 0 when none does.
    ///
    /// White space is what Unicode has as such (TAB, LF, NBSP, U+2000–U+200A, U+3000 and so on), and the zero-width
    /// space and byte order mark, which nobody sees either.
    func whiteSpaceLength(at offset: Int, before end: Int) -> Int {
        let byte = self[offset]
        if byte <= 0x20 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0x1F ? 1 : 0 }
        switch byte {
        case 0xC2 where offset + 1 < end: return self[offset + 1] == 0xA0 || self[offset + 1] == 0x85 ? 2 : 0
        case 0xE2 where offset + 2 < end:
            let (second, third) = (self[offset + 1], self[offset + 2])
            if second == 0x80 { return third <= 0x8B || third == 0xA8 || third == 0xA9 || third == 0xAF ? 3 : 0 }
            return second == 0x81 && third == 0x9F ? 3 : 0
        case 0xE3 where offset + 2 < end: return self[offset + 1] == 0x80 && self[offset + 2] == 0x80 ? 3 : 0
        case 0xEF where offset + 2 < end: return self[offset + 1] == 0xBB && self[offset + 2] == 0xBF ? 3 : 0
        default: return 0
        }
    }

    /// The length in bytes of the white space that ends before an offset; 0 when none does.
    func whiteSpaceLength(endingAt offset: Int, from start: Int) -> Int {
        let byte = self[offset - 1]
        if byte < 0x80 { return whiteSpaceLength(at: offset - 1, before: offset) }
        if offset - 2 >= start, self[offset - 2] == 0xC2 { return whiteSpaceLength(at: offset - 2, before: offset) }
        if offset - 3 >= start, self[offset - 3] >= 0xE2 { return whiteSpaceLength(at: offset - 3, before: offset) }
        return 0
    }

    /// The range without the white space at its ends.
    @inline(__always)
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        // Most texts begin and end with a visible character of ASCII.
        if let last = range.last, self[range.lowerBound] > 0x20, self[range.lowerBound] < 0x80, self[last] > 0x20,
            self[last] < 0x80
        {
            return range
        }
        return withoutWhiteSpace(range)
    }

    private func withoutWhiteSpace(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = whiteSpaceLength(at: start, before: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = whiteSpaceLength(endingAt: end, from: start)
            if length == 0 { break }
            end -= length
        }
        return start..<end
    }

    /// Whether a range has nothing but white space.
    func isBlank(_ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound {
            let length = whiteSpaceLength(at: start, before: range.upperBound)
            if length == 0 { return false }
            start += length
        }
        return true
    }

    /// The number of characters (Unicode scalars) in a range of UTF-8.
    func scalarCount(_ range: Range<Int>) -> Int {
        var count = 0
        for offset in range where self[offset] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The number of scalars in a range of UTF-8 that are neither white space nor digits.
    func wordScalarCount(_ range: Range<Int>) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let length = whiteSpaceLength(at: offset, before: range.upperBound)
            if length == 0, self[offset] & 0xC0 != 0x80, !self[offset].isDigit { count += 1 }
            offset += Swift.max(1, length)
        }
        return count
    }

    /// Whether a range begins with some text.
    func starts(_ range: Range<Int>, with text: String) -> Bool {
        var offset = range.lowerBound
        for byte in text.utf8 {
            guard offset < range.upperBound, self[offset] == byte else { return false }
            offset += 1
        }
        return true
    }

    /// Where some text first stands. (The standard library's search of any collection for any other costs a hundred times this one.)
    func firstRange(of text: String) -> Range<Int>? {
        let length = text.utf8.count
        guard let first = text.utf8.first, let last = text.utf8.last, length <= count else { return nil }
        // Most Chinese characters begin with one of six bytes; that the last byte fits as well is rare.
        for offset in 0...(count - length)
        where self[offset] == first && self[offset + length - 1] == last && starts(offset..<count, with: text) {
            return offset..<(offset + length)
        }
        return nil
    }

    /// Whether some text stands anywhere.
    func contains(_ text: String) -> Bool { firstRange(of: text) != nil }

    /// Whether a range ends with some text.
    func ends(_ range: Range<Int>, with text: String) -> Bool {
        let length = text.utf8.count
        return length <= range.count && starts((range.upperBound - length)..<range.upperBound, with: text)
    }

    /// Whether a text ends as a sentence or a clause of a list does: with 。 ！ ？ ； ： or …, closing quotes and brackets aside.
    func endsWithStop(_ range: Range<Int>) -> Bool {
        var rest = range
        for closing in ["”", "’", "）", ")", "》", "」", "\""] where ends(rest, with: closing) {
            rest = rest.lowerBound..<(rest.upperBound - closing.utf8.count)
        }
        return ["。", "！", "？", "；", "：", "…", ";", ":", "!", "?"].contains { ends(rest, with: $0) }
            || (ends(rest, with: ".") && rest.count > 2)
    }
}

extension String {
    /// Whether some text stands anywhere in this one, byte by byte. (The standard library's search costs a hundred times this one.)
    func hasText(_ text: String) -> Bool { utf8.span.contains(text) }
}

extension [UInt8] {
    /// Appends a whole number in decimal digits.
    package mutating func appendDecimal(_ number: Int) {
        append(addingCapacity: 20) { $0.appendDecimal(number) }
    }
}

extension OutputSpan<UInt8> {
    /// Appends a whole number in decimal digits, at most 20 bytes.
    package mutating func appendDecimal(_ number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        appendDecimal(number.magnitude)
    }

    private mutating func appendDecimal(_ number: UInt) {
        if number >= 10 { appendDecimal(number / 10) }
        append(0x30 + UInt8(truncatingIfNeeded: number % 10))
    }
}
