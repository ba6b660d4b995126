/// What a sequence of bytes is told to be, and why. Nothing is parsed for it.
public struct Detection: Sendable, Hashable {
    /// The format.
    public var format: Format
    /// For text, the encoding by its IANA name.
    public var encoding: String?
    /// Why; the format first, then the encoding.
    public var evidence: [Evidence] = []

    /// Something in the bytes that tells the format or the encoding.
    public enum Evidence: Sendable, Hashable {
        // The format
        /// The bytes begin with this.
        case signature(String)
        /// A container has an entry of this name.
        case entry(String)
        /// A tag that pages and packages begin with.
        case markup(String)
        /// How many lines, of all that are not empty, have the shape of a layout.
        case lineShapes(Format, Int, of: Int)
        /// No line looks like part of a table.
        case noTableLines
        /// There is nothing but white space.
        case nothing
        /// Too many control characters for a text.
        case controlCharacters(Int)

        // The encoding
        /// There is a byte order mark.
        case byteOrderMark
        /// Every second byte of spaces, digits and line ends is zero.
        case zeroBytes
        /// All bytes are well-formed UTF-8.
        case wellFormedUTF8
        /// Nearly all bytes are well-formed UTF-8.
        case mostlyUTF8
        /// The byte at this offset is no UTF-8.
        case notUTF8(Int)
        /// The text's own label.
        case label(String)
        /// So many of 100 characters are common ones when read in this encoding.
        case commonCharacters(String, Int)
        /// The caller named the encoding.
        case named(String)
    }

    /// Tells the format from the bytes, never from a name.
    public static func of(_ bytes: [UInt8]) -> Detection {
        // Without a named encoding there is nothing that could fail.
        (try? Source(telling: bytes, encoding: nil))?.detection ?? Detection(format: .unknown)
    }
}

extension Source {
    /// The first two steps of reading: tells the format, and decodes what is text.
    ///
    /// - Parameter encoding: the encoding that the caller names; told from the bytes without.
    init(telling bytes: [UInt8], encoding: String?) throws(ReadError) {
        if let (format, evidence) = Signature.format(of: bytes) {
            self.init(bytes: bytes, detection: Detection(format: format, evidence: [evidence]))
            return
        }
        let markup = Markup(bytes)
        if let markup, markup.format != .html {
            // An XML parser finds out the encoding by itself (XML 1.0, appendix F).
            self.init(bytes: bytes, detection: Detection(format: markup.format, evidence: [markup.evidence]))
            return
        }
        let decoding = try Decoding(bytes, named: encoding, label: markup?.label)
        let (format, evidence) = Self.textFormat(decoding.utf8, markup: markup)
        self.init(
            bytes: decoding.utf8,
            detection: Detection(format: format, encoding: decoding.encoding.name, evidence: [evidence] + decoding.evidence),
            findings: decoding.findings)
    }

    private static func textFormat(_ utf8: [UInt8], markup: Markup?) -> (Format, Detection.Evidence) {
        // Bytes in UTF-16 show their markup only when they are decoded.
        if let markup = markup ?? Markup(utf8) { return (markup.format, markup.evidence) }
        let head = utf8.prefix(1 << 16)
        if head.allSatisfy({ $0 <= 0x20 }) && utf8.allSatisfy({ $0 <= 0x20 }) { return (.empty, .nothing) }
        // TAB, LF, FF (a page end) and VT (a line end in Word) are at home in texts.
        let controls = head.reduce(0) { $1 < 0x20 && !(0x09...0x0C).contains($1) || $1 == 0x7F ? $0 + 1 : $0 }
        if controls * 50 > head.count { return (.unknown, .controlCharacters(controls)) }
        return DumpDetection(utf8).answer
    }
}
