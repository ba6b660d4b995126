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
    /// The fields that say which slot a row is for, as they are written for every document that has it.
    private var slots: [Slot: [UInt8]] = [:]

    private struct Slot: Hashable {
        var form: String
        var key: String
    }

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
            write(Self.columns, endingWith: 0x0A, to: &output.buffer)
            wroteHeader = true
        }
        var front: [UInt8] = []
        write(document.tidyFields(source), endingWith: options.delimiter, to: &front)
        var place: [UInt8] = []
        for value in document.values {
            output.buffer += front
            output.buffer += slotFields(of: value)
            place.removeAll(keepingCapacity: true)
            value.place.writeCitation(to: &place)
            writeReading(value, place, to: &output.buffer)
            try output.flushIfFull()
        }
        return []
    }

    private mutating func slotFields(of value: Value) -> [UInt8] {
        let slot = Slot(form: value.form, key: value.key)
        if let known = slots[slot] { return known }
        var bytes: [UInt8] = []
        write(value.tidySlotFields, endingWith: options.delimiter, to: &bytes)
        slots[slot] = bytes
        return bytes
    }

    private func write(_ row: [String], endingWith end: UInt8, to bytes: inout [UInt8]) {
        for (index, text) in row.enumerated() {
            if index > 0 { bytes.append(options.delimiter) }
            fields.write(text, to: &bytes)
        }
        bytes.append(end)
    }

    /// Writes what the source has in a slot.
    private func writeReading(_ value: Value, _ place: [UInt8], to bytes: inout [UInt8]) {
        fields.write(value.number, to: &bytes)
        bytes.append(options.delimiter)
        fields.write(value.state.rawValue, to: &bytes)
        bytes.append(options.delimiter)
        fields.write(value.raw, to: &bytes)
        bytes.append(options.delimiter)
        fields.write(place, to: &bytes)
        bytes.append(options.delimiter)
        fields.write(value.note, to: &bytes)
        bytes.append(0x0A)
    }
}

extension Document {
    /// The first fields of each of the document's rows: source, issuer, year.
    fileprivate func tidyFields(_ source: SourceDescription) -> [String] {
        [source.name, issuer ?? "", year.map(String.init) ?? ""]
    }
}

extension Value {
    /// The fields behind these: form, part, key, row_label, column_label.
    fileprivate var tidySlotFields: [String] { [form, part, key, rowLabel, columnLabel] }

    /// The texts of the value's row, one for each of ``TidyWriter/columns``.
    func tidyRow(of document: Document, from source: SourceDescription) -> [String] {
        document.tidyFields(source) + tidySlotFields + [number, state.rawValue, raw, place.citation, note]
    }
}
