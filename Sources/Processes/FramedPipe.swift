#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Messages with their length in front (four bytes, little-endian), as a worker reads and writes them on its standard streams.
public enum FramedPipe {
    /// A message with its length in front.
    public static func frame(_ message: [UInt8]) -> [UInt8] {
        var framed: [UInt8] = []
        framed.reserveCapacity(message.count + 4)
        for index in 0..<4 { framed.append(UInt8(truncatingIfNeeded: message.count >> (8 * index))) }
        framed += message
        return framed
    }

    /// The first whole message of what has come, and how many bytes it took; `nil` while it is not whole.
    public static func firstMessage(in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard bytes.count >= 4 else { return nil }
        var length = 0
        for index in 0..<4 { length |= Int(bytes[bytes.startIndex + index]) << (8 * index) }
        guard bytes.count >= 4 + length else { return nil }
        return bytes[(bytes.startIndex + 4)..<(bytes.startIndex + 4 + length)]
    }

    /// The next message on standard input; `nil` when there is none any more.
    public static func readMessage() -> [UInt8]? {
        guard let head = readBytes(4) else { return nil }
        var length = 0
        for index in 0..<4 { length |= Int(head[index]) << (8 * index) }
        return readBytes(length)
    }

    private static func readBytes(_ count: Int) -> [UInt8]? {
        var isWhole = true
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let received = unsafe read(0, buffer.baseAddress.map { unsafe $0 + filled }, count - filled)
                if received < 0, errno == EINTR { continue }
                guard received > 0 else {
                    isWhole = false
                    return
                }
                filled += received
            }
        }
        return isWhole ? bytes : nil
    }

    /// Writes a message to standard output; false when nobody reads it any more.
    public static func writeMessage(_ message: [UInt8]) -> Bool {
        let framed = frame(message)
        var written = 0
        while written < framed.count {
            let count = unsafe framed.withUnsafeBytes { bytes in
                unsafe write(1, bytes.baseAddress.map { unsafe $0 + written }, framed.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
