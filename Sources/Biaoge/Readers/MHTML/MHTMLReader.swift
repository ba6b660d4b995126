/// Reads a page that is packed as a message with all that belongs to it (RFC 2557): .mht, and what Word, Excel, WPS and office systems save so
/// under the name of .doc or .xls.
///
/// The page is the first one; where it holds no table, as a workbook's, whose sheets are pages of their own, all of them.
enum MHTMLReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        var utf8: [UInt8] = []
        var encoding: String?
        var evidence: [Detection.Evidence] = []
        var findings = source.findings
        var pages: [MIMEPart] = []
        try MIMEPart(source.bytes.indices, in: source.bytes).addPages(to: &pages, in: source.bytes, limits: options.limits)
        for part in pages {
            let page = TransferEncoding.decoded(source.bytes[part.body], as: part.header.transferEncoding)
            guard utf8.count + page.count <= options.limits.textBytes else {
                throw .limit(.textBytes, found: utf8.count + page.count, allowed: options.limits.textBytes)
            }
            let decoding = try Decoding(page, named: options.encoding, label: part.header.charset ?? Markup(page)?.label)
            if encoding == nil { (encoding, evidence) = (decoding.encoding.name, decoding.evidence) }
            findings += decoding.findings
            let isFirst = utf8.isEmpty
            utf8 += decoding.utf8
            if isFirst, utf8.rangeIgnoringCase(of: "<table", in: utf8.indices) != nil { break }
        }
        guard !utf8.isEmpty else { throw .noMainPart }
        let page = Source(bytes: utf8, detection: Detection(format: .html, encoding: encoding), findings: findings)
        var document = try HTMLReader.read(page, options: options)
        document.format = .mhtml
        document.evidence = evidence
        return document
    }
}
