import XML

/// Hands on what a part tells, and ends where it has too many elements: for handlers that keep something of each.
struct CountedElements<Inner> {
    var inner: Inner
    private let allowed: Int
    private var count = 0

    init(_ inner: Inner, allowed: Int) {
        self.inner = inner
        self.allowed = allowed
    }
}

// Apart from the type: where the type itself wants a handler, the runtime looks for one among all conformances of the program.
extension CountedElements: XMLHandler where Inner: XMLHandler {
    mutating func startElement(_ token: Int, _ element: borrowing StartElement) throws {
        count += 1
        guard count <= allowed else { throw ReadError.limit(.pieces, found: count, allowed: allowed) }
        try inner.startElement(token, element)
    }
    mutating func endElement(_ token: Int) throws { try inner.endElement(token) }
    mutating func characters(_ utf8: Span<UInt8>) throws { try inner.characters(utf8) }
}
