internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// What the file system says of a path.
public struct FileStatus: Sendable {
    /// What stands at a path.
    public enum Kind: Sendable {
        /// A regular file, a folder, or a symbolic link.
        case file, folder, link
        /// A pipe, a socket, a device.
        case special
    }

    /// Which file it is, whatever it is called.
    public struct Identity: Sendable, Hashable {
        let device: UInt64
        let number: UInt64
    }

    /// What stands there.
    public let kind: Kind
    /// Its length in bytes.
    public let size: Int
    /// Which file it is.
    public let identity: Identity

    /// What stands at a path.
    ///
    /// - Parameter followingLinks: whether a symbolic link is followed or told as such.
    public init(_ path: RawPath, followingLinks: Bool) throws(FileError) {
        var status = stat()
        let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
        guard unsafe (followingLinks ? stat(name, &status) : lstat(name, &status)) == 0 else {
            throw FileError(.read, path.text, Errno(rawValue: errno))
        }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .special
            }
        size = Int(clamping: status.st_size)
        identity = Identity(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
    }
}

extension Folder {
    /// The names in a folder in the order of their bytes, without `.` and `..`.
    public static func names(in path: RawPath) throws(FileError) -> [[UInt8]] {
        guard let folder = unsafe opendir(path.bytes.map { CChar(bitPattern: $0) } + [0]) else {
            throw FileError(.read, path.text, Errno(rawValue: errno))
        }
        defer { unsafe closedir(folder) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// How many files there are in a folder and in those below it.
    public static func fileCount(below path: RawPath) throws(FileError) -> Int {
        guard let folder = unsafe opendir(path.bytes.map { CChar(bitPattern: $0) } + [0]) else {
            throw FileError(.read, path.text, Errno(rawValue: errno))
        }
        defer { unsafe closedir(folder) }
        var count = 0
        while let entry = unsafe readdir(folder) {
            let kind = Int(unsafe entry.pointee.d_type)
            if kind != Int(DT_DIR), kind != Int(DT_UNKNOWN) {
                count += 1
                continue
            }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            guard name != [0x2E], name != [0x2E, 0x2E] else { continue }
            let next = path.appending(name)
            if kind == Int(DT_DIR) {
                count += try fileCount(below: next)
            } else {
                count += try FileStatus(next, followingLinks: false).kind == .folder ? fileCount(below: next) : 1
            }
        }
        return count
    }

    /// Removes a file; one that is not there is fine.
    public static func removeFile(_ path: RawPath) throws(FileError) {
        guard unsafe unlink(path.bytes.map { CChar(bitPattern: $0) } + [0]) == 0 || errno == ENOENT else {
            throw FileError(.write, path.text, Errno(rawValue: errno))
        }
    }

    /// Removes a folder if nothing is in it.
    public static func removeIfEmpty(_ path: RawPath) {
        _ = unsafe rmdir(path.bytes.map { CChar(bitPattern: $0) } + [0])
    }
}
