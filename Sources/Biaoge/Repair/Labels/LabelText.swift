/// A label as it is compared: without width, white space, punctuation and numbering style.
struct LabelText: Sendable, Hashable {
    /// The characters that count, without the number in front.
    var key: [UInt16] = []
    /// ``key`` without a note in brackets at its end, and without what stands behind such a note.
    var short: [UInt16] = []
    /// The number in front; `nil` when there is none.
    var ordinal: Ordinal?

    /// The number in front of a label. It is read more liberally than that of a section (``SectionNumber``): it may have lost its mark.
    struct Ordinal: Sendable, Hashable {
        /// How it is written.
        enum Style: Sendable {
            /// `一、`
            case chinese
            /// `（一）`
            case brackets
            /// `1.`, `①`
            case digits
        }

        var style: Style
        var value: Int
    }

    /// The text of a label or a field.
    init(_ utf8: ArraySlice<UInt8>) {
        var scalars = PlainScalars.of(utf8, limit: 400)
        scalars.removeAll { $0 == 0x20 }
        let simplifiedOf = Self.simplifiedOf
        for index in scalars.indices where (Self.firstIdeograph...Self.lastIdeograph).contains(scalars[index]) {
            scalars[index] = simplifiedOf[Int(scalars[index] - Self.firstIdeograph)]
        }
        scalars = Self.withoutReadings(scalars)
        var rest = scalars[...]
        ordinal = Self.takeOrdinal(&rest)
        key = rest.filter(Self.counts)
        short = key
        if let note = Self.note(in: rest) {
            let before = rest[..<note].filter(Self.counts)
            if !before.isEmpty { short = before }
        }
    }

    init(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    /// Whether there is anything to compare.
    var isEmpty: Bool { key.isEmpty }

    /// Whether the number in front is all that is left of a label: `3.`
    var isNumber: Bool { !key.isEmpty && key.count <= 2 && key.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }

    /// Whether the text ends with 小计 or 合计: what stands there sums up others, in no place of a form.
    var isSubtotal: Bool { key.count >= 2 && Self.subtotals.contains(Array(key.suffix(2))) }
    private static let subtotals: Set<[UInt16]> = Set(["小计", "合计"].map { Array($0.utf16) })

    /// Whether the number in front of some label is all that is left of it: `三、`
    func isNumber(of label: LabelText) -> Bool {
        guard let number = label.ordinal, number.style != .digits, number.value <= Self.chineseDigits.count else { return false }
        return key == [Self.chineseDigits[number.value - 1]]
    }

    /// Whether some characters stand in the text side by side.
    func hasPiece(_ piece: [UInt16]) -> Bool { key.indices.contains { key[$0...].starts(with: piece) } }

    /// Where a note in brackets begins.
    private static func note(in scalars: ArraySlice<UInt16>) -> Int? {
        guard let open = scalars.firstIndex(where: isOpen), scalars[open...].contains(where: isClose) || scalars.count > 12 else {
            return nil
        }
        return open > scalars.startIndex ? open : nil
    }

    /// Takes the number off the front.
    private static func takeOrdinal(_ scalars: inout ArraySlice<UInt16>) -> Ordinal? {
        var rest = scalars
        guard let first = rest.first else { return nil }
        if first >= 0x2460, first <= 0x2473 {
            scalars.removeFirst()
            return Ordinal(style: .digits, value: Int(first) - 0x245F)
        }
        if first >= 0x3220, first <= 0x3229 {
            scalars.removeFirst()
            return Ordinal(style: .brackets, value: Int(first) - 0x321F)
        }
        let isBracketed = isOpen(first)
        if isBracketed { rest.removeFirst() }
        var value = 0
        var isChinese = false
        var count = 0
        while let scalar = rest.first, count < 3 {
            if scalar >= 0x30, scalar <= 0x39, !isChinese {
                value = value * 10 + Int(scalar - 0x30)
            } else if let digit = chineseDigits.firstIndex(of: scalar), count == 0 || isChinese {
                isChinese = true
                value = digit == 9 ? (value == 0 ? 10 : value * 10) : (value >= 10 ? value + digit + 1 : digit + 1)
            } else {
                break
            }
            count += 1
            rest.removeFirst()
        }
        guard count > 0, let mark = rest.first else { return nil }
        if isBracketed {
            guard isClose(mark) else { return nil }
            rest.removeFirst()
            if let next = rest.first, isMark(next) { rest.removeFirst() }
        } else {
            // A number may have lost its mark: `6 属于四类过程性信息`.
            let isBare = !isChinese && count < 3 && (firstIdeograph...lastIdeograph).contains(mark)
            guard isMark(mark) || isBare || !isChinese && isClose(mark) else { return nil }
            while let next = rest.first, isMark(next) || isClose(next) { rest.removeFirst() }
        }
        guard !rest.isEmpty, value > 0 else { return nil }
        scalars = rest
        return Ordinal(style: isBracketed ? .brackets : isChinese ? .chinese : .digits, value: value)
    }

    /// Some fonts' texts carry the reading of a character behind it, `發(fā)`; it is no part of the label.
    private static func withoutReadings(_ scalars: [UInt16]) -> [UInt16] {
        guard scalars.contains(where: { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0xC0 && $0 <= 0x24F) }) else { return scalars }
        var result: [UInt16] = []
        var index = 0
        while index < scalars.count {
            if isOpen(scalars[index]), let close = scalars[index...].firstIndex(where: isClose), close > index + 1,
                scalars[(index + 1)..<close].allSatisfy({
                    $0 < 0x250 && ($0 >= 0xC0 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A)
                })
            {
                index = close + 1
            } else if let end = reading(at: index, in: scalars) {
                index = end
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return result
    }

    /// Where a reading ends that stands behind a character without brackets, as of a page with rubies: `自zì然人`; one has the mark of a tone.
    private static func reading(at start: Int, in scalars: [UInt16]) -> Int? {
        let letters = scalars[start...].prefix { $0 < 0x250 && ($0 >= 0xC0 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) }
        guard start > 0, scalars[start - 1] >= firstIdeograph, letters.count <= 6, letters.contains(where: { $0 >= 0xC0 }) else {
            return nil
        }
        return letters.endIndex
    }

    private static func isOpen(_ scalar: UInt16) -> Bool {
        scalar == 0x28 || scalar == 0x3014 || scalar == 0x3010 || scalar == 0x5B
    }
    private static func isClose(_ scalar: UInt16) -> Bool {
        scalar == 0x29 || scalar == 0x3015 || scalar == 0x3011 || scalar == 0x5D
    }

    /// What stands behind the number of a label: 、 . , : ．
    private static func isMark(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x3001, 0x2E, 0x2C, 0x3A, 0xFF0E, 0x3002, 0xFF61: true
        default: false
        }
    }
    private static let chineseDigits = Array("一二三四五六七八九十".utf16)

    /// Letters, digits and characters count; punctuation and brackets do not.
    private static func counts(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x1FFF, 0x2E80...0x2FDF, 0x3005...0x3007, 0x3040...0xFEFF, 0x2F: true
        default: false
        }
    }

    private static let firstIdeograph: UInt16 = 0x4E00
    private static let lastIdeograph: UInt16 = 0x9FFF

    /// For each ideograph its simplified form, as far as the statutory forms have it.
    private static let simplifiedOf: [UInt16] = {
        let traditional =
            "製發數廢現許處罰強費總計結轉應開請與組織業機構會團體屬國祕術護權類務過執檔詢項補後內確認無當複訴訟維糾審經條規"
            + "單萬額購採對關為於區決報據獲續辦繼給詢問繳納資訊貨員備終間違規關聯係號戶農鄉鎮縣條範徵從來優職責監稱滿勞動環節"
        let simple =
            "制发数废现许处罚强费总计结转应开请与组织业机构会团体属国秘术护权类务过执档询项补后内确认无当复诉讼维纠审经条规"
            + "单万额购采对关为于区决报据获续办继给询问缴纳资讯货员备终间违规关联系号户农乡镇县条范征从来优职责监称满劳动环节"
        var table = Array(firstIdeograph...lastIdeograph)
        for (old, new) in zip(traditional.utf16, simple.utf16) { table[Int(old - firstIdeograph)] = new }
        return table
    }()
}
