/// Something a person may want to know about a document: what was settled, left out, repaired or doubted.
public struct Finding: Sendable, Hashable {
    /// What was found.
    public var kind: Kind
    /// Where in the source.
    public var place: Place
    /// What the message names, in the order in which the message needs it.
    public var arguments: [String]

    /// A finding of a kind at a place.
    public init(_ kind: Kind, at place: Place = Place(), _ arguments: String...) {
        self.kind = kind
        self.place = place
        self.arguments = arguments
    }
}
