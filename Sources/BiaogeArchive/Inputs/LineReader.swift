/// The lines of a stream, one after another, however long the stream is.
struct LineReader {
    /// Why a line was not read.
    struct TooLong: Error {}

    private let next: () throws -> [UInt8]
    private let maximumBytes: Int
    private var buffer: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// The lines of what `next` gives, piece by piece and nothing at the end.
    ///
    /// - Parameter maximumBytes: a longer line is passed over and ``TooLong`` thrown for it.
    init(maximumBytes: Int, next: @escaping () throws -> [UInt8]) {
        self.next = next
        self.maximumBytes = maximumBytes
    }

    /// The next line without its LF or CR LF; `nil` at the end.
    mutating func nextLine() throws -> [UInt8]? {
        var searched = position
        var isTooLong = false
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                let start = position
                position = end + 1
                if isTooLong { throw TooLong() }
                return Array(buffer[start..<(end > start && buffer[end - 1] == 0x0D ? end - 1 : end)])
            }
            if isAtEnd {
                let start = position
                position = buffer.count
                if isTooLong { throw TooLong() }
                return start == buffer.count ? nil : Array(buffer[start...])
            }
            if buffer.count - position > maximumBytes { isTooLong = true }
            if isTooLong || position == buffer.count {
                buffer.removeAll(keepingCapacity: true)
                position = 0
            } else if position > buffer.count / 2 {
                buffer.removeSubrange(..<position)
                position = 0
            }
            searched = buffer.count
            let piece = try next()
            if piece.isEmpty { isAtEnd = true } else { buffer += piece }
        }
    }
}
