extension Detection {
    /// Tells the format from the bytes, never from a name.
    public static func of(_ bytes: [UInt8]) -> Detection {
        // Without a named encoding there is nothing that could fail.
        (try? Source(telling: bytes, encoding: nil))?.detection ?? Detection(format: .unknown)
    }
}

extension Source {
    /// The first two steps of reading: tells the format, and decodes what is text.
    ///
    /// - Parameters:
    ///   - encoding: the encoding that the caller names; told from the bytes without.
    ///   - textBytes: how many bytes a page or a dump may have; it is not even decoded when there are more.
    init(telling bytes: [UInt8], encoding: String?, textBytes: Int = .max) throws(ReadError) {
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
        guard bytes.count <= textBytes else { throw .limit(.textBytes, found: bytes.count, allowed: textBytes) }
        let decoding = try Decoding(bytes, named: encoding, label: markup?.label)
        let utf8 = QuotedLines.removed(from: decoding.utf8)
        let (format, evidence) = Self.textFormat(utf8, markup: markup)
        self.init(
            bytes: utf8,
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
