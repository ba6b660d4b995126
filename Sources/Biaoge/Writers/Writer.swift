/// Renders documents in one format, one after another, and keeps no copy of what it wrote.
public protocol Writer {
    /// Writes a document.
    ///
    /// - Returns: what the format could not show of the document: values that are not printed, spans that are flattened.
    /// - Throws: what `output` throws, or ``WriteError`` when the format cannot hold the document at all.
    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding]
    /// Writes what stands after the last document.
    mutating func finish(to output: inout ByteOutput) throws
}

extension Writer {
    /// Most formats have nothing after the last document.
    public mutating func finish(to output: inout ByteOutput) throws {}
}

/// A format that documents are written in.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// The document as plain text, its tables drawn with bars.
    case text
    /// GitHub Flavored Markdown.
    case markdown
    /// The data tables (RFC 4180).
    case csv
    /// One row for each value slot of each recognised form (RFC 4180).
    case tidy
    /// One object for each document (RFC 8259).
    case json
    /// A page to look at, with every value's state and evidence.
    case html
    /// An Office Open XML workbook (ECMA-376).
    case xlsx
    /// The same workbook as one flat XML document (Flat OPC).
    case xml

    /// Whether one output holds one document only, so that several documents need several files.
    public var holdsOneDocument: Bool {
        switch self {
        case .html, .xlsx, .xml: true
        case .text, .markdown, .csv, .tidy, .json: false
        }
    }

    /// Whether the format is no text and belongs in a file.
    public var isBinary: Bool { self == .xlsx }

    /// A writer of the format.
    public func writer(_ options: WritingOptions) -> any Writer {
        switch self {
        case .text: TextWriter(options)
        case .markdown: MarkdownWriter(options)
        case .csv: CSVWriter(options)
        case .tidy: TidyWriter(options)
        case .json: JSONWriter(options)
        case .html: HTMLWriter(options)
        case .xlsx: XLSXWriter(options)
        case .xml: FlatOPCWriter(options)
        }
    }

    /// What a file of the format ends with, without the dot.
    public var fileExtension: String {
        switch self {
        case .text: "txt"
        case .markdown: "md"
        case .tidy: "csv"
        case .csv, .json, .html, .xlsx, .xml: rawValue
        }
    }
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
