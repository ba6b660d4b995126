/// A sum of decimal numbers, exact to the last digit, with the decimals that its numbers print.
///
/// The checks' sum of this name keeps no such decimals, so that equal amounts are equal; this one is of millions of numbers, each added as
/// the bytes that stand in the ledger.
struct ExactSum {
    private var mantissa: Int128 = 0
    private var decimals = 0
    /// How many numbers were added.
    private(set) var count = 0

    /// Adds a number as the contract writes it: ASCII digits, `.`, `-`.
    ///
    /// - Returns: false when it is no number, or one that would not fit; then nothing is added.
    mutating func add(_ text: some Collection<UInt8>) -> Bool {
        if decimals == 0, let number = Self.smallNumber(text) { return add(number, decimals: 0, count: 1) }
        var number: Int128 = 0
        var places: Int?
        var isNegative = false
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: ".") where places == nil: places = 0
            case 0x30...0x39:
                guard number < Int128(10_000_000_000_000_000_000) else { return false }
                number = number * 10 + Int128(byte - 0x30)
                if let known = places { places = known + 1 }
            default: return false
            }
        }
        guard !text.isEmpty else { return false }
        return add(isNegative ? -number : number, decimals: places ?? 0, count: 1)
    }

    /// A whole number of a few digits, as nearly all are.
    private static func smallNumber(_ text: some Collection<UInt8>) -> Int128? {
        guard !text.isEmpty, text.count <= 18 else { return nil }
        var number = 0
        for byte in text {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        return Int128(number)
    }

    /// Adds another sum; false when it would not fit.
    mutating func add(_ other: ExactSum) -> Bool {
        add(other.mantissa, decimals: other.decimals, count: other.count)
    }

    /// Subtracts another sum; false when it would not fit.
    mutating func subtract(_ other: ExactSum) -> Bool {
        add(-other.mantissa, decimals: other.decimals, count: 0)
    }

    private mutating func add(_ other: Int128, decimals otherDecimals: Int, count otherCount: Int) -> Bool {
        guard let left = Self.scaled(mantissa, by: otherDecimals - decimals),
            let right = Self.scaled(other, by: decimals - otherDecimals)
        else { return false }
        let (sum, overflow) = left.addingReportingOverflow(right)
        guard !overflow else { return false }
        mantissa = sum
        decimals = max(decimals, otherDecimals)
        count += otherCount
        return true
    }

    private static func scaled(_ number: Int128, by power: Int) -> Int128? {
        var number = number
        for _ in 0..<max(0, power) {
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            number = product
        }
        return number
    }

    /// Whether the sum is 0.
    var isZero: Bool { mantissa == 0 }

    /// The sum as the contract writes numbers, with as many decimals as the number that had most.
    var text: String {
        var digits = String(mantissa.magnitude)
        guard decimals > 0 else { return (mantissa < 0 ? "-" : "") + digits }
        while digits.utf8.count <= decimals { digits = "0" + digits }
        let point = digits.utf8.index(digits.utf8.endIndex, offsetBy: -decimals)
        return (mantissa < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
    }
}
