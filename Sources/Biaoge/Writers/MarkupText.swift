/// Writes XML and HTML piece by piece; the only place that escapes what comes from a document. (A form file escapes its labels itself, in
/// `FormFileText`: forms are below the writers.)
package struct MarkupText {
    /// What becomes of characters that XML 1.0 does not have (2.2, Char) and of carriage returns, which it changes.
    package enum Controls {
        /// `_xHHHH_`, as SpreadsheetML keeps them (ECMA-376 part 1, 22.9.2.19 ST_Xstring).
        case spreadsheet
        /// U+FFFD, as a browser shows them.
        case replaced
    }

    /// What was written so far.
    package internal(set) var bytes: [UInt8] = []
    private let controls: Controls

    package init(_ controls: Controls) {
        self.controls = controls
    }

    /// Writes markup as it is.
    mutating func markup(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Writes a text so that it is read as that text, between tags or between double quotes.
    package mutating func text(_ text: String) {
        let utf8 = Array(text.utf8)
        self.text(utf8, 0..<utf8.count)
    }

    /// Writes the text that stands in a range of `utf8`.
    mutating func text(_ utf8: [UInt8], _ range: Range<Int>) {
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = utf8[index]
            guard Self.isSpecial[Int(byte)] else {
                index += 1
                continue
            }
            var length = 1
            var replacement: [UInt8] = []
            switch byte {
            case UInt8(ascii: "&"): replacement = Array("&amp;".utf8)
            case UInt8(ascii: "<"): replacement = Array("&lt;".utf8)
            case UInt8(ascii: ">"): replacement = Array("&gt;".utf8)
            case UInt8(ascii: "\""): replacement = Array("&quot;".utf8)
            case UInt8(ascii: "_"): if isEscape(utf8, at: index, before: range.upperBound) { replacement = Array("_x005F_".utf8) }
            case 0xEF:
                // U+FFFE and U+FFFF are no characters.
                if index + 2 < range.upperBound, utf8[index + 1] == 0xBF, utf8[index + 2] >= 0xBE {
                    length = 3
                    replacement = escape(0xFFC0 | UInt16(utf8[index + 2] & 0x3F))
                }
            default: replacement = escape(UInt16(byte))
            }
            if !replacement.isEmpty {
                bytes.append(contentsOf: utf8[start..<index])
                bytes += replacement
                start = index + length
            }
            index += length
        }
        bytes.append(contentsOf: utf8[start..<range.upperBound])
    }

    private func escape(_ unit: UInt16) -> [UInt8] {
        guard controls == .spreadsheet else { return unit == 0x0D ? [] : [0xEF, 0xBF, 0xBD] }
        let digits = [12, 8, 4, 0].map { shift in
            let digit = UInt8(unit >> UInt16(shift) & 0xF)
            return digit < 10 ? 0x30 + digit : 0x37 + digit
        }
        return [0x5F, 0x78] + digits + [0x5F]
    }

    /// Whether the text has at this index what a reader of SpreadsheetML would take for an escaped character.
    private func isEscape(_ utf8: [UInt8], at index: Int, before end: Int) -> Bool {
        guard controls == .spreadsheet, index + 6 < end, utf8[index + 1] == 0x78, utf8[index + 6] == 0x5F else { return false }
        return utf8[index + 2...index + 5].allSatisfy { byte in
            byte >= 0x30 && byte <= 0x39 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66
        }
    }

    /// For each byte, whether something may have to be done about it.
    private static let isSpecial: [Bool] = (0..<256).map { byte in
        byte < 0x20 && byte != 0x09 && byte != 0x0A || [0x26, 0x3C, 0x3E, 0x22, 0x5F, 0xEF].contains(byte)
    }
}
