/// A table of many rows and ten columns, in the formats whose speed is measured: the same bytes every time.
public struct LargeTable {
    private let rows: Int
    private let columns = 10

    /// A table of as many rows.
    public init(rows: Int) {
        self.rows = rows
    }

    /// As a word processor writes it.
    public var document: DOCXBuilder {
        let grid = String(repeating: #"<w:gridCol w:w="900"/>"#, count: columns)
        let rows = text(row: #"<w:tr w:rsidR="00A77427"><w:trPr><w:trHeight w:val="300"/></w:trPr>"#, "</w:tr>") { text in
            #"<w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p w:rsidR="00A77427" w:rsidRDefault="00A77427">"#
                + #"<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>\#(text)</w:t></w:r></w:p></w:tc>"#
        }
        return DOCXBuilder("<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl><w:p/>")
    }

    /// As a page.
    public var page: String {
        let rows = text(row: "<tr>\n", "</tr>\n") { #"<td class="c" style="text-align:center">\#($0)</td>"# + "\n" }
        return
            "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>t</title></head><body><table>\n\(rows)</table></body></html>\n"
    }

    /// As a dump with TABs between the fields.
    public var tabs: String {
        (0..<rows).map { row in (0..<columns).map { value(row, $0) }.joined(separator: "\t") + "\n" }.joined()
    }

    /// As a dump with one cell a line.
    public var cellLines: String { text(row: "", "\n") { "\t\($0)\n" } }

    private func value(_ row: Int, _ column: Int) -> String {
        column == 0 ? "第\(row)行" : String((row &* 7919 &+ column &* 104_729) % 100_000)
    }

    private func text(row open: String, _ close: String, cell: (String) -> String) -> String {
        var text = ""
        for row in 0..<rows {
            text += open
            for column in 0..<columns { text += cell(value(row, column)) }
            text += close
        }
        return text
    }
}
