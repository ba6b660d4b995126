/// The names that a handler wants to know: each is told to it as the number it was given here.
///
/// The parser compares a name as text once in a document, and its pointer from then on.
public struct Vocabulary: Sendable {
    /// What a local name is in one namespace.
    private struct Meaning: Sendable {
        /// The index in ``namespaces``.
        let namespace: Int
        let token: Int
    }

    /// The names behind one reference, for a table that must not count any.
    final class Tokens {
        let vocabulary: Vocabulary

        init(_ vocabulary: Vocabulary) {
            self.vocabulary = vocabulary
        }
    }

    /// Every namespace once; the first stands for none.
    private var namespaces = [""]
    /// By the local name alone: addresses of namespaces are long, and few names have several.
    private var meanings: [String: [Meaning]] = [:]

    /// An empty vocabulary, in which every name is unknown.
    public init() {}

    /// Adds a name; one that is there already keeps its token.
    ///
    /// - Parameters:
    ///   - localName: the name without prefix.
    ///   - namespaces: the namespaces in which the name means the same; none for a name without namespace.
    ///   - token: what the handler is told, 0 or more.
    public mutating func add(_ localName: String, namespaces: [String] = [], token: Int) {
        if namespaces.isEmpty { add(localName, "", token) }
        for namespace in namespaces { add(localName, namespace, token) }
    }

    /// The token of a name, or -1; no namespace is the empty one.
    public func token(_ localName: String, namespace: String) -> Int {
        meanings[localName]?.first { namespaces[$0.namespace] == namespace }?.token ?? -1
    }

    private mutating func add(_ localName: String, _ address: String, _ token: Int) {
        let namespace = namespaces.firstIndex(of: address) ?? namespaces.count
        if namespace == namespaces.count { namespaces.append(address) }
        let isKnown = meanings[localName]?.contains { $0.namespace == namespace } ?? false
        if !isKnown { meanings[localName, default: []].append(Meaning(namespace: namespace, token: token)) }
    }
}
