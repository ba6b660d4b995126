internal import Biaoge

/// Text for a page of HTML.
enum HTMLText {
    /// The text with everything escaped that means something in HTML, in elements and in attributes with double quotes.
    static func escaped(_ text: String) -> String {
        if isPlain(text.utf8.span) { return text }
        var markup = MarkupText(.replaced)
        markup.text(text)
        return String(decoding: markup.bytes, as: UTF8.self)
    }

    /// Whether a text stands in a page as it is, as most do.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            if byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
                || byte == UInt8(ascii: "\"")
            {
                return false
            }
        }
        return true
    }

    /// A path as an address within the dataset: every byte that is not plain is percent-written.
    static func address(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var address: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
                address.append(byte)
            default: address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: address, as: UTF8.self)
    }
}
