import TestSupport

@testable import Biaoge

/// Reads a package that a test made.
func read(_ builder: DOCXBuilder, _ options: ReadingOptions = ReadingOptions()) throws -> Document {
    try readPackage(builder.bytes, options)
}

/// Reads a document with this body.
func read(_ body: String, revisions: ReadingOptions.Revisions = .accepted) throws -> Document {
    var options = ReadingOptions()
    options.revisions = revisions
    return try read(DOCXBuilder(body), options)
}

func readPackage(_ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions()) throws -> Document {
    try DOCXReader.read(Source(bytes: bytes, detection: Detection(format: .docx)), options: options)
}

/// The cells of a table row by row as `text`, with `rows×columns` behind when a cell spans; the lines of a text parted by `/`.
func grid(_ table: Table) -> [String] {
    (0..<table.rowCount).map { row in
        table.cells.filter { $0.row == row }.map { cell in
            let text = table.text(of: cell).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "/")
            let span = cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)×\(cell.columnSpan)" : ""
            return text + span
        }.joined(separator: "|")
    }
}

/// The grid of a document's only table.
func grid(_ body: String, revisions: ReadingOptions.Revisions = .accepted) throws -> [String] {
    let document = try read(body, revisions: revisions)
    return document.tables.count == 1 ? grid(document.tables[0]) : ["\(document.tables.count) tables"]
}

/// The blocks of a document as text: `# heading`, `paragraph`, `[table 0]`.
func text(_ document: Document) -> [String] {
    document.blocks.map { block in
        switch block {
        case .heading(let text, let level): String(repeating: "#", count: level) + " " + text
        case .paragraph(let text): text
        case .table(let index): "[table \(index)]"
        }
    }
}

/// The blocks of a document with this body.
func text(_ body: String, revisions: ReadingOptions.Revisions = .accepted) throws -> [String] {
    text(try read(body, revisions: revisions))
}

extension Document {
    /// The kinds of the findings, in order.
    var kinds: [Finding.Kind] { findings.map(\.kind) }
}
