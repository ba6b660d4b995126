internal import XML

extension Limits {
    /// What a document may ask of the parsers.
    var parsing: ParsingLimits {
        var parsing = ParsingLimits(depth: depth)
        parsing.piece = textBytes
        parsing.attributes = attributes
        parsing.names = names
        return parsing
    }
}
