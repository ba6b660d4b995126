/// Writes a document as one page that needs nothing else: failed sums first, then the document with its tables.
///
/// There is no script in the page, and everything that comes from the document is escaped.
struct HTMLWriter: Writer {
    private let options: WritingOptions

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        let language = options.language
        let remarks = document.valueRemarks(language)
        output.writeMarkup { html in
            writeHead(document, source, to: &html)
            WrittenFindings(document, language).write(to: &html)
            html.markup("<main>\n")
        }
        try document.forEachPiece(options) { piece in
            switch piece {
            case .heading(let text, let level):
                let tag = "h\(min(6, max(1, level) + 1))"
                output.writeMarkup { $0.element(tag, text) }
            case .paragraph(let text):
                output.writeMarkup { html in
                    for line in text.split(separator: "\n") { html.element("p", String(line)) }
                }
            case .table(let index):
                try WrittenTable(document, index, remarks, language).write(to: &output)
            }
            try output.flushIfFull()
        }
        output.writeMarkup { html in
            html.markup("</main>\n<footer>")
            html.text(PageWords.madeBy(language, Biaoge.version))
            html.markup("</footer>\n</body>\n</html>\n")
        }
        return options.tableFinding(document)
    }

    private func writeHead(_ document: Document, _ source: SourceDescription, to html: inout MarkupText) {
        let language = options.language
        html.markup(
            "<!DOCTYPE html>\n<html lang=\"\(language == .chinese ? "zh-Hans" : "en")\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.element("title", document.title ?? source.name)
        html.markup("<style>\n\(WrittenStyle.sheet)</style>\n</head>\n<body>\n<header>\n")
        html.element("h1", document.title ?? source.name)
        html.markup("<dl>")
        var facts: [(PageWords, String)] = []
        if let issuer = document.issuer { facts.append((.issuer, issuer)) }
        if let year = document.year { facts.append((.year, String(year))) }
        facts.append((.source, source.name))
        facts.append((.format, [document.format.rawValue, document.encoding].compactMap { $0 }.joined(separator: ", ")))
        for (name, fact) in facts {
            html.markup("<div>")
            html.element("dt", name(language), line: false)
            html.element("dd", fact, line: false)
            html.markup("</div>")
        }
        html.markup("</dl>\n</header>\n")
    }
}

extension ByteOutput {
    /// Writes markup straight into the buffer.
    mutating func writeMarkup(_ body: (inout MarkupText) -> Void) {
        var html = MarkupText(.replaced)
        swap(&html.bytes, &buffer)
        body(&html)
        swap(&html.bytes, &buffer)
    }
}

extension MarkupText {
    /// Writes an element that holds a text, lines parted by `<br>`.
    mutating func element(_ tag: String, _ text: String, line: Bool = true) {
        markup("<\(tag)>")
        lines(Array(text.utf8)[...])
        markup(line ? "</\(tag)>\n" : "</\(tag)>")
    }

    /// Writes a text, its lines parted by `<br>`.
    mutating func lines(_ text: ArraySlice<UInt8>) {
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if index > 0 { markup("<br>") }
            self.text(Array(line), 0..<line.count)
        }
    }
}
