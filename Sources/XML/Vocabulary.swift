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
        let indexes = namespaces.isEmpty ? [0] : namespaces.map { index(of: $0) }
        Self.add(indexes, token, to: &meanings[localName, default: []])
    }

    /// The token of a name, or -1; no namespace is the empty one.
    public func token(_ localName: String, namespace: String) -> Int {
        meanings[localName]?.first { namespaces[$0.namespace] == namespace }?.token ?? -1
    }

    private static func add(_ namespaces: [Int], _ token: Int, to meanings: inout [Meaning]) {
        for namespace in namespaces where !meanings.contains(where: { $0.namespace == namespace }) {
            meanings.append(Meaning(namespace: namespace, token: token))
        }
    }

    /// The index of a namespace, which it has from now on.
    private mutating func index(of address: String) -> Int {
        if let known = namespaces.firstIndex(of: address) { return known }
        namespaces.append(address)
        return namespaces.count - 1
    }
}
