internal import CLibZip

/// A zip archive that is read from memory.
@safe public struct ZipArchive: ~Copyable {
    /// One entry of the directory.
    public struct Entry: Sendable {
        /// The number by which the entry is opened.
        public let index: Int
        /// The name's bytes as they stand in the archive; which encoding they are in is for the caller to find out.
        public let nameBytes: [UInt8]
        /// The name, its bytes taken as UTF-8.
        public var name: String { String(decoding: nameBytes, as: UTF8.self) }
        /// Bytes after inflating, as the directory claims.
        public let size: Int
        /// Bytes before inflating, as the directory claims.
        public let compressedSize: Int
        /// Whether a password is needed.
        public let isEncrypted: Bool
    }

    private let archive: OpaquePointer

    /// Opens the archive that the bytes hold; they are copied once.
    public init(_ bytes: Span<UInt8>) throws(ZipError) {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        // libzip frees the copy, but not one of no bytes.
        let copy = bytes.isEmpty ? nil : UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 1)
        unsafe bytes.withUnsafeBytes {
            if let start = $0.baseAddress { unsafe copy?.copyMemory(from: start, byteCount: $0.count) }
        }
        guard let source = unsafe zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, &error) else {
            unsafe copy?.deallocate()
            throw .damaged(unsafe String(cString: zip_error_strerror(&error)))
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            throw .damaged(unsafe String(cString: zip_error_strerror(&error)))
        }
        unsafe self.archive = archive
    }

    /// Opens the archive in a file, which is read as it is needed.
    ///
    /// - Parameter path: the bytes of the file's path, without a NUL.
    public init(path: [UInt8]) throws(ZipError) {
        var error = unsafe zip_error_t()
        unsafe zip_error_init(&error)
        defer { unsafe zip_error_fini(&error) }
        let name = path.map { CChar(bitPattern: $0) } + [0]
        guard let source = unsafe zip_source_file_create(name, 0, -1, &error) else {
            throw .damaged(unsafe String(cString: zip_error_strerror(&error)))
        }
        guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe zip_source_free(source)
            throw .damaged(unsafe String(cString: zip_error_strerror(&error)))
        }
        unsafe self.archive = archive
    }

    deinit {
        unsafe zip_discard(archive)
    }

    /// The number of entries in the directory.
    public var count: Int { unsafe Int(zip_get_num_entries(archive, 0)) }

    /// An entry of the directory, or `nil` when there is none of that number.
    public func entry(at index: Int) -> Entry? {
        var status = unsafe zip_stat_t()
        unsafe zip_stat_init(&status)
        guard index >= 0, unsafe zip_stat_index(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_RAW), &status) == 0,
            let name = unsafe status.name
        else { return nil }
        return unsafe Entry(
            index: index, nameBytes: bytes(of: name),
            size: Int(clamping: status.size), compressedSize: Int(clamping: status.comp_size),
            isEncrypted: status.encryption_method != ZIP_EM_NONE)
    }

    /// Opens an entry for reading.
    public func open(_ entry: Entry) throws(ZipError) -> ZipEntryReader {
        guard !entry.isEncrypted else { throw .encrypted(name: entry.name) }
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
            throw .damagedEntry(name: entry.name, reason: unsafe String(cString: zip_strerror(archive)))
        }
        return unsafe ZipEntryReader(file: file, of: entry)
    }
}

/// The bytes of one entry, inflated as they are asked for.
@safe public struct ZipEntryReader: ~Copyable {
    /// How many bytes are inflated at once, however few are asked for: each time zlib goes through the 32 KiB that it looks back at.
    private static let chunkSizes = 1 << 12...1 << 16

    private let file: OpaquePointer
    private let name: String
    private let chunk: UnsafeMutableRawBufferPointer
    /// Where the bytes of the chunk stand that nobody has asked for yet.
    private var unread = 0..<0

    fileprivate init(file: OpaquePointer, of entry: ZipArchive.Entry) {
        unsafe self.file = file
        name = entry.name
        let size = min(max(entry.size, Self.chunkSizes.lowerBound), Self.chunkSizes.upperBound)
        unsafe chunk = .allocate(byteCount: size, alignment: 1)
    }

    deinit {
        unsafe chunk.deallocate()
        unsafe zip_fclose(file)
    }

    /// Fills the span with the next bytes and returns how many there were, 0 at the end.
    public mutating func read(into buffer: inout MutableSpan<UInt8>) throws(ZipError) -> Int {
        if unread.isEmpty { unread = 0..<(try inflate()) }
        let next = unread.prefix(buffer.count)
        unsafe buffer.withUnsafeMutableBytes { unsafe $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: chunk[next])) }
        unread = next.upperBound..<unread.upperBound
        return next.count
    }

    /// Fills the chunk and returns with how many bytes.
    private func inflate() throws(ZipError) -> Int {
        let count = unsafe zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count))
        guard count >= 0 else {
            throw .damagedEntry(name: name, reason: unsafe String(cString: zip_file_strerror(file)))
        }
        return Int(count)
    }
}

private func bytes(of name: UnsafePointer<CChar>) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = unsafe name
    while unsafe next.pointee != 0 {
        bytes.append(UInt8(bitPattern: unsafe next.pointee))
        unsafe next += 1
    }
    return bytes
}
