import XML

/// A package of parts that refer to each other (ECMA-376 part 2), in whatever container.
struct OPCPackage {
    private let parts: any PartSource
    private let limits: Limits
    private var contentTypes = ContentTypes()

    /// Reads what the package says of itself.
    init(_ parts: any PartSource, limits: Limits) throws(ReadError) {
        self.parts = parts
        self.limits = limits
        var contentTypes = ContentTypes()
        try gather(PartName("/[Content_Types].xml"), into: &contentTypes, vocabulary: ContentTypes.vocabulary)
        self.contentTypes = contentTypes
    }

    /// Whether there is a part of that name.
    func contains(_ part: PartName) -> Bool { parts.contains(part) }

    /// What a part refers to; what the package refers to for `nil`.
    func relationships(of part: PartName?) throws(ReadError) -> Relationships {
        var relationships = Relationships(of: part)
        let name = PartName.relationships(of: part)
        try gather(name, into: &relationships, vocabulary: Relationships.vocabulary)
        return relationships
    }

    /// Streams a part into a handler; a part that is not there is as good as empty.
    func parse<Handler: XMLHandler>(_ part: PartName, into handler: inout Handler, vocabulary: Vocabulary) throws(ReadError) {
        guard parts.contains(part) else { return }
        try parts.parse(part, into: &handler, vocabulary: vocabulary)
    }

    /// The same for a part that holds no text, and of whose elements the handler keeps something.
    func gather<Handler: XMLHandler>(_ part: PartName, into handler: inout Handler, vocabulary: Vocabulary) throws(ReadError) {
        var counted = CountedElements(handler, allowed: limits.pieces)
        try parse(part, into: &counted, vocabulary: vocabulary)
        handler = counted.inner
    }

    /// The WordprocessingML part in which the document's text begins.
    ///
    /// The package's relationships name it. Where they do not, its content type tells it, and at last its usual name.
    func mainPart() throws(ReadError) -> PartName {
        var main = try relationships(of: nil).target(ofType: "officeDocument")
        if main.map(parts.contains) != true {
            let typed = parts.typedParts + contentTypes.parts
            main = typed.filter { parts.contains($0) && isWordMain($0) }.min { $0.description < $1.description }
        }
        let usual = PartName("/word/document.xml")
        if main == nil, parts.contains(usual) { main = usual }
        guard let main else { throw .noMainPart }
        if let type = type(of: main), type.utf8.span.contains("spreadsheetml") { throw .unsupported(.xlsx) }
        return main
    }

    private func type(of part: PartName) -> String? {
        parts.contentType(of: part) ?? contentTypes.type(of: part)
    }

    /// .docx, .docm, .dotx and .dotm differ here and nowhere else.
    private func isWordMain(_ part: PartName) -> Bool {
        guard let type = type(of: part)?.lowercased() else { return false }
        return type.hasSuffix(".main+xml") && (type.utf8.span.contains("wordprocessingml") || type.utf8.span.contains("ms-word"))
    }
}
