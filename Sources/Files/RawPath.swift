/// A path as the file system has it: bytes, which need not be UTF-8 (an archive unpacked on another system has names in GBK).
public struct RawPath: Sendable, Hashable, Comparable {
    /// The path without the NUL at its end.
    public let bytes: [UInt8]

    /// The path of that name.
    public init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The path of those bytes.
    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The path of an entry of the folder at this path.
    public func appending(_ name: [UInt8]) -> RawPath {
        if bytes.isEmpty { return RawPath(bytes: name) }
        return RawPath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name : bytes + [UInt8(ascii: "/")] + name)
    }

    /// The last part of the path, slashes at its end aside.
    public var lastComponent: [UInt8] {
        var end = bytes.count
        while end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
        let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return Array(bytes[start..<end])
    }

    /// The path for people; bytes that are no UTF-8 are replaced.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The order of the bytes, the same on every machine.
    public static func < (left: RawPath, right: RawPath) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }
}
