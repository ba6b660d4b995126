import ArgumentParser
import Biaoge
import Files

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(.inspect)

    @OptionGroup var reading: ReadingArguments

    func run() throws {
        try reading.forEachDocument(try reading.options) { read in
            try StandardStream.output.write(Array(description(of: read).utf8))
        }
    }

    private func description(of read: ReadDocument) -> String {
        let document = read.document
        let language = reading.language
        var lines: [(String, String)] = []
        lines.append((language.say("格式", "format"), document.format.rawValue))
        if let encoding = document.encoding { lines.append((language.say("编码", "encoding"), encoding)) }
        for evidence in document.evidence { lines.append((language.say("依据", "because"), evidence.message(in: language))) }
        if let title = document.title { lines.append((language.say("标题", "title"), title)) }
        if let issuer = document.issuer { lines.append((language.say("机关", "issuer"), issuer)) }
        if let year = document.year { lines.append((language.say("年度", "year"), String(year))) }
        for (index, table) in document.tables.enumerated() {
            let size = language.say(
                "\(table.rowCount) 行 × \(table.columnCount) 列", "\(table.rowCount) rows × \(table.columnCount) columns")
            var facts = [size]
            if table.kind == .layout { facts.append(language.say("只用于排版", "layout only")) }
            if let parent = table.parent {
                facts.append(language.say("在表 \(parent.table + 1) 内", "inside table \(parent.table + 1)"))
            }
            for form in document.forms where form.table == index {
                facts.append("\(form.form) \(form.part) \(Int((form.confidence * 100).rounded()))%")
            }
            lines.append((language.say("表 \(index + 1)", "table \(index + 1)"), facts.joined(separator: language.say("，", ", "))))
        }
        for finding in document.findings {
            lines.append((language.say("发现", "finding"), finding.line(in: language)))
        }
        return "\(read.input)\n" + lines.map { "  \($0): \($1)\n" }.joined()
    }
}
