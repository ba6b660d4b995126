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
