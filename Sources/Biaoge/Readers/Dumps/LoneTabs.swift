/// A page's table as browsers copy it when its cells hold paragraphs (`innerText` of the HTML standard): a TAB on a line of its own
/// between cells.
///
///     row      = cell { gap TAB gap cell }
///     gap      = line end { line end }, equally many about every TAB
///     row end  = more line ends than in a gap
///     cell     = nothing | text { gap text }
///
/// What a merged cell covers has no field. Where a cell's only character was white space that is gone, two TABs stand two gaps apart.
enum LoneTabs {
    /// A text or a TAB, with the number of line ends in front of it.
    private struct Item {
        let line: DumpLine
        let isTab: Bool
        let lineEnds: Int
        let place: DumpCursor.Mark
    }

    /// Whether a dump may have such tables: a TAB ends a line somewhere.
    static func mayBe(in bytes: [UInt8]) -> Bool {
        let span = bytes.span
        var start = 0
        while let tab = span.firstOffset(of: .tab, from: start) {
            if tab + 1 < span.count, span[tab + 1] == .lineFeed { return true }
            start = tab + 1
        }
        return false
    }

    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard scan.mayHaveLoneTabs, scan.mayBegin(.loneTabs, with: first), begins(first, scan) else { return nil }
        let place = scan.cursor.here
        let items = items(from: first, &scan)
        var cells = Cells(bytes: scan.bytes, gap: gap(items))
        for (index, item) in items.enumerated() {
            guard
                cells.add(item.line, isTab: item.isTab, lineEnds: item.lineEnds, isBehindTab: index > 0 && items[index - 1].isTab)
            else { break }
            scan.cursor.goBack(to: item.place)
        }
        guard let rows = cells.table else {
            scan.ruleOut(.loneTabs, before: (items.last?.line.number ?? first.number) + 1)
            scan.cursor.goBack(to: place)
            return nil
        }
        return rows
    }

    /// Whether TABs alone and a text without one follow a line, or the line after it.
    private static func begins(_ first: DumpLine, _ scan: DumpScan) -> Bool {
        guard first.tabs == 0, first.bars == 0, scan.isTableLike(first) else { return false }
        var cursor = scan.cursor
        var texts = 1
        var tabs = 0
        while texts < 3, tabs < 64, let line = cursor.next() {
            if line.isBlank { continue }
            if isLoneTab(line, scan) {
                tabs += 1
            } else {
                guard line.tabs == 0 else { return false }
                if tabs > 0 { return true }
                texts += 1
            }
        }
        return false
    }

    private static func isLoneTab(_ line: DumpLine, _ scan: DumpScan) -> Bool {
        line.tabs == 1 && scan.trimmed(line).isEmpty
    }

    /// The texts and TABs from a line on, as far as they can be a table.
    private static func items(from first: DumpLine, _ scan: inout DumpScan) -> [Item] {
        var items = [Item(line: first, isTab: false, lineEnds: 0, place: scan.cursor.here)]
        var lineEnds = 1
        while let line = scan.cursor.next() {
            // A line of white space is a cell, a line of nothing is none.
            if !line.range.isEmpty {
                let isTab = isLoneTab(line, scan)
                guard isTab || line.tabs == 0 && line.bars == 0 && (line.isBlank || scan.isTableLike(line)) else { break }
                items.append(Item(line: line, isTab: isTab, lineEnds: lineEnds, place: scan.cursor.here))
                lineEnds = 0
            }
            lineEnds += 1
        }
        return items
    }

    /// How many line ends stand between most texts and the TABs behind them; in front of texts rows may end.
    private static func gap(_ items: [Item]) -> Int {
        let inFront = zip(items, items.dropFirst()).lazy.filter { !$0.isTab && $1.isTab }
        return inFront.map(\.1.lineEnds).mostFrequent(ofSeveral: <) ?? 1
    }
}

extension LoneTabs {
    /// The cells found so far.
    private struct Cells {
        let gap: Int
        private var rows: FieldRows
        /// The lines of the cell that is being made.
        private var texts: [DumpLine] = []
        private var line = 0
        private var tabs = 0
        private var rowsWithTabs = 0

        init(bytes: [UInt8], gap: Int) {
            self.gap = gap
            rows = FieldRows(layout: .tabs, utf8: bytes)
        }

        /// Adds a text or a TAB; answers whether it can be of the table.
        mutating func add(_ line: DumpLine, isTab: Bool, lineEnds: Int, isBehindTab: Bool) -> Bool {
            let isEmptyCell = isTab && isBehindTab && lineEnds == 2 * gap
            if lineEnds > gap, !isEmptyCell {
                endRow()
            } else if !isTab, !isBehindTab, let last = texts.last {
                // Nothing but what a narrow cell cut off stands below a number, and no number below words.
                guard isValue(last) == isValue(line) else { return false }
            }
            if isTab {
                endField(line.number)
                tabs += 1
            } else {
                texts.append(line)
            }
            return true
        }

        /// The rows, where TABs make several a table.
        var table: FieldRows? {
            var all = self
            all.endRow()
            return all.rowsWithTabs > 1 ? all.rows : nil
        }

        private func isValue(_ line: DumpLine) -> Bool {
            rows.utf8.span.isNumberOrBlankMark(rows.utf8.span.trimmed(line.range))
        }

        private mutating func endField(_ number: Int) {
            let bytes = rows.utf8
            let pieces = texts.map { bytes.span.trimmed($0.range) }.filter { !$0.isEmpty }
            let line = texts.first?.number ?? number
            if pieces.count > 1 {
                rows.addField(pieces: pieces, of: bytes, line: line)
            } else {
                rows.addField(pieces.first ?? 0..<0, line: line)
            }
            self.line = line
            texts = []
        }

        private mutating func endRow() {
            guard tabs > 0 || !texts.isEmpty else { return }
            endField(line)
            rows.endRow()
            rowsWithTabs += tabs > 0 ? 1 : 0
            tabs = 0
        }
    }
}
