public import SystemPackage

/// What went wrong with a file, and which.
public struct FileError: Error, Sendable, Hashable {
    /// What was being done.
    public enum Operation: Sendable {
        /// Opening or reading.
        case read
        /// Creating, writing or renaming.
        case write
        /// Reading more than is allowed.
        case readBeyond(limit: Int)
    }

    /// What was being done.
    public let operation: Operation
    /// The file, as it was named.
    public let path: String
    /// What the system said.
    public let code: Errno

    /// The system's number of the error.
    public var number: Int32 { code.rawValue }

    /// Whether a folder above the file is not there.
    public var isNotThere: Bool { code == .noSuchFileOrDirectory }

    /// Whether it is a folder and no file.
    public var isFolder: Bool { code == .isDirectory }

    /// An error that a process of ours has told: it could not write a file.
    public init(writing path: String, number: Int32) {
        self.init(.write, path, Errno(rawValue: number))
    }

    init(_ operation: Operation, _ path: String, _ code: Errno) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}

extension FileError.Operation: Hashable {}
