/// The number in front of a heading or an item: `一、` `（一）` `1.` `1、` `(1)` `1）` `①`.
struct SectionNumber: Sendable, Equatable {
    /// How the number is written, which says how deep the heading stands.
    enum Notation: Sendable {
        /// `一、`
        case chinese
        /// `（一）`, also with half-width brackets or one of each.
        case chineseInBrackets
        /// `1.` `1．`
        case digits
        /// `1、`
        case digitsWithComma
        /// `（1）`
        case digitsInBrackets
        /// `1）`
        case digitsBeforeBracket
        /// `①`
        case circled
    }

    /// How the number is written.
    let notation: Notation
    /// The number.
    let value: Int
    /// How many bytes the number takes with its mark, and the white space behind it.
    let length: Int

    /// Whether the number may be a section's: `二、`, and `2、`, which converters write for it.
    var mayBeSection: Bool { notation == .chinese || notation == .digitsWithComma }

    /// The level of a heading with this number; 1 is the highest.
    var level: Int {
        switch notation {
        case .chinese: 1
        case .chineseInBrackets: 2
        case .digits, .digitsWithComma: 3
        case .digitsInBrackets, .digitsBeforeBracket, .circled: 4
        }
    }

    /// The number at the start of a range; `nil` when there is none.
    init?(_ range: Range<Int>, in span: Span<UInt8>) {
        let end = range.upperBound
        var offset = range.lowerBound
        guard offset < end else { return nil }
        if span[offset] == 0xE2, offset + 2 < end, span[offset + 1] == 0x91, span[offset + 2] >= 0xA0, span[offset + 2] <= 0xB3 {
            self.init(.circled, Int(span[offset + 2]) - 0x9F, from: range, to: offset + 3, in: span)
            return
        }
        let opening = Self.length(ofAny: ["（", "("], at: offset, before: end, in: span)
        offset += opening
        // Spaced-out text: `（ 七 ） 总 计`.
        while opening > 0, offset < end, span[offset] == .space { offset += 1 }
        let digitsStart = offset
        var value = 0
        while offset < end, span[offset].isDigit, offset - digitsStart < 3 {
            value = value * 10 + Int(span[offset] - 0x30)
            offset += 1
        }
        let hasDigits = offset > digitsStart
        if !hasDigits {
            guard let (number, length) = ChineseNumber.read(at: offset, before: end, in: span) else { return nil }
            value = number
            offset += length
        }
        if opening > 0 || !hasDigits || offset < end {
            while offset < end, span[offset] == .space { offset += 1 }
        }
        let closing = opening > 0 || hasDigits ? Self.length(ofAny: ["）", ")"], at: offset, before: end, in: span) : 0
        if opening > 0 || closing > 0 {
            guard closing > 0 else { return nil }
            let digits: Notation = opening > 0 ? .digitsInBrackets : .digitsBeforeBracket
            self.init(hasDigits ? digits : .chineseInBrackets, value, from: range, to: offset + closing, in: span)
            return
        }
        let comma = Self.length(ofAny: ["、"], at: offset, before: end, in: span)
        if comma > 0 {
            self.init(hasDigits ? .digitsWithComma : .chinese, value, from: range, to: offset + comma, in: span)
            return
        }
        let point = Self.length(ofAny: [".", "．"], at: offset, before: end, in: span)
        guard hasDigits, point > 0, offset + point >= end || !span[offset + point].isDigit else { return nil }
        self.init(.digits, value, from: range, to: offset + point, in: span)
    }

    private init(_ notation: Notation, _ value: Int, from range: Range<Int>, to end: Int, in span: Span<UInt8>) {
        self.notation = notation
        self.value = value
        var offset = end
        while offset < range.upperBound {
            let length = span.whiteSpaceLength(at: offset, before: range.upperBound)
            if length == 0 { break }
            offset += length
        }
        length = offset - range.lowerBound
    }

    private static func length(ofAny marks: [String], at offset: Int, before end: Int, in span: Span<UInt8>) -> Int {
        for mark in marks where span.starts(offset..<end, with: mark) { return mark.utf8.count }
        return 0
    }
}

/// Numbers as Chinese sections are counted: 一 to 九十九.
enum ChineseNumber {
    private static let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// The number at an offset, and how many bytes it takes.
    static func read(at offset: Int, before end: Int, in span: Span<UInt8>) -> (value: Int, length: Int)? {
        var place = offset
        let tens = digit(at: place, before: end, in: span)
        if tens > 0 { place += 3 }
        guard place < end, span.starts(place..<end, with: "十") else { return tens > 0 ? (tens, 3) : nil }
        place += 3
        let ones = digit(at: place, before: end, in: span)
        if ones > 0 { place += 3 }
        return (max(1, tens) * 10 + ones, place - offset)
    }

    /// A number from 1 to 99 in Chinese.
    static func text(_ value: Int) -> String {
        let (tens, ones) = (value / 10, value % 10)
        return (tens > 1 ? digits[tens - 1] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones - 1] : "")
    }

    private static func digit(at offset: Int, before end: Int, in span: Span<UInt8>) -> Int {
        guard offset + 2 < end, span[offset] >= 0xE4 else { return 0 }
        for (index, digit) in digits.enumerated() where span.starts(offset..<end, with: digit) { return index + 1 }
        return 0
    }
}
