/// The table of AsciiDoc: `|===` to `|===`.
///
///     table = [ "[" … cols="…" … "]" LF ] "|===" LF { cell } "|===" LF
///     cell  = [ [ columns ] [ "." rows ] "+" ] "|" text
///
/// Cells follow each other over lines; how many make a row is said in `cols`, or else shown by the first line.
enum AsciiDocTable {
    /// The table that begins with a line, or `nil` when the line begins none.
    static func read(from first: DumpLine, _ scan: inout DumpScan, limits: Limits) throws(ReadError) -> DumpScan.Piece? {
        let bytes = scan.bytes
        let span = bytes.span
        guard first.bars > 0, scan.mayBegin(.markup, with: first), span.isFence(first.range) else { return nil }
        let place = scan.cursor.here
        var cells = MarkupCells()
        var columns = declaredColumns(before: first, bytes)
        var number = first.number
        while let line = scan.cursor.next() {
            number = line.number
            if span.isFence(line.range) {
                if let columns, columns > 0, columns <= 1_000, let rows = cells.filled(columns: columns) {
                    return try rows.finish(limits: limits)
                }
                break
            }
            if line.isBlank { continue }
            let width = add(line, to: &cells, bytes)
            if columns == nil { columns = width }
        }
        scan.ruleOut(.markup, before: number)
        scan.cursor.goBack(to: place)
        return nil
    }

    /// The number of columns that the line above the table says: `cols="25%,25%"`, `cols=3*`.
    private static func declaredColumns(before first: DumpLine, _ bytes: [UInt8]) -> Int? {
        let span = bytes.span
        var start = max(0, first.range.lowerBound - 1)
        let end = start
        while start > 0, end - start < 2_000, span[start - 1] != .lineFeed { start -= 1 }
        let line = span.trimmed(start..<end)
        guard span.starts(line, with: "["), let name = line.first(where: { span.starts($0..<end, with: "cols=") }) else {
            return nil
        }
        var offset = name + 5
        let quote: UInt8 = offset < end && span[offset] == 0x22 ? 0x22 : 0x2C
        if quote == 0x22 { offset += 1 }
        var commas = 0
        var times = 0
        while offset < end, span[offset] != quote, span[offset] != 0x5D {
            if span[offset] == 0x2C { commas += 1 }
            if span[offset].isDigit, offset + 1 < end, span[offset + 1] == 0x2A { times += Int(span[offset] - 0x30) - 1 }
            offset += 1
        }
        return commas + 1 + max(0, times)
    }

    /// Adds the cells of a line, and what stands in front of the first one to the last cell; answers how many columns they take.
    private static func add(_ line: DumpLine, to cells: inout MarkupCells, _ bytes: [UInt8]) -> Int {
        let span = bytes.span
        var width = 0
        var start = line.range.lowerBound
        for offset in line.range where span[offset] == .bar && (offset == 0 || span[offset - 1] != 0x5C) {
            let (specification, columns, rows) = specification(before: offset, from: start, span)
            if !cells.isEmpty { cells.append(bytes[start..<specification]) }
            cells.add(columns: columns, rows: rows, line: line.number)
            width += columns
            start = offset + 1
        }
        if !cells.isEmpty { cells.append(bytes[start..<line.range.upperBound]) }
        return width
    }

    /// Where the specification in front of a bar begins (`3.2+`, `.2+^`, `a`), and what it says.
    private static func specification(before bar: Int, from start: Int, _ span: Span<UInt8>) -> (
        start: Int, columns: Int, rows: Int
    ) {
        var first = bar
        while first > start, span[first - 1] > 0x20, span[first - 1] < 0x7F, bar - first < 16 { first -= 1 }
        guard first == start || span[first - 1] <= 0x20 else { return (bar, 1, 1) }
        var (numbers, isRows, offset) = ([0, 0], 0, first)
        while offset < bar, span[offset].isDigit || span[offset] == 0x2E {
            if span[offset] == 0x2E {
                isRows = 1
            } else {
                numbers[isRows] = min(1_000, numbers[isRows] * 10 + Int(span[offset] - 0x30))
            }
            offset += 1
        }
        guard offset < bar else { return (bar, 1, 1) }
        let hasSpan = span[offset] == 0x2B
        if offset > first, !hasSpan { return (bar, 1, 1) }
        if hasSpan { offset += 1 }
        // Alignment and style.
        while offset < bar, "<^>.adehlmsv".utf8.contains(span[offset]) { offset += 1 }
        guard offset == bar else { return (bar, 1, 1) }
        return (first, max(1, numbers[0]), max(1, numbers[1]))
    }
}

extension Span<UInt8> {
    /// Whether a line is `|===`.
    fileprivate func isFence(_ range: Range<Int>) -> Bool {
        let text = trimmed(range)
        return text.count >= 4 && text.count < 200 && self[text.lowerBound] == .bar
            && text.dropFirst().allSatisfy { self[$0] == 0x3D }
    }
}
