/// Writes clean text as an archive keeps it: headings, paragraphs and drawn tables, an empty line between them.
///
/// A table that only arranges a page is no table to a reader of text: its cells stand as paragraphs.
struct TextWriter: Writer {
    private let options: WritingOptions
    private var wroteBlock = false

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        var findings = options.tableFinding(document)
        let nested = document.nestedTables()
        if options.table != nil {
            for index in options.tables(of: document, layoutTables: true) {
                findings += try write(table: index, of: document, nested, to: &output)
            }
            return findings
        }
        for block in document.blocks {
            switch block {
            case .heading(let text, _), .paragraph(let text): write(paragraph: text, to: &output)
            case .table(let index): findings += try write(table: index, of: document, nested, to: &output)
            }
            try output.flushIfFull()
        }
        return findings
    }

    private mutating func beginBlock(_ output: inout ByteOutput) {
        if wroteBlock { output.write(0x0A) }
        wroteBlock = true
    }

    private mutating func write(paragraph: String, to output: inout ByteOutput) {
        guard !paragraph.isEmpty else { return }
        beginBlock(&output)
        output.write(paragraph)
        output.write(0x0A)
    }

    /// Writes a table, and behind it, or behind the cell of a layout table, the tables nested in it.
    private mutating func write(
        table index: Int, of document: Document, _ nested: [Int: [Int]], to output: inout ByteOutput
    ) throws -> [Finding] {
        let (table, withheld) = document.printedTable(index, derived: options.derived)
        var findings = withheld
        let inner = nested[index] ?? []
        if let caption = table.caption { write(paragraph: caption, to: &output) }
        guard table.kind == .layout else {
            if table.columnCount > 0 {
                beginBlock(&output)
                var drawing = TableDrawing(table)
                try drawing.draw(to: &output)
            }
            for index in inner { findings += try write(table: index, of: document, nested, to: &output) }
            return findings
        }
        for cell in table.cells {
            write(paragraph: table.text(of: cell), to: &output)
            for index in inner {
                guard let parent = document.tables[index].parent, parent.row == cell.row, parent.column == cell.column else {
                    continue
                }
                findings += try write(table: index, of: document, nested, to: &output)
            }
            try output.flushIfFull()
        }
        return findings
    }
}

extension Document {
    /// For each table with tables nested directly in it, the indexes of these, in order.
    func nestedTables() -> [Int: [Int]] {
        var nested: [Int: [Int]] = [:]
        for (index, table) in tables.enumerated() {
            if let parent = table.parent { nested[parent.table, default: []].append(index) }
        }
        return nested
    }
}
