/// Puts texts and numbers one after another into bytes, for our own worker processes.
struct MessageWriter {
    private(set) var bytes: [UInt8] = []

    /// - Parameter count: how many bytes there will be about.
    init(reserving count: Int = 0) {
        bytes.reserveCapacity(count)
    }

    mutating func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    mutating func add(_ piece: [UInt8]) {
        add(piece.count)
        bytes += piece
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes += text.utf8
    }
}

/// Takes apart what a ``MessageWriter`` made.
struct MessageReader {
    /// The bytes are no such message.
    struct Malformed: Error {}

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func number() throws(Malformed) -> Int {
        guard rest.count >= 8 else { throw Malformed() }
        var number = 0
        for index in 0..<8 { number |= Int(rest[rest.startIndex + index]) << (8 * index) }
        rest = rest.dropFirst(8)
        return number
    }

    mutating func bytes() throws(Malformed) -> ArraySlice<UInt8> {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw Malformed() }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func text() throws(Malformed) -> String {
        String(decoding: try bytes(), as: UTF8.self)
    }
}
