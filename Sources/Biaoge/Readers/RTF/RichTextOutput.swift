internal import Iconv

/// The text of a Rich Text document, in pieces of one encoding each: code pages change within a line.
struct RichTextOutput {
    private var pieces: [(encoding: TextEncoding, bytes: [UInt8])] = []
    /// How many bytes there are.
    private(set) var count = 0
    /// Whether the last thing was the end of a row.
    private var isBehindRow = false
    /// Whether the last thing was the end of a cell; what comes parts it from the next, if it is not the end of the row.
    private var isBehindCell = false

    /// How many pieces there are; each takes a decoder.
    var pieceCount: Int { pieces.count }

    /// Adds text; ASCII fits any encoding.
    mutating func add(_ bytes: some Collection<UInt8>, _ encoding: TextEncoding, isInTable: Bool) {
        if isBehindRow, !isInTable { append([.lineFeed], encoding) }
        if isBehindCell { append([.tab], encoding) }
        (isBehindRow, isBehindCell) = (false, false)
        append(bytes, encoding)
    }

    /// Ends a cell.
    mutating func endCell() {
        add([], .utf8, isInTable: true)
        isBehindCell = true
    }

    /// Ends a row.
    mutating func endRow() {
        append([.lineFeed], .utf8)
        (isBehindRow, isBehindCell) = (true, false)
    }

    private mutating func append(_ bytes: some Collection<UInt8>, _ encoding: TextEncoding) {
        count += bytes.count
        if let last = pieces.last, last.encoding == encoding || bytes.allSatisfy({ $0 < 0x80 }) {
            pieces[pieces.count - 1].bytes += bytes
        } else {
            pieces.append((encoding, Array(bytes)))
        }
    }

    /// All of it in UTF-8.
    func decoded() -> (utf8: [UInt8], findings: [Finding]) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(count + count / 2)
        var findings: [Finding] = []
        for piece in pieces {
            guard piece.encoding != .utf8, var decoder = TextDecoder(from: piece.encoding.iconvName) else {
                utf8 += piece.bytes
                continue
            }
            let decoded = decoder.decode(piece.bytes.span)
            utf8 += decoded.utf8
            if decoded.replaced > 0, findings.isEmpty {
                findings.append(
                    Finding(.undecodableBytes, String(decoded.replaced), piece.encoding.name, String(decoded.firstReplaced ?? 0)))
            }
        }
        return (utf8, findings)
    }
}
