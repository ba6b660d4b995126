#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// From any character encoding that the system's iconv knows to UTF-8.
@safe public struct TextDecoder: ~Copyable {
    /// What a decoder met that is not in its encoding.
    public struct Invalid: Error, Sendable, Hashable {
        /// The offset of the first byte that does not fit, from 0.
        public let offset: Int
    }

    private let descriptor: iconv_t

    /// A decoder from the encoding of that name, or `nil` when the system has none.
    public init?(from encoding: String) {
        guard let descriptor = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else { return nil }
        unsafe self.descriptor = descriptor
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// The bytes as UTF-8.
    ///
    /// - Parameter replacing: bytes that do not fit become U+FFFD instead of an error.
    public mutating func decode(_ bytes: Span<UInt8>, replacing: Bool = false) throws(Invalid) -> (utf8: [UInt8], replaced: Int) {
        unsafe iconv(descriptor, nil, nil, nil, nil)
        var utf8: [UInt8] = []
        utf8.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var replaced = 0
        var offset = 0
        let chunk = 1 << 16
        while offset < bytes.count {
            let (consumed, produced, failed) = unsafe bytes.withUnsafeBytes { input -> (Int, [UInt8], Bool) in
                var failed = false
                var consumed = 0
                let produced = unsafe [UInt8](unsafeUninitializedCapacity: chunk) { output, count in
                    var inputStart = unsafe UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self))
                    var inputLeft = input.count - offset
                    unsafe output.withMemoryRebound(to: CChar.self) { output in
                        var outputStart = output.baseAddress
                        var outputLeft = output.count
                        let result = unsafe iconv(descriptor, &inputStart, &inputLeft, &outputStart, &outputLeft)
                        failed = result == -1 && errno != E2BIG
                        count = output.count - outputLeft
                    }
                    consumed = input.count - offset - inputLeft
                }
                return (consumed, produced, failed)
            }
            utf8 += produced
            offset += consumed
            guard failed else { continue }
            guard replacing else { throw Invalid(offset: offset) }
            utf8 += [0xEF, 0xBF, 0xBD]
            replaced += 1
            offset += 1
        }
        return (utf8, replaced)
    }
}
