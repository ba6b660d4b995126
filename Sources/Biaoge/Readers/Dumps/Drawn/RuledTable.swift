/// The table whose columns are shown by rules of dashes, without a border around its cells: pandoc's simple and multiline tables, and the
/// simple tables of reStructuredText.
///
///     table   = [ line rule | rule ] [ header ] columns rows [ columns | line rule ]
///     columns = dashes { blanks dashes }       a run of dashes for each column: `------ ---- ----`
///     line rule = dashes
///
/// A column reaches from the beginning of its dashes to that of the next; what stands in the blanks between two runs shows that the lines
/// were not drawn so, and then nothing is certain. Where empty lines stand between rows, a row may take several lines; elsewhere every
/// line is a row. A cell that spans is written once, with nothing in the columns that it covers.
enum RuledTable {
    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard scan.mayBegin(.rules, with: first), first.tabs == 0, first.bars == 0 else { return nil }
        let bytes = scan.bytes
        let span = bytes.span
        let place = scan.cursor.here
        let isRule = span.isRule(first.range)
        // A header above its rule, when there is no rule above it.
        if !isRule {
            guard let next = scan.cursor.peek(), span.isColumnRule(next.range), scan.isTableLike(first) else { return nil }
        }
        let lines = lines(from: first, &scan)
        let read = RuledColumns.rows(lines, in: bytes)
        if read == nil {
            scan.cursor.goBack(to: place)
            scan.ruleOut(.rules, before: (lines.last?.number ?? first.number) + (lines.count > 1 ? 0 : 1))
        }
        return read
    }

    /// The lines up to the rule that ends the table, or to the empty line that ends one without.
    private static func lines(from first: DumpLine, _ scan: inout DumpScan) -> [DumpLine] {
        let bytes = scan.bytes
        let span = bytes.span
        var lines = [first]
        var rules: [DumpLine] = span.isRule(first.range) ? [first] : []
        let beginsWithRule = !rules.isEmpty
        var end = scan.cursor.here
        while let line = scan.cursor.next() {
            guard line.tabs == 0, line.bars == 0, !line.startsPage else { break }
            if line.isBlank, !beginsWithRule { break }
            lines.append(line)
            end = scan.cursor.here
            // In tables of equals signs, dashes only underline what spans.
            guard span.isRule(line.range), !beginsWithRule || span.ruleMark(line.range) == span.ruleMark(first.range) else {
                continue
            }
            rules.append(line)
            if ends(rules, beginsWithRule, scan) { break }
        }
        scan.cursor.goBack(to: end)
        return lines
    }

    /// Whether the last of some rules ends the table.
    private static func ends(_ rules: [DumpLine], _ beginsWithRule: Bool, _ scan: DumpScan) -> Bool {
        guard beginsWithRule, let last = rules.last, rules.count > 1 else { return false }
        if rules.count > 2 { return true }
        let bytes = scan.bytes
        let span = bytes.span
        // Two rules: the second is under the headers when it alone shows the columns, or when no empty line follows.
        if !span.isColumnRule(rules[0].range) { return !span.isColumnRule(last.range) }
        return scan.cursor.peek().map(\.isBlank) ?? true
    }
}

extension Span<UInt8> {
    /// Whether a line has nothing but runs of dashes (or of equals signs), of which the longest is long enough to rule a table.
    func isRule(_ range: Range<Int>) -> Bool { runsOfDashes(range) > 0 }

    /// Whether a line has several runs of dashes, one for each column.
    func isColumnRule(_ range: Range<Int>) -> Bool { runsOfDashes(range) > 1 }

    /// The byte that a rule consists of.
    func ruleMark(_ range: Range<Int>) -> UInt8 {
        for offset in range where self[offset] > 0x20 { return self[offset] }
        return 0
    }

    /// How many runs of dashes a line has, when it has nothing else, each has two or more, and the longest three or more.
    private func runsOfDashes(_ range: Range<Int>) -> Int {
        var runs = 0
        var length = 0
        var longest = 0
        var mark: UInt8 = 0
        for offset in range {
            let byte = self[offset]
            if byte == .space || byte == 0x0D {
                if length == 1 { return 0 }
                length = 0
                continue
            }
            guard byte == .hyphen || byte == 0x3D, mark == 0 || byte == mark else { return 0 }
            mark = byte
            if length == 0 { runs += 1 }
            length += 1
            longest = Swift.max(longest, length)
        }
        return length != 1 && longest > 2 ? runs : 0
    }
}
