/// Reads WordprocessingML in a zip package: .docx, .docm, .dotx, .dotm (ECMA-376).
enum DOCXReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        let parts = try ZipParts(source.bytes, limits: options.limits)
        return try WordDocument(OPCPackage(parts, limits: options.limits), options: options).document(.docx, source)
    }
}

/// Reads WordprocessingML as one XML document (`pkg:package`).
enum FlatOPCReader: Reader {
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document {
        let parts = try FlatParts(source.bytes, limits: options.limits)
        return try WordDocument(OPCPackage(parts, limits: options.limits), options: options).document(.flatOPC, source)
    }
}

/// A WordprocessingML document whose parts have been read, on its way into the canonical model.
private struct WordDocument {
    private var text: TextPart
    private let options: ReadingOptions

    /// Reads the parts: what the text needs first, then the text, then what the text refers to.
    init(_ package: OPCPackage, options: ReadingOptions) throws(ReadError) {
        self.options = options
        let main = try package.mainPart()
        let relationships = try package.relationships(of: main)
        var styles = StylesPart()
        var numbering = NumberingPart()
        if let part = relationships.target(ofType: "styles") {
            try package.gather(part, into: &styles, vocabulary: StylesPart.vocabulary)
        }
        if let part = relationships.target(ofType: "numbering") {
            try package.gather(part, into: &numbering, vocabulary: NumberingPart.vocabulary)
        }
        text = TextPart(options: options, styles: styles.result, numbering: numbering.result)
        try package.parse(main, into: &text, vocabulary: ContentModel.shared.vocabulary)
        guard text.hasBody else { throw .noMainPart }
        for (kind, type) in [(Notes.Kind.footnote, "footnotes"), (.endnote, "endnotes")] where text.notes.has(kind) {
            guard let part = relationships.target(ofType: type) else { continue }
            text.noteKind = kind
            try package.parse(part, into: &text, vocabulary: ContentModel.shared.vocabulary)
        }
        var margins: Set<String> = []
        for relation in relationships.all where relation.type == "header" || relation.type == "footer" {
            guard margins.insert(relation.target.key).inserted else { continue }
            var margin = MarginTables()
            try package.parse(relation.target, into: &margin, vocabulary: MarginTables.vocabulary)
            text.findings.marginTables += margin.count
        }
    }

    /// The document. Tables without rows fall out, so the tables' numbers become indexes here.
    func document(_ format: Format, _ source: Source) -> Document {
        var document = Document(format: format)
        var indexes: [Int: Int] = [:]
        for (number, table) in text.tables.enumerated() {
            guard var table else { continue }
            if let parent = table.parent {
                table.parent = indexes[parent.table].map { Table.Parent(table: $0, row: parent.row, column: parent.column) }
            }
            indexes[number] = document.tables.count
            document.tables.append(table)
        }
        document.title = text.title
        document.blocks = (text.blocks + text.notes.content(.footnote) + text.notes.content(.endnote)).compactMap { block in
            guard case .table(let number) = block else { return block }
            return indexes[number].map { .table($0) }
        }
        document.findings = source.findings
        for var finding in text.findings.settled {
            finding.place.table = finding.place.table.flatMap { indexes[$0] }
            document.findings.append(finding)
        }
        document.findings += text.findings.all(options: options, lists: text.lists)
        return document
    }
}
