/// Eight bytes in a row as one number, the first of them lowest, so that all are looked at at once.
@frozen
@usableFromInline
struct ByteWord {
    @usableFromInline let bits: UInt64

    /// The bytes as they were loaded from memory.
    @inlinable
    init(_ loaded: UInt64) {
        bits = loaded.littleEndian
    }

    /// The high bit of each byte that is at most `limit`, which is below 0x80.
    ///
    /// Taking one more than the limit from such a byte borrows into its high bit. A borrow may spoil the bytes behind it, so only the first bit is
    /// right, and whether there is one.
    @inlinable
    func atMost(_ limit: UInt8) -> UInt64 {
        (bits &- 0x0101_0101_0101_0101 &* UInt64(limit &+ 1)) & ~bits & 0x8080_8080_8080_8080
    }
}
