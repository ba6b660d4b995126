/// The table of MediaWiki: `{|` to `|}`.
///
///     table  = "{|" attributes LF { row | caption } "|}"
///     row    = "|-" attributes LF { cells }
///     cells  = ( "|" | "!" ) cell { ( "||" | "!!" ) cell } LF { further line LF }
///     cell   = [ attributes "|" ] text
enum WikiTable {
    /// The table that begins with a line, or `nil` when the line begins none.
    static func read(from first: DumpLine, _ scan: inout DumpScan, limits: Limits) throws(ReadError) -> DumpScan.Piece? {
        let bytes = scan.bytes
        let span = bytes.span
        guard first.bars > 0, scan.mayBegin(.markup, with: first), span.starts(span.trimmed(first.range), with: "{|") else {
            return nil
        }
        let place = scan.cursor.here
        var cells = MarkupCells()
        var isInCell = false
        var number = first.number
        while let line = scan.cursor.next() {
            number = line.number
            let text = span.trimmed(line.range)
            if span.starts(text, with: "|}") {
                cells.endRow()
                return try cells.finish(limits: limits)
            }
            // A table in a cell is too much.
            if span.starts(text, with: "{|") { break }
            if span.starts(text, with: "|-") {
                cells.endRow()
                isInCell = false
            } else if span.starts(text, with: "|+") {
                isInCell = false
            } else if let mark = text.first, span[mark] == .bar || span[mark] == 0x21 {
                add((mark + 1)..<text.upperBound, isHeader: span[mark] == 0x21, line: line.number, to: &cells, bytes)
                isInCell = true
            } else if isInCell {
                cells.append(bytes[text])
            }
        }
        scan.ruleOut(.markup, before: number)
        scan.cursor.goBack(to: place)
        return nil
    }

    /// Adds the cells of a line, parted by `||` (in a row of headers also by `!!`).
    private static func add(_ range: Range<Int>, isHeader: Bool, line: Int, to cells: inout MarkupCells, _ bytes: [UInt8]) {
        let span = bytes.span
        var start = range.lowerBound
        var offset = start
        while offset <= range.upperBound {
            let isMark =
                offset + 1 < range.upperBound && span[offset] == span[offset + 1]
                && (span[offset] == .bar || (isHeader && span[offset] == 0x21))
            if isMark || offset == range.upperBound {
                addCell(start..<offset, line: line, to: &cells, bytes)
                start = offset + 2
                offset += 1
            }
            offset += 1
        }
    }

    private static func addCell(_ range: Range<Int>, line: Int, to cells: inout MarkupCells, _ bytes: [UInt8]) {
        let span = bytes.span
        var text = range
        var (columns, rows) = (1, 1)
        if let bar = range.first(where: { span[$0] == .bar }), span.isAttributes(range.lowerBound..<bar) {
            let attributes = range.lowerBound..<bar
            columns = span.attribute("colspan", in: attributes) ?? 1
            rows = span.attribute("rowspan", in: attributes) ?? 1
            text = (bar + 1)..<range.upperBound
        }
        cells.add(columns: columns, rows: rows, line: line)
        cells.append(bytes[text])
    }
}

extension Span<UInt8> {
    /// Whether a range is nothing or has an equals sign, as attributes have.
    fileprivate func isAttributes(_ range: Range<Int>) -> Bool {
        range.count < 400 && (isBlank(range) || range.contains { self[$0] == 0x3D })
    }

    /// The number that an attribute has as its value: `colspan="3"`.
    fileprivate func attribute(_ name: String, in range: Range<Int>) -> Int? {
        for offset in range where starts(offset..<range.upperBound, with: name) {
            var place = offset + name.utf8.count
            while place < range.upperBound, !self[place].isDigit {
                guard [0x20, 0x3D, 0x22, 0x27].contains(self[place]) else { return nil }
                place += 1
            }
            var value = 0
            while place < range.upperBound, self[place].isDigit, value < 100_000 {
                value = value * 10 + Int(self[place] - 0x30)
                place += 1
            }
            return value
        }
        return nil
    }
}
