/// A table of a page: spans kept, values marked with their state and its reason, and beside it the table as the source has it.
struct WrittenTable {
    /// Above this many, the remarks stand behind a fold.
    private static let openRemarks = 12

    private let document: Document
    private let index: Int
    private let table: Table
    private let remarks: [Int: [String]]
    private let language: Language
    /// For values that have a remark below the table, by their index: its number.
    private let numbers: [Int: Int]

    /// The table with that index, and the remarks on values by their index.
    init(_ document: Document, _ index: Int, _ remarks: [Int: [String]], _ language: Language) {
        self.document = document
        self.index = index
        self.remarks = remarks
        self.language = language
        table = document.tables[index].replacingValues { _, value in document.values[value].number }
        var numbers: [Int: Int] = [:]
        for value in table.valueIndexes where value >= 0 && document.values[Int(value)].state.isRemarkable {
            numbers[Int(value)] = numbers.count + 1
        }
        self.numbers = numbers
    }

    func write(to output: inout ByteOutput) throws {
        let original = WrittenOriginal(document, index, language)
        output.writeMarkup { html in
            html.markup(original == nil ? "<figure>\n" : "<div class=\"pair\">\n<figure>\n")
            if let caption = table.caption { html.element("figcaption", caption) }
            html.markup("<div class=\"scroll\"><table>\n")
        }
        try writeRows(to: &output)
        output.writeMarkup { html in
            html.markup("</table></div>\n")
            writeLegend(to: &html)
            writeRemarks(to: &html)
            html.markup("</figure>\n")
        }
        guard let original else { return }
        try original.write(isOpen: !numbers.isEmpty, to: &output)
        output.write("</div>\n")
    }

    private func writeRows(to output: inout ByteOutput) throws {
        var rows = RowCursor(table)
        for row in 0..<table.rowCount {
            let cells = rows.next(row)
            output.writeMarkup { html in
                html.markup("<tr>")
                for index in cells { write(index, to: &html) }
                html.markup("</tr>\n")
            }
            try output.flushIfFull()
        }
    }

    private func write(_ index: Int, to html: inout MarkupText) {
        let cell = table.cells[index]
        let tag = cell.isHeader ? "th" : "td"
        let text = table.utf8[cell.textRange]
        let value = index < table.valueIndexes.count ? Int(table.valueIndexes[index]) : -1
        let state = value >= 0 ? document.values[value].state : nil
        html.markup("<\(tag)")
        html.spans(of: cell)
        var classes = state.map { [$0.rawValue] } ?? []
        if state != nil || GeneralNumber.shows(text) { classes.append("number") }
        if !classes.isEmpty { html.markup(" class=\"\(classes.joined(separator: " "))\"") }
        if let lines = remarks[value] {
            html.markup(" title=\"")
            html.text(lines.joined(separator: "\n"))
            html.markup("\"")
        }
        html.markup(">")
        html.lines(text)
        if let state, state == .missing || state == .ambiguous {
            html.markup("<small>")
            html.text(state.word(language))
            html.markup("</small>")
        }
        if let number = numbers[value] {
            html.markup("<sup><a href=\"#t\(self.index + 1)r\(number)\">\(document.values[value].state.mark)</a></sup>")
        }
        html.markup("</\(tag)>")
    }

    /// Writes what the colours mean, of the states that the table has.
    private func writeLegend(to html: inout MarkupText) {
        let present = Set(table.valueIndexes.compactMap { $0 >= 0 ? document.values[Int($0)].state : nil })
        let states = Value.State.allCases.filter { present.contains($0) && $0 != .read && $0 != .absent }
        guard !states.isEmpty else { return }
        html.markup("<ul class=\"legend\">")
        for state in states {
            html.markup("<li><b class=\"\(state.rawValue)\">")
            html.text([state.word(language), state.mark].filter { !$0.isEmpty }.joined(separator: " "))
            html.markup("</b> ")
            html.text(state.explanation(language))
            html.markup("</li>")
        }
        html.markup("</ul>\n")
    }

    private func writeRemarks(to html: inout MarkupText) {
        guard !numbers.isEmpty else { return }
        html.markup("<details class=\"remarks\"\(numbers.count <= Self.openRemarks ? " open" : "")>")
        html.element("summary", PageWords.remarks(language, String(numbers.count)))
        html.markup("<ol>\n")
        for (value, number) in numbers.sorted(by: { $0.value < $1.value }) {
            html.markup("<li id=\"t\(index + 1)r\(number)\"><b>")
            html.text(document.values[value].label)
            html.markup("</b> ")
            html.lines(Array((remarks[value] ?? []).joined(separator: "\n").utf8)[...])
            html.markup("</li>\n")
        }
        html.markup("</ol></details>\n")
    }
}

extension MarkupText {
    /// Writes the attributes for what a cell spans.
    mutating func spans(of cell: Cell) {
        if cell.rowSpan > 1 { markup(" rowspan=\"\(cell.rowSpan)\"") }
        if cell.columnSpan > 1 { markup(" colspan=\"\(cell.columnSpan)\"") }
    }
}

extension Value.State {
    /// Whether a value of this state has a reason of its own, which stands below the table.
    fileprivate var isRemarkable: Bool { !mark.isEmpty }

    /// What stands behind a value of this state; no digit, which could be read as one of the value's.
    fileprivate var mark: String {
        switch self {
        case .repaired: "↻"
        case .derived: "Σ"
        case .corrected: "✎"
        case .ambiguous: "?"
        case .read, .blank, .missing, .absent: ""
        }
    }
}
