/// Writes GitHub Flavored Markdown: headings, paragraphs and pipe tables.
///
/// A pipe table has one header row and no spans (GFM specification, 4.10): the first row becomes the header, a cell that
/// spans stands once at its top-left position, and a finding says so for each table.
struct MarkdownWriter: Writer {
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
            beginPiece(&output)
            switch piece {
            case .heading(let text, let level):
                output.buffer.append(contentsOf: repeatElement(UInt8(ascii: "#"), count: min(6, max(1, level))))
                output.write(0x20)
                MarkdownText.append(Array(text.utf8)[...], lineBreak: [0x20], to: &output.buffer)
                output.write(0x0A)
            case .paragraph(let text): write(paragraph: text, to: &output)
            case .table(let index):
                let (table, withheld) = document.printedTable(index, derived: options.derived)
                findings += withheld
                if table.hasSpans { findings.append(Finding(.spansFlattened, at: document.place(ofTable: index))) }
                if let caption = table.caption {
                    write(paragraph: caption, to: &output)
                    output.write(0x0A)
                }
                try write(table, to: &output)
            }
            try output.flushIfFull()
        }
        return findings
    }

    private mutating func beginPiece(_ output: inout ByteOutput) {
        if wrotePiece { output.write(0x0A) }
        wrotePiece = true
    }

    private func write(paragraph: String, to output: inout ByteOutput) {
        MarkdownText.append(Array(paragraph.utf8)[...], lineBreak: [0x5C, 0x0A], to: &output.buffer)
        output.write(0x0A)
    }

    private func write(_ table: Table, to output: inout ByteOutput) throws {
        var rows = RowCursor(table)
        for row in 0..<table.rowCount {
            var column = 0
            for index in rows.next(row) {
                let cell = table.cells[index]
                while column < cell.column { writeEmpty(&column, to: &output) }
                output.buffer += [0x7C, 0x20]
                MarkdownText.append(table.utf8[cell.textRange], lineBreak: Array("<br>".utf8), to: &output.buffer)
                output.write(0x20)
                column += 1
            }
            while column < table.columnCount { writeEmpty(&column, to: &output) }
            output.buffer += [0x7C, 0x0A]
            if row == 0 { output.write(String(repeating: "| --- ", count: table.columnCount) + "|\n") }
            try output.flushIfFull()
        }
    }

    private func writeEmpty(_ column: inout Int, to output: inout ByteOutput) {
        output.buffer += [0x7C, 0x20, 0x20]
        column += 1
    }
}

extension Table {
    /// Whether any cell covers more than one grid position.
    var hasSpans: Bool { cells.count < rowCount * columnCount }
}
