/// How much a document may ask of a parser before it is refused.
public struct ParsingLimits: Sendable {
    /// How many elements may be inside each other.
    public var depth: Int
    /// How many bytes a single tag, comment or text may have, about; the parser of XML holds a piece as a whole.
    public var piece = Int.max
    /// How many attributes a tag may have; the parser compares each with each.
    public var attributes = Int.max
    /// How many different names of elements and attributes there may be; the parser keeps them all.
    public var names = Int.max

    /// Limits of which only the depth is one.
    public init(depth: Int) {
        self.depth = depth
    }
}
