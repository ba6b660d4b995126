internal import CLibZip

/// Makes a zip archive out of entries whose bytes are asked for piece by piece.
///
/// Only the compressed bytes are kept until the archive is complete: libzip goes back to write the sizes in front of each
/// entry. The same entries always give the same bytes; every entry is dated 1 January 1980, the first day that zip has.
public enum ZipWriter {
    /// An entry to be written.
    public struct Entry {
        /// The name, with `/` between folders.
        public let name: String
        /// Gives the next bytes of the content, which are never empty, and `nil` at its end.
        let nextPiece: () throws -> [UInt8]?

        /// An entry whose content `nextPiece` gives.
        public init(name: String, nextPiece: @escaping () throws -> [UInt8]?) {
            self.name = name
            self.nextPiece = nextPiece
        }

        /// An entry whose content is at hand.
        public init(name: String, content: [UInt8]) {
            var rest: [UInt8]? = content.isEmpty ? nil : content
            self.init(name: name) {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// Writes an archive of the entries, in their order, and hands its bytes on.
    ///
    /// - Parameter level: how hard to compress, from 1 (fast) to 9 (small).
    /// - Throws: ``ZipError/cannotWrite(_:)``, or whatever an entry or `receive` threw.
    public static func write(_ entries: [Entry], level: UInt32 = 3, to receive: ([UInt8]) throws -> Void) throws {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        guard let packed = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
            throw ZipError.cannotWrite(unsafe String(cString: zip_error_strerror(&error)))
        }
        defer { unsafe zip_source_free(packed) }
        // The archive frees the source it is opened from; this keeps the bytes until they are handed on.
        unsafe zip_source_keep(packed)
        guard let archive = unsafe zip_open_from_source(packed, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            unsafe zip_source_free(packed)
            throw ZipError.cannotWrite(unsafe String(cString: zip_error_strerror(&error)))
        }
        let contents = entries.map { EntryContent($0) }
        try withExtendedLifetime(contents) {
            do {
                for content in contents { try unsafe add(content, level: level, to: archive) }
            } catch {
                unsafe zip_discard(archive)
                throw error
            }
            guard unsafe zip_close(archive) == 0 else {
                let reason = unsafe String(cString: zip_strerror(archive))
                unsafe zip_discard(archive)
                throw contents.lazy.compactMap(\.error).first ?? ZipError.cannotWrite(reason)
            }
        }
        try unsafe handOn(packed, to: receive)
    }

    private static func add(_ content: EntryContent, level: UInt32, to archive: OpaquePointer) throws {
        let opaque = unsafe Unmanaged.passUnretained(content).toOpaque()
        guard let source = unsafe zip_source_function(archive, entryCallback, opaque) else {
            throw ZipError.cannotWrite(unsafe String(cString: zip_strerror(archive)))
        }
        let index = unsafe zip_file_add(archive, content.entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            unsafe zip_source_free(source)
            throw ZipError.cannotWrite(unsafe String(cString: zip_strerror(archive)))
        }
        let number = zip_uint64_t(index)
        let firstDay: UInt16 = 1 << 5 | 1
        guard unsafe zip_set_file_compression(archive, number, ZIP_CM_DEFLATE, level) == 0,
            unsafe zip_file_set_dostime(archive, number, 0, firstDay, 0) == 0
        else { throw ZipError.cannotWrite(unsafe String(cString: zip_strerror(archive))) }
    }

    private static func handOn(_ packed: OpaquePointer, to receive: ([UInt8]) throws -> Void) throws {
        guard unsafe zip_source_open(packed) == 0 else { throw ZipError.cannotWrite("the archive cannot be read back") }
        defer { unsafe zip_source_close(packed) }
        while true {
            var failed = false
            let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                guard let start = buffer.baseAddress else { return }
                let read = unsafe zip_source_read(packed, start, zip_uint64_t(buffer.count))
                failed = read < 0
                count = max(0, Int(read))
            }
            if failed { throw ZipError.cannotWrite("the archive cannot be read back") }
            if piece.isEmpty { return }
            try receive(piece)
        }
    }
}

/// The content of an entry on its way to libzip, which asks for as many bytes as it likes.
private final class EntryContent {
    let entry: ZipWriter.Entry
    /// The first error; the entry ends there.
    var error: (any Error)?
    private var piece: [UInt8] = []
    private var position = 0
    private var size = 0
    private var isComplete = false

    init(_ entry: ZipWriter.Entry) {
        self.entry = entry
    }

    /// How many bytes there are, or, before the end is reached, a number that keeps libzip from preparing the entry for more
    /// than 4 GiB, which some readers of workbooks do not understand. An entry that grows beyond is refused by libzip.
    var claimedSize: Int { isComplete ? size : 1 }

    /// Fills the buffer and returns how many bytes there were, 0 at the end, -1 after an error.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard error == nil else { return -1 }
        do {
            var filled = 0
            while filled < buffer.count {
                if position == piece.count {
                    guard !isComplete, let next = try entry.nextPiece() else {
                        isComplete = true
                        break
                    }
                    piece = next
                    position = 0
                }
                let count = min(buffer.count - filled, piece.count - position)
                unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyBytes(
                    from: piece[position..<position + count])
                filled += count
                position += count
            }
            size += filled
            return filled
        } catch {
            self.error = error
            return -1
        }
    }
}

private func entryCallback(
    _ opaque: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t, _ command: zip_source_cmd_t
) -> zip_int64_t {
    guard let opaque = unsafe opaque else { return -1 }
    let content = unsafe Unmanaged<EntryContent>.fromOpaque(opaque).takeUnretainedValue()
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE: return 0
    case ZIP_SOURCE_READ:
        guard let data = unsafe data else { return -1 }
        return unsafe zip_int64_t(content.read(into: UnsafeMutableRawBufferPointer(start: data, count: Int(length))))
    case ZIP_SOURCE_STAT:
        guard let status = unsafe data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
        unsafe zip_stat_init(status)
        unsafe status.pointee.size = zip_uint64_t(content.claimedSize)
        unsafe status.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
        return unsafe zip_int64_t(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
        // A code of libzip's own and none of the system's; the real error is with the content.
        guard let codes = unsafe data?.assumingMemoryBound(to: Int32.self) else { return -1 }
        unsafe codes[0] = ZIP_ER_READ
        unsafe codes[1] = 0
        return zip_int64_t(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_SUPPORTS:
        let commands = [
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
            ZIP_SOURCE_SUPPORTS,
        ]
        return commands.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
    default: return -1
    }
}
