internal import CLibXML2

/// What the C callbacks share while a page is parsed. It lives exactly as long as ``HTMLParser/parse``.
@safe class HTMLParsing {
    final let limits: ParsingLimits
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

    init(limits: ParsingLimits, bytes: UnsafeRawBufferPointer) {
        self.limits = limits
        unsafe self.bytes = unsafe bytes
    }

    // One virtual call an event: closures in their place would be counted in and out each time.
    func start(_ token: Int, _ element: borrowing HTMLStartElement) throws {}
    func end(_ token: Int) throws {}
    func text(_ utf8: Span<UInt8>) throws {}
    func rawText(_ utf8: Span<UInt8>) {}

    /// What makes it pointless to read on: walks without end, too many different names, or a tag with far too many attributes, for
    /// which the parser makes room by doubling.
    final var limitPassed: XMLError? {
        if steps > Self.maximumSteps { return .depth(allowed: limits.depth) }
        guard let context = unsafe context else { return nil }
        if unsafe context.pointee.maxatts / 2 / 8 > limits.attributes { return .attributes(allowed: limits.attributes) }
        return unsafe xmlDictSize(context.pointee.dict) > limits.names ? .names(allowed: limits.names) : nil
    }

    final func run(_ vocabulary: Vocabulary) throws -> Bool {
        guard LibXML.isReady, let context = unsafe htmlNewParserCtxt() else { throw XMLError.outOfMemory }
        defer { unsafe htmlFreeParserCtxt(context) }
        unsafe context.pointee.sax.pointee = unsafe Self.callbacks
        let opaque = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe context.pointee.userData = unsafe opaque

        guard
            let buffer = unsafe xmlParserInputBufferCreateIO(Self.readCallback, { _ in 0 }, opaque, XML_CHAR_ENCODING_NONE),
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
@safe final class HTMLHandlerParsing<Handler: HTMLHandler & ~Copyable>: HTMLParsing {
    private let handler: UnsafeMutablePointer<Handler>

    init(_ handler: UnsafeMutablePointer<Handler>, limits: ParsingLimits, bytes: UnsafeRawBufferPointer) {
        unsafe self.handler = unsafe handler
        unsafe super.init(limits: limits, bytes: bytes)
    }

    override func start(_ token: Int, _ element: borrowing HTMLStartElement) throws {
        try unsafe handler.pointee.startElement(token, element)
    }
    override func end(_ token: Int) throws { try unsafe handler.pointee.endElement(token) }
    override func text(_ utf8: Span<UInt8>) throws { try unsafe handler.pointee.characters(utf8) }
    override func rawText(_ utf8: Span<UInt8>) { unsafe handler.pointee.rawText(utf8) }
}
