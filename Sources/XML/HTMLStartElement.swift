internal import CLibXML2

/// The name and the attributes of an HTML element that begins. It cannot outlive the call that shows it.
@safe public struct HTMLStartElement: ~Copyable {
    private let namePointer: UnsafePointer<xmlChar>
    private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let names: NameTable

    init(name: UnsafePointer<xmlChar>, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, names: NameTable) {
        unsafe self.namePointer = name
        unsafe self.attributes = attributes
        self.names = names
    }

    /// The name in lower case, with its prefix if it has one (`o:p`).
    public var name: String { unsafe String(cString: namePointer) }
    /// The number of attributes.
    var attributeCount: Int {
        guard var attribute = unsafe attributes else { return 0 }
        var count = 0
        while unsafe attribute[0] != nil {
            unsafe attribute += 2
            count += 1
        }
        return count
    }
    /// Whether the element has attributes.
    public var hasAttributes: Bool { unsafe attributes != nil }

    /// Calls `body` with every attribute whose name is in the vocabulary, in order; the value is in UTF-8, entities resolved,
    /// and empty for an attribute without one.
    public func forEachKnownAttribute(_ body: (_ token: Int, _ value: Span<UInt8>) throws -> Void) rethrows {
        guard var attribute = unsafe attributes else { return }
        // libxml2 gives two pointers an attribute, name and value, and ends the list with nothing.
        while let name = unsafe attribute[0] {
            let token = unsafe names.token(name, nil)
            if token >= 0 {
                if let value = unsafe attribute[1] {
                    try unsafe body(token, UnsafeBufferPointer(start: value, count: Int(xmlStrlen(value))).span)
                } else {
                    try unsafe body(token, UnsafeBufferPointer<UInt8>(start: nil, count: 0).span)
                }
            }
            unsafe attribute += 2
        }
    }
}
