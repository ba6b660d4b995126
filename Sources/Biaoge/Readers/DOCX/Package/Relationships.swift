import XML

/// What a part of a package, or the package itself, refers to (ECMA-376 part 2, 6.5).
struct Relationships: XMLHandler, Sendable {
    /// One reference inside the package.
    struct Relationship: Sendable {
        let id: String
        /// The last step of the type's address, such as `styles`, which is the same in transitional and strict files.
        let type: String
        let target: PartName
    }

    private(set) var all: [Relationship] = []
    private let source: PartName?

    /// The relationships of a part; of the package itself for `nil`.
    init(of source: PartName?) {
        self.source = source
    }

    /// The first target of a type.
    func target(ofType type: String) -> PartName? {
        all.first { $0.type == type }?.target
    }

    private static let relationship = 0
    private static let id = 1
    private static let type = 2
    private static let target = 3
    private static let targetMode = 4

    static let vocabulary: Vocabulary = {
        var vocabulary = Vocabulary()
        let namespaces = ["http://schemas.openxmlformats.org/package/2006/relationships"]
        vocabulary.add("Relationship", namespaces: namespaces, token: relationship)
        vocabulary.add("Id", token: id)
        vocabulary.add("Type", token: type)
        vocabulary.add("Target", token: target)
        vocabulary.add("TargetMode", token: targetMode)
        return vocabulary
    }()

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        guard token == Relationships.relationship, !element.has(Relationships.targetMode, "External"),
            let type = element.string(Relationships.type), let target = element.string(Relationships.target)
        else { return }
        let lastStep = type.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        all.append(
            Relationship(
                id: element.string(Relationships.id) ?? "", type: lastStep, target: PartName(target: target, from: source)))
    }
    func endElement(_ token: Int) {}
    func characters(_ utf8: Span<UInt8>) {}
}
