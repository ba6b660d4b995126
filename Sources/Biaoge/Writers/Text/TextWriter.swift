/// Writes clean text as an archive keeps it: headings, paragraphs and drawn tables, an empty line between them.
struct TextWriter: Writer {
    private let options: WritingOptions
    private var wrotePiece = false

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        var findings = options.tableFinding(document)
        try document.forEachPiece(options) { piece in
            switch piece {
            case .heading(let text, _), .paragraph(let text): write(line: text, to: &output)
            case .table(let index):
                let printed = document.printedTable(index, derived: options.derived)
                findings += printed.findings
                if let caption = printed.table.caption { write(line: caption, to: &output) }
                beginPiece(&output)
                try TableDrawing(printed.table).draw(to: &output)
            }
            try output.flushIfFull()
        }
        return findings
    }

    private mutating func beginPiece(_ output: inout ByteOutput) {
        if wrotePiece { output.write(0x0A) }
        wrotePiece = true
    }

    private mutating func write(line: String, to output: inout ByteOutput) {
        beginPiece(&output)
        output.buffer += Array(line.utf8)[...].withoutControls
        output.write(0x0A)
    }
}
