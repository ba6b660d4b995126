@testable import Biaoge

/// A page, read as it is.
func page(_ html: String, limits: Limits = Limits()) throws -> Document {
    var options = ReadingOptions()
    options.asIs = true
    options.limits = limits
    let source = Source(bytes: Array(html.utf8), detection: Detection(format: .html, encoding: "UTF-8"))
    return try HTMLReader.read(source, options: options)
}

/// A table in one line a row: cells by `|`, each with `*rows×columns` when it spans and `#` when it is a header.
func sketch(_ table: Table) -> [String] {
    (0..<table.rowCount).map { row in
        table.cells.filter { $0.row == row }.map { cell in
            let span = cell.rowSpan * cell.columnSpan > 1 ? "*\(cell.rowSpan)×\(cell.columnSpan)" : ""
            return "\(cell.column):" + table.text(of: cell).replacing("\n", with: "⏎") + span + (cell.isHeader ? "#" : "")
        }.joined(separator: "|")
    }
}

/// The first table of a page, sketched.
func firstTable(_ html: String) throws -> [String] {
    try page(html).tables.first.map(sketch) ?? []
}
