import TestSupport

@testable import Biaoge

/// A report as a page or a Word document, whose tables state their spans.
struct MarkedUpReport {
    private let report: GeneratedReport
    private let layout: SourceLayout

    init(_ report: GeneratedReport, _ layout: SourceLayout) {
        self.report = report
        self.layout = layout
    }

    var html: String {
        let isInside = report.isInsideLayoutTable
        var text = "<html><head><title>\(report.title)</title></head><body>\n"
        if isInside {
            text += "<table><tr><td>索引号</td><td>01148</td><td>发布日期</td><td>2022-01-20</td></tr></table>\n<table><tr><td>\n"
        }
        text += "<h1>\(report.title)</h1>\n" + Self.paragraphs(SourceLayout.opening)
        for table in report.tables {
            text += "<p>\(table.title)</p>\n"
            for piece in Self.pieces(table) {
                text += "<table>\n" + piece.indices.map { htmlRow($0, of: piece, table) }.joined() + "</table>\n"
            }
        }
        text += SourceLayout.closing.map(Self.paragraphs).joined()
        return text + (isInside ? "</td></tr></table>" : "") + "</body></html>\n"
    }

    var docx: [UInt8] {
        var body = paragraph(report.title)
        for line in SourceLayout.opening.split(separator: "\n") { body += paragraph(String(line)) }
        for table in report.tables {
            body += paragraph(table.title)
            for piece in Self.pieces(table) {
                let grid = String(repeating: "<w:gridCol/>", count: table.part.table.columnCount)
                body += "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>"
                body += piece.map { Self.docxRow($0, table) }.joined() + "</w:tbl>"
                body += paragraph("")
            }
        }
        for line in SourceLayout.closing { body += paragraph(line) }
        return DOCXBuilder(body).bytes
    }

    private static func paragraphs(_ text: String) -> String {
        text.split(separator: "\n").map { "<p>\($0)</p>\n" }.joined()
    }

    /// The rows between page breaks; each piece is a table of its own.
    private static func pieces(_ table: GeneratedReport.PrintedTable) -> [[GeneratedReport.Row]] {
        var pieces: [[GeneratedReport.Row]] = [[]]
        for row in table.rows {
            if row.breaksBefore, !pieces[pieces.count - 1].isEmpty { pieces.append([]) }
            pieces[pieces.count - 1].append(row)
        }
        return pieces
    }

    /// A label over two lines, when it is cut.
    private static func lines(_ label: GeneratedReport.Label, _ row: GeneratedReport.Row, break mark: String) -> String {
        guard row.isWrapped, label.text.count > 5 else { return label.text.replacing("\n", with: mark) }
        let (head, tail) = TextTable.cut(label.text)
        return head + mark + tail
    }

    private func htmlRow(_ index: Int, of piece: [GeneratedReport.Row], _ table: GeneratedReport.PrintedTable) -> String {
        let row = piece[index]
        var text = row.linesBefore.map { "<tr><td colspan=\(table.part.table.columnCount)>\($0)</td></tr>\n" }.joined()
        text += "<tr>"
        func add(_ content: String, _ span: Int, _ rows: Int = 1) {
            text += "<td" + (span > 1 ? " colspan=\(span)" : "") + (rows > 1 ? " rowspan=\(rows)" : "") + ">\(content)</td>"
        }
        for label in row.labels {
            let content = Self.lines(label, row, break: "<br>")
            guard layout == .html else {
                add(content, label.span)
                continue
            }
            if label.isCovered, Self.reaches(label.cell, into: index, of: piece) { continue }
            var rows = 1
            while index + rows < piece.count, Self.reaches(label.cell, into: index + rows, of: piece) { rows += 1 }
            add(content, label.span, rows)
        }
        for value in row.values { add(value.text, value.span) }
        for _ in 0..<row.trailing { add("", 1) }
        return text + "</tr>\n"
    }

    /// Whether a cell of the row above reaches down into a row of a piece.
    private static func reaches(_ cell: Int, into index: Int, of piece: [GeneratedReport.Row]) -> Bool {
        guard index > 0, piece[index].linesBefore.isEmpty else { return false }
        return piece[index].labels.contains { $0.cell == cell && $0.isCovered && $0.text.isEmpty }
            && piece[index - 1].labels.contains { $0.cell == cell }
    }

    private static func docxRow(_ row: GeneratedReport.Row, _ table: GeneratedReport.PrintedTable) -> String {
        var text = row.linesBefore.map { "<w:tr>\(cell($0, span: table.part.table.columnCount))</w:tr>" }.joined()
        text += "<w:tr>"
        for label in row.labels {
            let isFirst = !label.isCovered || !label.text.isEmpty
            text += cell(
                lines(label, row, break: "</w:t><w:br/><w:t>"), span: label.span,
                properties: isFirst ? #"<w:vMerge w:val="restart"/>"# : "<w:vMerge/>")
        }
        for value in row.values { text += cell(value.text, span: value.span) }
        for _ in 0..<row.trailing { text += cell("") }
        return text + "</w:tr>"
    }
}
