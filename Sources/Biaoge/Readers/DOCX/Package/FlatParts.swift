import XML

/// The parts of a package written as one XML document (`pkg:package`, known as Flat OPC).
///
/// Nothing is kept of it but the names: to read a part is to run over the document again and to hand on only what
/// stands in that part's `pkg:xmlData`.
final class FlatParts: PartSource {
    /// Relationships, styles, numbering, text and notes: what every document may ask for, however large it is.
    private static let freeRuns = 8

    private let bytes: [UInt8]
    private let limits: Limits
    private let contentTypes: [PartName: String]
    /// How much was run over so far, which counts as if it had been inflated: the parts may be many.
    private var parsed = 0

    /// Runs over the document once and notes what parts there are.
    init(_ bytes: [UInt8], limits: Limits) throws(ReadError) {
        self.bytes = bytes
        self.limits = limits
        var index = FlatIndex()
        try namingErrors(of: PartName("pkg:package"), limits: limits) {
            var vocabulary = Vocabulary()
            FlatName.add(to: &vocabulary)
            try XMLParser.parse(&index, vocabulary: vocabulary, limits: limits.parsing, bytes: bytes.span)
        }
        contentTypes = index.contentTypes
    }

    var typedParts: [PartName] { Array(contentTypes.keys) }
    func contains(_ part: PartName) -> Bool { contentTypes[part] != nil }
    func contentType(of part: PartName) -> String? { contentTypes[part] }

    func parse<Handler: XMLHandler>(_ part: PartName, into handler: inout Handler, vocabulary: Vocabulary) throws(ReadError) {
        var vocabulary = vocabulary
        FlatName.add(to: &vocabulary)
        var filter = FlatPart(inner: handler, name: part)
        let bytes = bytes
        parsed += bytes.count
        guard parsed <= max(limits.inflatedBytes, bytes.count * FlatParts.freeRuns) else {
            throw .limit(.inflatedBytes, found: parsed, allowed: limits.inflatedBytes)
        }
        try namingErrors(of: part, limits: limits) {
            do {
                try XMLParser.parse(&filter, vocabulary: vocabulary, limits: limits.parsing, bytes: bytes.span)
            } catch is FlatPart<Handler>.Done {}
        }
        handler = filter.inner
    }
}

/// The names of Flat OPC; their tokens stand above those of any handler.
private enum FlatName {
    static let part = 1_000_000
    static let name = 1_000_001
    static let contentType = 1_000_002
    static let xmlData = 1_000_003

    static func add(to vocabulary: inout Vocabulary) {
        let namespaces = ["http://schemas.microsoft.com/office/2006/xmlPackage"]
        vocabulary.add("part", namespaces: namespaces, token: part)
        vocabulary.add("name", namespaces: namespaces, token: name)
        vocabulary.add("contentType", namespaces: namespaces, token: contentType)
        vocabulary.add("xmlData", namespaces: namespaces, token: xmlData)
    }
}

/// Notes the name and the content type of every part.
private struct FlatIndex: XMLHandler {
    var contentTypes: [PartName: String] = [:]

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        guard token == FlatName.part, let name = element.string(FlatName.name) else { return }
        contentTypes[PartName(name)] = element.string(FlatName.contentType) ?? ""
    }
    func endElement(_ token: Int) {}
    func characters(_ utf8: Span<UInt8>) {}
}

/// Hands on what stands in the wanted part and nothing else.
private struct FlatPart<Inner: XMLHandler>: XMLHandler {
    /// The part has been read; the rest of the document need not be.
    struct Done: Error {}

    var inner: Inner
    let name: PartName
    private var isWanted = false
    /// Elements open inside the part's data, its own `pkg:xmlData` included.
    private var depth = 0

    init(inner: Inner, name: PartName) {
        self.inner = inner
        self.name = name
    }

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) throws {
        if depth > 0 {
            depth += 1
            try inner.startElement(token, element)
        } else if token == FlatName.part {
            isWanted = element.string(FlatName.name).map { PartName($0) == name } ?? false
        } else if token == FlatName.xmlData, isWanted {
            depth = 1
        }
    }

    mutating func endElement(_ token: Int) throws {
        guard depth > 0 else { return }
        depth -= 1
        guard depth > 0 else { throw Done() }
        try inner.endElement(token)
    }

    mutating func characters(_ utf8: Span<UInt8>) throws {
        if depth > 1 { try inner.characters(utf8) }
    }
}
