import XML

/// What each part of a package is, from `[Content_Types].xml` (ECMA-376 part 2, 6.2.3).
struct ContentTypes: XMLHandler, Sendable {
    private var defaults: [String: String] = [:]
    private var overrides: [String: (part: PartName, type: String)] = [:]

    /// The parts whose type is stated for them alone.
    var parts: [PartName] { overrides.values.map(\.part) }

    /// The content type of a part, if the package states one.
    func type(of part: PartName) -> String? {
        overrides[part.key]?.type ?? defaults[part.fileExtension]
    }

    private static let defaultType = 0
    private static let overrideType = 1
    private static let fileExtension = 2
    private static let partName = 3
    private static let contentType = 4

    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        let namespaces = ["http://schemas.openxmlformats.org/package/2006/content-types"]
        vocabulary.add("Default", namespaces: namespaces, token: defaultType)
        vocabulary.add("Override", namespaces: namespaces, token: overrideType)
        vocabulary.add("Extension", token: fileExtension)
        vocabulary.add("PartName", token: partName)
        vocabulary.add("ContentType", token: contentType)
        return vocabulary
    }()

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        guard let type = element.string(ContentTypes.contentType) else { return }
        switch token {
        case ContentTypes.defaultType:
            guard let name = element.string(ContentTypes.fileExtension) else { return }
            defaults[name.lowercased()] = type
        case ContentTypes.overrideType:
            guard let name = element.string(ContentTypes.partName) else { return }
            let part = PartName(name)
            overrides[part.key] = (part, type)
        default: break
        }
    }
    func endElement(_ token: Int) {}
    func characters(_ utf8: Span<UInt8>) {}
}
