/// Writes JSON (RFC 8259) piece by piece; the only place that escapes what others read. (The ledger's rows, which only the archive itself
/// takes apart, have a faster way of their own: `JSONRows`.)
///
/// Besides what JSON asks for, DEL and the C1 controls are escaped, which a terminal would obey, and U+2028 and U+2029,
/// which end a line in JavaScript and for many readers of JSON lines.
package struct JSONText {
    /// What was written so far.
    package internal(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init() {}

    /// Writes an object with the members that `body` writes.
    mutating func object(_ body: (inout JSONText) throws -> Void) rethrows {
        try enclosed("{", "}", body)
    }

    /// Writes an array with the elements that `body` writes.
    mutating func array(_ body: (inout JSONText) throws -> Void) rethrows {
        try enclosed("[", "]", body)
    }

    /// Writes the name of a member; its value comes next.
    mutating func name(_ name: String) {
        separate()
        bytes.append(0x22)
        bytes.append(contentsOf: name.utf8)
        bytes += [0x22, 0x3A]
        needsComma = false
    }

    /// Writes a member that is a text, or null.
    mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        if let text { string(text) } else { null() }
    }

    /// Writes a member that is a whole number, or null.
    mutating func member(_ name: String, _ number: Int?) {
        self.name(name)
        if let number { self.number(number) } else { null() }
    }

    /// Writes a whole number.
    mutating func number(_ number: Int) {
        separate()
        bytes.appendDecimal(number)
        needsComma = true
    }

    /// Writes a number that is already in JSON's form, or a literal.
    mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    /// Writes null.
    mutating func null() { literal("null") }

    /// Writes a text.
    package mutating func string(_ text: String) {
        let utf8 = Array(text.utf8)
        string(utf8, 0..<utf8.count)
    }

    /// Writes the text that stands in a range of `utf8`.
    mutating func string(_ utf8: [UInt8], _ range: Range<Int>) {
        separate()
        bytes.append(0x22)
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = utf8[index]
            guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xE2 else {
                index += 1
                continue
            }
            let (unit, length) = Self.escaped(utf8, at: index, before: range.upperBound)
            if length > 0 {
                bytes.append(contentsOf: utf8[start..<index])
                escape(unit)
                start = index + length
            }
            index += max(1, length)
        }
        bytes.append(contentsOf: utf8[start..<range.upperBound])
        bytes.append(0x22)
        needsComma = true
    }

    /// The UTF-16 unit to escape at an index and how many bytes it takes; 0 bytes when it may stand as it is.
    private static func escaped(_ utf8: [UInt8], at index: Int, before end: Int) -> (unit: UInt16, length: Int) {
        switch utf8[index] {
        case 0xC2:
            guard index + 1 < end, utf8[index + 1] < 0xA0 else { return (0, 0) }
            return (UInt16(utf8[index + 1]), 2)
        case 0xE2:
            guard index + 2 < end, utf8[index + 1] == 0x80, utf8[index + 2] & 0xFE == 0xA8 else { return (0, 0) }
            return (0x2028 + UInt16(utf8[index + 2] & 1), 3)
        default: return (UInt16(utf8[index]), 1)
        }
    }

    private mutating func escape(_ unit: UInt16) {
        bytes.append(0x5C)
        switch unit {
        case 0x22, 0x5C: bytes.append(UInt8(unit))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(unit >> UInt16(shift) & 0xF)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }

    private mutating func enclosed(
        _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONText) throws -> Void
    ) rethrows {
        separate()
        bytes.append(UInt8(ascii: open))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: close))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = false
    }
}
