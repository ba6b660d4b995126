internal import CLibXML2

/// What libxml2 calls while it parses a page, with the ``HTMLParsing`` behind the context pointer.
extension HTMLParsing {
    /// The functions that are told of the content.
    static var callbacks: htmlSAXHandler {
        var sax = unsafe htmlSAXHandler()
        unsafe sax.initialized = XML_SAX2_MAGIC
        unsafe sax.serror = htmlError
        unsafe sax.startElement = startHTMLElement
        unsafe sax.endElement = endHTMLElement
        unsafe sax.characters = htmlCharacters
        unsafe sax.ignorableWhitespace = htmlCharacters
        // The text of script and style; without a handler of its own it would come as characters.
        unsafe sax.cdataBlock = htmlRawText
        return unsafe sax
    }

    /// Fills a buffer with the next bytes.
    static let readCallback: xmlInputReadCallback = { opaque, buffer, length in
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
}

/// Does something with the parsing behind a context pointer, without counting a reference: it outlives every callback.
@inline(__always)
private func withParsing<Result>(_ opaque: UnsafeMutableRawPointer, _ body: (HTMLParsing) -> Result) -> Result {
    unsafe Unmanaged<HTMLParsing>.fromOpaque(opaque)._withUnsafeGuaranteedRef(body)
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
            guard parsing.depth <= parsing.limits.depth else { throw XMLError.depth(allowed: parsing.limits.depth) }
            let element = unsafe HTMLStartElement(name: name, attributes: attributes, names: names)
            guard element.attributeCount <= parsing.limits.attributes else {
                throw XMLError.attributes(allowed: parsing.limits.attributes)
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

private func htmlRawText(_ opaque: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let opaque = unsafe opaque, let text = unsafe text, length > 0 else { return }
    unsafe withParsing(opaque) { parsing in
        guard !parsing.isStopped else { return }
        unsafe parsing.rawText(UnsafeBufferPointer(start: text, count: Int(length)).span)
    }
}

private func htmlError(_ opaque: UnsafeMutableRawPointer?, _ error: xmlErrorPtr?) {
    guard let opaque = unsafe opaque else { return }
    unsafe withParsing(opaque) { parsing in parsing.steps += parsing.depth }
}
