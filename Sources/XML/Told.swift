/// Who is told of the content: one virtual call an event, where closures would be counted in and out each time.
class Told {
    func start(_ token: Int, _ element: borrowing StartElement) throws {}
    func end(_ token: Int) throws {}
    func text(_ utf8: Span<UInt8>) throws {}
}

/// Hands the events on to a handler.
@safe final class ToldHandler<Handler: XMLHandler & ~Copyable>: Told {
    private let handler: UnsafeMutablePointer<Handler>

    init(_ handler: UnsafeMutablePointer<Handler>) {
        unsafe self.handler = unsafe handler
    }

    override func start(_ token: Int, _ element: borrowing StartElement) throws {
        try unsafe handler.pointee.startElement(token, element)
    }
    override func end(_ token: Int) throws { try unsafe handler.pointee.endElement(token) }
    override func text(_ utf8: Span<UInt8>) throws { try unsafe handler.pointee.characters(utf8) }
}
