/// Fields that stand for a value of which nobody can say which number it is: words, numerals, digits with marks.
extension FieldMeaning {
    /// Whether words say that there is a value, and not which: `详见附件3`.
    static func saysThatItIsNotTold(_ scalars: ArraySlice<UInt16>) -> Bool {
        guard (2...7).contains(scalars.count) else { return false }
        let end = scalars.lastIndex { !isDigit($0) }.map { $0 + 1 } ?? scalars.startIndex
        return untold.contains(Array(scalars[..<end]))
    }

    private static let untold = Set(
        ["不公开", "保密", "涉密", "见附件", "详见附件", "见附表", "详见附表", "未统计", "待统计", "同上", "N/A"].map { Array($0.utf16) })

    /// Whether words are a number with its unit or with what makes it rough: `八件`, `共3件`, `约12`, `≥5`; or a numeral that numbers no item:
    /// `叁`.
    static func isNumberInWords(_ scalars: ArraySlice<UInt16>) -> Bool {
        guard (1...8).contains(scalars.count), let first = scalars.first else { return false }
        var rest = scalars
        if makesRough(first) || first == 0x4E0D && scalars.dropFirst().first == 0x8DB3 {  // 不足
            rest.removeFirst(makesRough(first) ? 1 : 2)
            let digits = rest.prefix(while: isDigit)
            if !digits.isEmpty { return digits.count == rest.count || units[Array(rest.dropFirst(digits.count))] != nil }
        }
        let numeral = rest.prefix { numerals.contains($0) || formalNumerals.contains($0) }
        guard !numeral.isEmpty else { return false }
        if numeral.count == rest.count { return numeral.allSatisfy(formalNumerals.contains) }
        return units[Array(rest.dropFirst(numeral.count))] != nil
    }

    /// What numbers are written with in words.
    static let numerals = Set("零一二三四五六七八九十百千两".utf16)
    private static let formalNumerals = Set("零壹贰叁肆伍陆柒捌玖拾".utf16)

    /// Digits with the mark of a note, a question mark or the like: `8*`, `5①`, `3[1]`, `4?`. Which digits are the number's nobody can say.
    static func isMarkedNumber(_ scalars: ArraySlice<UInt16>) -> Bool {
        guard let first = scalars.first, isDigit(first) else { return false }
        let rest = scalars.drop { isDigit($0) || $0 == point || $0 == comma || $0 == space }
        guard let mark = rest.first else { return false }
        if mark == 0x28, scalars.last == 0x29 { return true }
        guard scalars.count <= 12 else { return false }
        // A note in brackets may say anything; a label has its words right behind its number.
        if mark == 0x28 || mark == 0x5B || mark == 0x3014 { return true }
        return rest.allSatisfy { isNoteMark($0) || (0x2460...0x24FF).contains($0) || isDigit($0) || $0 == space }
    }

    /// Whether what follows the character is a rough number or the sum of several: 共 约 近 逾 超 ≥ ≤ > <.
    private static func makesRough(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x5171, 0x7EA6, 0x8FD1, 0x903E, 0x8D85, 0x2265, 0x2264, 0x3E, 0x3C: true
        default: false
        }
    }

    /// Whether digits have words behind them that make them rough: `3余`, `3以上`.
    static func isRoughNumber(_ scalars: ArraySlice<UInt16>) -> Bool {
        guard let first = scalars.first, isDigit(first), let last = scalars.last, last > 0x7F else { return false }
        let words = scalars.drop(while: isDigit)
        return roughWords.contains(Array(words))
    }

    private static let roughWords = Set(["余", "多", "以上", "以下", "以内", "左右", "上下"].map { Array($0.utf16) })

    /// Digits behind a raised one: `¹8`.
    static func isRaisedNumber(_ scalars: ArraySlice<UInt16>) -> Bool {
        let rest = scalars.drop(while: isRaised)
        return rest.count < scalars.count && !rest.isEmpty
            && rest.allSatisfy { isDigit($0) || $0 == space || $0 == point || $0 == comma }
    }

    /// Digits of which some are struck out: `~~12~~15`. Which of them count nobody can say.
    static func isStruckNumber(_ scalars: ArraySlice<UInt16>) -> Bool {
        scalars.count <= 40 && scalars.filter { $0 == tilde }.count >= 4 && scalars.contains(where: isDigit)
            && scalars.allSatisfy {
                isDigit($0) || $0 == tilde || $0 == space || $0 == point || $0 == comma || $0 == minus || $0 == plus
            }
    }

    /// What a spreadsheet shows for a number that does not fit its cell, or that it could not work out: `####`, `#REF!`, `1.2E+03`.
    static func isSpreadsheetMark(_ scalars: ArraySlice<UInt16>) -> Bool {
        guard scalars.count > 1, scalars.count <= 10, let first = scalars.first else { return false }
        if first == hash { return scalars.allSatisfy { $0 == hash } && scalars.count > 3 || scalars.last == 0x21 }
        guard let mark = scalars.firstIndex(where: { $0 | 0x20 == 0x65 }) else { return false }
        let (mantissa, exponent) = (scalars[..<mark], scalars[(mark + 1)...])
        guard let sign = exponent.first, sign == plus || sign == minus else { return false }
        return exponent.count > 1 && exponent.dropFirst().allSatisfy(isDigit)
            && !mantissa.isEmpty && mantissa.allSatisfy { isDigit($0) || $0 == point }
    }

    private static let tilde: UInt16 = 0x7E
    private static let hash: UInt16 = 0x23
    /// * ? # [ ] ^ ※ † ‡ and the raised digits.
    private static func isNoteMark(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0x2A, 0x3F, 0x23, 0x5B, 0x5D, 0x5E, 0x203B, 0x2020, 0x2021: true
        default: isRaised(scalar)
        }
    }

    private static func isRaised(_ scalar: UInt16) -> Bool {
        switch scalar {
        case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: true
        default: false
        }
    }
}
