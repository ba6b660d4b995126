internal import Memory
internal import SystemPackage

/// Reading whole inputs. `-` is standard input.
public enum InputFile {
    /// The bytes of a file.
    ///
    /// - Parameter maximumBytes: more than this many are not read; the error says so.
    public static func read(_ path: String, maximumBytes: Int) throws(FileError) -> [UInt8] {
        if path == "-" { return try readAll(.standardInput, path, expected: 0, maximumBytes) }
        return try read(RawPath(path), maximumBytes: maximumBytes)
    }

    /// The bytes of a file whose name need not be UTF-8.
    ///
    /// - Parameters:
    ///   - maximumBytes: more than this many are not read; the error says so.
    ///   - expected: its length, where that is known.
    public static func read(_ path: RawPath, maximumBytes: Int, expected: Int? = nil) throws(FileError) -> [UInt8] {
        let descriptor: FileDescriptor
        do {
            descriptor = try FileDescriptor.open(path, .readOnly)
        } catch {
            throw FileError(.read, path.text, code(of: error))
        }
        defer { try? descriptor.close() }
        let size = expected ?? (try? FileStatus(path, followingLinks: true))?.size ?? 0
        guard size <= maximumBytes else { throw FileError(.readBeyond(limit: maximumBytes), path.text, .fileTooLarge) }
        return try readAll(descriptor, path.text, expected: size, maximumBytes)
    }

    private static func readAll(
        _ descriptor: FileDescriptor, _ path: String, expected: Int, _ maximumBytes: Int
    ) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        // One byte more than expected, so that the end is seen without a second buffer.
        var room = expected > 0 ? expected + 1 : 1 << 16
        while true {
            let piece = try descriptor.nextBytes(room, of: path)
            if piece.isEmpty { return bytes }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
            guard bytes.count <= maximumBytes else { throw FileError(.readBeyond(limit: maximumBytes), path, .fileTooLarge) }
            if bytes.count == expected { return bytes }
            room = max(1 << 16, expected + 1 - bytes.count)
        }
    }
}

extension FileDescriptor {
    /// The next bytes of the file at `path`, at most `count` of them; none at the end.
    func nextBytes(_ count: Int, of path: String) throws(FileError) -> [UInt8] {
        var failure: (any Error)?
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let memory = UnsafeMutableRawBufferPointer(buffer)
            unsafe LargePages.advise(memory)
            do {
                filled = try unsafe read(into: memory)
            } catch {
                failure = error
            }
        }
        if let failure { throw FileError(.read, path, code(of: failure)) }
        return piece
    }
}

func code(of error: any Error) -> Errno {
    (error as? Errno) ?? .ioError
}
