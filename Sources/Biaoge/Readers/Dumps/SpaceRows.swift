/// The dump laid out by spaces, as `pdftotext` prints a page (with and without `-layout`).
///
///     table    = line { line | empty line }
///     line     = header | row | label piece
///     row      = label { gap label } gap value { gap value }
///     header   = words parted by gaps
///     value    = a number, or a mark for none; values are parted by any white space
///     gap      = two blanks or more; one blank where the line has no wider gap
///
/// A label may be wrapped over the lines around its values (``WrappedLabels``). Empty cells vanish. Empty lines inside
/// a table only start a piece: `pdftotext` prints one wherever rows stand a little apart. The table ends at a sentence,
/// at a section title, and behind the last line with values.
enum SpaceRows {
    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard scan.mayBegin(.spaces, with: first), isPossible(first, scan) else { return nil }
        let place = scan.cursor.here
        var lines = SpaceLine.rows(of: first, in: scan.bytes, followsBreak: false)
        var lastValues: (count: Int, place: DumpCursor.Mark)?
        if lines.contains(where: { !$0.values.isEmpty }) { lastValues = (lines.count, place) }
        var tailIsOpen = true
        var followsBreak = false
        var endNumber = first.number
        while let line = scan.cursor.next() {
            endNumber = line.number
            followsBreak = followsBreak || line.startsPage || line.isBlank
            if line.isBlank { continue }
            if scan.isPageJunk(line) {
                followsBreak = true
                continue
            }
            guard isPossible(line, scan), lines.count < (lastValues == nil ? 48 : Int.max) else { break }
            let parsed = SpaceLine.rows(of: line, in: scan.bytes, followsBreak: followsBreak)
            lines += parsed
            // The lines right behind the last values may be the rest of its label.
            if parsed.contains(where: { !$0.values.isEmpty }) {
                lastValues = (lines.count, scan.cursor.here)
                tailIsOpen = true
            } else if let parsed = parsed.first, tailIsOpen, !followsBreak, !parsed.isMarked, parsed.labels.count == 1,
                lastValues != nil
            {
                lastValues = (lines.count, scan.cursor.here)
            } else {
                tailIsOpen = false
            }
            followsBreak = false
        }
        guard let lastValues, isTable(lines.prefix(lastValues.count), scan) else {
            // Half of what was looked at is not looked at again, so that looking costs little even in long lists.
            scan.ruleOut(
                .spaces,
                before: lastValues == nil ? max(endNumber, first.number + 1) : first.number + 1 + (endNumber - first.number) / 2)
            scan.cursor.goBack(to: place)
            return nil
        }
        scan.cursor.goBack(to: place)
        scan.dropPageJunk(before: lastValues.place)
        return WrappedLabels.rows(of: Array(lines.prefix(lastValues.count)), in: scan.bytes)
    }

    /// Whether a line can belong to such a table at all.
    private static func isPossible(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        line.tabs == 0 && line.bars == 0 && scan.isTableLike(line) && !CommaRows.isFilled(line.range, scan.bytes.span)
    }

    /// Whether lines are a table: in a document of this layout one row is enough, elsewhere it takes three rows of two
    /// values, of which half or more have the same number.
    private static func isTable(_ lines: ArraySlice<SpaceLine>, _ scan: DumpScan) -> Bool {
        if scan.layout == .spaces { return lines.contains { $0.kind == .row || $0.values.count > 1 } }
        if scan.layout == .lines { return false }
        let widths = lines.map(\.values.count).filter { $0 > 1 }
        guard widths.count > 2 else { return false }
        return widths.contains { width in widths.filter { $0 == width }.count * 2 >= widths.count }
    }
}
