/// Renders documents in one format, one after another, and keeps no copy of what it wrote.
public protocol Writer {
    /// Writes a document.
    mutating func write(_ document: Document, from source: SourceDescription, to output: inout ByteOutput) throws
    /// Writes what stands after the last document.
    mutating func finish(to output: inout ByteOutput) throws
}

/// Where a document came from, as the outputs name it.
public struct SourceDescription: Sendable, Hashable {
    /// The path or name of the input.
    public var name: String
    /// SHA-256 of the input's bytes in lower-case hexadecimal; `nil` when nobody asked for it.
    public var sha256: String?

    /// A description of a source.
    public init(name: String, sha256: String? = nil) {
        self.name = name
        self.sha256 = sha256
    }
}

/// How documents are written.
public struct WritingOptions: Sendable {
    /// The table to write, from 1 as people count; all data tables unless given.
    public var table: Int?
    /// Whether layout tables are written too (csv).
    public var allTables = false
    /// Whether derived values are printed in csv, text and markdown.
    public var derived = false
    /// The language of findings and headings that the program adds.
    public var language = Language.english

    /// The default options.
    public init() {}
}

/// A format that documents are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
    case text, csv, json

    /// What a file of the format ends with, without the dot.
    public var fileExtension: String { self == .text ? "txt" : rawValue }

    /// A writer of the format.
    public func writer(_ options: WritingOptions) -> any Writer {
        fatalError("replaced by the writers' room")
    }
}
