/// Writes one row for each value slot of each recognised form, under one header over all documents.
///
/// Where no form was recognised there is nothing to write, not even the header.
struct TidyWriter: Writer {
    /// The names of the columns, in order; objects of the JSON output have the same.
    static let columns = [
        "source", "issuer", "year", "form", "part", "key", "row_label", "column_label", "value", "state", "raw", "place", "note",
    ]

    private let options: WritingOptions
    private let fields: FieldWriter
    private var wroteHeader = false

    init(_ options: WritingOptions) {
        self.options = options
        fields = FieldWriter(options)
    }

    mutating func write(
        _ document: Document, from source: SourceDescription, to output: inout ByteOutput
    ) throws -> [Finding] {
        guard !document.values.isEmpty else { return [Finding(.noForm)] }
        if !wroteHeader {
            if options.byteOrderMark { output.buffer += [0xEF, 0xBB, 0xBF] }
            write(Self.columns, to: &output)
            wroteHeader = true
        }
        for value in document.values {
            write(value.tidyRow(of: document, from: source), to: &output)
            try output.flushIfFull()
        }
        return []
    }

    private func write(_ row: [String], to output: inout ByteOutput) {
        for (index, text) in row.enumerated() {
            if index > 0 { output.write(options.delimiter) }
            fields.write(text, to: &output.buffer)
        }
        output.write(0x0A)
    }
}

extension Value {
    /// The texts of the value's row, one for each of ``TidyWriter/columns``.
    func tidyRow(of document: Document, from source: SourceDescription) -> [String] {
        [
            source.name, document.issuer ?? "", document.year.map(String.init) ?? "", form, part, key, rowLabel, columnLabel,
            number, state.rawValue, raw, place.citation, note,
        ]
    }
}
