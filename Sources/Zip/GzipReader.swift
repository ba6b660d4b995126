internal import CLibZip

/// Undoes gzip (RFC 1952) piece by piece, one member after another.
@safe public final class GzipReader {
    private let stream: UnsafeMutablePointer<z_stream>
    private let next: () throws -> [UInt8]
    private var packed: [UInt8] = []
    private var position = 0
    private var isInsideMember = false
    private var isAtEnd = false

    /// A reader of the packed bytes that `next` gives, none at the end.
    ///
    /// - Returns: `nil` when there is no memory for it.
    public init?(next: @escaping () throws -> [UInt8]) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        self.next = next
        // 15 is the largest window, 16 says gzip instead of zlib.
        guard unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// The next bytes, at most `count` of them; none at the end.
    ///
    /// - Throws: ``GzipError`` where the data is damaged or cut, and whatever `next` throws.
    public func read(_ count: Int) throws -> [UInt8] {
        while !isAtEnd {
            if position == packed.count {
                packed = try next()
                position = 0
                if packed.isEmpty {
                    guard !isInsideMember else { throw GzipError.cut }
                    isAtEnd = true
                    break
                }
            }
            let unpacked = try inflate(count)
            if !unpacked.isEmpty { return unpacked }
        }
        return []
    }

    private func inflate(_ count: Int) throws(GzipError) -> [UInt8] {
        var status = Z_OK
        if !isInsideMember {
            unsafe inflateReset(stream)
            isInsideMember = true
        }
        let start = position
        var left = 0
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe packed.withUnsafeMutableBufferPointer { input in
                unsafe stream.pointee.next_in = input.baseAddress.map { unsafe $0 + start }
                unsafe stream.pointee.avail_in = UInt32(clamping: input.count - start)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(clamping: count)
                status = unsafe CLibZip.inflate(stream, Z_NO_FLUSH)
                left = unsafe Int(stream.pointee.avail_in)
                filled = unsafe count - Int(stream.pointee.avail_out)
            }
        }
        position = packed.count - left
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END: isInsideMember = false
        default: throw .damaged(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "no gzip data")
        }
        return unpacked
    }
}
