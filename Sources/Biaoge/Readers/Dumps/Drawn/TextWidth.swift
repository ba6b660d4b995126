/// How many columns of a terminal a character takes, as the programs that draw tables with characters count it.
///
/// Most count an ideograph as two columns (pandoc, docutils), some as one (Python's own formatting, `pdftotext`); quotation marks and the
/// like, which are as wide as an ideograph in Chinese fonts, count as one or two. A table shows by its borders which of them drew it.
enum TextWidth: CaseIterable, Sendable {
    case wideIdeographs
    case wideIdeographsAndQuotes
    case allAlike

    /// The columns that the character takes that begins with `first`, the second and third byte of which are `second` and `third`.
    func columns(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
        guard first >= 0xE1, self != .allAlike else { return 1 }
        switch first {
        case 0xE2:
            if second >= 0xBA { return 2 }  // radicals, from U+2E80 on
            guard self == .wideIdeographsAndQuotes else { return 1 }
            // U+2010–U+203F and U+2460–U+24FF: dashes, quotation marks, circled numbers.
            return second == 0x80 && third >= 0x90 || second >= 0x91 && second <= 0x93 ? 2 : 1
        case 0xE3: return second == 0x80 && third == 0xBF ? 1 : 2
        case 0xE4...0xED: return 2
        case 0xEF:
            if second >= 0xA4 && second <= 0xAB { return 2 }  // compatibility ideographs
            if second == 0xB8, third >= 0xB0 { return 2 }
            if second == 0xB9 { return 2 }
            // Full-width forms, U+FF01–U+FF60 and U+FFE0–U+FFE6.
            return second == 0xBC || (second == 0xBD && third <= 0xA0) || (second == 0xBF && third >= 0xA0 && third <= 0xA6)
                ? 2 : 1
        case 0xF0...: return 2
        default: return 1
        }
    }
}

extension Span<UInt8> {
    /// The length of the character that begins at an offset, in bytes.
    func characterLength(at offset: Int, before end: Int) -> Int {
        let byte = self[offset]
        let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        return Swift.min(length, end - offset)
    }

    /// Calls `body` with the offset and the column of each character of a range, from the first column (0) on; answers the width of all.
    @discardableResult
    func forEachCharacter(of range: Range<Int>, width: TextWidth, _ body: (_ offset: Int, _ column: Int) -> Void) -> Int {
        var offset = range.lowerBound
        var column = 0
        while offset < range.upperBound {
            body(offset, column)
            let length = characterLength(at: offset, before: range.upperBound)
            column += length < 3 ? 1 : width.columns(self[offset], self[offset + 1], self[offset + 2])
            offset += length
        }
        return column
    }
}
