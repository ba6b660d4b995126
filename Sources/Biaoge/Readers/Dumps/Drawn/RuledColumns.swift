/// Cuts the lines of a table at its rule of columns.
enum RuledColumns {
    /// The rows between the rules; `nil` when a line has text where the columns meet, whatever a character's width, or when rows cannot
    /// be told from lines.
    static func rows(_ lines: [DumpLine], in bytes: [UInt8]) -> FieldRows? {
        let span = bytes.span
        guard let rule = lines.first(where: { span.isColumnRule($0.range) }) else { return nil }
        let columns = columns(of: rule.range, span)
        guard columns.count <= 200, lines.contains(where: { !$0.isBlank && !span.isRule($0.range) }) else { return nil }
        for width in TextWidth.allCases {
            var cut: [[Range<Int>]] = []
            cut.reserveCapacity(lines.count)
            for line in lines {
                let isText = !line.isBlank && !span.isRule(line.range)
                guard let cells = isText ? cells(line.range, columns, span, width) : [] else { break }
                cut.append(cells)
            }
            if cut.count == lines.count { return rows(lines, cut, columns.count, bytes) }
        }
        return nil
    }

    /// Where each column begins, and where its dashes end.
    private static func columns(of rule: Range<Int>, _ span: Span<UInt8>) -> [Range<Int>] {
        var columns: [Range<Int>] = []
        var start = -1
        for offset in rule.lowerBound...rule.upperBound {
            let isDash = offset < rule.upperBound && span[offset] != .space && span[offset] != 0x0D
            if isDash, start < 0 { start = offset }
            if !isDash, start >= 0 {
                columns.append((start - rule.lowerBound)..<(offset - rule.lowerBound))
                start = -1
            }
        }
        return columns
    }

    /// The text of a line in each column; `nil` when there is text in front of the first, or between two.
    private static func cells(_ line: Range<Int>, _ columns: [Range<Int>], _ span: Span<UInt8>, _ width: TextWidth) -> [Range<
        Int
    >]? {
        var cells = [Range<Int>](repeating: line.upperBound..<line.upperBound, count: columns.count)
        var isCertain = true
        var column = 0
        span.forEachCharacter(of: line, width: width) { offset, position in
            guard span.whiteSpaceLength(at: offset, before: line.upperBound) == 0 || span[offset] >= 0xC2, isCertain else {
                return
            }
            while column + 1 < columns.count, position >= columns[column + 1].lowerBound { column += 1 }
            // Behind the last column nothing is ruled; between two there is a blank.
            guard position >= columns[column].lowerBound, position < columns[column].upperBound || column + 1 == columns.count
            else {
                isCertain = false
                return
            }
            let end = offset + span.characterLength(at: offset, before: line.upperBound)
            cells[column] = cells[column].isEmpty ? offset..<end : cells[column].lowerBound..<end
        }
        return isCertain ? cells : nil
    }

    /// Puts lines together to rows.
    private static func rows(_ lines: [DumpLine], _ cut: [[Range<Int>]], _ columnCount: Int, _ bytes: [UInt8]) -> FieldRows? {
        let span = bytes.span
        let last = lines.lastIndex { !$0.isBlank && !span.isRule($0.range) } ?? 0
        let first = lines.firstIndex { !$0.isBlank && !span.isRule($0.range) } ?? 0
        let hasBlanks = lines[first...last].contains(where: \.isBlank)
        var groups: [Range<Int>] = []
        var start = first
        var isHeader =
            lines[...first].contains { span.isRule($0.range) } && lines[first...last].contains { span.isRule($0.range) }
        for index in first...(last + 1) {
            let isText = index <= last && !cut[index].isEmpty
            let endsHeader = isHeader && index <= last && span.isRule(lines[index].range)
            // Headers under a rule take several lines; rows do so only where empty lines part them.
            if !isText || !(hasBlanks || isHeader) || index > last {
                let end = isText ? index + 1 : index
                if end > start { groups.append(start..<min(end, last + 1)) }
                start = index + 1
            }
            if endsHeader { isHeader = false }
        }
        var rows = FieldRows(layout: .pipes)
        for group in groups where !group.isEmpty {
            for column in 0..<columnCount {
                let texts = group.filter { !cut[$0][column].isEmpty }
                // A value on each of several lines: these are rows of their own, or a number was cut.
                if texts.count(where: { span.isNumberOrBlankMark(cut[$0][column]) }) > 1 { return nil }
                let begin = rows.utf8.count
                for index in texts {
                    if rows.utf8.count > begin { rows.utf8.append(.lineFeed) }
                    rows.utf8 += bytes[span.unmarked(cut[index][column])]
                }
                rows.addField(textStart: begin, line: lines[texts.first ?? group.lowerBound].number)
            }
            rows.endRow()
        }
        return rows.rowCount > 1 ? rows : nil
    }
}
