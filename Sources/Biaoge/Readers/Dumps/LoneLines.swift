/// The dump with one cell a line and no row ends.
///
///     table = cell { { empty line } cell }
///     cell  = text LF
///
/// Empty cells vanish (unless empty lines show them, see ``EmptyLineCells``), and nothing shows where a row ends, so all cells stand in one row of ``FieldRows/Layout/lines``; the
/// sequence is all there is. A table ends at a sentence, at a section title, and behind its last value, when no section
/// title ends it: the lines behind that may be a signature.
enum LoneLines {
    /// What stands between a cell and the one before it.
    private struct Gap {
        var emptyLines: Int32 = 0
        var junkLines: Int32 = 0

        /// The line ends without those behind page junk, which has its own as every cell does.
        var lineEnds: Int { Int(max(0, emptyLines - junkLines)) + 1 }
    }

    private struct Cell {
        var line: DumpLine
        var gap = Gap()
    }

    /// The cells of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard scan.mayBegin(.loneLines, with: first), isPossible(first, scan) else { return nil }
        let place = scan.cursor.here
        var cells = [Cell(line: first)]
        var gap = Gap()
        var values = 0
        var hasNumber = false
        var lastValue: (count: Int, place: DumpCursor.Mark)?
        var end = scan.cursor.here
        var endsAtTitle = false
        var endNumber = first.number + 1
        if isValue(first, scan) {
            values = 1
            hasNumber = !isNone(first, scan)
            lastValue = (1, end)
        }
        while let line = scan.cursor.next() {
            endNumber = line.number
            if line.isBlank {
                gap.emptyLines += 1
                continue
            }
            if scan.isPageJunk(line) {
                gap.junkLines += 1
                continue
            }
            guard isPossible(line, scan), cells.count < (values == 0 ? 64 : Int.max) else {
                let bytes = scan.bytes
                endsAtTitle = bytes.span.isSectionTitle(scan.trimmed(line))
                break
            }
            cells.append(Cell(line: line, gap: gap))
            gap = Gap()
            end = scan.cursor.here
            if isValue(line, scan) {
                values += 1
                hasNumber = hasNumber || !isNone(line, scan)
                lastValue = (cells.count, end)
            }
        }
        if !endsAtTitle, let lastValue {
            cells.removeSubrange(lastValue.count...)
            end = lastValue.place
        }
        guard isTable(cells: cells.count, values: values, hasNumber: hasNumber, scan) else {
            // Half of what was looked at is not looked at again, so that looking costs little even in long lists.
            scan.ruleOut(.loneLines, before: values == 0 ? endNumber : first.number + 1 + (endNumber - first.number) / 2)
            scan.cursor.goBack(to: place)
            return nil
        }
        scan.cursor.goBack(to: place)
        scan.dropPageJunk(before: end)
        let bytes = scan.bytes
        let span = bytes.span
        var rows = FieldRows(layout: .lines, utf8: bytes)
        let spacing =
            scan.emptyLinesAreCells
            ? CellSpacing(cell: 1, empty: cells.map { Int($0.gap.emptyLines) })
            : CellSpacing(lineEnds: cells.lazy.map(\.gap.lineEnds), isValue: cells.map { isValue($0.line, scan) })
        rows.reserveFields(cells.count)
        for (index, cell) in cells.enumerated() {
            if let spacing, index > 0 {
                let before = cells[index - 1].line
                for step in 0..<spacing.empty[index] {
                    rows.addField(
                        before.range.upperBound..<before.range.upperBound, line: before.number + spacing.cell * (1 + step))
                }
            }
            rows.addField(span.trimmed(cell.line.range), line: cell.line.number)
        }
        rows.endRow()
        return RepeatedLines.rows(of: rows) ?? rows
    }

    /// Whether a line can be a cell.
    private static func isPossible(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        line.tabs == 0 && line.bars == 0 && scan.isTableLike(line)
    }

    private static func isValue(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        let bytes = scan.bytes
        return bytes.span.isNumberOrBlankMark(scan.trimmed(line))
    }

    private static func isNone(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        let bytes = scan.bytes
        return bytes.span.isNone(scan.trimmed(line))
    }

    /// Whether lines are a table: in a document of this layout two values are enough, elsewhere it takes six, and a fifth of
    /// the lines: the words of a header may be wrapped over two lines and more. 无 alone is what prose says of other things, too.
    private static func isTable(cells: Int, values: Int, hasNumber: Bool, _ scan: DumpScan) -> Bool {
        scan.layout == .lines ? values >= 2 || (hasNumber && cells <= 4) : values >= 6 && values * 5 >= cells
    }
}
