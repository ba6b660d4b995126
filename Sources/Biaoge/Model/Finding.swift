/// Something a person may want to know about a document: what was settled, left out, repaired or doubted.
public struct Finding: Sendable, Hashable {
    /// What was found.
    public var kind: Kind
    /// Where in the source.
    public var place: Place
    /// The part of a form that it is about, such as `requests`, when it is about one.
    public var part: String?
    /// The key of the value that it is about, when it is about one.
    public var key: String?
    /// What the message names, in the order in which the message needs it.
    public var arguments: [String]

    /// A finding of a kind at a place.
    public init(_ kind: Kind, at place: Place = Place(), _ arguments: String...) {
        self.kind = kind
        self.place = place
        self.arguments = arguments
    }

    /// A finding about a part of a form or a value.
    init(_ kind: Kind, at place: Place, part: String?, key: String?, _ arguments: [String]) {
        self.kind = kind
        self.place = place
        self.part = part
        self.key = key
        self.arguments = arguments
    }
}
