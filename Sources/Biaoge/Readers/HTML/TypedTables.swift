/// Tables that a page types instead of marking them up: the lines of a `<pre>`, lines parted by `<br>`, the items of a list, a paragraph for
/// each cell. The page's text is read like a dump, and the lines that places name are lines of that text.
extension Document {
    /// Reads the paragraphs of a page that has no table with data; they stay as they are where no table is among them.
    mutating func readTypedTables(_ options: ReadingOptions) throws(ReadError) {
        guard !tables.contains(where: { $0.kind == .data }), let text = typedText() else { return }
        let detection = Detection(format: DumpDetection(text).answer.0)
        let typed = try DumpReader.read(Source(bytes: text, detection: detection), options: options)
        guard typed.tables.contains(where: \.isTyped) else { return }
        let offset = tables.count
        tables += typed.tables
        blocks = typed.blocks.map { block in
            if case .table(let index) = block { .table(index + offset) } else { block }
        }
        blockLines = typed.blockLines
        for var finding in typed.findings {
            finding.place.table = finding.place.table.map { $0 + offset }
            findings.append(finding)
        }
    }

    /// The text of the page, a line for each of its lines and an empty one between paragraphs; `nil` where there are too few digits for a table.
    private func typedText() -> [UInt8]? {
        var text: [UInt8] = []
        for block in blocks {
            guard let paragraph = block.text else { continue }
            text += paragraph.utf8
            text += [.lineFeed, .lineFeed]
        }
        return text.count(where: \.isDigit) < 20 ? nil : text
    }
}

extension Table {
    /// Whether there are as many numbers as only a table has.
    fileprivate var isTyped: Bool {
        let span = utf8.span
        return cells.count { span.isNumberOrBlankMark($0.textRange) } >= 10
    }
}
