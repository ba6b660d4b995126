internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Files that are written at once and in place, where many are made and somebody else knows which of them are whole.
public enum PlainFile {
    /// Writes a file in place of whatever was called so; the folders above it are made. One that cannot be written whole is removed.
    ///
    /// A process that is killed meanwhile leaves a part of it, which an ``OutputFile`` does not; that one costs twice as much.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
        let descriptor = try create(path)
        var failure: Errno?
        do {
            try descriptor.write(whole: bytes)
        } catch {
            failure = code(of: error)
        }
        do {
            try descriptor.close()
        } catch {
            failure = failure ?? code(of: error)
        }
        guard let failure else { return }
        unsafe unlink(path)
        throw FileError(.write, path, failure)
    }

    /// Makes a new file: one that is there goes first, as it may be a link to another.
    private static func create(_ path: String) throws(FileError) -> FileDescriptor {
        var failure = Errno.ioError
        for _ in 0..<3 {
            do {
                return try FileDescriptor.open(
                    FilePath(path), .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
                    permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
            } catch {
                failure = code(of: error)
            }
            switch failure {
            case .noSuchFileOrDirectory: try Folder.create(FilePath(path).removingLastComponent().string)
            case .fileExists: try Folder.removeFile(RawPath(path))
            default: throw FileError(.write, path, failure)
            }
        }
        throw FileError(.write, path, failure)
    }
}
