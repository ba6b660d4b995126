/// What the text of a field is: nothing, a number, a mark for nothing, words.
enum FieldMeaning: Sendable, Hashable {
    /// No text at all.
    case empty
    /// A mark that stands for nothing: `-`, `/`, `—`, `无`, `不适用`.
    case blankMark
    /// A number, with the unit that the cell names itself.
    case number(Number, unit: String?)
    /// Digits parted by white space: one number that was split, or several that stand in one cell.
    case parts([Number])
    /// Zeros in front of other digits, such as `00`: nobody prints a number like that, so these are several numbers in one cell.
    case digits([UInt8])
    /// Digits and letters or signs that are taken for digits (O, l): which number that is nobody can say.
    case doubtful
    /// Anything else.
    case text

    /// Whether the field stands for a value, be it in doubt: neither empty nor a mark for nothing nor words.
    var isValue: Bool {
        switch self {
        case .number, .parts, .digits, .doubtful: true
        case .empty, .blankMark, .text: false
        }
    }
}

extension FieldMeaning {
    /// Whether the field stands for a value, or says that there is none.
    var isValueOrMark: Bool { isValue || self == .blankMark }

    /// Tells what a field's text means.
    init(_ utf8: ArraySlice<UInt8>) {
        if utf8.isEmpty {
            self = .empty
            return
        }
        // Most fields are a few digits.
        if let number = Self.fewDigits(utf8) {
            self = .number(number, unit: nil)
            return
        }
        let scalars = PlainScalars.of(utf8, limit: 40)
        let meaning = Self.meaning(Self.withoutEmphasis(scalars))
        // Behind a page's end within a field may stand the number of the page.
        if case .number = meaning, utf8.contains(0x0C) { self = .doubtful } else { self = meaning }
    }

    /// A number of nothing but digits, 0 alone or without zeros in front.
    private static func fewDigits(_ utf8: ArraySlice<UInt8>) -> Number? {
        guard utf8.count <= 9, utf8.first != 0x30 || utf8.count == 1 else { return nil }
        var mantissa: Int64 = 0
        for byte in utf8 {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            mantissa = mantissa * 10 + Int64(byte - 0x30)
        }
        return Number(mantissa: mantissa, decimals: 0)
    }

    private static func meaning(_ all: [UInt16]) -> FieldMeaning {
        var scalars = all[...]
        while scalars.first == space { scalars.removeFirst() }
        while scalars.last == space { scalars.removeLast() }
        // Markdown's sign for a line's end within a cell is none of the text; a number in front of it goes on elsewhere.
        if scalars.count > 1, scalars.last == backslash, scalars.dropLast().last != backslash {
            let meaning = meaning(Array(scalars.dropLast()))
            return if case .number = meaning { .doubtful } else { meaning }
        }
        guard let first = scalars.first else { return .empty }
        if isBlankMark(scalars) { return .blankMark }
        if saysThatItIsNotTold(scalars) || isNumberInWords(scalars) { return .doubtful }
        if first > 0x7F && !isLookalike(first) { return isRaisedNumber(scalars) ? .doubtful : .text }
        if isMarkedNumber(scalars) || isStruckNumber(scalars) || isSpreadsheetMark(scalars) || isRoughNumber(scalars) {
            return .doubtful
        }
        var rest = scalars
        var isNegative = false
        if first == minus || first == plus {
            isNegative = first == minus
            rest.removeFirst()
            while rest.first == space { rest.removeFirst() }
        }
        if rest.allSatisfy({ isDigit($0) || isLookalike($0) || $0 == space || $0 == point || $0 == comma }),
            rest.contains(where: isLookalike)
        {
            return .doubtful
        }
        guard let digit = rest.first, isDigit(digit) else { return .text }
        return number(rest, isNegative: isNegative)
    }

    /// The meaning of text that begins with a digit.
    private static func number(_ text: ArraySlice<UInt16>, isNegative: Bool) -> FieldMeaning {
        // An apostrophe parts thousands as a comma does: `4'388`.
        let scalars = text.contains(where: isApostrophe) ? text.map { isApostrophe($0) ? comma : $0 }[...] : text
        var end = scalars.startIndex
        while end < scalars.endIndex, isDigit(scalars[end]) || [space, comma, point].contains(scalars[end]) { end += 1 }
        while end > scalars.startIndex, scalars[end - 1] == space { end -= 1 }
        let unit = scalars[end...].filter { $0 != space }
        // Two numbers, of which the second may be negative, stand in one cell, or a sign of somebody's own parts thousands: `1٬131`, `8/12`. So
        // do several with a sign each, `+37+2`, where hyphens and slashes make a date.
        if unit.count > 1, let sign = unit.first, sign < 0x2E80,
            unit.dropFirst().allSatisfy({ isDigit($0) || $0 == plus && sign == plus })
        {
            return .doubtful
        }
        guard unit.isEmpty || units[unit] != nil else { return .text }
        let printed = scalars[..<end]
        if printed.contains(space) {
            guard unit.isEmpty, !isNegative, !printed.contains(point), !printed.contains(comma) else { return .doubtful }
            let groups = printed.split(separator: space).map(Array.init)
            let numbers = groups.compactMap { plain($0[...], isNegative: false) }
            return numbers.count == groups.count ? .parts(numbers) : .doubtful
        }
        if printed.contains(comma) {
            let groups = printed.split(separator: comma, omittingEmptySubsequences: false)
            let hasPoint = groups.dropLast().contains { $0.contains(point) }
            let lengths = groups.map { $0.prefix { $0 != point }.count }
            guard let first = lengths.first, (1...3).contains(first), lengths.dropFirst().allSatisfy({ $0 == 3 }), !hasPoint
            else {
                return .doubtful
            }
        }
        let digits = printed.filter { $0 != comma }
        if digits.count > 1, digits[0] == 0x30, digits[1] != point, unit.isEmpty, !isNegative, digits.allSatisfy(isDigit) {
            return .digits(digits.map { UInt8(truncatingIfNeeded: $0) })
        }
        guard let number = plain(digits[...], isNegative: isNegative) else { return digits.last == point ? .text : .doubtful }
        // Nobody prints -0: a sign or a digit is wrong.
        if isNegative, number.mantissa == 0 { return .doubtful }
        return .number(number, unit: unit.isEmpty ? nil : String(decoding: unit, as: UTF16.self))
    }

    /// Digits with at most one point between them, without zeros in front.
    private static func plain(_ digits: ArraySlice<UInt16>, isNegative: Bool) -> Number? {
        var mantissa: Int64 = 0
        var decimals: Int?
        for scalar in digits {
            if scalar == point {
                guard decimals == nil else { return nil }
                decimals = 0
            } else {
                mantissa = mantissa * 10 + Int64(scalar - 0x30)
                decimals = decimals.map { $0 + 1 }
            }
            guard digits.count <= Number.maximumDigits + 1 else { return nil }
        }
        guard decimals != 0, let first = digits.first, isDigit(first) else { return nil }
        if first == 0x30, digits.count > 1, digits[digits.startIndex + 1] != point { return nil }
        return Number(mantissa: isNegative ? -mantissa : mantissa, decimals: decimals ?? 0)
    }

    /// Markdown's signs for bold and slanted text around a whole cell say nothing about what stands in it.
    private static func withoutEmphasis(_ scalars: [UInt16]) -> [UInt16] {
        guard scalars.first == asterisk, scalars.last == asterisk else { return scalars }
        var inner = scalars[...]
        while inner.count > 1, inner.first == asterisk, inner.last == asterisk { inner = inner.dropFirst().dropLast() }
        return Array(inner)
    }

    /// Whether a text is a mark for nothing.
    static func isBlankMark(_ scalars: ArraySlice<UInt16>) -> Bool {
        switch scalars.count {
        case 1: scalars.first == minus || scalars.first == 0x2F || scalars.first == 0x5C || scalars.first == 0x65E0
        case 2: scalars.allSatisfy { $0 == minus } || scalars.allSatisfy { $0 == 0x2F }
        case 3: Array(scalars) == Array("不适用".utf16)
        default: false
        }
    }

    static let space: UInt16 = 0x20
    static let minus: UInt16 = 0x2D
    static let plus: UInt16 = 0x2B
    static let point: UInt16 = 0x2E
    static let comma: UInt16 = 0x2C
    private static let backslash: UInt16 = 0x5C
    private static let asterisk: UInt16 = 0x2A
    private static func isApostrophe(_ scalar: UInt16) -> Bool { scalar == 0x27 || scalar == 0x2019 }

    static func isDigit(_ scalar: UInt16) -> Bool { scalar >= 0x30 && scalar <= 0x39 }

    /// O, o, I, l, Q and the ideographic zeros, which text recognition puts for digits.
    private static func isLookalike(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x4F, 0x6F, 0x49, 0x6C, 0x51, 0x3007, 0x25CB, 0x7C: true
        default: false
        }
    }

    /// The units that a cell may name itself, and for amounts of money the power of ten of 元.
    static let units: [[UInt16]: Int?] = {
        var units: [[UInt16]: Int?] = [:]
        for (name, power) in [("元", 0), ("千元", 3), ("万元", 4), ("百万元", 6), ("亿元", 8)] { units[Array(name.utf16)] = .some(power) }
        for name in ["件", "个", "项", "条", "次", "人", "份", "宗", "起", "例", "件次"] { units[Array(name.utf16)] = .some(nil) }
        return units
    }()

    /// The names of the ``units``.
    static let unitNames = units.keys.map { String(decoding: $0, as: UTF16.self) }

    /// The power of ten of 元 that a unit of money stands for; `nil` for other units.
    static func powerOfYuan(_ unit: String) -> Int? { units[Array(unit.utf16)] ?? nil }
}
