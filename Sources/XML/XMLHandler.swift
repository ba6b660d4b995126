/// What the parser tells while it reads.
///
/// Whatever a method throws ends the parsing and comes out of ``XMLParser``.
public protocol XMLHandler: ~Copyable {
    /// An element begins. `token` is its number in the ``Vocabulary``, or -1.
    mutating func startElement(_ token: Int, _ element: borrowing StartElement) throws
    /// An element ends. `token` is its number in the ``Vocabulary``, or -1.
    mutating func endElement(_ token: Int) throws
    /// Character data in UTF-8, entities resolved; one run of text may come in several pieces.
    mutating func characters(_ utf8: Span<UInt8>) throws
}

/// Why a parse ended early.
public enum XMLError: Error, Sendable, Hashable {
    /// The document is not well-formed; the message is libxml2's.
    case malformed(line: Int, message: String)
    /// The document has a document type declaration, which is never read.
    case documentType
    /// Elements are inside each other more deeply than allowed.
    case depth(allowed: Int)
    /// A single tag, comment or text is larger than allowed.
    case piece(allowed: Int)
    /// A tag has more attributes than allowed, or there are more than four times as many namespaces around one.
    case attributes(allowed: Int)
    /// The elements and attributes have more different names than allowed.
    case names(allowed: Int)
    /// The parser could not be made.
    case outOfMemory
}
