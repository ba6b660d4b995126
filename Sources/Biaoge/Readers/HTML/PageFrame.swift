/// Where text goes: the page, or a table that is open.
struct PageFrame {
    /// The table; `nil` for the page itself.
    var table: PageTable?
    /// The text of the paragraph, the cell or the caption that is open.
    var lines = TextLines()
    /// Whether text may stand here: anywhere on the page, in a table only in a cell or the caption.
    var takesText = true
    var headingLevel: Int?
    var headingStart = 0
    var isInLink = false
    var preformattedDepth = 0
    var lists = ListMarkers()
    /// The element that marks its text, when one is open, and the text of the cell that was marked.
    var openMark = OpenMark()
    var marks: [MarkedText] = []

    /// The page.
    init() {}

    /// A table that begins.
    init(table: PageTable) {
        self.table = table
        takesText = false
    }

    /// Adds text.
    mutating func append(_ text: Span<UInt8>) {
        let before = lines.utf8.count
        if preformattedDepth > 0 { lines.appendPreformatted(text) } else { lines.append(text) }
        if isInLink { table?.cell?.linkBytes += lines.utf8.count - before }
    }

    /// Forgets the text and everything that was open in it.
    mutating func clear() {
        lines.removeAll()
        (headingLevel, headingStart, isInLink, preformattedDepth) = (nil, 0, false, 0)
        openMark.end()
        marks.removeAll(keepingCapacity: true)
    }

    /// Ends the mark that is open.
    mutating func endMark() {
        guard let mark = openMark.mark else { return }
        let start = openMark.start
        openMark.end()
        let cell = table?.cell
        // Offsets in the text are kept where a table stands in it.
        guard start < lines.utf8.count, cell?.holdsTable != true else { return }
        if cell != nil {
            marks.append(MarkedText(mark: mark, range: start..<lines.utf8.count))
        } else if mark == .raised {
            if start > 0, lines.utf8[start - 1].isDigit { lines.rewrite { $0.raiseDigits(from: start) } }
        } else {
            // The text may be a table that is typed.
            lines.rewrite { $0.setApart([MarkedText(mark: mark, range: start..<$0.count)]) }
        }
    }

    /// Sets apart what was marked in the cell that ends.
    mutating func settleMarks() {
        endMark()
        guard !marks.isEmpty, let cell = table?.cell, !cell.holdsTable else { return }
        if let last = table?.marks.last, last.row == cell.row, last.column == cell.column { return }
        lines.rewrite { $0.setApart(marks) }
    }

    /// Marks the text since the heading began, when it is a cell's.
    mutating func markHeading() {
        guard let level = headingLevel, let cell = table?.cell, lines.utf8.count > headingStart else { return }
        table?.marks.append(
            FlowMark(
                row: cell.row, column: cell.column, offset: headingStart, content: .heading(level: level, end: lines.utf8.count)))
        headingStart = lines.utf8.count
    }
}
