internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A file that appears under its name only when it is complete.
///
/// It is written beside its target and renamed by ``commit()``; an output that is never committed leaves nothing behind.
public final class OutputFile {
    private let path: String
    private let temporaryPath: String
    private let descriptor: FileDescriptor
    private var isOpen = true

    /// Creates the file beside its target, under a name of its own.
    public init(_ path: String) throws(FileError) {
        self.path = path
        temporaryPath = "\(path).\(getpid()).part"
        // First noted, then made: a signal may come in between.
        UnfinishedFiles.add(temporaryPath)
        do {
            descriptor = try FileDescriptor.open(
                FilePath(temporaryPath), .writeOnly, options: [.create, .truncate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
        } catch {
            UnfinishedFiles.remove(temporaryPath)
            throw FileError(.write, path, code(of: error))
        }
    }

    deinit {
        guard isOpen else { return }
        try? descriptor.close()
        unsafe unlink(temporaryPath)
        UnfinishedFiles.remove(temporaryPath)
    }

    /// Writes all the bytes.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        do {
            try descriptor.write(whole: bytes)
        } catch {
            throw FileError(.write, path, code(of: error))
        }
    }

    /// Puts the complete file under its name.
    public func commit() throws(FileError) {
        isOpen = false
        defer { UnfinishedFiles.remove(temporaryPath) }
        do {
            try descriptor.close()
        } catch {
            unsafe unlink(temporaryPath)
            throw FileError(.write, path, code(of: error))
        }
        guard unsafe rename(temporaryPath, path) == 0 else {
            let code = Errno(rawValue: errno)
            unsafe unlink(temporaryPath)
            throw FileError(.write, path, code)
        }
    }
}

/// The terminal, or whatever stands in its place.
public enum StandardStream {
    /// Standard output.
    case output
    /// Standard error.
    case error

    /// Writes all the bytes.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        do {
            try (self == .output ? FileDescriptor.standardOutput : .standardError).write(whole: bytes)
        } catch {
            throw FileError(.write, self == .output ? "standard output" : "standard error", code(of: error))
        }
    }
}

/// Folders.
public enum Folder {
    /// Whether the path names a folder.
    public static func exists(_ path: String) -> Bool {
        guard let status = try? FilePath(path).stat() else { return false }
        return status.type == .directory
    }

    /// Creates a folder, and those above it, where they are not there yet.
    public static func create(_ path: String) throws(FileError) {
        guard !path.isEmpty, !exists(path) else { return }
        let parent = FilePath(path).removingLastComponent()
        if !parent.isEmpty, parent.string != path { try create(parent.string) }
        guard unsafe mkdir(path, 0o777) == 0 || exists(path) else { throw FileError(.write, path, Errno(rawValue: errno)) }
    }
}
