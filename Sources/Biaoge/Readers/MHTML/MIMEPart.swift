internal import Memory

/// A message, or one of its parts (RFC 2046): what its header says, and where its body stands.
struct MIMEPart {
    private(set) var header = MIMEHeader()
    /// The body as it is written.
    private(set) var body: Range<Int>

    /// How long a header may be; no program writes one near that.
    private static let maximumHeader = 1 << 16
    /// How deep parts may stand in parts.
    private static let maximumDepth = 8

    /// Reads the header of the part that takes a range.
    init(_ range: Range<Int>, in bytes: [UInt8]) {
        body = range
        var field: [UInt8] = []
        while !body.isEmpty, body.lowerBound - range.lowerBound < Self.maximumHeader {
            let line = bytes.line(from: body.lowerBound, before: range.upperBound)
            body = line.end..<range.upperBound
            guard let first = bytes[line.text].first else { break }
            // A line that begins with white space goes on with the field above it (RFC 5322, 2.2.3).
            if first > .space {
                header.take(field)
                field = []
            }
            field += bytes[line.text]
        }
        header.take(field)
    }

    /// Whether the bytes begin with the header of a message that is a page or has parts.
    static func isMessage(_ bytes: [UInt8]) -> Bool {
        // What does not begin with the name of a field is no header.
        let first = bytes.line(from: 0, before: min(bytes.count, 256)).text
        guard let name = bytes[first].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).first,
            name.count < first.count, !name.isEmpty,
            name.allSatisfy({ $0 == .hyphen || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A })
        else { return false }
        let header = MIMEPart(bytes.indices, in: bytes).header
        return header.hasVersion && (header.type == "text/html" || header.boundary != nil)
    }

    /// Adds the pages of a message in their order: the message itself, or those among its parts.
    func addPages(to pages: inout [MIMEPart], in bytes: [UInt8], limits: Limits, depth: Int = 0) throws(ReadError) {
        if header.type == "text/html" { pages.append(self) }
        guard pages.count <= limits.messagePages else {
            throw .limit(.pieces, found: pages.count, allowed: limits.messagePages)
        }
        guard let boundary = header.boundary, depth < Self.maximumDepth else { return }
        let delimiter = "--" + boundary
        var start: Int?
        var offset = body.lowerBound
        while offset < body.upperBound {
            let line = bytes.line(from: offset, before: body.upperBound)
            if bytes.span.starts(line.text, with: delimiter) {
                if let start {
                    try MIMEPart(start..<offset, in: bytes).addPages(to: &pages, in: bytes, limits: limits, depth: depth + 1)
                }
                start = line.end
                if bytes.span.starts(line.text, with: delimiter + "--") { return }
            }
            offset = line.end
        }
        // A file that was cut ends in the midst of a part.
        guard let start else { return }
        try MIMEPart(start..<body.upperBound, in: bytes).addPages(to: &pages, in: bytes, limits: limits, depth: depth + 1)
    }
}

extension [UInt8] {
    /// The line at an offset without its end, and the offset behind it.
    fileprivate func line(from start: Int, before end: Int) -> (text: Range<Int>, end: Int) {
        let lineFeed = Swift.min(span.firstOffset(of: .lineFeed, from: start) ?? end, end)
        let text = lineFeed > start && self[lineFeed - 1] == 0x0D ? start..<(lineFeed - 1) : start..<lineFeed
        return (text, Swift.min(lineFeed + 1, end))
    }
}
