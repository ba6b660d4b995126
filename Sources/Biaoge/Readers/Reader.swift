/// Turns the bytes of one format into a ``Document``.
protocol Reader: SendableMetatype {
    /// The document that the source holds; what could not be understood is among its findings.
    static func read(_ source: Source, options: ReadingOptions) throws(ReadError) -> Document
}

/// What is to be read: bytes, and what ``Detection`` told of them.
struct Source: Sendable {
    /// The bytes; for a text format in UTF-8, whatever they were before.
    let bytes: [UInt8]
    /// The format and the encoding.
    let detection: Detection
    /// What decoding had to say.
    var findings: [Finding] = []
}
