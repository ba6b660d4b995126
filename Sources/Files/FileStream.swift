internal import SystemPackage

/// A file that is read piece by piece, for inputs that need not fit into memory.
public final class FileStream {
    private let path: RawPath
    private let descriptor: FileDescriptor
    private let isOwner: Bool

    /// Opens a file.
    public init(_ path: RawPath) throws(FileError) {
        self.path = path
        isOwner = true
        do {
            descriptor = try FileDescriptor.open(path, .readOnly)
        } catch {
            throw FileError(.read, path.text, code(of: error))
        }
    }

    /// Standard input.
    public static var standardInput: FileStream { FileStream(path: RawPath("-"), descriptor: .standardInput) }

    private init(path: RawPath, descriptor: FileDescriptor) {
        self.path = path
        self.descriptor = descriptor
        isOwner = false
    }

    deinit {
        if isOwner { try? descriptor.close() }
    }

    /// The next bytes, at most `count` of them; none at the end.
    public func read(_ count: Int) throws(FileError) -> [UInt8] {
        try descriptor.nextBytes(count, of: path.text)
    }
}

extension FileDescriptor {
    /// Opens a path whose bytes need not be UTF-8.
    static func open(_ path: RawPath, _ mode: AccessMode) throws -> FileDescriptor {
        try unsafe open(path.bytes.map { CChar(bitPattern: $0) } + [0], mode, options: [.closeOnExec])
    }
}
