import Foundation
import Testing
import Zip

@testable import Biaoge

@Suite("XLSX writer")
struct XLSXWriterTests {
    /// The parts of the workbook that a document becomes, by name.
    private func parts(_ document: Document, _ options: WritingOptions = WritingOptions()) throws -> [String: String] {
        var output: [UInt8] = []
        var bytes = ByteOutput { output += $0 }
        var writer = OutputFormat.xlsx.writer(options)
        _ = try writer.write(document, from: SourceDescription(name: "a.docx"), to: &bytes)
        try bytes.flush()
        let archive = try ZipArchive(output.span)
        var parts: [String: String] = [:]
        for index in 0..<archive.count {
            guard let entry = archive.entry(at: index) else { continue }
            var reader = try archive.open(entry)
            var content: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                var span = buffer.mutableSpan
                let count = try reader.read(into: &span)
                if count == 0 { break }
                content += buffer[..<count]
            }
            parts[entry.name] = String(decoding: content, as: UTF8.self)
        }
        return parts
    }

    private func sheet(_ table: Table) throws -> String {
        try #require(try parts(Sample.document(table))["xl/worksheets/sheet1.xml"])
    }

    @Test("cells that span are merged, and what they cover has their style")
    func merges() throws {
        let xml = try sheet(try Sample.table([["a", "<"], ["b", "c"], ["^", "d"]], headerRows: 1))
        #expect(xml.contains("<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>"))
        #expect(xml.contains("<c r=\"A1\" s=\"3\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" s=\"3\"/>"))
        #expect(xml.contains("<c r=\"A3\" s=\"1\"/>"))
    }

    @Test("header rows stay in view, unless all rows are header")
    func frozen() throws {
        let xml = try sheet(try Sample.table([["a"], ["b"], ["c"]], headerRows: 2))
        #expect(xml.contains("<pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(!(try sheet(try Sample.table([["a"]], headerRows: 1)).contains("<pane")))
    }

    @Test(
        "a text becomes a number only when General shows the same characters",
        arguments: [
            ("0", true), ("12", true), ("-11", true), ("0.5", true), ("59237.2449", true), ("12345678901", true),
            ("0.0001", true),
            ("", false), ("-", false), ("-0", false), ("007", false), ("1.50", false), ("+1036", false), ("1e5", false),
            (".5", false), ("5.", false), ("1,024", false), (" 1", false), ("123456789012", false), ("123456.78901", false),
            ("0.00001", false), ("１２", false), ("=1", false), ("--1", false), ("1.2.3", false), ("1-2", false),
        ])
    func numbers(_ text: String, _ isNumber: Bool) throws {
        #expect(GeneralNumber.shows(Array(text.utf8)[...]) == isNumber)
        guard !text.isEmpty else { return }
        #expect(try sheet(try Sample.table([[text]])).contains("<v>\(text)</v>") == isNumber)
    }

    @Test("what begins as a formula stays text")
    func formulas() throws {
        let xml = try sheet(try Sample.table([["=1+1", "@a", "+x", "-y"]]))
        #expect(!xml.contains("<f"))
        #expect(xml.contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>=1+1</t></is></c>"))
    }

    @Test("markup is escaped, and what XML cannot hold stands as _xHHHH_")
    func escaping() throws {
        let xml = try sheet(try Sample.table([["<a> & \"b\"\u{1}\r_x0041_ _x_\u{FFFE}\n\u{FF01}"]]))
        #expect(
            xml.contains("<t>&lt;a&gt; &amp; &quot;b&quot;_x0001__x000D__x005F_x0041_ _x__xFFFE_\n\u{FF01}</t>"))
    }

    @Test("sheets are named after captions and headings, legally and each once")
    func names() throws {
        var names = SheetNames()
        #expect(names.name("二、a/b:c*[d]?\\") == "二、a_b_c__d___")
        #expect(names.name("'History'") == "History (2)")
        #expect(names.name("HISTORY") == "HISTORY (3)")
        #expect(names.name(String(repeating: "长", count: 40)) == String(repeating: "长", count: 31))
        #expect(names.name(String(repeating: "长", count: 40)) == String(repeating: "长", count: 27) + " (2)")
        #expect(names.name(" \u{1} ") == "表")
        var document = Sample.document(try Sample.table([["a"]]), try Sample.table([["b"]]), try Sample.table([["c"]]))
        document.tables[1].caption = "数据"
        document.blocks = [.table(0), .heading("一、<总>", level: 1), .table(1), .table(2)]
        var options = WritingOptions()
        options.language = .chinese
        let workbook = try #require(try parts(document, options)["xl/workbook.xml"])
        #expect(workbook.contains("<sheet name=\"表1\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"数据 (2)\""))
        #expect(workbook.contains("<sheet name=\"一、&lt;总&gt;\" sheetId=\"3\""))
    }

    @Test("values of a form have the fill of their state and a comment, and sheets 数据 and 发现 stand last")
    func values() throws {
        var document = try Sample.report()
        document.findings = [Finding(.hangingRowSpan), Finding(.identityFails, at: Place(table: 0), "a", "b", "c", "d", "e")]
        let parts = try parts(document)
        let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("<c r=\"B2\" s=\"2\"><v>1024</v></c><c r=\"C2\" s=\"5\"><v>5</v></c>"))
        #expect(sheet.contains("<c r=\"D2\" s=\"8\"/><c r=\"E2\" s=\"9\"/>"))
        #expect(sheet.contains("<legacyDrawing r:id=\"rId1\"/>"))
        let comments = try #require(parts["xl/comments1.xml"])
        #expect(comments.contains("<comment ref=\"C2\" authorId=\"0\">"))
        #expect(comments.contains("ambiguous: More than one reading fits; none was chosen.\n1|12\nSource text: 1 2"))
        #expect(!comments.contains("ref=\"B2\""))
        #expect(parts["xl/drawings/vmlDrawing1.vml"]?.contains("<x:Row>1</x:Row><x:Column>4</x:Column>") == true)
        #expect(parts["xl/workbook.xml"]?.contains("name=\"数据\" sheetId=\"2\"") == true)
        #expect(parts["xl/workbook.xml"]?.contains("name=\"发现\" sheetId=\"3\"") == true)
        #expect(parts["xl/worksheets/sheet2.xml"]?.contains("<c r=\"I3\" s=\"5\"><v>5</v></c>") == true)
        #expect(
            parts["xl/worksheets/sheet3.xml"]?.contains("<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>identity-fails")
                == true)
    }

    @Test("a document without tables becomes a workbook that says so")
    func noTable() throws {
        let parts = try parts(Document(format: .text))
        #expect(parts["xl/workbook.xml"]?.contains("name=\"发现\"") == true)
        #expect(parts["xl/worksheets/sheet1.xml"]?.contains("There is no data table") == true)
    }

    @Test("rows beyond the limit go on in the next sheet, spans cut where it ends")
    func split() throws {
        let table = try Sample.table([["a", "b"], ["c", "d"], ["^", "e"], ["f", "<"]])
        var names = SheetNames()
        let sheets = try WorkbookSheet.sheets(
            of: table, at: 0, named: "t", &names, styles: [:], remarks: [4: ["x"]], rowsPerSheet: 2)
        #expect(sheets.map(\.name) == ["t", "t (2)"])
        #expect(sheets.map(\.remarks.count) == [0, 1])
        #expect(sheets[1].remarks.first?.row == 0)
        let xml = sheets.map { sheet in
            var part = SheetPart(sheet, number: 1)
            var xml = MarkupText(.spreadsheet)
            while part.write(to: &xml) {}
            return String(decoding: xml.bytes, as: UTF8.self)
        }
        #expect(xml[0].contains("<t>c</t>") && !xml[0].contains("<mergeCell"))
        #expect(xml[1].contains("<c r=\"A1\" s=\"1\"/>") && xml[1].contains("<mergeCell ref=\"A2:B2\"/>"))
    }

    @Test("what no sheet can hold is refused with its place")
    func limits() throws {
        let long = String(repeating: "长", count: 32_768)
        #expect(throws: WriteError.textTooLong(place: Place(table: 0, row: 0, column: 1), found: 32_768, allowed: 32_767)) {
            try parts(Sample.document(try Sample.table([["a", long]])))
        }
        _ = try parts(Sample.document(try Sample.table([[String(long.dropLast())]])))
        let wide = try Sample.table([[String](repeating: "", count: 16_384)])
        _ = try parts(Sample.document(wide))
        var builder = TableBuilder(
            limits: {
                var limits = Limits(); limits.columns = 20_000; return limits
            }())
        builder.beginRow()
        try builder.add(columns: 0..<16_385, textStart: 0)
        let tooWide = try builder.finish().table
        #expect(throws: WriteError.tooManyColumns(table: 0, found: 16_385, allowed: 16_384)) {
            try parts(Sample.document(tooWide))
        }
    }

    @Test("columns are as wide as their text, full-width characters counted twice")
    func widths() throws {
        let xml = try sheet(try Sample.table([["信息内容有八字", "a"], ["b", "一\n二二二二"]]))
        #expect(xml.contains("<col min=\"1\" max=\"1\" width=\"16\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"10\""))
        #expect(xml.contains("<row r=\"2\" ht=\"30\" customHeight=\"1\">"))
    }

    @Test("the flat document holds the same parts")
    func flat() throws {
        let document = try Sample.report()
        let flat = try Sample.write(document, as: .xml).text
        for (name, part) in try parts(document) where name != "[Content_Types].xml" {
            let root = part.drop { $0 != "\n" }.dropFirst()
            #expect(flat.contains("<pkg:part pkg:name=\"/\(name)\""))
            #expect(flat.contains("<pkg:xmlData>\(root)</pkg:xmlData>"))
        }
    }

    @Test("the same document gives the same bytes")
    func deterministic() throws {
        func bytes() throws -> [UInt8] {
            var output: [UInt8] = []
            var bytes = ByteOutput { output += $0 }
            var writer = OutputFormat.xlsx.writer(WritingOptions())
            _ = try writer.write(try Sample.report(), from: SourceDescription(name: "a"), to: &bytes)
            try bytes.flush()
            return output
        }
        #expect(try bytes() == bytes())
    }

    static let schema = URL(filePath: #filePath).appending(path: "../../../../../shared/schemas/sml.xsd").standardized
    static let xmllint = "/usr/bin/xmllint"
    static let canValidate =
        FileManager.default.fileExists(atPath: schema.path) && FileManager.default.isExecutableFile(atPath: xmllint)

    @Test(
        "every part follows the schemas of ISO/IEC 29500",
        .enabled(if: canValidate, "needs ../shared/schemas and /usr/bin/xmllint"))
    func schemas() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "biaoge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var document = try Sample.report()
        document.tables.append(try Sample.table([["a", "<", "\u{1}"], ["b\nc", "1", "^"]], headerRows: 1))
        var files: [String] = []
        for (name, part) in try parts(document) where name.hasPrefix("xl/") && name.hasSuffix(".xml") {
            let file = folder.appending(path: name.replacing("/", with: "_"))
            try Data(part.utf8).write(to: file)
            files.append(file.path)
        }
        let process = Process()
        process.executableURL = URL(filePath: Self.xmllint)
        process.arguments = ["--noout", "--nonet", "--schema", Self.schema.path] + files
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(files.count == 7)
        #expect(process.terminationStatus == 0, "\(message)")
    }
}
