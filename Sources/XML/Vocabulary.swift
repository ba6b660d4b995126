/// The names that a handler wants to know: each is told to it as the number it was given here.
///
/// The parser looks every name up once, in its own dictionary, and compares pointers from then on.
public struct Vocabulary: Sendable {
    struct Entry: Sendable {
        let localName: String
        let namespace: String?
        let token: Int
    }

    private(set) var entries: [Entry] = []

    /// An empty vocabulary, in which every name is unknown.
    public init() {}

    /// Adds a name.
    ///
    /// - Parameters:
    ///   - localName: the name without prefix.
    ///   - namespaces: the namespaces in which the name means the same; none for a name without namespace.
    ///   - token: what the handler is told, 0 or more.
    public mutating func add(_ localName: String, namespaces: [String] = [], token: Int) {
        if namespaces.isEmpty {
            entries.append(Entry(localName: localName, namespace: nil, token: token))
        }
        for namespace in namespaces {
            entries.append(Entry(localName: localName, namespace: namespace, token: token))
        }
    }
}
