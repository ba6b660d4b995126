/// The cells of a table that is drawn with borders: which lines and columns each takes.
struct BorderedCells {
    /// A cell, by the columns and rows that it covers.
    private struct Box {
        var rows: Range<Int>
        var columns: Range<Int>
    }

    private let bytes: [UInt8]
    private let lines: [DrawnLine]
    /// For each row, its lines of text; the border under it stands behind them.
    private var rowLines: [Range<Int>] = []
    private var boxes: [Box] = []
    private let columnCount: Int

    /// Finds the cells; `nil` when the lines do not meet at the same columns, or a cell is no rectangle.
    init?(_ source: [DumpLine], in bytes: [UInt8], width: TextWidth) {
        let span = bytes.span
        let joints = Self.joints(source, span, width: width)
        guard joints.count > 1 else { return nil }
        var lines: [DrawnLine] = []
        lines.reserveCapacity(source.count)
        for line in source {
            let drawn = DrawnLine(line.range, number: line.number, joints: joints, in: span, width: width)
            // So the table has no more positions than bytes.
            guard drawn.endsInTime else { return nil }
            lines.append(drawn)
        }
        guard lines[0].isWholeRule, lines[lines.count - 1].isWholeRule else { return nil }
        self.bytes = bytes
        self.lines = lines
        columnCount = joints.count - 1
        var start = 1
        for index in lines.indices.dropFirst() where lines[index].hasRule {
            if index > start { rowLines.append(start..<index) }
            start = index + 1
        }
        guard !rowLines.isEmpty, findBoxes() else { return nil }
    }

    /// The columns at which borders meet.
    private static func joints(_ lines: [DumpLine], _ span: Span<UInt8>, width: TextWidth) -> [Int] {
        var found: Set<Int> = []
        for line in lines {
            // Nothing that anybody draws has so many columns.
            guard found.count <= 1_000 else { return [] }
            var last = DrawnKind.text
            var lastCorner = -1
            span.forEachCharacter(of: line.range, width: width) { offset, column in
                let kind = span.drawnKind(at: offset, before: line.range.upperBound)
                guard found.count <= 1_000 else { return }
                if kind == .corner, last == .dash || column == 0 || last == .bar { found.insert(column) }
                if kind == .dash, lastCorner >= 0, last == .corner { found.insert(lastCorner) }
                if kind == .corner { lastCorner = column }
                last = kind
            }
        }
        return found.sorted()
    }

    // MARK: Cells

    /// Whether a border stands between a column and the one to its left, in all lines of a row; `nil` when only in some.
    private func hasBar(_ row: Int, _ joint: Int) -> Bool? {
        var bars = 0
        for line in rowLines[row] where lines[line].joints[joint] != .text { bars += 1 }
        return bars == 0 ? false : bars == rowLines[row].count ? true : nil
    }

    /// Whether a border runs under a column of a row.
    private func hasRule(_ row: Int, _ column: Int) -> Bool {
        lines[rowLines[row].upperBound].isRuled[column]
    }

    /// Finds the cells; answers whether they are rectangles.
    private mutating func findBoxes() -> Bool {
        var bars: [[Bool]] = []
        for row in rowLines.indices {
            var own: [Bool] = []
            for joint in 0...columnCount {
                guard let bar = hasBar(row, joint) else { return false }
                own.append(bar)
            }
            guard own[0], own[columnCount] else { return false }
            bars.append(own)
        }
        var isTaken = [[Bool]](repeating: [Bool](repeating: false, count: columnCount), count: rowLines.count)
        for row in rowLines.indices {
            var column = 0
            while column < columnCount {
                if isTaken[row][column] {
                    column += 1
                    continue
                }
                var end = column + 1
                while !bars[row][end] { end += 1 }
                guard bars[row][column] else { return false }
                var last = row
                while !hasRule(last, column) {
                    guard last + 1 < rowLines.count else { return false }
                    last += 1
                    guard bars[last][column], bars[last][end], !bars[last][(column + 1)..<end].contains(true),
                        (column..<end).allSatisfy({ !hasRule(last - 1, $0) && !isTaken[last][$0] })
                    else { return false }
                }
                guard (column..<end).allSatisfy({ hasRule(last, $0) }) else { return false }
                for taken in row...last { for place in column..<end { isTaken[taken][place] = true } }
                boxes.append(Box(rows: row..<(last + 1), columns: column..<end))
                column = end
            }
        }
        return true
    }

    /// Whether some cell spans.
    var hasSpans: Bool { boxes.contains { $0.rows.count > 1 || $0.columns.count > 1 } }

    /// Whether a row stands on each line: most lines belong to rows in which two lines hold values in the same column. A narrow cell may have
    /// a number in two pieces, and one row of many.
    var hasRowOnEachLine: Bool {
        let span = bytes.span
        var rows: Set<Int> = []
        for box in boxes where box.rows.count == 1 && !rows.contains(box.rows.lowerBound) {
            let lines = rowLines[box.rows.lowerBound]
            if lines.count(where: { span.isNumberOrBlankMark(text(of: box, line: $0)) }) > 1 { rows.insert(box.rows.lowerBound) }
        }
        return rows.reduce(0) { $0 + rowLines[$1].count } * 2 > rowLines.reduce(0) { $0 + $1.count }
    }

    // MARK: Text

    private func text(of box: Box, line: Int) -> Range<Int> {
        let (start, end) = (lines[line].behind[box.columns.lowerBound], lines[line].offsets[box.columns.upperBound])
        guard start >= 0, end >= start else { return 0..<0 }
        let span = bytes.span
        return span.unmarked(span.trimmed(start..<end))
    }

    /// Appends the text of a cell, its lines parted by LF; answers the line on which it begins.
    private func append(_ box: Box, to utf8: inout [UInt8]) -> Int {
        let start = utf8.count
        let (first, last) = (rowLines[box.rows.lowerBound], rowLines[box.rows.upperBound - 1])
        var begins = lines[first.lowerBound].number
        for line in first.lowerBound..<last.upperBound {
            let text = text(of: box, line: line)
            if text.isEmpty { continue }
            if utf8.count > start { utf8.append(.lineFeed) } else { begins = lines[line].number }
            utf8 += TextEscapes.removed(from: bytes[text])
        }
        return begins
    }

    /// The rows of a table without spans.
    func rows() -> FieldRows {
        var rows = FieldRows(layout: .pipes)
        var row = 0
        for box in boxes {
            if box.rows.lowerBound > row {
                rows.endRow()
                row = box.rows.lowerBound
            }
            let start = rows.utf8.count
            let line = append(box, to: &rows.utf8)
            rows.addField(textStart: start, line: line)
        }
        rows.endRow()
        return rows
    }

    /// The table, with the spans as they are drawn.
    func table(limits: Limits) throws(ReadError) -> Table {
        var builder = TableBuilder(limits: limits)
        var row = -1
        for box in boxes {
            while row < box.rows.lowerBound {
                builder.beginRow()
                row += 1
            }
            let start = builder.utf8.count
            let line = append(box, to: &builder.utf8)
            try builder.add(columns: box.columns, rowSpan: box.rows.count, textStart: start, line: line)
        }
        while row + 1 < rowLines.count {
            builder.beginRow()
            row += 1
        }
        return try builder.finish().table
    }
}
