internal import CLibXML2

/// What libxml2 calls while it parses a document, with the ``XMLParsing`` behind the context pointer.
extension XMLParsing {
    /// The functions that are told of the content.
    static var callbacks: xmlSAXHandler {
        var sax = unsafe xmlSAXHandler()
        unsafe sax.initialized = XML_SAX2_MAGIC
        unsafe sax.startElementNs = startElement
        unsafe sax.endElementNs = endElement
        unsafe sax.characters = characters
        unsafe sax.ignorableWhitespace = characters
        unsafe sax.cdataBlock = characters
        unsafe sax.internalSubset = internalSubset
        unsafe sax.serror = nil
        return unsafe sax
    }

    /// Fills a buffer with the next bytes.
    static let readCallback: xmlInputReadCallback = { opaque, buffer, length in
        guard let opaque = unsafe opaque, let buffer = unsafe buffer, length > 0 else { return -1 }
        return unsafe buffer.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
            var span = unsafe MutableSpan(_unsafeStart: bytes, count: Int(length))
            return unsafe opaque.assumingMemoryBound(to: XMLParsing.self).pointee.fill(&span)
        }
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
    unsafe opaque.assumingMemoryBound(to: XMLParsing.self).pointee.start(
        localName, namespace, namespaceCount: namespaceCount, attributes, attributeCount: attributeCount)
}

@inline(__always)
private func endElement(
    _ opaque: UnsafeMutableRawPointer?, _ localName: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
    _ namespace: UnsafePointer<xmlChar>?
) {
    guard let opaque = unsafe opaque else { return }
    unsafe opaque.assumingMemoryBound(to: XMLParsing.self).pointee.end()
}

@inline(__always)
private func characters(_ opaque: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
    guard let opaque = unsafe opaque, let text = unsafe text, length > 0 else { return }
    unsafe opaque.assumingMemoryBound(to: XMLParsing.self).pointee.text(
        UnsafeBufferPointer(start: text, count: Int(length)).span)
}

private func internalSubset(
    _ opaque: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ publicID: UnsafePointer<xmlChar>?,
    _ systemID: UnsafePointer<xmlChar>?
) {
    guard let opaque = unsafe opaque else { return }
    unsafe opaque.assumingMemoryBound(to: XMLParsing.self).pointee.stop(XMLError.documentType)
}
