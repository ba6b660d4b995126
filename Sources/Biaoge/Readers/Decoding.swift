internal import Iconv

/// Text turned into UTF-8 with LF line ends, and what had to be settled on the way.
///
/// CR, CRLF, NEL (U+0085), U+2028 and U+2029 become LF, a byte order mark and NUL go, bytes that are none of the
/// encoding become U+FFFD. No-break spaces and U+3000 stay: they are white space to every reader, and text.
/// Text that is UTF-8 with LF already is handed on without a copy.
struct Decoding {
    /// The text in UTF-8.
    let utf8: [UInt8]
    /// The encoding that the bytes were in.
    let encoding: TextEncoding
    /// Why.
    let evidence: [Detection.Evidence]
    /// What did not fit.
    private(set) var findings: [Finding]

    /// Decodes text.
    ///
    /// - Parameters:
    ///   - name: the encoding that the caller names; told from the bytes without.
    ///   - label: the label that the text itself carries.
    /// - Throws: ``ReadError/unknownEncoding(_:)``, and ``ReadError/undecodable(encoding:offset:)`` when more than 1 byte in 20
    ///   is none of the encoding that the caller names.
    init(_ bytes: [UInt8], named name: String?, label: String?) throws(ReadError) {
        var told = EncodingDetection(bytes, label: label)
        if let name {
            guard let encoding = TextEncoding(label: name) else { throw .unknownEncoding(name) }
            if encoding != told.encoding { (told.markLength, told.scan) = (0, nil) }
            (told.encoding, told.evidence, told.findings) = (encoding, [.named(name)], [])
        }
        encoding = told.encoding
        evidence = told.evidence
        findings = told.findings

        let scan = told.encoding == .utf8 ? told.scan ?? UTF8Scan(bytes.span) : nil
        if let scan, scan.validCount == bytes.count, told.markLength == 0, !scan.hasLineEndsOrNUL {
            utf8 = bytes
            return
        }
        let text = bytes.span.extracting(told.markLength...)
        var decoded: TextDecoder.Decoded
        if let scan, scan.isValid(count: bytes.count) {
            let cut = bytes.count - scan.validCount
            let (utf8, nulCount) = LineEnds.normalized(text.extracting(0..<(text.count - cut)))
            self.utf8 = utf8
            note(replaced: 0, at: 0, cut: cut, nulCount: nulCount)
            return
        }
        guard var decoder = TextDecoder(from: encoding.iconvName, unitSize: encoding.unitSize) else {
            throw .unknownEncoding(encoding.name)
        }
        decoded = decoder.decode(text)
        let first = (decoded.firstReplaced ?? 0) + told.markLength
        if name != nil, decoded.replaced * 20 > bytes.count { throw .undecodable(encoding: encoding.name, offset: first) }
        var nulCount = 0
        if UTF8Scan(decoded.utf8.span).hasLineEndsOrNUL { (decoded.utf8, nulCount) = LineEnds.normalized(decoded.utf8.span) }
        utf8 = decoded.utf8
        note(replaced: decoded.replaced, at: first, cut: decoded.cut, nulCount: nulCount)
    }

    private mutating func note(replaced: Int, at offset: Int, cut: Int, nulCount: Int) {
        if replaced > 0 { findings.append(Finding(.undecodableBytes, String(replaced), encoding.name, String(offset))) }
        if cut > 0 { findings.append(Finding(.cutCharacter, String(cut))) }
        if nulCount > 0 { findings.append(Finding(.nulInText, String(nulCount))) }
    }
}
