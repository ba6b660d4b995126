import ArgumentParser
import Biaoge
import Files

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what an input is: format, encoding, tables, forms, and why.",
        discussion: "Example: biaoge inspect 柳湾镇.docx")

    @OptionGroup var reading: ReadingArguments

    func run() throws {
        try reading.forEachDocument(try reading.options) { read in
            try StandardStream.output.write(Array(description(of: read).utf8))
        }
    }

    private func description(of read: ReadDocument) -> String {
        let document = read.document
        let chinese = reading.language == .chinese
        var lines: [(String, String)] = []
        lines.append((chinese ? "格式" : "format", document.format.rawValue))
        if let encoding = document.encoding { lines.append((chinese ? "编码" : "encoding", encoding)) }
        for evidence in document.evidence { lines.append((chinese ? "依据" : "because", evidence.message(in: reading.language))) }
        if let title = document.title { lines.append((chinese ? "标题" : "title", title)) }
        if let issuer = document.issuer { lines.append((chinese ? "机关" : "issuer", issuer)) }
        if let year = document.year { lines.append((chinese ? "年度" : "year", String(year))) }
        for (index, table) in document.tables.enumerated() {
            let size =
                chinese ? "\(table.rowCount) 行 × \(table.columnCount) 列" : "\(table.rowCount) rows × \(table.columnCount) columns"
            var facts = [size]
            if table.kind == .layout { facts.append(chinese ? "只用于排版" : "layout only") }
            if let parent = table.parent {
                facts.append(chinese ? "在表 \(parent.table + 1) 内" : "inside table \(parent.table + 1)")
            }
            for form in document.forms where form.table == index {
                facts.append("\(form.form) \(form.part) \(Int((form.confidence * 100).rounded()))%")
            }
            lines.append((chinese ? "表 \(index + 1)" : "table \(index + 1)", facts.joined(separator: ", ")))
        }
        for finding in document.findings {
            lines.append((chinese ? "发现" : "finding", finding.line(in: reading.language)))
        }
        return "\(read.input)\n" + lines.map { "  \($0): \($1)\n" }.joined()
    }
}
