internal import Memory

/// Writes one field of a row as RFC 4180 has it: quoted where it needs to be, with quotes doubled.
struct FieldWriter {
    private let delimiter: UInt8
    private let safe: Bool
    /// A field whose bytes are all above this one stands as it is.
    private let highestMark: UInt8

    init(_ options: WritingOptions) {
        delimiter = options.delimiter
        safe = options.safe
        // Formulas begin with ASCII.
        highestMark = safe ? 0x7F : max(delimiter, 0x22)
    }

    /// How many bytes a field of `count` bytes takes at most: each doubled, in quotes, behind an apostrophe.
    static func room(for count: Int) -> Int { 2 * count + 3 }

    /// Writes the field that stands in a range of `utf8`. There must be ``room(for:)`` it.
    func write(_ utf8: Span<UInt8>, _ range: Range<Int>, to output: inout OutputSpan<UInt8>) {
        // Nearly every field is plain.
        if !append(utf8, range, to: &output, unlessAtMost: highestMark) { writeMarked(utf8.extracting(range), to: &output) }
    }

    private func writeMarked(_ field: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        for index in field.indices where needsQuotes(field[index]) { return writeQuoted(field, to: &output) }
        if safe, FormulaGuard.isFormula(field) { output.append(0x27) }
        for index in field.indices { output.append(field[index]) }
    }

    private func writeQuoted(_ field: Span<UInt8>, to output: inout OutputSpan<UInt8>) {
        output.append(0x22)
        if safe, FormulaGuard.isFormula(field) { output.append(0x27) }
        for index in field.indices {
            if field[index] == 0x22 { output.append(0x22) }
            output.append(field[index])
        }
        output.append(0x22)
    }

    /// RFC 4180 section 2, 6: fields with line breaks, quotes and delimiters are quoted.
    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == 0x22 || byte == 0x0A || byte == 0x0D
    }

    /// Writes a text as a field.
    func write(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = text.utf8.span
        bytes.append(addingCapacity: Self.room(for: utf8.count)) { write(utf8, utf8.indices, to: &$0) }
    }
}

/// Tells texts that a spreadsheet would run as a formula (OWASP, CSV injection).
enum FormulaGuard {
    /// Whether a text begins as a formula does and is no plain number.
    static func isFormula(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty else { return false }
        switch text[0] {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isDigits(text.extracting(1...))
        default: return false
        }
    }

    /// Whether a text consists of digits with at most one point between them.
    private static func isDigits(_ text: Span<UInt8>) -> Bool {
        var points = 0
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            case UInt8(ascii: ".") where points == 0: points += 1
            default: return false
            }
        }
        return text.count > points
    }
}
