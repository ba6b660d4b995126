internal import CLibXML2

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
    ///   - maximumDepth: how many elements may be inside each other.
    ///   - maximumAttributes: how many attributes a tag may have; the parser compares each with each.
    ///   - maximumNames: how many different names of elements and attributes there may be; the parser keeps them all.
    ///   - utf8: the page.
    /// - Returns: whether all of the page was read; libxml2 gives up on some damage without a word.
    /// - Throws: ``XMLError``, or whatever `handler` threw.
    public static func parse<Handler: HTMLHandler & ~Copyable>(
        _ handler: inout Handler, vocabulary: Vocabulary, maximumDepth: Int, maximumAttributes: Int = .max,
        maximumNames: Int = .max, utf8: Span<UInt8>
    ) throws -> Bool {
        try unsafe utf8.withUnsafeBytes { bytes in
            try unsafe withUnsafeMutablePointer(to: &handler) { handler in
                let parsing = unsafe HTMLHandlerParsing(
                    handler, maximumDepth: maximumDepth, maximumAttributes: maximumAttributes, maximumNames: maximumNames,
                    bytes: bytes)
                return try parsing.run(vocabulary)
            }
        }
    }
}

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
}

/// What the C callbacks share while a page is parsed. It lives exactly as long as ``HTMLParser/parse``.
@safe private class HTMLParsing {
    final let maximumDepth: Int
    final let maximumAttributes: Int
    final let maximumNames: Int
    final let bytes: UnsafeRawBufferPointer
    final var offset = 0
    final var context: htmlParserCtxtPtr?
    final var names: NameTable?
    final var depth = 0
    /// How many open elements libxml2 may have walked through because of errors.
    ///
    /// For an end tag that nothing fits it walks through all of them. Many such tags inside many elements would take hours,
    /// so the walks have a limit: about a second's worth.
    final var steps = 0
    static let maximumSteps = 300_000_000
    /// The first error; everything after it is ignored until the parser has stopped.
    final var error: (any Error)?
    final var isStopped = false

    init(maximumDepth: Int, maximumAttributes: Int, maximumNames: Int, bytes: UnsafeRawBufferPointer) {
        self.maximumDepth = maximumDepth
        self.maximumAttributes = maximumAttributes
        self.maximumNames = maximumNames
        unsafe self.bytes = unsafe bytes
    }

    // One virtual call an event: closures in their place would be counted in and out each time.
    func start(_ token: Int, _ element: borrowing HTMLStartElement) throws {}
    func end(_ token: Int) throws {}
    func text(_ utf8: Span<UInt8>) throws {}

    /// What makes it pointless to read on: walks without end, too many different names, or a tag with far too many attributes, for
    /// which the parser makes room by doubling.
    final var limitPassed: XMLError? {
        if steps > Self.maximumSteps { return .depth(allowed: maximumDepth) }
        guard let context = unsafe context else { return nil }
        if unsafe context.pointee.maxatts / 2 / 8 > maximumAttributes { return .attributes(allowed: maximumAttributes) }
        return unsafe xmlDictSize(context.pointee.dict) > maximumNames ? .names(allowed: maximumNames) : nil
    }

    final func run(_ vocabulary: Vocabulary) throws -> Bool {
        guard LibXML.isReady, let context = unsafe htmlNewParserCtxt() else { throw XMLError.outOfMemory }
        defer { unsafe htmlFreeParserCtxt(context) }
        var sax = unsafe htmlSAXHandler()
        unsafe sax.initialized = XML_SAX2_MAGIC
        unsafe sax.serror = htmlError
        unsafe sax.startElement = startHTMLElement
        unsafe sax.endElement = endHTMLElement
        unsafe sax.characters = htmlCharacters
        unsafe sax.ignorableWhitespace = htmlCharacters
        // The text of script and style; without a handler of its own it would come as characters.
        unsafe sax.cdataBlock = { _, _, _ in }
        unsafe context.pointee.sax.pointee = unsafe sax
        let opaque = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe context.pointee.userData = unsafe opaque

        guard
            let buffer = unsafe xmlParserInputBufferCreateIO(readHTML, { _ in 0 }, opaque, XML_CHAR_ENCODING_NONE),
            let input = unsafe xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE)
        else { throw XMLError.outOfMemory }
        // An input whose encoding is known keeps it, whatever the page says.
        unsafe input.pointee.encoding = unsafe UnsafePointer(xmlStrdup("UTF-8"))
        unsafe inputPush(context, input)
        unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
        let options =
            HTML_PARSE_NOIMPLIED.rawValue | HTML_PARSE_NODEFDTD.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
            | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        unsafe htmlCtxtUseOptions(context, Int32(options))

        unsafe self.context = unsafe context
        let names = unsafe NameTable(vocabulary, dictionary: context.pointee.dict)
        defer { names.deallocate() }
        self.names = names
        unsafe htmlParseDocument(context)
        if let error { throw error }
        if unsafe context.pointee.lastError.code == Int32(XML_ERR_NO_MEMORY.rawValue) { throw XMLError.outOfMemory }
        guard unsafe offset == bytes.count else { return false }
        guard let rest = unsafe context.pointee.input else { return true }
        return unsafe rest.pointee.cur >= rest.pointee.end
    }

    final func stop(_ error: any Error) {
        if !isStopped { self.error = error }
        isStopped = true
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }
}

/// Hands the events on to a handler.
@safe private final class HTMLHandlerParsing<Handler: HTMLHandler & ~Copyable>: HTMLParsing {
    private let handler: UnsafeMutablePointer<Handler>

    init(
        _ handler: UnsafeMutablePointer<Handler>, maximumDepth: Int, maximumAttributes: Int, maximumNames: Int,
        bytes: UnsafeRawBufferPointer
    ) {
        unsafe self.handler = unsafe handler
        unsafe super.init(
            maximumDepth: maximumDepth, maximumAttributes: maximumAttributes, maximumNames: maximumNames, bytes: bytes)
    }

    override func start(_ token: Int, _ element: borrowing HTMLStartElement) throws {
        try unsafe handler.pointee.startElement(token, element)
    }
    override func end(_ token: Int) throws { try unsafe handler.pointee.endElement(token) }
    override func text(_ utf8: Span<UInt8>) throws { try unsafe handler.pointee.characters(utf8) }
}

/// Does something with the parsing behind a context pointer, without counting a reference: it outlives every callback.
@inline(__always)
private func withParsing<Result>(_ opaque: UnsafeMutableRawPointer, _ body: (HTMLParsing) -> Result) -> Result {
    unsafe Unmanaged<HTMLParsing>.fromOpaque(opaque)._withUnsafeGuaranteedRef(body)
}

private func readHTML(_ opaque: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ length: Int32) -> Int32 {
    guard let opaque = unsafe opaque, let buffer = unsafe buffer, length > 0 else { return -1 }
    return unsafe withParsing(opaque) { parsing in
        guard !parsing.isStopped else { return -1 }
        if let error = parsing.limitPassed {
            // The input ends here; xmlStopParser would free what libxml2 is filling right now.
            parsing.error = error
            parsing.isStopped = true
            return 0
        }
        let count = unsafe min(Int(length), parsing.bytes.count - parsing.offset)
        unsafe UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: parsing.bytes[parsing.offset..<(parsing.offset + count)]))
        parsing.offset += count
        return Int32(count)
    }
}

private func startHTMLElement(
    _ opaque: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?,
    _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let opaque = unsafe opaque, let name = unsafe name else { return }
    unsafe withParsing(opaque) { parsing in
        guard !parsing.isStopped, let names = parsing.names else { return }
        parsing.depth += 1
        do {
            guard parsing.depth <= parsing.maximumDepth else { throw XMLError.depth(allowed: parsing.maximumDepth) }
            let element = unsafe HTMLStartElement(name: name, attributes: attributes, names: names)
            guard element.attributeCount <= parsing.maximumAttributes else {
                throw XMLError.attributes(allowed: parsing.maximumAttributes)
            }
            try unsafe parsing.start(names.token(name, nil), element)
        } catch {
            parsing.stop(error)
        }
    }
}

private func endHTMLElement(_ opaque: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?) {
    guard let opaque = unsafe opaque, let name = unsafe name else { return }
    unsafe withParsing(opaque) { parsing in
        guard !parsing.isStopped, let names = parsing.names else { return }
        parsing.depth -= 1
        do {
            try unsafe parsing.end(names.token(name, nil))
        } catch {
            parsing.stop(error)
        }
    }
}

private func htmlCharacters(_ opaque: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let opaque = unsafe opaque, let text = unsafe text, length > 0 else { return }
    unsafe withParsing(opaque) { parsing in
        guard !parsing.isStopped else { return }
        do {
            try unsafe parsing.text(UnsafeBufferPointer(start: text, count: Int(length)).span)
        } catch {
            parsing.stop(error)
        }
    }
}

private func htmlError(_ opaque: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let opaque = unsafe opaque else { return }
    unsafe withParsing(opaque) { parsing in parsing.steps += parsing.depth }
}
