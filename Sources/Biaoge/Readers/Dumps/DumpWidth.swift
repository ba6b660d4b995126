/// Refuses a dump that could only become tables that are too wide or too large, before anything is kept of it.
///
/// A TAB, a bar, two spaces or the end of a line part a field from the next.
enum DumpWidth {
    static func check(_ bytes: [UInt8], limits: Limits) throws(ReadError) {
        // Nearly every dump is too small for either.
        guard bytes.count > min(limits.columns, limits.cells) else { return }
        let span = bytes.span
        try checkLines(span, allowed: limits.columns)
        guard span.count > limits.cells, marks(span) >= limits.cells else { return }
        let fields = fields(span, in: span.indices, upTo: limits.cells, countingLines: true)
        guard fields <= limits.cells else { throw .limit(.cells, found: fields, allowed: limits.cells) }
    }

    /// Looks at lines that are long enough to have more fields than allowed; from the end of such a length back, most have an LF soon.
    private static func checkLines(_ bytes: Span<UInt8>, allowed: Int) throws(ReadError) {
        var start = 0
        while allowed < bytes.count - start {
            var end = start + allowed
            while end > start, bytes[end - 1] != .lineFeed { end -= 1 }
            if end == start {
                end = start + allowed
                while end < bytes.count, bytes[end] != .lineFeed { end += 1 }
                let fields = fields(bytes, in: start..<end, upTo: allowed, countingLines: false)
                guard fields <= allowed else { throw .limit(.columns, found: fields, allowed: allowed) }
            }
            start = end
        }
    }

    /// How many bytes may part a field from the next, those of which two do taken for one each; a line may end two fields.
    ///
    /// Counted in short blocks without branches, so that the compiler looks at many bytes at once.
    private static func marks(_ bytes: Span<UInt8>) -> Int {
        var count = 0
        for start in stride(from: 0, to: bytes.count, by: 64) {
            let block = bytes.extracting(start..<min(start + 64, bytes.count))
            var marks: UInt8 = 0
            for index in block.indices {
                let byte = block[index]
                marks &+= (byte == .tab ? 1 : 0) | (byte == .space ? 1 : 0) | (byte == .bar ? 1 : 0)
                marks &+= (byte == 0xE2 ? 1 : 0) | (byte == 0xEF ? 1 : 0) | (byte == .lineFeed ? 2 : 0)
            }
            count += Int(marks)
        }
        return count
    }

    /// How many fields there may be, at most, or one more than allowed; blank lines are none.
    private static func fields(_ bytes: Span<UInt8>, in range: Range<Int>, upTo allowed: Int, countingLines: Bool) -> Int {
        var count = 1
        var before = count
        for index in range {
            let byte = bytes[index]
            // Nearly every byte is one that parts nothing.
            if byte > .space, byte < .bar { continue }
            switch byte {
            case .space:
                let isFirst = index == range.lowerBound || bytes[index - 1] != .space
                if isFirst, index + 1 < range.upperBound, bytes[index + 1] == .space { count += 1 }
            case .tab, .bar: count += 1
            case .lineFeed where countingLines:
                // A line of one field is kept besides its field.
                if index > 0, bytes[index - 1] != .lineFeed { count += count == before ? 2 : 1 }
                before = count
            case 0xE2, 0xEF: if bytes.barLength(at: index, before: bytes.count) > 0 { count += 1 }
            default: continue
            }
            guard count <= allowed else { break }
        }
        return count
    }
}
