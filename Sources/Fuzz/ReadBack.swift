internal import Foundation
internal import XML
internal import Zip

@testable import Biaoge

/// Reads what was written and traps when it is not the document.
enum ReadBack {
    /// RFC 8259: one object, with every cell and its text.
    static func json(_ bytes: [UInt8], _ document: Document) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
            let tables = object["tables"] as? [[String: Any]]
        else { preconditionFailure("json does not read back") }
        precondition(tables.count == document.tables.count, "json lost a table")
        for (written, table) in zip(tables, document.tables) {
            let cells = written["cells"] as? [[String: Any]] ?? []
            precondition(cells.count == table.cells.count, "json lost a cell")
            for (writtenCell, cell) in zip(cells, table.cells) where table.valueIndexes.isEmpty {
                precondition(writtenCell["text"] as? String == table.text(of: cell), "json changed a text")
            }
        }
    }

    /// The page has the grid of every data table, and no element that the writer does not write.
    static func html(_ bytes: [UInt8], _ document: Document) {
        precondition(UTF8Check.isValid(bytes), "html is no UTF-8")
        var elements = WrittenElements()
        let isComplete = try? HTMLParser.parse(
            &elements, vocabulary: WrittenElements.vocabulary, limits: ParsingLimits(depth: 100), utf8: bytes.span)
        precondition(isComplete == true, "html does not read to its end")
        precondition(elements.strange.isEmpty, "html has \(elements.strange)")
        var options = ReadingOptions()
        options.asIs = true
        guard let page = try? Document(reading: bytes, options: options) else { preconditionFailure("html does not read back") }
        let written = document.tables.filter { $0.kind == .data && $0.rowCount * $0.columnCount > 0 }
        let read = page.tables.filter { $0.rowCount * $0.columnCount > 0 }
        // The lines of a page without a table may be rows (TypedTables).
        guard document.values.isEmpty, !written.isEmpty else { return }
        precondition(read.count == written.count, "html has \(read.count) of \(written.count) tables")
        for (read, written) in zip(read, written) { precondition(grid(read) == grid(written), "html changed a grid") }
    }

    /// As many rows and fields as the tables have.
    static func csv(_ bytes: [UInt8], _ document: Document, _ options: WritingOptions) {
        precondition(UTF8Check.isValid(bytes), "csv is no UTF-8")
        guard document.values.isEmpty else { return }
        let rows = CSVRows(bytes).rows
        let tables = options.tables(of: document, layoutTables: options.allTables).map { document.tables[$0] }
        let texts = tables.flatMap { table in table.cells.map { table.text(of: $0) } }.filter { !$0.isEmpty }
        let read = rows.joined().filter { !$0.isEmpty }
        precondition(read.sorted() == texts.sorted(), "csv changed a text")
    }

    /// A zip whose parts are well-formed XML.
    static func workbook(_ bytes: [UInt8]) {
        guard let archive = try? ZipArchive(bytes.span) else { preconditionFailure("xlsx is no zip") }
        for index in 0..<archive.count {
            guard let entry = archive.entry(at: index), var reader = try? archive.open(entry) else {
                preconditionFailure("xlsx has a damaged entry")
            }
            var part = [UInt8](repeating: 0, count: entry.size)
            var span = part.mutableSpan
            precondition((try? reader.read(into: &span)) == entry.size, "xlsx has a cut entry")
            xml(part)
        }
    }

    /// Well-formed XML.
    static func xml(_ bytes: [UInt8]) {
        var nothing = NoHandler()
        do {
            try XMLParser.parse(&nothing, vocabulary: Vocabulary(), limits: ParsingLimits(depth: 100), bytes: bytes.span)
        } catch {
            preconditionFailure("xml: \(error)")
        }
    }

    private static func grid(_ table: Table) -> [[Int]] {
        table.cells.map { [$0.row, $0.column, $0.rowSpan, $0.columnSpan] }
    }
}

/// RFC 4180, read as strictly as it is written.
struct CSVRows {
    private(set) var rows: [[String]] = [[]]

    init(_ bytes: [UInt8]) {
        var field: [UInt8] = []
        var isQuoted = false
        var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                guard byte == 0x22 else {
                    field.append(byte)
                    continue
                }
                if index < bytes.count, bytes[index] == 0x22 {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22 {
                precondition(field.isEmpty, "csv has a quote inside a field")
                isQuoted = true
            } else if byte == 0x2C || byte == 0x0A {
                rows[rows.count - 1].append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == 0x0A { rows.append([]) }
            } else {
                field.append(byte)
            }
        }
        precondition(!isQuoted && field.isEmpty, "csv ends inside a field")
    }
}

/// Nothing to be told.
private struct NoHandler: XMLHandler {
    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {}
    mutating func endElement(_ token: Int) {}
    mutating func characters(_ utf8: Span<UInt8>) {}
}

/// The elements and attributes of a page that the writer of pages never writes.
private struct WrittenElements: HTMLHandler {
    private static let names: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "div", "dt", "dd",
        "main", "section", "p", "br", "figure", "figcaption", "table", "tr", "th", "td", "small", "sup", "a", "ul", "ol", "li",
        "b",
        "details", "summary", "footer", "span",
    ]
    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        for (token, name) in ["onclick", "onload", "onerror", "src", "srcdoc"].enumerated() { vocabulary.add(name, token: token) }
        return vocabulary
    }()

    private(set) var strange: [String] = []

    mutating func startElement(_ token: Int, _ element: borrowing HTMLStartElement) {
        if !Self.names.contains(element.name) { strange.append(element.name) }
        element.forEachKnownAttribute { token, _ in strange.append("attribute \(token) of \(element.name)") }
    }
    mutating func endElement(_ token: Int) {}
    mutating func characters(_ utf8: Span<UInt8>) {}
}
