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
    ///   - maximumDepth: how many elements may be inside each other.
    ///   - maximumPiece: how many bytes a single tag, comment or text may have, about; the parser holds a piece as a whole.
    ///   - maximumAttributes: how many attributes a tag may have; the parser compares each with each.
    ///   - maximumNames: how many different names of elements and attributes there may be; the parser keeps them all.
    ///   - read: fills the span with the next bytes and returns how many there were, 0 at the end.
    /// - Throws: ``XMLError``, or whatever `handler` or `read` threw.
    public static func parse<Handler: XMLHandler & ~Copyable>(
        _ handler: inout Handler, vocabulary: Vocabulary, maximumDepth: Int, maximumPiece: Int = .max,
        maximumAttributes: Int = .max, maximumNames: Int = .max, read: (inout MutableSpan<UInt8>) throws -> Int
    ) throws {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = XML_SAX2_MAGIC
        unsafe sax.startElementNs = startElement
        unsafe sax.endElementNs = endElement
        unsafe sax.characters = characters
        unsafe sax.ignorableWhitespace = characters
        unsafe sax.cdataBlock = characters
        unsafe sax.internalSubset = internalSubset
        unsafe sax.serror = nil

        try withoutActuallyEscaping(read) { read in
            try unsafe withUnsafeMutablePointer(to: &handler) { handler in
                let told = unsafe ToldHandler(handler)
                var parsing = Parsing(
                    telling: told, maximumDepth: maximumDepth, maximumPiece: maximumPiece,
                    maximumAttributes: maximumAttributes, maximumNames: maximumNames, read: read)
                try unsafe withUnsafeMutablePointer(to: &parsing) { parsing in
                    guard LibXML.isReady,
                        let context = unsafe xmlCreateIOParserCtxt(
                            &sax, parsing, readCallback, { _ in 0 }, parsing, XML_CHAR_ENCODING_NONE)
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
        _ handler: inout Handler, vocabulary: Vocabulary, maximumDepth: Int, maximumPiece: Int = .max,
        maximumAttributes: Int = .max, maximumNames: Int = .max, bytes: Span<UInt8>
    ) throws {
        var offset = 0
        try unsafe bytes.withUnsafeBytes { bytes in
            try parse(
                &handler, vocabulary: vocabulary, maximumDepth: maximumDepth, maximumPiece: maximumPiece,
                maximumAttributes: maximumAttributes, maximumNames: maximumNames
            ) { buffer in
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

/// What the C callbacks share while a document is parsed. It lives exactly as long as ``XMLParser/parse``.
///
/// A struct behind the context pointer, not a class: references would be counted for every event.
@safe private struct Parsing: ~Copyable {
    let maximumDepth: Int
    let maximumPiece: Int
    let maximumAttributes: Int
    let maximumNames: Int
    /// Bytes read since the parser last told of something: all in one piece, of which nothing is told before its end.
    var silentBytes = 0
    let read: (inout MutableSpan<UInt8>) throws -> Int
    /// Who is told of the content; it outlives every callback.
    let told: Unmanaged<Told>
    var context: xmlParserCtxtPtr?
    var names: NameTable?
    var depth = 0
    /// The tokens of the open elements, so that an element that ends need not be looked up again.
    private let openTokens: UnsafeMutablePointer<Int>
    /// The first error; everything after it is ignored until the parser has stopped.
    var error: (any Error)? { didSet { isStopped = true } }
    var isStopped = false

    init(
        telling told: Told, maximumDepth: Int, maximumPiece: Int, maximumAttributes: Int, maximumNames: Int,
        read: @escaping (inout MutableSpan<UInt8>) throws -> Int
    ) {
        unsafe self.told = .passUnretained(told)
        self.maximumDepth = maximumDepth
        self.maximumPiece = maximumPiece
        self.maximumAttributes = maximumAttributes
        self.maximumNames = maximumNames
        self.read = read
        unsafe openTokens = .allocate(capacity: max(1, maximumDepth))
    }

    deinit {
        unsafe openTokens.deallocate()
    }

    mutating func run(_ context: xmlParserCtxtPtr, _ vocabulary: Vocabulary) throws {
        // NOENT gives attribute values with their entities resolved; without a DTD only the five of XML exist.
        let options =
            XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
        unsafe xmlCtxtUseOptions(context, Int32(options | XML_PARSE_NOWARNING.rawValue))
        unsafe self.context = unsafe context
        let names = unsafe NameTable(vocabulary, dictionary: context.pointee.dict)
        defer { names.deallocate() }
        self.names = names
        unsafe xmlParseDocument(context)
        if let error { throw error }
        if unsafe context.pointee.wellFormed == 0 {
            throw unsafe XMLError.malformed(
                line: Int(context.pointee.lastError.line),
                message: context.pointee.lastError.message.map { unsafe String(cString: $0).trimmingLineEnd() } ?? "")
        }
    }

    /// Tells that an element begins.
    @inline(__always)
    mutating func start(
        _ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, namespaceCount: Int32,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, attributeCount: Int32
    ) {
        guard !isStopped, let names else { return }
        silentBytes = 0
        do {
            let token = unsafe names.token(localName, namespace)
            guard depth < maximumDepth else { throw XMLError.depth(allowed: maximumDepth) }
            unsafe openTokens[depth] = token
            depth += 1
            if attributeCount > 0 || namespaceCount > 0 { try checkAttributes(Int(attributeCount)) }
            let element = unsafe StartElement(
                localNamePointer: localName, namespacePointer: namespace, attributes: attributes,
                attributeCount: Int(attributeCount), names: names)
            try unsafe told._withUnsafeGuaranteedRef { try $0.start(token, element) }
        } catch {
            stop(error)
        }
    }

    /// Tells that the innermost element ends.
    @inline(__always)
    mutating func end() {
        guard !isStopped, depth > 0 else { return }
        silentBytes = 0
        depth -= 1
        do {
            let token = unsafe openTokens[depth]
            try unsafe told._withUnsafeGuaranteedRef { try $0.end(token) }
        } catch {
            stop(error)
        }
    }

    /// Tells text.
    @inline(__always)
    mutating func text(_ utf8: Span<UInt8>) {
        guard !isStopped else { return }
        silentBytes = 0
        do {
            try unsafe told._withUnsafeGuaranteedRef { try $0.text(utf8) }
        } catch {
            stop(error)
        }
    }

    /// Fills the span with the next bytes and tells how many there were, -1 when no more is to be read.
    mutating func fill(_ span: inout MutableSpan<UInt8>) -> Int32 {
        guard !isStopped else { return -1 }
        do {
            let count = try read(&span)
            silentBytes += count
            guard silentBytes <= maximumPiece else { throw XMLError.piece(allowed: maximumPiece) }
            try checkNames()
            return Int32(count)
        } catch {
            // Not `stop`: xmlStopParser frees the input that libxml2 is filling right now, and its own error handling
            // ends the parse.
            self.error = error
            return -1
        }
    }

    /// Refuses a tag with too many attributes. Each element's name is looked for among all namespaces around it.
    @inline(__always)
    private func checkAttributes(_ count: Int) throws(XMLError) {
        // Two entries a namespace; four times as many namespaces are allowed as attributes.
        let namespaces = unsafe context.map { unsafe Int($0.pointee.nsNr) >> 3 } ?? 0
        guard max(count, namespaces) <= maximumAttributes else { throw .attributes(allowed: maximumAttributes) }
    }

    /// Refuses a tag that has far too many attributes before all of them are read: the parser makes room for them by doubling. And
    /// too many different names.
    private func checkNames() throws(XMLError) {
        guard let context = unsafe context else { return }
        let room = unsafe max(context.pointee.maxatts / 5, context.pointee.nsNr / 2)
        guard room / 8 <= maximumAttributes else { throw .attributes(allowed: maximumAttributes) }
        guard unsafe xmlDictSize(context.pointee.dict) <= maximumNames else { throw .names(allowed: maximumNames) }
    }

    mutating func stop(_ error: any Error) {
        if !isStopped { self.error = error }
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }
}

/// Who is told of the content: one virtual call an event, where closures would be counted in and out each time.
private class Told {
    func start(_ token: Int, _ element: borrowing StartElement) throws {}
    func end(_ token: Int) throws {}
    func text(_ utf8: Span<UInt8>) throws {}
}

/// Hands the events on to a handler.
@safe private final class ToldHandler<Handler: XMLHandler & ~Copyable>: Told {
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

private func readCallback(
    _ opaque: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ length: Int32
) -> Int32 {
    guard let opaque = unsafe opaque, let buffer = unsafe buffer, length > 0 else { return -1 }
    return unsafe buffer.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
        var span = unsafe MutableSpan(_unsafeStart: bytes, count: Int(length))
        return unsafe opaque.assumingMemoryBound(to: Parsing.self).pointee.fill(&span)
    }
}

// Inlined into what C calls.
@inline(__always)
private func startElement(
    _ opaque: UnsafeMutableRawPointer?, _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?, _ namespaceCount: Int32, _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    _ attributeCount: Int32, _ defaultedCount: Int32, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
    guard let opaque = unsafe opaque, let localName = unsafe localName else { return }
    unsafe opaque.assumingMemoryBound(to: Parsing.self).pointee.start(
        localName, namespace, namespaceCount: namespaceCount, attributes, attributeCount: attributeCount)
}

@inline(__always)
private func endElement(
    _ opaque: UnsafeMutableRawPointer?, _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
) {
    guard let opaque = unsafe opaque else { return }
    unsafe opaque.assumingMemoryBound(to: Parsing.self).pointee.end()
}

@inline(__always)
private func characters(_ opaque: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let opaque = unsafe opaque, let text = unsafe text, length > 0 else { return }
    unsafe opaque.assumingMemoryBound(to: Parsing.self).pointee.text(
        UnsafeBufferPointer(start: text, count: Int(length)).span)
}

private func internalSubset(
    _ opaque: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ publicID: UnsafePointer<xmlChar>?,
    _ systemID: UnsafePointer<xmlChar>?
) {
    guard let opaque = unsafe opaque else { return }
    unsafe opaque.assumingMemoryBound(to: Parsing.self).pointee.stop(XMLError.documentType)
}

extension String {
    fileprivate func trimmingLineEnd() -> String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
