/// Writes one JSON object a document, each on one line, so that several inputs make JSON lines.
struct JSONWriter: Writer {
    private let options: WritingOptions

    init(_ options: WritingOptions) {
        self.options = options
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        var json = JSONText()
        // The text takes over the output's buffer, so that a large table goes out in pieces.
        swap(&json.bytes, &output.buffer)
        defer { swap(&json.bytes, &output.buffer) }
        func flushIfFull(_ json: inout JSONText) throws {
            swap(&json.bytes, &output.buffer)
            defer { swap(&json.bytes, &output.buffer) }
            try output.flushIfFull()
        }

        try json.object { json in
            json.member("source", source.name)
            json.member("sha256", source.sha256)
            json.member("version", Biaoge.version)
            json.member("format", document.format.rawValue)
            json.member("encoding", document.encoding)
            json.member("title", document.title)
            json.member("issuer", document.issuer)
            json.member("year", document.year)
            json.name("blocks")
            try json.array { json in
                for block in document.blocks {
                    json.block(block)
                    try flushIfFull(&json)
                }
            }
            json.name("tables")
            try json.array { json in
                for table in document.tables { try json.table(table, flushIfFull) }
            }
            json.name("forms")
            json.array { json in document.forms.forEach { json.form($0) } }
            json.name("values")
            try json.array { json in
                for value in document.values {
                    json.value(value, of: document, from: source)
                    try flushIfFull(&json)
                }
            }
            json.name("findings")
            try json.array { json in
                for finding in document.findings {
                    json.finding(finding, options.language)
                    try flushIfFull(&json)
                }
            }
        }
        json.bytes.append(0x0A)
        return []
    }
}

extension JSONText {
    /// Writes a heading, a paragraph, or the number of a table.
    fileprivate mutating func block(_ block: Document.Block) {
        object { json in
            switch block {
            case .heading(let text, let level):
                json.member("heading", text)
                json.member("level", level)
            case .paragraph(let text): json.member("paragraph", text)
            case .table(let index): json.member("table", index)
            }
        }
    }

    fileprivate mutating func table(_ table: Table, _ flushIfFull: (inout JSONText) throws -> Void) throws {
        try object { json in
            json.member("caption", table.caption)
            json.member("kind", table.kind.rawValue)
            json.member("rows", table.rowCount)
            json.member("columns", table.columnCount)
            json.name("parent")
            if let parent = table.parent {
                json.object { json in
                    json.member("table", parent.table)
                    json.member("row", parent.row)
                    json.member("column", parent.column)
                }
            } else {
                json.null()
            }
            json.name("cells")
            try json.array { json in
                for cell in table.cells {
                    json.cell(cell, of: table)
                    try flushIfFull(&json)
                }
            }
        }
    }

    private mutating func cell(_ cell: Cell, of table: Table) {
        object { json in
            json.member("row", cell.row)
            json.member("column", cell.column)
            json.member("rowSpan", cell.rowSpan)
            json.member("columnSpan", cell.columnSpan)
            json.name("text")
            json.string(table.utf8, cell.textRange)
            json.name("header")
            json.literal(cell.isHeader ? "true" : "false")
            if cell.isInferred {
                json.name("inferred")
                json.literal("true")
            }
        }
    }

    fileprivate mutating func form(_ match: FormMatch) {
        object { json in
            json.member("form", match.form)
            json.member("table", match.table)
            json.member("part", match.part)
            json.name("confidence")
            json.literal(Self.rounded(match.confidence))
        }
    }

    /// A share with two decimals, not more than it has.
    private static func rounded(_ share: Double) -> String {
        guard share.isFinite else { return "null" }
        return "\((share * 100).rounded() / 100)"
    }

    /// Writes a row of tidy as an object: the same names, the same texts, the year as a number.
    fileprivate mutating func value(_ value: Value, of document: Document, from source: SourceDescription) {
        object { json in
            json.member("source", source.name)
            json.member("issuer", document.issuer)
            json.member("year", document.year)
            json.member("form", value.form)
            json.member("part", value.part)
            json.member("key", value.key)
            json.member("row_label", value.rowLabel)
            json.member("column_label", value.columnLabel)
            json.member("value", value.number)
            json.member("state", value.state.rawValue)
            json.member("raw", value.raw)
            json.member("place", value.place.citation)
            json.member("note", value.note)
        }
    }

    fileprivate mutating func finding(_ finding: Finding, _ language: Language) {
        object { json in
            json.member("kind", finding.kind.rawValue)
            json.member("table", finding.place.table)
            json.member("row", finding.place.row)
            json.member("column", finding.place.column)
            json.member("line", finding.place.line)
            json.member("message", finding.message(in: language))
        }
    }
}
