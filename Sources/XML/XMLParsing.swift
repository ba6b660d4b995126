internal import CLibXML2

/// What the C callbacks share while a document is parsed. It lives exactly as long as ``XMLParser/parse``.
///
/// A struct behind the context pointer, not a class: references would be counted for every event.
@safe struct XMLParsing: ~Copyable {
    private let limits: ParsingLimits
    /// Bytes read since the parser last told of something: all in one piece, of which nothing is told before its end.
    private var silentBytes = 0
    private let read: (inout MutableSpan<UInt8>) throws -> Int
    /// Who is told of the content; it outlives every callback.
    private let told: Unmanaged<Told>
    private var context: xmlParserCtxtPtr?
    private var names: NameTable?
    private var depth = 0
    /// The tokens of the open elements, so that an element that ends need not be looked up again.
    private let openTokens: UnsafeMutablePointer<Int>
    /// The first error; everything after it is ignored until the parser has stopped.
    private var error: (any Error)? { didSet { isStopped = true } }
    private var isStopped = false

    init(telling told: Told, limits: ParsingLimits, read: @escaping (inout MutableSpan<UInt8>) throws -> Int) {
        unsafe self.told = .passUnretained(told)
        self.limits = limits
        self.read = read
        unsafe openTokens = .allocate(capacity: max(1, limits.depth))
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
            guard depth < limits.depth else { throw XMLError.depth(allowed: limits.depth) }
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
            guard silentBytes <= limits.piece else { throw XMLError.piece(allowed: limits.piece) }
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
        guard max(count, namespaces) <= limits.attributes else { throw .attributes(allowed: limits.attributes) }
    }

    /// Refuses a tag that has far too many attributes before all of them are read: the parser makes room for them by doubling. And
    /// too many different names.
    private func checkNames() throws(XMLError) {
        guard let context = unsafe context else { return }
        let room = unsafe max(context.pointee.maxatts / 5, context.pointee.nsNr / 2)
        guard room / 8 <= limits.attributes else { throw .attributes(allowed: limits.attributes) }
        guard unsafe xmlDictSize(context.pointee.dict) <= limits.names else { throw .names(allowed: limits.names) }
    }

    mutating func stop(_ error: any Error) {
        if !isStopped { self.error = error }
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }
}

extension String {
    fileprivate func trimmingLineEnd() -> String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
