extension Array where Element == UInt8 {
    /// Adds the bytes of a span, in one move.
    public mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
