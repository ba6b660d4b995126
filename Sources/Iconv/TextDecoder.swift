#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// From any character encoding that the system's iconv knows to UTF-8.
@safe public struct TextDecoder: ~Copyable {
    private let descriptor: iconv_t
    private let unitSize: Int

    /// A decoder from the encoding of that name, or `nil` when the system has none.
    ///
    /// - Parameter unitSize: how many bytes the units take of which the encoding's characters are made, 2 for UTF-16.
    public init?(from encoding: String, unitSize: Int = 1) {
        guard let descriptor = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: descriptor) != -1 else { return nil }
        unsafe self.descriptor = descriptor
        self.unitSize = unitSize
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// Whether the system knows an encoding of that name.
    public static func knows(_ encoding: String) -> Bool {
        let decoder = TextDecoder(from: encoding)
        return decoder != nil
    }

    /// Text in UTF-8, and what of the bytes is not in it.
    public struct Decoded: Sendable {
        /// The text.
        public var utf8: [UInt8] = []
        /// How many units did not fit; each stands as U+FFFD in ``utf8``.
        public var replaced = 0
        /// The offset of the first unit that did not fit, in bytes.
        public var firstReplaced: Int?
        /// How many bytes at the end begin a character that is not there any more; they are left out.
        public var cut = 0

        /// glibc's iconv takes UTF-8 beyond U+10FFFF for UTF-8 and hands it on.
        fileprivate mutating func replaceMalformed() {
            let scan = UTF8Scan(utf8.span)
            guard scan.validCount < utf8.count else { return }
            let before = Self.replacements(in: utf8)
            utf8 = Array(String(decoding: utf8, as: UTF8.self).utf8)
            if replaced == 0 { firstReplaced = scan.validCount }
            replaced += Self.replacements(in: utf8) - before
        }

        private static func replacements(in utf8: [UInt8]) -> Int {
            utf8.indices.count { utf8[$0] == 0xEF && utf8[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
        }
    }

    /// The bytes as UTF-8. Units that do not fit become U+FFFD, one each; a character cut off at the end is left out.
    public mutating func decode(_ bytes: Span<UInt8>) -> Decoded {
        unsafe iconv(descriptor, nil, nil, nil, nil)
        var decoded = Decoded()
        decoded.utf8.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        let chunk = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 16)
        defer { unsafe chunk.deallocate() }
        unsafe bytes.withUnsafeBytes { input in
            guard let start = input.baseAddress else { return }
            var next: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutablePointer(
                mutating: start.assumingMemoryBound(to: CChar.self))
            var left = input.count
            while left > 0 {
                var output = chunk.baseAddress
                var room = chunk.count
                let result = unsafe iconv(descriptor, &next, &left, &output, &room)
                let error = errno
                let written = unsafe UnsafeRawBufferPointer(start: chunk.baseAddress, count: chunk.count - room)
                unsafe decoded.utf8.append(contentsOf: written)
                guard result == -1, error != E2BIG else { continue }
                if error == EINVAL || left < unitSize {
                    decoded.cut = left
                    return
                }
                if decoded.replaced == 0 { decoded.firstReplaced = input.count - left }
                decoded.utf8 += [0xEF, 0xBF, 0xBD]
                decoded.replaced += 1
                unsafe next = next?.advanced(by: unitSize)
                left -= unitSize
            }
        }
        decoded.replaceMalformed()
        return decoded
    }
}
