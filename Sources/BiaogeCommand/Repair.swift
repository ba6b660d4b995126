import ArgumentParser
import Biaoge
import Files

struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(.repair)

    @OptionGroup var reading: ReadingArguments

    func run() throws {
        var bytes = ByteOutput { try StandardStream.output.write($0) }
        try reading.forEachDocument(try reading.options) { read in
            let repaired = read.document.repairedTables
            try write(read.input + (repaired.isEmpty ? ": \(unchanged)" : ""), to: &bytes)
            for table in repaired { try write(table, of: read.document, to: &bytes) }
            try bytes.flush()
        }
    }

    private func write(_ table: Document.RepairedTable, of document: Document, to bytes: inout ByteOutput) throws {
        var options = WritingOptions()
        options.derived = true
        options.language = reading.language
        let description = SourceDescription(name: "")
        let form = table.form.map { " (\($0.form) \($0.part))" } ?? ""
        try write("\n== \(heading) \(table.table + 1)\(form)\n\n-- \(asRead)\n", to: &bytes)
        var reader = OutputFormat.text.writer(options)
        _ = try reader.write(table.asRead, from: description, to: &bytes)
        try reader.finish(to: &bytes)
        try write("\n-- \(asRepaired)\n", to: &bytes)
        options.table = table.table + 1
        var writer = OutputFormat.text.writer(options)
        _ = try writer.write(document, from: description, to: &bytes)
        try writer.finish(to: &bytes)
        guard !table.findings.isEmpty else { return }
        try write("\n-- \(repairs)\n", to: &bytes)
        for finding in table.findings {
            try write(finding.line(in: reading.language), to: &bytes)
        }
    }

    private func write(_ line: String, to bytes: inout ByteOutput) throws {
        try bytes.flush()
        try StandardStream.output.write(Array((line + "\n").utf8))
    }

    private var unchanged: String { reading.language.say("没有改动", "nothing was repaired") }
    private var heading: String { reading.language.say("表", "table") }
    private var asRead: String { reading.language.say("原样", "as read") }
    private var asRepaired: String { reading.language.say("修复后", "as repaired") }
    private var repairs: String { reading.language.say("依据", "repairs") }
}
