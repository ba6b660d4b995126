/// The table that is drawn with a border around every cell, as pandoc, docutils and many programs print it.
///
///     table  = border { text line | border }
///     border = corner dash { dash } corner { dash { dash } corner }      `+----+====+`, `├────┼────┤`
///
/// A cell that spans has no border inside, so a border line may run through some columns only; what stands in the others is text of the
/// cells there. All lines must meet at the same columns, or nothing is certain, and the lines are text. Programs that draw a border
/// under the headers only put a row on each line; such a table is one of bars (``PipeRows``).
enum BorderedTable {
    /// What the lines from a border on are.
    enum Answer {
        case rows(FieldRows)
        case table(Table)
        /// No such table: other layouts may look.
        case none
        /// A table, but which cells it has is not certain. No table begins before the line with this number.
        case uncertain(before: Int)
    }

    /// Reads the table that begins with a line.
    static func read(from first: DumpLine, _ scan: inout DumpScan, limits: Limits) throws(ReadError) -> Answer {
        guard scan.mayBegin(.borders, with: first), begins(first, scan) else { return .none }
        let place = scan.cursor.here
        var lines = [first.trimmed(in: scan.bytes)]
        while true {
            let here = scan.cursor.here
            guard let line = scan.cursor.next(), isPart(line, scan) else {
                scan.cursor.goBack(to: here)
                break
            }
            lines.append(line.trimmed(in: scan.bytes))
        }
        let end = (lines.last?.number ?? 0) + 1
        guard lines.count > 2 else {
            scan.cursor.goBack(to: place)
            return .none
        }
        for width in TextWidth.allCases {
            guard let cells = BorderedCells(lines, in: scan.bytes, width: width) else { continue }
            if cells.hasRowOnEachLine {
                if cells.hasSpans { break }
                scan.cursor.goBack(to: place)
                scan.ruleOut(.borders, before: end)
                return .none
            }
            if cells.hasSpans { return .table(try cells.table(limits: limits)) }
            return .rows(cells.rows())
        }
        scan.cursor.goBack(to: place)
        scan.ruleOut(.borders, before: end)
        return hasLongCells(lines, scan.bytes) ? .uncertain(before: end) : .none
    }

    /// Whether a line is a border from end to end.
    private static func begins(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        guard line.tabs == 0, line.range.count > 4 else { return false }
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        guard let start = text.first, span[start] == 0x2B || span[start] == 0xE2,
            span.drawnKind(at: start, before: text.upperBound) == .corner
        else { return false }
        var offset = start
        var corners = 0
        var dashes = 0
        var last = DrawnKind.text
        while offset < text.upperBound {
            last = span.drawnKind(at: offset, before: text.upperBound)
            switch last {
            case .corner: corners += 1
            case .dash: dashes += 1
            case .bar, .text: return false
            }
            offset += span.characterLength(at: offset, before: text.upperBound)
        }
        return last == .corner && corners > 1 && dashes > 0
    }

    /// Whether a line begins with a bar or a corner and ends with one.
    private static func isPart(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        guard !line.isBlank, line.tabs == 0 else { return false }
        let bytes = scan.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        guard let first = text.first, span[first] == 0x2B || span[first] == .bar || span[first] >= 0xE2 else { return false }
        let kind = span.drawnKind(at: first, before: text.upperBound)
        return kind == .corner || kind == .bar
    }

    /// Whether two lines of text follow each other without a border between them: a cell of several lines, perhaps.
    private static func hasLongCells(_ lines: [DumpLine], _ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var previousIsText = false
        for line in lines {
            let isText = !span.isSeparator(line.range)
            if isText, previousIsText { return true }
            previousIsText = isText
        }
        return false
    }
}
