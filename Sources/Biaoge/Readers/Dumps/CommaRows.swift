/// The dump with commas between the fields of a line (RFC 4180), as spreadsheets and programs write it; also with semicolons.
///
///     table  = row { row }
///     row    = field { comma field } LF
///     field  = text | quote { text | comma | LF | quote quote } quote
///
/// Chinese prose has commas of its own, so lines with three fields or more are rows, when there are two of them and values among the
/// fields. A row with nothing but a long first field is a line of the text around, filled up to the width of the table.
enum CommaRows {
    private struct Row {
        /// The texts of the fields, where they stand in the rows' text.
        var fields: [Range<Int>] = []
        var line: Int
        var end: (offset: Int, number: Int)
    }

    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard scan.mayBegin(.commas, with: first), first.tabs == 0, first.bars == 0 else { return nil }
        let bytes = scan.bytes
        let span = bytes.span
        // A field in quotes may go on in the next line.
        let enough = span.count(of: 0x22, in: first.range) % 2 == 1 ? 0 : 1
        guard let comma = [UInt8(ascii: ","), UInt8(ascii: ";")].first(where: { span.count(of: $0, in: first.range) > enough })
        else { return nil }
        var utf8: [UInt8] = []
        var rows: [Row] = []
        var values = 0
        var position = (offset: first.range.lowerBound, number: first.number - 1)
        var firstUnread = first.number
        while position.offset < span.count {
            guard let row = row(at: position, comma, bytes, &utf8) else { break }
            firstUnread = row.end.number
            guard row.fields.count > 1, !isText(row, utf8) else { break }
            values += row.fields.count { utf8.span.isNumberOrBlankMark($0) }
            rows.append(row)
            position = row.end
        }
        guard rows.count(where: { $0.fields.count > 2 }) > 1, values > 1 else {
            scan.ruleOut(.commas, before: firstUnread)
            return nil
        }
        scan.cursor.position = position
        var fields = FieldRows(layout: .tabs, utf8: utf8)
        for row in rows {
            if row.fields.allSatisfy(\.isEmpty) {
                fields.startPiece()
                continue
            }
            for field in row.fields { fields.addField(field, line: row.line) }
            fields.endRow()
        }
        return fields
    }

    /// Whether a line ends with commas that fill it up to the width of a table.
    static func isFilled(_ line: Range<Int>, _ span: Span<UInt8>) -> Bool {
        let text = span.trimmed(line)
        guard text.count > 2, let last = text.last, span[last] == UInt8(ascii: ",") || span[last] == UInt8(ascii: ";") else {
            return false
        }
        return span[last - 1] == span[last]
    }

    /// A line of the text around a table without what fills it up, and without the quotes around it.
    static func withoutFillers(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let comma = line.last else { return line }
        let text = line[..<(line.lastIndex { $0 != comma }.map { $0 + 1 } ?? line.startIndex)]
        guard text.count > 2, text.first == 0x22, text.last == 0x22 else { return text }
        return text.dropFirst().dropLast()
    }

    /// Whether a row is a line of the text around the table: only its first field has a text, and that is a title or a sentence.
    private static func isText(_ row: Row, _ utf8: [UInt8]) -> Bool {
        guard let first = row.fields.first, row.fields.dropFirst().allSatisfy(\.isEmpty), !first.isEmpty else { return false }
        let span = utf8.span
        return span.isSectionTitle(first) || span.endsWithStop(first) || span.scalarCount(first) > 14
    }

    /// The row at a position, its fields' texts appended; `nil` when its line has no comma, or a bar or a TAB.
    private static func row(at start: (offset: Int, number: Int), _ comma: UInt8, _ bytes: [UInt8], _ utf8: inout [UInt8]) -> Row?
    {
        let span = bytes.span
        var row = Row(line: start.number + 1, end: start)
        var (offset, number) = start
        while true {
            let begin = utf8.count
            if offset < span.count, span[offset] == 0x22, let end = quoted(offset, comma, span) {
                var inner = offset + 1
                while inner < end - 1 {
                    if span[inner] == 0x22 { inner += 1 }
                    if span[inner] == .lineFeed { number += 1 }
                    utf8.append(span[inner])
                    inner += 1
                }
                offset = end
            } else {
                while offset < span.count, span[offset] != comma, span[offset] != .lineFeed {
                    if span[offset] == .tab || span[offset] == .bar { return nil }
                    utf8.append(span[offset])
                    offset += 1
                }
            }
            let text = utf8.span.trimmed(begin..<utf8.count)
            row.fields.append(text)
            guard offset < span.count, span[offset] == comma else { break }
            offset += 1
        }
        row.end = (offset + 1, number + 1)
        return row.fields.count > 1 ? row : nil
    }

    /// The offset behind a field in quotes, which a comma or the end of its line follows; fields of several pages are none.
    private static func quoted(_ start: Int, _ comma: UInt8, _ span: Span<UInt8>) -> Int? {
        var offset = start + 1
        while offset < span.count, offset - start < 4_000 {
            if span[offset] == 0x22 {
                let next = offset + 1
                if next == span.count || span[next] == comma || span[next] == .lineFeed { return next }
                guard span[next] == 0x22 else { return nil }
                offset += 1
            }
            offset += 1
        }
        return nil
    }
}

extension Span<UInt8> {
    /// How often a byte stands in a range.
    func count(of byte: UInt8, in range: Range<Int>) -> Int {
        var count = 0
        for offset in range { count &+= self[offset] == byte ? 1 : 0 }
        return count
    }
}
