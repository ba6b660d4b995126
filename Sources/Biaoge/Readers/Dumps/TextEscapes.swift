internal import Memory

/// Takes out of a dump what stands for a character in markup: Markdown's backslashes (`1\\.`, `\\-`), HTML's references (`&nbsp;`, `&#65288;`)
/// and line breaks (`<br>`), which converters leave in the text.
///
/// A backslash in front of a bar or another backslash stays: it keeps the bar from ending a field. In a table that is drawn, escapes take their room, so
/// they go when its fields are known.
enum TextEscapes {
    /// Whether a text has anything that may be an escape: a backslash, an ampersand, an angle bracket.
    static func mayBe(in text: Span<UInt8>) -> Bool {
        text.firstOffset(of: 0x5C) != nil || text.firstOffset(of: 0x26) != nil || text.firstOffset(of: 0x3C) != nil
    }

    /// The text without them.
    static func removed(from text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let span = text.span
        guard mayBe(in: span) else { return text }
        var result: [UInt8] = []
        var offset = 0
        while offset < span.count {
            if let (length, replacement) = escape(at: offset, span) {
                result += replacement
                offset += length
            } else {
                result.append(span[offset])
                offset += 1
            }
        }
        return result[...]
    }

    /// The rows without the escapes in their fields.
    static func removed(from rows: FieldRows) -> FieldRows {
        rows.withFields { row, result in
            let fields = rows.row(row)
            let isStacked = fields.allSatisfy { $0.isEmpty || rows.bytes(of: $0).last == 0x5C }
            for (index, field) in zip(fields.indices, fields) {
                let text = rows.bytes(of: field)
                if mayBe(in: text.span) {
                    var plain = Array(removed(from: text))
                    // A number that goes on in the next line of its cell, which stands elsewhere, must not seem whole; where all cells go on, each
                    // line has numbers of its own, and at its end the line may be what breaks.
                    let isInside = !isStacked && index + 1 < fields.endIndex
                    if isInside, text.last == 0x5C, plain.last?.isDigit == true { plain.append(0x5C) }
                    let visible = plain.span.trimmed(0..<plain.count)
                    let start = result.utf8.count
                    result.utf8 += plain[visible]
                    result.addField(textStart: start, line: field.line)
                } else {
                    result.addField(field.textRange, line: field.line)
                }
            }
        }
    }

    /// How long the escape at an offset is, and what it stands for.
    private static func escape(at offset: Int, _ span: Span<UInt8>) -> (length: Int, text: [UInt8])? {
        switch span[offset] {
        case 0x5C: return backslash(at: offset, span)
        case 0x26: return reference(at: offset, span)
        case 0x3C: return lineBreak(at: offset, span)
        default: return nil
        }
    }

    /// A backslash in front of a mark; or at the end, where it breaks a line, if more than itself stands there.
    private static func backslash(at offset: Int, _ span: Span<UInt8>) -> (length: Int, text: [UInt8])? {
        guard offset + 1 < span.count else { return offset > 0 && span[offset - 1] != 0x5C ? (1, []) : nil }
        let next = span[offset + 1]
        let isMark = next > 0x20 && next < 0x7F && !next.isDigit && !(0x41...0x5A).contains(next) && !(0x61...0x7A).contains(next)
        return isMark && next != .bar && next != 0x5C ? (2, [next]) : nil
    }

    /// A character reference (WHATWG HTML 13.1.4), of the named ones those that stand for white space and for the signs of markup.
    private static func reference(at offset: Int, _ span: Span<UInt8>) -> (length: Int, text: [UInt8])? {
        let range = offset..<min(span.count, offset + 12)
        for (name, text) in [
            ("&nbsp;", " "), ("&emsp;", " "), ("&ensp;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
        ]
        where span.starts(range, with: name) {
            return (name.utf8.count, Array(text.utf8))
        }
        guard span.starts(range, with: "&#") else { return nil }
        var end = offset + 2
        let isHexadecimal = end < span.count && span[end] | 0x20 == 0x78
        if isHexadecimal { end += 1 }
        var value: UInt32 = 0
        let start = end
        while end < range.upperBound, let digit = digit(span[end], isHexadecimal), value < 0x11_0000 {
            value = value * (isHexadecimal ? 16 : 10) + digit
            end += 1
        }
        guard end > start, end < span.count, span[end] == 0x3B, value >= 0x20, let scalar = Unicode.Scalar(value) else {
            return nil
        }
        return (end + 1 - offset, Array(String(scalar).utf8))
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        let letter = byte | 0x20
        return isHexadecimal && letter >= 0x61 && letter <= 0x66 ? UInt32(letter - 0x61) + 10 : nil
    }

    /// `<br>`, `<br/>` and `<br />`.
    private static func lineBreak(at offset: Int, _ span: Span<UInt8>) -> (length: Int, text: [UInt8])? {
        guard offset + 3 < span.count, span[offset + 1] | 0x20 == 0x62, span[offset + 2] | 0x20 == 0x72 else { return nil }
        var end = offset + 3
        while end < span.count, span[end] == .space || span[end] == 0x2F { end += 1 }
        return end < span.count && span[end] == 0x3E ? (end + 1 - offset, [.lineFeed]) : nil
    }
}
