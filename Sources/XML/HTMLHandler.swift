/// What the parser tells of a page while it reads.
///
/// Whatever a method throws ends the parsing and comes out of ``HTMLParser``.
public protocol HTMLHandler: ~Copyable {
    /// An element begins. `token` is its number in the ``Vocabulary``, or -1.
    mutating func startElement(_ token: Int, _ element: borrowing HTMLStartElement) throws
    /// An element ends. `token` is its number in the ``Vocabulary``, or -1.
    mutating func endElement(_ token: Int) throws
    /// Text in UTF-8, entities resolved; one run of text may come in several pieces.
    mutating func characters(_ utf8: Span<UInt8>) throws
    /// The text of a script or a style sheet, as it stands; one may come in several pieces.
    mutating func rawText(_ utf8: Span<UInt8>)
}

extension HTMLHandler where Self: ~Copyable {
    /// Most handlers have no use for scripts and style sheets.
    public mutating func rawText(_ utf8: Span<UInt8>) {}
}
