/// The names that a handler wants to know: each is told to it as the number it was given here.
///
/// The parser compares a name as text once in a document, and its pointer from then on.
public struct Vocabulary: Sendable {
    struct Name: Hashable, Sendable {
        let localName: String
        let namespace: String?
    }

    /// The names behind one reference, for a table that must not count any.
    final class Tokens {
        let byName: [Name: Int]

        init(_ vocabulary: Vocabulary) {
            byName = vocabulary.byName
        }
    }

    private var byName: [Name: Int] = [:]

    /// An empty vocabulary, in which every name is unknown.
    public init() {}

    /// Adds a name; one that is there already keeps its token.
    ///
    /// - Parameters:
    ///   - localName: the name without prefix.
    ///   - namespaces: the namespaces in which the name means the same; none for a name without namespace.
    ///   - token: what the handler is told, 0 or more.
    public mutating func add(_ localName: String, namespaces: [String] = [], token: Int) {
        if namespaces.isEmpty { add(Name(localName: localName, namespace: nil), token) }
        for namespace in namespaces { add(Name(localName: localName, namespace: namespace), token) }
    }

    private mutating func add(_ name: Name, _ token: Int) {
        if byName[name] == nil { byName[name] = token }
    }
}
