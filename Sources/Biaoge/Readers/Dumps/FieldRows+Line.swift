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
}
