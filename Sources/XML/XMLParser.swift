internal import CLibXML2

/// Reads one XML document as a stream of events, with libxml2's SAX2 parser.
///
/// Nothing is fetched: a document type declaration ends the parse, so no DTD and no entity but the five of XML exists.
public enum XMLParser {
    /// Parses a document.
    ///
    /// - Parameters:
    ///   - handler: what is told of the document's content.
    ///   - vocabulary: the names that the handler knows.
    ///   - limits: what the document may ask for.
    ///   - read: fills the span with the next bytes and returns how many there were, 0 at the end.
    /// - Throws: ``XMLError``, or whatever `handler` or `read` threw.
    public static func parse<Handler: XMLHandler & ~Copyable>(
        _ handler: inout Handler, vocabulary: Vocabulary, limits: ParsingLimits,
        read: (inout MutableSpan<UInt8>) throws -> Int
    ) throws {
        var sax = unsafe XMLParsing.callbacks
        try withoutActuallyEscaping(read) { read in
            try unsafe withUnsafeMutablePointer(to: &handler) { handler in
                let told = unsafe ToldHandler(handler)
                var parsing = XMLParsing(telling: told, limits: limits, read: read)
                try unsafe withUnsafeMutablePointer(to: &parsing) { parsing in
                    guard LibXML.isReady,
                        let context = unsafe xmlCreateIOParserCtxt(
                            &sax, parsing, XMLParsing.readCallback, { _ in 0 }, parsing, XML_CHAR_ENCODING_NONE)
                    else { throw XMLError.outOfMemory }
                    defer { unsafe xmlFreeParserCtxt(context) }
                    try unsafe parsing.pointee.run(context, vocabulary)
                }
                withExtendedLifetime(told) {}
            }
        }
    }
}

extension XMLParser {
    /// Parses a document that is in memory.
    public static func parse<Handler: XMLHandler & ~Copyable>(
        _ handler: inout Handler, vocabulary: Vocabulary, limits: ParsingLimits, bytes: Span<UInt8>
    ) throws {
        var offset = 0
        try unsafe bytes.withUnsafeBytes { bytes in
            try parse(&handler, vocabulary: vocabulary, limits: limits) { buffer in
                let count = min(buffer.count, bytes.count - offset)
                unsafe buffer.withUnsafeMutableBytes {
                    unsafe $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
                }
                offset += count
                return count
            }
        }
    }
}
