/// Reads text dumps: what remains of a report when its tables were written as plain text.
///
/// One reader serves all layouts, because real files mix them. ``DumpScan`` parts the source into lines of text and rows
/// of fields, each layout in its own file (``TabRows``, ``CellRows``, …); the room Layout makes tables of the rows, and Prose
/// paragraphs of the lines.
enum DumpReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        guard source.bytes.count < Int(Int32.max) else {
            throw .limit(.inputBytes, found: source.bytes.count, allowed: Int(Int32.max))
        }
        try DumpWidth.check(source.bytes, limits: options.limits)
        let hasEscapes = !options.asIs && TextEscapes.mayBe(in: source.bytes.span)
        var document = Document(format: source.detection.format)
        document.encoding = source.detection.encoding
        let unbroken = options.asIs ? nil : UnbrokenLines(of: source.bytes)
        let bytes = unbroken?.bytes ?? source.bytes
        var scan = DumpScan(bytes, layout: layout(of: source.detection.format))
        try scan.run(options.limits)
        if let unbroken { scan.renumber(unbroken) }
        DoubledTabs.close(&scan.pieces)
        document.findings = source.findings + scan.findings
        var drafts: [DraftBlock] = []
        for piece in scan.pieces {
            switch piece {
            case .line(let line):
                var text = bytes[bytes.span.trimmed(line.range)]
                if !options.asIs, CommaRows.isFilled(line.range, bytes.span) { text = CommaRows.withoutFillers(text) }
                drafts.append(
                    .text(DraftParagraph(Array(hasEscapes ? TextEscapes.removed(from: text) : text), line: line.number)))
            case .table(let rows):
                let index = document.tables.count
                let plain = RepeatedCells.closed(hasEscapes ? TextEscapes.removed(from: rows) : rows)
                document.tables.append(
                    try TableLayout.table(from: plain, index: index, limits: options.limits, findings: &document.findings))
                drafts.append(.table(index))
            case .grid(let table):
                drafts.append(.table(document.tables.count))
                document.tables.append(table)
            }
        }
        (document.blocks, document.blockLines) = Prose.blocks(of: drafts, asIs: options.asIs, findings: &document.findings)
        return document
    }

    /// The layout of rows that a format promises; `nil` for plain text.
    private static func layout(of format: Format) -> FieldRows.Layout? {
        switch format {
        case .tabDump: .tabs
        case .cellDump: .cells
        case .pipeDump: .pipes
        case .spaceDump: .spaces
        case .lineDump: .lines
        default: nil
        }
    }
}
