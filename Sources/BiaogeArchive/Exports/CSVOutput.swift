internal import Files

/// A CSV file of the dataset that is written row by row (RFC 4180, LF) and appears when it is complete.
final class CSVOutput: Sendable {
    private struct Unfinished {
        let file: OutputFile
        /// What is not yet written to the file.
        var bytes: [UInt8] = []

        mutating func flush() throws(FileError) {
            if !bytes.isEmpty { try file.write(bytes) }
            bytes.removeAll(keepingCapacity: true)
        }
    }

    private let unfinished: Guarded<Unfinished>

    /// Begins a file with its header.
    init(_ path: String, _ header: [String]) throws(FileError) {
        unfinished = Guarded(Unfinished(file: try OutputFile(path)))
        try row(header)
    }

    /// Adds a whole row.
    func row(_ fields: [String]) throws(FileError) {
        var bytes: [UInt8] = []
        CSVText.appendRow(fields, to: &bytes)
        try add(rows: bytes)
    }

    /// Adds rows that stand there as CSV.
    func add(rows: [UInt8]) throws(FileError) {
        try unfinished.withLock { (unfinished) throws(FileError) in
            if rows.count < 1 << 16 {
                unfinished.bytes += rows
                if unfinished.bytes.count >= 1 << 18 { try unfinished.flush() }
            } else {
                try unfinished.flush()
                try unfinished.file.write(rows)
            }
        }
    }

    /// Puts the file under its name.
    func finish() throws(FileError) {
        try unfinished.withLock { (unfinished) throws(FileError) in
            try unfinished.flush()
            try unfinished.file.commit()
        }
    }
}

/// Fields and rows as CSV has them, always with commas: the writer of one document's CSV (`FieldWriter`) can do more and is not needed for
/// the millions of fields of an archive.
enum CSVText {
    /// Appends a whole row.
    static func appendRow(_ fields: [String], to bytes: inout [UInt8]) {
        append(fields, to: &bytes)
        bytes.append(0x0A)
    }

    /// Fields as they stand in a row, commas between them.
    static func fields(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        append(fields, to: &bytes)
        return bytes
    }

    private static func append(_ fields: [String], to bytes: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(field.utf8.span, to: &bytes)
        }
    }

    /// Appends a field.
    static func append(_ field: Span<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(addingCapacity: 2 * field.count + 2) { append(field, to: &$0) }
    }

    /// Appends a field, which takes two bytes more than twice its own at most.
    static func append(_ field: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        guard needsQuotes(field) else { return output.append(field) }
        output.append(0x22)
        for index in field.indices {
            if field[index] == 0x22 { output.append(0x22) }
            output.append(field[index])
        }
        output.append(0x22)
    }

    /// RFC 4180 section 2, 6: fields with line breaks, quotes and commas are quoted, and quotes in them doubled.
    private static func needsQuotes(_ field: Span<UInt8>) -> Bool {
        for index in field.indices where field[index] <= 0x2C {
            let byte = field[index]
            if byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { return true }
        }
        return false
    }
}
