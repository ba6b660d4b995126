/// What a repaired table was made of: for a text dump its rows of fields with their lines, else the tables as read.
struct WrittenOriginal {
    private let tables: [Table]
    private let language: Language

    /// `nil` when the table is as it was read.
    init?(_ document: Document, _ index: Int, _ language: Language) {
        guard document.tableSources.indices.contains(index) else { return nil }
        let sources = document.tableSources[index].filter { document.tablesAsRead.indices.contains($0) }
        guard !sources.isEmpty else { return nil }
        tables = sources.map { document.tablesAsRead[$0] }
        self.language = language
    }

    func write(isOpen: Bool, to output: inout ByteOutput) throws {
        output.writeMarkup { html in
            html.markup("<details class=\"original\"\(isOpen ? " open" : "")>")
            html.element("summary", PageWords.original(language))
        }
        for table in tables {
            output.write("<div class=\"scroll\"><table>\n")
            if let rows = table.fieldRows {
                try write(rows, to: &output)
            } else {
                try write(table, to: &output)
            }
            output.write("</table></div>\n")
        }
        output.write("</details>\n")
    }

    private func write(_ rows: FieldRows, to output: inout ByteOutput) throws {
        output.writeMarkup { html in
            html.markup("<tr><th>")
            html.text(PageWords.line(language))
            html.markup("</th></tr>\n")
        }
        for index in 0..<rows.rowCount {
            let row = rows.row(index)
            output.writeMarkup { html in
                html.markup("<tr><th class=\"number\">\(row.first.map { $0.line > 0 ? String($0.line) : "" } ?? "")</th>")
                for field in row { html.element("td", rows.text(of: field), line: false) }
                html.markup("</tr>\n")
            }
            try output.flushIfFull()
        }
    }

    private func write(_ table: Table, to output: inout ByteOutput) throws {
        var rows = RowCursor(table)
        for row in 0..<table.rowCount {
            let cells = rows.next(row)
            output.writeMarkup { html in
                html.markup("<tr>")
                for index in cells {
                    let cell = table.cells[index]
                    html.markup("<td")
                    html.spans(of: cell)
                    html.markup(">")
                    html.lines(table.utf8[cell.textRange])
                    html.markup("</td>")
                }
                html.markup("</tr>\n")
            }
            try output.flushIfFull()
        }
    }
}
