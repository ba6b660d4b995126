/// Tells which texts may become numbers in a worksheet.
///
/// A text becomes a number only when the General format shows exactly the same characters again: no leading zeros, no
/// `+`, no exponent, no zeros at the end of decimals, no `-0`, and not more than 11 characters, beyond which General rounds
/// or turns to exponents (as it does below 0.0001).
enum GeneralNumber {
    /// The most characters that General shows of a number, its point and its sign among them.
    static let maximumLength = 11

    /// Whether General shows the number that this text is with the same characters.
    static func shows(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= maximumLength, let last = text.last, isDigit(last) else { return false }
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = isNegative ? text.dropFirst() : text
        guard let first = digits.first, isDigit(first) else { return false }
        guard let point = digits.firstIndex(of: UInt8(ascii: ".")) else {
            return digits.allSatisfy(isDigit) && (first != 0x30 || digits.count == 1 && !isNegative)
        }
        let whole = digits[..<point]
        let decimals = digits[(point + 1)...]
        guard whole.allSatisfy(isDigit), decimals.allSatisfy(isDigit), last != 0x30 else { return false }
        guard first == 0x30 else { return true }
        return whole.count == 1 && !decimals.prefix(4).allSatisfy { $0 == 0x30 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
