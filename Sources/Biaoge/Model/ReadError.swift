/// Why there is no document at all.
public enum ReadError: Error, Sendable, Hashable {
    /// The bytes are of a format that is not read.
    case unsupported(Format)
    /// The zip container is damaged; the text is the library's own.
    case damagedZip(String)
    /// An entry of the container is encrypted.
    case encryptedEntry(String)
    /// A package has no main document part.
    case noMainPart
    /// A part of the package is malformed XML.
    case malformedXML(part: String, line: Int, message: String)
    /// A part has a document type declaration, which the package format forbids (ECMA-376 part 2, 6.2.2).
    case documentType(part: String)
    /// The input asks for more than a limit allows.
    case limit(Limits.Name, found: Int, allowed: Int)
    /// The text is not in the encoding that was named.
    case undecodable(encoding: String, offset: Int)
    /// No such encoding.
    case unknownEncoding(String)
}
