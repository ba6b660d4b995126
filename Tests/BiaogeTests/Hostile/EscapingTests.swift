import Foundation
import Testing
import XML

@testable import Biaoge

/// Nothing of a document's text becomes markup, script or a command, whatever format is written.
@Suite("Escaping")
struct EscapingTests {
    /// What a hostile document may hold.
    private static let texts = [
        "<script>alert(1)</script>", "</table></title></style><script src=//x>", "<svg onload=alert(1)>", "javascript:alert(1)",
        "\" onmouseover=\"alert(1)", "' onfocus='alert(1)", "&lt;script&gt;&amp;&#60;", "]]><x>", "-->", "<!--", "_x0041_",
        "=cmd|' /C calc'!A0", "@SUM(1)", "\u{1B}[31mred\u{1B}]0;title\u{7}", "\u{9B}31m", "a\u{0}b\u{8}\u{7F}c",
        "\u{202E}txt.exe",
        "a\u{2028}b\u{2029}c\u{85}d", "\u{FFFE}\u{FFFF}", "a,\"b\";c\td\ne\r\nf", "| a | **b** [x](javascript:alert(1))",
    ]

    /// All of it in every place that a document has for text.
    private func document() throws -> Document {
        var table = try Sample.table(Self.texts.map { [$0, "1"] }, headerRows: 2)
        table.caption = Self.texts.joined()
        var document = Sample.document(table)
        document.title = Self.texts.joined()
        document.issuer = Self.texts.joined()
        document.encoding = Self.texts[0]
        document.blocks += Self.texts.flatMap { [.heading($0, level: 1), .paragraph($0)] as [Document.Block] }
        document.tablesAsRead = [table, table]
        document.tableSources = [[0, 1]]
        document.values = Value.State.allCases.map { state in
            Value(
                form: Self.texts[0], part: Self.texts[1], key: Self.texts[2], rowLabel: Self.texts.joined(),
                columnLabel: Self.texts[4], number: state.hasNumber ? "1" : "", state: state, raw: Self.texts.joined(),
                place: Place(table: 0, row: 0, column: 1), note: Self.texts.joined())
        }
        document.tables[0].valueIndexes = document.tables[0].cells.indices.map {
            $0 % 2 == 1 && $0 / 2 < Value.State.allCases.count ? Int32($0 / 2) : -1
        }
        document.forms = [FormMatch(form: Self.texts[0], table: 0, part: Self.texts[1], confidence: 1)]
        document.findings = Self.texts.map { Finding(.identityFails, at: Place(table: 0), $0, $0, $0, $0, $0) }
        return document
    }

    private func written(_ format: OutputFormat) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var output = ByteOutput { bytes += $0 }
        var writer = format.writer(WritingOptions())
        _ = try writer.write(try document(), from: SourceDescription(name: Self.texts.joined(), sha256: "0"), to: &output)
        try writer.finish(to: &output)
        try output.flush()
        return bytes
    }

    @Test("a page has only the elements that the writer means, no handler and no address but its own")
    func page() throws {
        var elements = PageElements()
        let bytes = try written(.html)
        let isComplete = try HTMLParser.parse(
            &elements, vocabulary: PageElements.vocabulary, limits: ParsingLimits(depth: 100), utf8: bytes.span)
        #expect(isComplete)
        #expect(elements.strange == [])
        #expect(elements.count > 100)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(
            !text.unicodeScalars.contains {
                $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r" && $0 != "\t" && $0.value < 0x20
            })
    }

    @Test("workbooks are well-formed, and no text is a formula", arguments: [OutputFormat.xml])
    func workbook(format: OutputFormat) throws {
        var elements = WorkbookElements()
        let bytes = try written(format)
        try XMLParser.parse(
            &elements, vocabulary: WorkbookElements.vocabulary, limits: ParsingLimits(depth: 100), bytes: bytes.span)
        #expect(elements.formulas == 0)
        #expect(elements.count > 100)
    }

    @Test("json holds every text as it was, with nothing that a terminal or a script would obey")
    func json() throws {
        let bytes = try written(.json)
        let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let blocks = try #require(object["blocks"] as? [[String: Any]])
        #expect(blocks.compactMap { $0["paragraph"] as? String } == Self.texts)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{2028}" })
    }

    @Test(
        "text and markdown have no control characters, and markdown no markup of the document's",
        arguments: [OutputFormat.text, .markdown])
    func plain(format: OutputFormat) throws {
        let text = String(decoding: try written(format), as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" })
        guard format == .markdown else { return }
        #expect(!text.contains("<script") || text.contains("\\<script"))
        #expect(!text.replacingOccurrences(of: "\\<", with: "").contains("<s"))
        #expect(!text.replacingOccurrences(of: "\\](", with: "").contains("]("))
    }

    @Test("csv and tidy keep every field whole, and with --safe none is a formula", arguments: [OutputFormat.csv, .tidy])
    func fields(format: OutputFormat) throws {
        let text = String(decoding: try written(format), as: UTF8.self)
        #expect(text.filter { $0 == "\"" }.count % 2 == 0)
        var options = WritingOptions()
        options.safe = true
        let safe = try Sample.write(try document(), as: format, options: options).text
        for line in safe.split(separator: "\n") { #expect(!line.hasPrefix("=") && !line.hasPrefix("@")) }
    }

    @Test("a finding is one line that a terminal shows and does not obey")
    func findings() throws {
        for finding in try document().findings {
            for language in Language.allCases {
                let message = finding.message(in: language)
                #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
            }
        }
    }
}

/// What a page is made of, and what it should not be made of.
private struct PageElements: HTMLHandler {
    private static let meant: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "div", "dt", "dd",
        "main", "section", "p", "br", "figure", "figcaption", "table", "tr", "th", "td", "small", "sup", "a", "ul", "ol", "li",
        "b",
        "details", "summary", "footer", "span",
    ]
    private static let href = 99
    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        let handlers = ["onclick", "onload", "onerror", "onmouseover", "onfocus", "src", "srcdoc", "action"]
        for (token, name) in handlers.enumerated() { vocabulary.add(name, token: token) }
        vocabulary.add("href", token: href)
        return vocabulary
    }()

    private(set) var strange: [String] = []
    private(set) var count = 0

    mutating func startElement(_ token: Int, _ element: borrowing HTMLStartElement) {
        count += 1
        if !Self.meant.contains(element.name) { strange.append(element.name) }
        element.forEachKnownAttribute { token, value in
            if token != Self.href || value.count == 0 || value[0] != UInt8(ascii: "#") {
                strange.append("attribute \(token) of \(element.name)")
            }
        }
    }
    mutating func endElement(_ token: Int) {}
    mutating func characters(_ utf8: Span<UInt8>) {}
}

/// Counts the formulas of a workbook.
private struct WorkbookElements: XMLHandler {
    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        vocabulary.add("f", namespaces: ["http://schemas.openxmlformats.org/spreadsheetml/2006/main"], token: 0)
        return vocabulary
    }()

    private(set) var formulas = 0
    private(set) var count = 0

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        count += 1
        if token == 0 { formulas += 1 }
    }
    mutating func endElement(_ token: Int) {}
    mutating func characters(_ utf8: Span<UInt8>) {}
}
