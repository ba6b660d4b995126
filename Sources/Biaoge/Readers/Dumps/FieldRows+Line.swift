extension FieldRows {
    /// Adds a line as a row, parted wherever `parting` says how long a mark between fields is (0: none).
    mutating func addRow(_ line: DumpLine, parting: (Span<UInt8>, Int) -> Int) {
        let bytes = utf8
        let span = bytes.span
        var start = line.range.lowerBound
        var offset = start
        while offset < line.range.upperBound {
            let length = parting(span, offset)
            if length > 0 {
                addField(span.trimmed(start..<offset), line: line.number)
                start = offset + length
                offset = start
            } else {
                offset += 1
            }
        }
        addField(span.trimmed(start..<offset), line: line.number)
        endRow()
    }

    /// Adds a field whose text stands in several pieces of some bytes, one line for each.
    mutating func addField(pieces: [Range<Int>], of bytes: [UInt8], line: Int) {
        let start = utf8.count
        for piece in pieces {
            if utf8.count > start { utf8.append(.lineFeed) }
            utf8 += bytes[piece]
        }
        addField(textStart: start, line: line)
    }
}
