/// Tells UTF-16 without a byte order mark.
enum UTF16Detection {
    /// UTF-16 in one of its byte orders, or `nil`.
    ///
    /// Looked at are the first 8 KiB. Text in UTF-16 has spaces, digits or line ends, whose high byte is zero: zero
    /// bytes stand at all even offsets or at all odd ones. Without them it is not UTF-16, whatever else the units
    /// could mean; and 95 of 100 units must be what texts are made of (ASCII, CJK, their punctuation and full-width forms).
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        let end = min(bytes.count, 8_192) & ~1
        guard end >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for index in stride(from: 0, to: end, by: 2) {
            if bytes[index] == 0 { zeros.even += 1 }
            if bytes[index + 1] == 0 { zeros.odd += 1 }
        }
        // A few stray zero bytes in text of single bytes fall on both sides, or are far too few.
        let total = zeros.even + zeros.odd
        guard total > 0, min(zeros.even, zeros.odd) * 20 <= total else { return nil }
        let isLittle = zeros.odd > zeros.even
        var plausible = 0
        var singleBytes = 0
        for index in stride(from: 0, to: end, by: 2) {
            let (high, low) = isLittle ? (bytes[index + 1], bytes[index]) : (bytes[index], bytes[index + 1])
            switch high {
            case 0x00: if low >= 0x20 || low == 0x09 || low == 0x0A || low == 0x0D { plausible += 1 }
            case 0x4E...0x9F:
                plausible += 1
                // Two ASCII letters make a unit of this range as well.
                if high < 0x7F, low >= 0x20, low < 0x7F { singleBytes += 1 }
            case 0x20...0x30, 0x34...0x4D, 0xFF: plausible += 1
            default: break
            }
        }
        let units = end / 2
        guard plausible * 20 >= units * 19, singleBytes * 2 < units, total * 100 >= units else { return nil }
        return isLittle ? .utf16LE : .utf16BE
    }
}
