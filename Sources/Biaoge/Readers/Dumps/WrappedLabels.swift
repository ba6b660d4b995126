/// Puts labels that are wrapped over several lines back in front of their values.
///
/// A converter prints the values of a row at the middle of its height, so the lines of a long label stand above and below:
///
///     （二）部分公开（区分处理的，
///                                  2  0  1
///     只计这一情形，不计其他情形）
///
/// Which lines of text between two rows belong to which follows from two rules. A piece that begins with the number of an
/// item begins a label, so it belongs to the row below. Otherwise a row takes as many pieces below as it has above (it
/// stands in the middle), and a row whose values stand beside the first piece takes those below when the next row begins with
/// a number of its own. What stays over is a row by itself: headers, and labels of groups.
enum WrappedLabels {
    /// The rows of fields; the pieces of a label stand in one field, parted by LF.
    static func rows(of source: [SpaceLine], in bytes: [UInt8]) -> FieldRows {
        var lines: [SpaceLine] = []
        lines.reserveCapacity(source.count)
        for line in source {
            if let last = lines.indices.last, lines[last].rests.isEmpty, lines[last].take(line, in: bytes) { continue }
            lines.append(line)
        }
        let header = HeaderPieces.find(in: lines[...], bytes)
        // Where labels are marked, the place of their pieces tells more than their order.
        if let first = ColumnLabels.firstMarkedLine(lines, in: bytes) {
            var rows = rows(byOrder: Array(lines[..<first]), header, in: bytes)
            if addMarked(lines[first...], in: bytes, to: &rows) { return rows }
        }
        return rows(byOrder: lines, header, in: bytes)
    }

    /// Adds the rows of lines whose labels are marked, and the headers that stand again among them; answers whether all could be told.
    private static func addMarked(_ marked: ArraySlice<SpaceLine>, in bytes: [UInt8], to rows: inout FieldRows) -> Bool {
        let keepColumns = ColumnLabels.keepColumns(marked)
        func addRows(of lines: ArraySlice<SpaceLine>) -> Bool {
            keepColumns ? ColumnLabels.rows(of: lines, in: bytes, to: &rows) : MarkedLabels.rows(of: lines, in: bytes, to: &rows)
        }
        var headers = keepColumns ? HeaderPieces.findAgain(in: marked, bytes)[...] : []
        var start = marked.startIndex
        for index in marked.indices where index >= start {
            let header = headers.first?.lines.startIndex == index ? headers.popFirst() : nil
            guard header != nil || marked[index].isHeaderBehindBreak(in: bytes) else { continue }
            guard addRows(of: marked[start..<index]) else { return false }
            if marked[index].followsBreak { rows.startPiece() }
            if let header { header.addRow(to: &rows) } else { add([marked[index]], values: marked[index], to: &rows, bytes) }
            start = header?.lines.endIndex ?? index + 1
        }
        return addRows(of: marked[start...])
    }

    private static func rows(
        byOrder lines: [SpaceLine], _ header: HeaderPieces?, in bytes: [UInt8]
    ) -> FieldRows {
        var rows = FieldRows(layout: .spaces)
        var index = 0
        while index < lines.count {
            if lines[index].followsBreak { rows.startPiece() }
            if let header, header.lines.startIndex == index {
                header.addRow(to: &rows)
                index = header.lines.endIndex
                continue
            }
            let above = piecesAbove(index, lines)
            let anchor = index + above
            guard anchor < lines.count, lines[anchor].kind != .text else {
                add([lines[index]], values: nil, to: &rows, bytes)
                index += 1
                continue
            }
            let below = piecesBelow(anchor, above: above, lines)
            add(Array(lines[index...(anchor + below)]), values: lines[anchor], to: &rows, bytes)
            index = anchor + below + 1
        }
        return rows
    }

    /// How many lines of text from `index` on are the upper part of the label of the row under them; 0 when the line itself
    /// is a row, or a row of its own.
    private static func piecesAbove(_ index: Int, _ lines: [SpaceLine]) -> Int {
        guard lines[index].kind == .text, lines[index].labels.count == 1 || lines[index].isMarked else { return 0 }
        var anchor = index + 1
        while anchor < lines.count, anchor - index < 6, lines[anchor].kind == .text {
            // Another label begins, or a row of headers stands between.
            if lines[anchor].followsBreak || lines[anchor].isMarked || lines[anchor].labels.count > 1 { return 0 }
            anchor += 1
        }
        guard anchor < lines.count, anchor - index < 6, !lines[anchor].followsBreak else { return 0 }
        switch lines[anchor].kind {
        case .text: return 0
        case .values: return lines[index].isMarked || anchor == index + 1 ? anchor - index : 0
        case .row: return lines[index].isMarked && !lines[anchor].isMarked && lines[anchor].labels.count == 1 ? anchor - index : 0
        }
    }

    /// How many lines of text under a row are the lower part of its label.
    private static func piecesBelow(_ anchor: Int, above: Int, _ lines: [SpaceLine]) -> Int {
        var end = anchor + 1
        while end < lines.count, lines[end].kind == .text, !lines[end].followsBreak, !lines[end].isMarked,
            lines[end].labels.count == 1
        {
            end += 1
        }
        let pieces = end - anchor - 1
        guard pieces > 0 else { return 0 }
        let endsGroup = end == lines.count || lines[end].followsBreak || lines[end].isMarked
        let isBegun = above > 0 || lines[anchor].isMarked
        // No other label can claim the pieces: the next one begins with its own number, or there is none.
        if endsGroup, isBegun { return pieces }
        return min(above, pieces)
    }

    private static func add(_ lines: [SpaceLine], values line: SpaceLine?, to rows: inout FieldRows, _ bytes: [UInt8]) {
        let labelLines = lines.filter { !$0.labels.isEmpty }
        if lines.count == 1 || labelLines.count == 1 {
            for line in labelLines {
                for label in line.labels { append(label, line.number, to: &rows, bytes) }
            }
        } else if let first = labelLines.first {
            let start = rows.utf8.count
            for (index, line) in labelLines.enumerated() {
                if index > 0 { rows.utf8.append(.lineFeed) }
                for label in line.labels { rows.utf8.append(contentsOf: bytes[label]) }
            }
            rows.addField(textStart: start, line: first.number)
        }
        for index in line?.values.indices ?? 0..<0 {
            let start = rows.utf8.count
            rows.utf8 += line?.text(ofValue: index, in: bytes) ?? []
            rows.addField(textStart: start, line: line?.number ?? 0)
        }
        rows.endRow()
    }

    private static func append(_ range: Range<Int>, _ line: Int, to rows: inout FieldRows, _ bytes: [UInt8]) {
        let start = rows.utf8.count
        rows.utf8.append(contentsOf: bytes[range])
        rows.addField(textStart: start, line: line)
    }
}
