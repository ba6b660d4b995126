internal import Files

/// A CSV file of the dataset that is written row by row (RFC 4180, LF) and appears when it is complete.
final class CSVOutput {
    private let file: OutputFile
    private var bytes: [UInt8] = []
    private var isFirstField = true

    /// Begins a file with its header.
    init(_ path: String, _ header: [String]) throws {
        file = try OutputFile(path)
        try row(header)
    }

    /// Adds a field to the row that is being made.
    func add(_ field: String) {
        separate()
        Self.append(Array(field.utf8)[...], to: &bytes)
    }

    /// Adds a field to the row that is being made.
    func add(_ field: ArraySlice<UInt8>) {
        separate()
        Self.append(field, to: &bytes)
    }

    /// Adds a number to the row that is being made.
    func add(_ number: Int) {
        add(String(number))
    }

    /// Adds rows that `body` appends as CSV.
    func addRows(_ body: (inout [UInt8]) -> Void) throws {
        body(&bytes)
        if bytes.count >= 1 << 18 { try flush() }
    }

    /// Ends the row.
    func endRow() throws {
        bytes.append(0x0A)
        isFirstField = true
        if bytes.count >= 1 << 18 { try flush() }
    }

    /// Adds a whole row.
    func row(_ fields: [String]) throws {
        for field in fields { add(field) }
        try endRow()
    }

    /// Puts the file under its name.
    func finish() throws {
        try flush()
        try file.commit()
    }

    private func flush() throws {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private func separate() {
        if !isFirstField { bytes.append(UInt8(ascii: ",")) }
        isFirstField = false
    }

    /// Fields as they stand in a row, commas between them.
    static func fields(_ fields: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(Array(field.utf8)[...], to: &bytes)
        }
        return bytes
    }

    /// Appends a comma and the field that stands in a range of a text.
    static func append(_ text: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: ","))
        if !range.isEmpty { append(text[range], to: &bytes) }
    }

    private static func append(_ field: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        // RFC 4180 section 2, 6: fields with line breaks, quotes and commas are quoted, and quotes in them doubled.
        var needsQuotes = false
        var hasQuote = false
        let span = field.span
        for index in span.indices where span[index] <= 0x2C {
            let byte = span[index]
            if byte == 0x22 { hasQuote = true }
            if byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D { needsQuotes = true }
        }
        if needsQuotes { bytes.append(0x22) }
        if hasQuote {
            for byte in field { bytes += byte == 0x22 ? [0x22, 0x22] : [byte] }
        } else {
            bytes += field
        }
        if needsQuotes { bytes.append(0x22) }
    }
}
