extension Span<UInt8> {
    /// Appends the same text in UTF-8 without control characters (Unicode's category Cc), which a terminal would obey and nobody sees;
    /// LF and TAB stay.
    func appendWithoutControls(to output: inout OutputSpan<UInt8>) {
        var index = 0
        while index < count {
            let byte = self[index]
            // C1 is U+0080 to U+009F: two bytes.
            let isC1 = byte == 0xC2 && index + 1 < count && self[index + 1] < 0xA0
            let isC0 = byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0x7F
            if !isC0, !isC1 { output.append(byte) }
            index += isC1 ? 2 : 1
        }
    }
}

extension ArraySlice<UInt8> {
    /// The same text without control characters.
    var withoutControls: ArraySlice<UInt8> {
        guard contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) else { return self }
        return [UInt8](capacity: count) { span.appendWithoutControls(to: &$0) }[...]
    }
}

extension String {
    /// The same text on one line and without control characters.
    var onOneLine: String {
        String(decoding: Array(utf8)[...].withoutControls.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    }
}
