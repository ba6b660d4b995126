/// What went wrong with a zip container; the message is libzip's.
public enum ZipError: Error, Sendable, Hashable {
    /// The bytes are no zip archive, or its directory is damaged.
    case damaged(String)
    /// An entry's data is damaged, or packed in a way that libzip cannot undo.
    case damagedEntry(name: String, reason: String)
    /// An entry is encrypted.
    case encrypted(name: String)
    /// The archive could not be written.
    case cannotWrite(String)
}

/// What went wrong with gzip data.
public enum GzipError: Error, Sendable, Hashable {
    /// The data ends before it is complete.
    case cut
    /// The data is damaged, or is no gzip; the message is zlib's.
    case damaged(String)
}
