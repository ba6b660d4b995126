/// Rows as programs print lists of them: JSON (RFC 8259) and Python.
///
///     table = "[" { row "," } "]" | row { LF row }
///     row   = "[" field { "," field } "]"
///     field = text in quotes | number | "null" | "None"
///
/// The innermost lists are the rows; where an outer one ends a piece ends.
enum ListRows {
    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(first.range)
        guard scan.mayBegin(.lists, with: first), !text.isEmpty, span[text.lowerBound] == UInt8(ascii: "[") else { return nil }
        var rows = FieldRows(layout: .tabs)
        var values = 0
        var position = (offset: text.lowerBound, number: first.number)
        var end = position
        // What has more fields is refused as a table.
        while position.offset < span.count, rows.fields.count <= 1_000_000 {
            switch span[position.offset] {
            case UInt8(ascii: "["):
                if let count = row(at: &position, bytes, &rows) {
                    values += count
                    end = position
                } else {
                    position.offset += 1
                }
                continue
            case UInt8(ascii: "]"): rows.startPiece()
            case .lineFeed:
                position.number += 1
                // An empty line ends the table, as it does everywhere.
                if position.offset + 1 < span.count, span[position.offset + 1] == .lineFeed { position.offset = span.count }
            case UInt8(ascii: ","), UInt8(ascii: "}"), .space, .tab: break
            default: position.offset = span.count
            }
            position.offset += 1
        }
        guard rows.rowCount > 1, rows.fields.count > rows.rowCount * 2, values > 1 else {
            scan.ruleOut(.lists, before: max(position.number, first.number + 1))
            return nil
        }
        scan.cursor.position = behind(end, span)
        return rows
    }

    /// The position behind the brackets that close what was read; the line itself when something else follows on it.
    private static func behind(_ end: (offset: Int, number: Int), _ span: Span<UInt8>) -> (offset: Int, number: Int) {
        var offset = end.offset
        while offset < span.count, span[offset] != .lineFeed {
            guard [UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "}"), .space].contains(span[offset]) else {
                return (offset, end.number - 1)
            }
            offset += 1
        }
        return (offset + 1, end.number)
    }

    /// Adds the row whose bracket stands at a position, goes behind it, and answers how many of its fields look like values; `nil` when there
    /// is no list of plain fields.
    private static func row(
        at position: inout (offset: Int, number: Int), _ bytes: [UInt8], _ rows: inout FieldRows
    ) -> Int? {
        let span = bytes.span
        var (offset, number) = (position.offset + 1, position.number)
        let textStart = rows.utf8.count
        var fields: [(text: Range<Int>, line: Int)] = []
        while true {
            skipSpace(&offset, &number, span)
            let start = rows.utf8.count
            guard fields.count < 1_000, let end = field(at: offset, span, &rows.utf8) else {
                rows.utf8.removeSubrange(textStart...)
                return nil
            }
            fields.append((rows.utf8.span.trimmed(start..<rows.utf8.count), number))
            offset = end
            skipSpace(&offset, &number, span)
            guard offset < span.count, span[offset] == UInt8(ascii: ",") else { break }
            offset += 1
        }
        guard offset < span.count, span[offset] == UInt8(ascii: "]") else {
            rows.utf8.removeSubrange(textStart...)
            return nil
        }
        for field in fields { rows.addField(field.text, line: field.line) }
        rows.endRow()
        position = (offset + 1, number)
        return fields.count { rows.utf8.span.isNumberOrBlankMark($0.text) }
    }

    private static func skipSpace(_ offset: inout Int, _ number: inout Int, _ span: Span<UInt8>) {
        while offset < span.count, span[offset] == .space || span[offset] == .tab || span[offset] == .lineFeed {
            if span[offset] == .lineFeed { number += 1 }
            offset += 1
        }
    }

    /// Adds the text of the field at an offset; answers the offset behind it, `nil` when it is none.
    private static func field(at start: Int, _ span: Span<UInt8>, _ utf8: inout [UInt8]) -> Int? {
        let rest = start..<min(span.count, start + 8)
        for word in ["null", "None"] where span.starts(rest, with: word) { return start + word.utf8.count }
        guard start < span.count else { return nil }
        let quote = span[start]
        var offset = start
        guard quote == 0x22 || quote == 0x27 else {
            while offset < span.count, span[offset].isDigit || span[offset] == .hyphen || span[offset] == UInt8(ascii: ".") {
                utf8.append(span[offset])
                offset += 1
            }
            return offset > start ? offset : nil
        }
        offset += 1
        while offset < span.count, offset - start < 4_000, span[offset] != quote, span[offset] != .lineFeed {
            if span[offset] == 0x5C {
                offset += escape(at: offset, span, &utf8)
            } else {
                utf8.append(span[offset])
                offset += 1
            }
        }
        return offset < span.count && span[offset] == quote ? offset + 1 : nil
    }

    /// Adds what a backslash and what follows it stand for; answers how long they are.
    private static func escape(at offset: Int, _ span: Span<UInt8>, _ utf8: inout [UInt8]) -> Int {
        guard offset + 1 < span.count else { return 1 }
        switch span[offset + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): utf8.append(.lineFeed)
        case UInt8(ascii: "t"): utf8.append(.space)
        case UInt8(ascii: "u"), UInt8(ascii: "x"):
            let length = span[offset + 1] == UInt8(ascii: "u") ? 4 : 2
            var value: UInt32 = 0
            for index in (offset + 2)..<(offset + 2 + length) {
                guard index < span.count, let digit = span[index].hexadecimal else { return 2 }
                value = value << 4 | UInt32(digit)
            }
            utf8 += String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8
            return 2 + length
        default: utf8.append(span[offset + 1])
        }
        return 2
    }
}
