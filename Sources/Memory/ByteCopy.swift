/// Adds a range of bytes, unless one of them is at most `limit`; answers whether they were added. There must be room for them.
///
/// Most texts in a table are a few bytes long, for which a call of memcpy costs more than the bytes: eight are copied at once, as long
/// as there is room for so many.
@inlinable
@inline(__always)
public func append(
    _ bytes: Span<UInt8>, _ range: Range<Int>, to output: inout OutputSpan<UInt8>, unlessAtMost limit: UInt8
) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count && range.count <= output.freeCapacity && limit < 0x80)
    return unsafe bytes.withUnsafeBytes { source in
        unsafe output.withUnsafeMutableBufferPointer { buffer, count in
            let room = UnsafeMutableRawBufferPointer(buffer)
            // Nothing below can overflow: all offsets are within the two buffers.
            let ahead = count &- range.lowerBound
            var from = range.lowerBound
            while from < range.upperBound {
                if from &+ 8 <= source.count, from &+ ahead &+ 8 <= room.count {
                    let word = unsafe source.loadUnaligned(fromByteOffset: from, as: UInt64.self)
                    // Of the last word only the bytes of the range count.
                    let foreign = max(0, 8 &- (range.upperBound &- from))
                    guard ByteWord(word).atMost(limit) &<< UInt64(truncatingIfNeeded: 8 &* foreign) == 0 else { return false }
                    unsafe room.storeBytes(of: word, toByteOffset: from &+ ahead, as: UInt64.self)
                    from &+= 8
                } else {
                    guard unsafe source[from] > limit else { return false }
                    unsafe room[from &+ ahead] = unsafe source[from]
                    from &+= 1
                }
            }
            count &+= range.count
            return true
        }
    }
}

extension OutputSpan<UInt8> {
    /// Appends bytes as they are. There must be room for them.
    @inlinable
    public mutating func append(_ bytes: Span<UInt8>) {
        precondition(bytes.count <= freeCapacity)
        unsafe bytes.withUnsafeBytes { source in
            unsafe withUnsafeMutableBufferPointer { buffer, count in
                let room = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
                unsafe room.copyMemory(from: source)
                count &+= source.count
            }
        }
    }
}
