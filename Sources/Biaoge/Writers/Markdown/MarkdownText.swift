/// Escapes text for GitHub Flavored Markdown; the only place that does.
enum MarkdownText {
    /// Appends a text so that Markdown shows it as it is.
    ///
    /// What could be markup gets a backslash (CommonMark 2.4): some characters anywhere, others only where a line begins.
    /// White space where a line begins, which would make code of it, is left out.
    ///
    /// - Parameter lineBreak: what stands for LF.
    static func append(_ text: ArraySlice<UInt8>, lineBreak: [UInt8], to bytes: inout [UInt8]) {
        var line = Line.start
        for byte in text.withoutControls {
            switch byte {
            case 0x0A:
                bytes += lineBreak
                line = .start
                continue
            case 0x20, 0x09:
                if line == .start { continue }
            case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
                UInt8(ascii: "]"),
                UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"):
                bytes.append(0x5C)
            case UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ">"):
                if line == .start { bytes.append(0x5C) }
            case UInt8(ascii: "."), UInt8(ascii: ")"):
                if line == .digits { bytes.append(0x5C) }
            default: break
            }
            bytes.append(byte)
            let isDigit = byte >= 0x30 && byte <= 0x39
            line = isDigit && line != .inside ? .digits : .inside
        }
    }

    /// What of a line was written.
    private enum Line {
        case start
        /// Nothing but digits, which a point would make the number of a list.
        case digits
        case inside
    }
}
