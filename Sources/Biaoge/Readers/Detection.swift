/// What a sequence of bytes is told to be, and why. Nothing is parsed for it.
public struct Detection: Sendable, Hashable {
    /// The format.
    public var format: Format
    /// For text, the encoding by its IANA name.
    public var encoding: String?
    /// Why, in the words of ``reason``.
    public var evidence: [String] = []

    /// Tells the format from the bytes, never from a name.
    public static func of(_ bytes: [UInt8]) -> Detection {
        if bytes.starts(with: [0x50, 0x4B]) { return Detection(format: .docx) }
        return Detection(format: .unknown)
    }
}
