/// Writes one row for each value slot of each recognised form, under one header over all documents.
///
/// Where no form was recognised there is nothing to write, not even the header.
struct TidyWriter: Writer {
    private let options: WritingOptions
    private let fields: FieldWriter
    private var wroteHeader = false
    /// What was written of slots. Documents of one form with as many values nearly always have the same slots in the same order, and
    /// those that state their cells have them in the same places.
    private var written: [Shape: [WrittenSlot]] = [:]

    private struct Shape: Hashable {
        var form: String
        var count: Int
    }

    private struct WrittenSlot {
        var form: String
        var key: String
        /// The fields that say which slot a row is for.
        var slotFields: [UInt8]
        var place: Place
        var placeField: [UInt8]
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
            write(Value.tidyColumns, endingWith: 0x0A, to: &output.buffer)
            wroteHeader = true
        }
        var front: [UInt8] = []
        write(document.tidyFields(source), endingWith: options.delimiter, to: &front)
        let slots = slots(of: document)
        let values = document.values.span
        for index in values.indices {
            let isKnown = slots[index].key == values[index].key && slots[index].form == values[index].form
            let isSamePlace = slots[index].place == values[index].place
            output.buffer += front
            output.buffer += isKnown ? slots[index].slotFields : slotFields(of: values[index])
            write(values[index].number, to: &output)
            write(values[index].state.rawValue, to: &output)
            write(values[index].raw, to: &output)
            output.buffer += isSamePlace ? slots[index].placeField : placeField(values[index].place)
            fields.write(values[index].note, to: &output.buffer)
            output.write(0x0A)
            try output.flushIfFull()
        }
        return []
    }

    private mutating func slots(of document: Document) -> [WrittenSlot] {
        let shape = Shape(form: document.values[0].form, count: document.values.count)
        if let known = written[shape] { return known }
        let slots = document.values.map { value in
            WrittenSlot(
                form: value.form, key: value.key, slotFields: slotFields(of: value), place: value.place,
                placeField: placeField(value.place))
        }
        written[shape] = slots
        return slots
    }

    private func slotFields(of value: Value) -> [UInt8] {
        var bytes: [UInt8] = []
        write([value.form, value.part, value.key, value.rowLabel, value.columnLabel], endingWith: options.delimiter, to: &bytes)
        return bytes
    }

    private func placeField(_ place: Place) -> [UInt8] {
        var bytes: [UInt8] = []
        write([place.citation], endingWith: options.delimiter, to: &bytes)
        return bytes
    }

    /// Writes a field and a delimiter.
    private func write(_ text: String, to output: inout ByteOutput) {
        fields.write(text, to: &output.buffer)
        output.write(options.delimiter)
    }

    private func write(_ row: [String], endingWith end: UInt8, to bytes: inout [UInt8]) {
        for (index, text) in row.enumerated() {
            if index > 0 { bytes.append(options.delimiter) }
            fields.write(text, to: &bytes)
        }
        bytes.append(end)
    }
}

extension Document {
    /// The first fields of each of the document's rows: source, issuer, year.
    fileprivate func tidyFields(_ source: SourceDescription) -> [String] {
        [source.name, issuer ?? "", year.map(String.init) ?? ""]
    }
}

extension Value {
    /// The names of the columns of tidy rows, in order; objects of the JSON output have the same.
    package static let tidyColumns = [
        "source", "issuer", "year", "form", "part", "key", "row_label", "column_label", "value", "state", "raw", "place", "note",
    ]

    /// The texts of the value's row, one for each of ``tidyColumns``.
    func tidyRow(of document: Document, from source: SourceDescription) -> [String] {
        document.tidyFields(source)
            + [form, part, key, rowLabel, columnLabel, number, state.rawValue, raw, place.citation, note]
    }
}
