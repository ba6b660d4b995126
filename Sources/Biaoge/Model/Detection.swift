/// What a sequence of bytes is told to be, and why. Nothing is parsed for it.
public struct Detection: Sendable, Hashable {
    /// The format.
    public var format: Format
    /// For text, the encoding by its IANA name.
    public var encoding: String?
    /// Why; the format first, then the encoding.
    public var evidence: [Evidence] = []

    /// Something in the bytes that tells the format or the encoding.
    public enum Evidence: Sendable, Hashable {
        // The format
        /// The bytes begin with this.
        case signature(String)
        /// A container has an entry of this name.
        case entry(String)
        /// A tag that pages and packages begin with.
        case markup(String)
        /// The header of a message has this field.
        case header(String)
        /// How many lines, of all that are not empty, have the shape of a layout.
        case lineShapes(Format, Int, of: Int)
        /// Too few lines have the shape of any layout; there may still be tables that are drawn, in a markup language or parted by commas.
        case noLineShapes
        /// There is nothing but white space.
        case nothing
        /// Too many control characters for a text.
        case controlCharacters(Int)

        // The encoding
        /// There is a byte order mark.
        case byteOrderMark
        /// Every second byte of spaces, digits and line ends is zero.
        case zeroBytes
        /// All bytes are well-formed UTF-8.
        case wellFormedUTF8
        /// Nearly all bytes are well-formed UTF-8.
        case mostlyUTF8
        /// The byte at this offset is no UTF-8.
        case notUTF8(Int)
        /// The text's own label.
        case label(String)
        /// So many of 100 characters are common ones when read in this encoding.
        case commonCharacters(String, Int)
        /// The caller named the encoding.
        case named(String)
    }
}
