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
    /// What was written of slots. Documents of one form with as many values nearly always have the same slots in the same order.
    private var written: [Shape: [WrittenSlot]] = [:]

    private struct Shape: Hashable {
        var form: String
        var count: Int
    }

    /// The fields that say which slot a row is for.
    private struct WrittenSlot {
        var form: String
        var key: String
        var bytes: [UInt8]

        func isOf(_ value: borrowing Value) -> Bool { key == value.key && form == value.form }
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
        let slots = slots(of: document)
        let values = document.values.span
        for index in values.indices {
            output.buffer += front
            output.buffer += slots[index].isOf(values[index]) ? slots[index].bytes : writtenSlot(of: values[index]).bytes
            place.removeAll(keepingCapacity: true)
            values[index].place.writeCitation(to: &place)
            writeReading(values[index], place, to: &output.buffer)
            try output.flushIfFull()
        }
        return []
    }

    private mutating func slots(of document: Document) -> [WrittenSlot] {
        let shape = Shape(form: document.values[0].form, count: document.values.count)
        if let known = written[shape] { return known }
        let slots = document.values.map(writtenSlot)
        written[shape] = slots
        return slots
    }

    private func writtenSlot(of value: Value) -> WrittenSlot {
        var slot = WrittenSlot(form: value.form, key: value.key, bytes: [])
        write(
            [value.form, value.part, value.key, value.rowLabel, value.columnLabel], endingWith: options.delimiter, to: &slot.bytes
        )
        return slot
    }

    private func write(_ row: [String], endingWith end: UInt8, to bytes: inout [UInt8]) {
        for (index, text) in row.enumerated() {
            if index > 0 { bytes.append(options.delimiter) }
            fields.write(text, to: &bytes)
        }
        bytes.append(end)
    }

    /// Writes what the source has in a slot.
    private func writeReading(_ value: borrowing Value, _ place: [UInt8], to bytes: inout [UInt8]) {
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
    /// The texts of the value's row, one for each of ``TidyWriter/columns``.
    func tidyRow(of document: Document, from source: SourceDescription) -> [String] {
        document.tidyFields(source)
            + [form, part, key, rowLabel, columnLabel, number, state.rawValue, raw, place.citation, note]
    }
}
