import Biaoge
import Testing

/// The worked example of the article The model: it uses only what is public.
@Suite("Example: the model")
struct ModelExample {
    static let dump = """
        青禾县柳湾镇2024年政府信息公开工作年度报告

        二、主动公开政府信息情况

        第二十条第（一）项\t\t\t
        信息内容\t本年制发件数\t本年废止件数\t现行有效件数
        规章\t0\t0\t0
        行政规范性文件\t4\t2\t13

        """

    @Test("a document is read, looked through and written")
    func readLookWrite() throws {
        let bytes = Array(Self.dump.utf8)
        let document = try Document(reading: bytes)

        // What it is, and what told so.
        #expect(document.format == .tabDump)
        #expect(document.issuer == "青禾县柳湾镇")
        #expect(document.year == 2024)

        // The grid: every position is covered by exactly one cell.
        let table = document.tables[0]
        let covering = table.coverage()
        #expect(covering.count == table.rowCount * table.columnCount)
        let cell = table.cells[covering[3 * table.columnCount + 1]]
        #expect(table.text(of: cell) == "4")

        // The values: what each slot of the form came to, with its evidence.
        let issued = document.values.first { $0.key == "proactive.normative:issued" }
        #expect(issued?.number == "4")
        #expect(issued?.state == .read)
        #expect(issued?.place.citation == "line 8")

        // What there is to say, in the language of the reader.
        let lines = document.findings.map { $0.message(in: .chinese) }
        #expect(!lines.isEmpty)

        // Written as tidy rows.
        var output: [UInt8] = []
        var sink = ByteOutput { output += $0 }
        var writer = OutputFormat.tidy.writer(WritingOptions())
        _ = try writer.write(document, from: SourceDescription(name: "柳湾镇.txt"), to: &sink)
        try writer.finish(to: &sink)
        try sink.flush()
        #expect(String(decoding: output, as: UTF8.self).hasPrefix("source,issuer,year"))
    }
}
