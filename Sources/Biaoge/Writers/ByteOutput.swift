/// Gathers bytes and hands them on in large pieces.
public struct ByteOutput {
    /// What was written and not yet handed on.
    var buffer: [UInt8] = []
    private let flushSize: Int
    private let receive: ([UInt8]) throws -> Void

    /// An output that hands its bytes to `receive`, about `flushSize` at a time.
    public init(flushSize: Int = 1 << 16, receive: @escaping ([UInt8]) throws -> Void) {
        self.flushSize = flushSize
        self.receive = receive
        buffer.reserveCapacity(flushSize + 4096)
    }

    /// Writes text.
    mutating func write(_ text: String) {
        buffer.append(contentsOf: text.utf8)
    }

    /// Writes one byte.
    mutating func write(_ byte: UInt8) {
        buffer.append(byte)
    }

    /// Hands the bytes on when there are enough of them; writers call it between rows.
    mutating func flushIfFull() throws {
        if buffer.count >= flushSize { try flush() }
    }

    /// Hands on whatever there is.
    public mutating func flush() throws {
        guard !buffer.isEmpty else { return }
        try receive(buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}
