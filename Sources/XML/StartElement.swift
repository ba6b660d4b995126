internal import CLibXML2

/// The name and the attributes of an element that begins. It cannot outlive the call that shows it.
@safe public struct StartElement: ~Copyable {
    let localNamePointer: UnsafePointer<xmlChar>
    let namespacePointer: UnsafePointer<xmlChar>?
    let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    let attributeCount: Int
    let names: NameTable

    /// The name without prefix.
    public var localName: String { unsafe String(cString: localNamePointer) }
    /// The namespace, if any.
    public var namespace: String? { unsafe namespacePointer.map { unsafe String(cString: $0) } }

    /// The value of an attribute in UTF-8, or `nil` when the element has none of that name.
    public func withValue<Result>(_ token: Int, _ body: (Span<UInt8>) throws -> Result) rethrows -> Result? {
        guard let value = unsafe value(token) else { return nil }
        return try unsafe body(value.span)
    }

    /// The value of an attribute as text.
    public func string(_ token: Int) -> String? {
        guard let value = unsafe value(token) else { return nil }
        return unsafe String(decoding: value, as: UTF8.self)
    }

    /// The value of an attribute as a decimal number; white space around it is allowed, as XML Schema has it.
    ///
    /// Numbers beyond `Int32` are clamped to it, so that sums of a few cannot overflow. `nil` when there is none.
    public func integer(_ token: Int) -> Int? {
        guard let value = unsafe value(token) else { return nil }
        var number = 0
        var isNegative = false
        var digits = 0
        for index in value.indices {
            let byte = unsafe value[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = min(number * 10 + Int(byte - UInt8(ascii: "0")), Int(Int32.max))
                digits += 1
            case UInt8(ascii: "-") where digits == 0 && !isNegative: isNegative = true
            case UInt8(ascii: "+") where digits == 0, 0x20, 0x09, 0x0A, 0x0D: break
            default: return nil
            }
        }
        return digits == 0 ? nil : isNegative ? -number : number
    }

    /// Whether the element has an attribute and its value is exactly the word.
    public func has(_ token: Int, _ word: StaticString) -> Bool {
        guard let value = unsafe value(token), value.count == word.utf8CodeUnitCount else { return false }
        for index in value.indices where unsafe value[index] != word.utf8Start[index] { return false }
        return true
    }

    /// Calls `body` with the name and the value of every attribute, in order.
    public func forEachAttribute(_ body: (_ localName: String, _ value: String) throws -> Void) rethrows {
        guard let attributes = unsafe attributes else { return }
        for index in 0..<attributeCount {
            let attribute = unsafe attributes + index * 5
            guard let name = unsafe attribute[0], let start = unsafe attribute[3], let end = unsafe attribute[4] else { continue }
            let value = unsafe UnsafeBufferPointer(start: start, count: end - start)
            try unsafe body(String(cString: name), String(decoding: value, as: UTF8.self))
        }
    }

    /// libxml2 gives five pointers an attribute: local name, prefix, namespace, start of the value, its end.
    private func value(_ token: Int) -> UnsafeBufferPointer<UInt8>? {
        guard let attributes = unsafe attributes else { return nil }
        for index in 0..<attributeCount {
            let attribute = unsafe attributes + index * 5
            guard let name = unsafe attribute[0], unsafe names.token(name, attribute[2]) == token,
                let start = unsafe attribute[3], let end = unsafe attribute[4]
            else { continue }
            return unsafe UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }
}
