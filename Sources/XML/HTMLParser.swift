/// Reads one HTML page as a stream of events, with libxml2's HTML parser.
///
/// Tags come as the source has them, put right as far as libxml2 does it: names in lower case, an end for every start,
/// elements closed that the next one closes. Nothing is fetched, no element is made up (no implied `html` or `body`),
/// and the page's own encoding label is ignored: the bytes are UTF-8.
public enum HTMLParser {
    /// Parses a page.
    ///
    /// - Parameters:
    ///   - handler: what is told of the page's content.
    ///   - vocabulary: the names of elements and attributes that the handler knows, without namespaces.
    ///   - limits: what the page may ask for; a piece may be as large as the page.
    ///   - utf8: the page.
    /// - Returns: whether all of the page was read; libxml2 gives up on some damage without a word.
    /// - Throws: ``XMLError``, or whatever `handler` threw.
    public static func parse<Handler: HTMLHandler & ~Copyable>(
        _ handler: inout Handler, vocabulary: Vocabulary, limits: ParsingLimits, utf8: Span<UInt8>
    ) throws -> Bool {
        try unsafe utf8.withUnsafeBytes { bytes in
            try unsafe withUnsafeMutablePointer(to: &handler) { handler in
                try unsafe HTMLHandlerParsing(handler, limits: limits, bytes: bytes).run(vocabulary)
            }
        }
    }
}
