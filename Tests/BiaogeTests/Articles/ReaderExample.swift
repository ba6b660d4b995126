import Testing

@testable import Biaoge

/// The worked example of the article Add a reader: lines whose cells are parted by semicolons.
enum SemicolonReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        var document = Document(format: source.detection.format)
        document.encoding = source.detection.encoding
        document.findings = source.findings

        var rows = FieldRows(layout: .tabs, utf8: source.bytes)
        var start = 0
        var line = 1
        for offset in 0...source.bytes.count {
            let byte = offset < source.bytes.count ? source.bytes[offset] : .lineFeed
            guard byte == UInt8(ascii: ";") || byte == .lineFeed else { continue }
            if byte == .lineFeed, offset == source.bytes.count, start == offset { break }
            rows.addField(source.bytes.span.trimmed(start..<offset), line: line)
            start = offset + 1
            if byte == .lineFeed {
                rows.endRow()
                line += 1
            }
        }

        let table = try TableLayout.table(from: rows, index: 0, limits: options.limits, findings: &document.findings)
        document.tables = [table]
        document.blocks = [.table(0)]
        return document
    }
}

@Suite("Example: a reader")
struct ReaderExample {
    @Test("cells stand where the semicolons put them, with their lines")
    func cells() throws {
        let source = Source(bytes: Array("事项;来信;来访\n上年结转;3;5\n".utf8), detection: Detection(format: .tabDump))
        let document = try SemicolonReader.read(source, options: ReadingOptions())
        let table = document.tables[0]
        #expect(table.rowCount == 2)
        #expect(table.columnCount == 3)
        #expect(table.cells.map { table.text(of: $0) } == ["事项", "来信", "来访", "上年结转", "3", "5"])
        #expect(table.cells.map(\.line) == [1, 1, 1, 2, 2, 2])
    }
}
