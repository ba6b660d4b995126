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

/// How a document is read.
public struct ReadingOptions: Sendable {
    /// Which side of tracked changes a document shows.
    public enum Revisions: String, Sendable, CaseIterable {
        /// Insertions kept, deletions dropped, as if every change had been accepted.
        case accepted
        /// Insertions dropped, deletions kept, as if every change had been rejected.
        case rejected
    }

    /// Which side of tracked changes is read; accepted unless told.
    public var revisions = Revisions.accepted
    /// The encoding of a text source by its IANA name; told from the bytes unless given.
    public var encoding: String?
    /// How much a document may ask for.
    public var limits = Limits()
    /// Forms to look for before the bundled ones; a form with the identifier of a bundled one stands in its place.
    public var forms: [Form] = []
    /// Whether the source's own layout is kept: no repair, no form.
    public var asIs = false

    /// The default options.
    public init() {}
}
