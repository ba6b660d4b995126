/// A sum of numbers, exact: up to 24 digits before the point and 12 behind it.
struct ExactSum: Sendable, Hashable, Comparable {
    /// The number times 10¹².
    private var scaled: Int128

    static let zero = ExactSum(scaled: 0)
    private static let decimals = 12

    private init(scaled: Int128) {
        self.scaled = scaled
    }

    /// A number as the contract writes it: ASCII digits, `.`, `-`; `nil` for anything else and for more digits than there is room for.
    init?(_ text: String) {
        var scaled: Int128 = 0
        var isNegative = false
        var whole = 0
        var fraction: Int?
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: ".") where whole > 0 && fraction == nil: fraction = 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let digits = fraction { fraction = digits + 1 } else { whole += 1 }
                guard whole <= 24, fraction ?? 0 <= Self.decimals else { return nil }
                scaled = scaled * 10 + Int128(byte - UInt8(ascii: "0"))
            default: return nil
            }
        }
        guard whole > 0, fraction != 0 else { return nil }
        scaled *= Self.powersOfTen[Self.decimals - (fraction ?? 0)]
        self.scaled = isNegative ? -scaled : scaled
    }

    private static let powersOfTen = (0...decimals).map { (0..<$0).reduce(Int128(1)) { power, _ in power * 10 } }

    /// The number as the contract writes it, without zeros at the end of its decimals.
    var text: String {
        var digits = Array(String(scaled.magnitude).utf8)
        while digits.count <= Self.decimals { digits.insert(UInt8(ascii: "0"), at: 0) }
        digits.insert(UInt8(ascii: "."), at: digits.count - Self.decimals)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if digits.last == UInt8(ascii: ".") { digits.removeLast() }
        return (scaled < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
    }

    static func + (left: ExactSum, right: ExactSum) -> ExactSum { ExactSum(scaled: left.scaled + right.scaled) }
    static func - (left: ExactSum, right: ExactSum) -> ExactSum { ExactSum(scaled: left.scaled - right.scaled) }
    static func += (left: inout ExactSum, right: ExactSum) { left.scaled += right.scaled }
    static func < (left: ExactSum, right: ExactSum) -> Bool { left.scaled < right.scaled }
}
