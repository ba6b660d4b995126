/// A decimal number exactly as a cell prints it.
///
/// The decimals stay as printed: `10.50` is 1050 with two decimals. At most ``maximumDigits`` digits, so that sums of thousands of
/// numbers still fit; what is longer is no number of a report.
struct Number: Sendable, Hashable {
    /// The digits without the point, with the sign.
    var mantissa: Int64
    /// How many of the digits stand behind the point.
    var decimals: Int

    /// More digits than any amount in 元 needs.
    static let maximumDigits = 15
    /// More than any number of ``maximumDigits`` digits: sums of some thousand numbers below this, and of such sums, fit in 64 bits.
    static let magnitudeLimit: UInt64 = 1_000_000_000_000_000

    /// As the contract writes numbers: ASCII digits, `.`, `-`; no separators, no leading zeros or `+`; the decimals as printed.
    var text: String {
        guard decimals > 0 else { return String(mantissa) }
        var digits = String(mantissa.magnitude)
        while digits.utf8.count <= decimals { digits = "0" + digits }
        digits.insert(".", at: digits.utf8.index(digits.utf8.endIndex, offsetBy: -decimals))
        return mantissa < 0 ? "-" + digits : digits
    }

    /// The number with so many decimals, for sums; `nil` when it has more than ``maximumDigits`` digits then.
    func scaled(to decimals: Int) -> Int64? {
        guard decimals >= self.decimals, decimals - self.decimals < 18 else { return nil }
        var value = mantissa
        for _ in self.decimals..<decimals {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            value = product
        }
        return value.magnitude < Self.magnitudeLimit ? value : nil
    }

    /// The same number without zeros at the end of its decimals: 10.5 for `10.50`.
    var withoutTrailingZeros: Number {
        var result = self
        while result.decimals > 0, result.mantissa % 10 == 0 {
            result.mantissa /= 10
            result.decimals -= 1
        }
        return result
    }

    /// The number times a power of ten, exactly, without zeros at the end of the decimals that the shift makes.
    func shifted(by power: Int) -> Number? {
        var result = self
        result.decimals -= power
        while result.decimals < 0 {
            let (product, overflow) = result.mantissa.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            result.mantissa = product
            result.decimals += 1
        }
        if power < 0 { result = result.withoutTrailingZeros }
        return result.decimals < Self.maximumDigits ? result : nil
    }

    /// The number that a number and the digits of the next one make when they are written without a gap, as when a line break or a
    /// cell border cut it; `nil` when nobody would print that.
    func joined(with next: Number) -> Number? {
        guard decimals == 0, mantissa != 0, next.mantissa >= 0, next.decimals == 0 else { return nil }
        let digits = String(mantissa) + String(next.mantissa)
        guard digits.utf8.count <= Self.maximumDigits, let joined = Int64(digits) else { return nil }
        return Number(mantissa: joined, decimals: 0)
    }
}
