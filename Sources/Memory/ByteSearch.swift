#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Span<UInt8> {
    /// Where a byte first stands at an offset or behind it; `nil` when it does not.
    ///
    /// The system's memchr, which looks at some thirty bytes at once.
    public func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
        precondition(start >= 0)
        guard start < count else { return nil }
        return unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = unsafe memchr(base + start, Int32(byte), bytes.count - start) else {
                return nil
            }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// Where the first byte stands, at an offset or behind it, that is at most `limit`; the end when there is none.
    ///
    /// For bytes that are never far: eight are looked at at once.
    @inlinable
    public func firstOffset(atMost limit: UInt8, from start: Int) -> Int {
        precondition(start >= 0 && limit < 0x80)
        return unsafe withUnsafeBytes { bytes in
            var offset = start
            while offset + 8 <= bytes.count {
                let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                let found = ByteWord(word).atMost(limit)
                if found != 0 { return offset + found.trailingZeroBitCount / 8 }
                offset += 8
            }
            while offset < bytes.count, unsafe bytes[offset] > limit { offset += 1 }
            return offset
        }
    }
}
