/// Writes one field of a row as RFC 4180 has it: quoted where it needs to be, with quotes doubled.
struct FieldWriter {
    private let delimiter: UInt8
    private let safe: Bool

    init(_ options: WritingOptions) {
        delimiter = options.delimiter
        safe = options.safe
    }

    /// Writes the field that stands in a range of `utf8`.
    func write(_ utf8: [UInt8], _ range: Range<Int>, to bytes: inout [UInt8]) {
        guard !range.isEmpty else { return }
        let field = utf8[range]
        let needsApostrophe = safe && FormulaGuard.isFormula(field)
        // RFC 4180 section 2, 6: fields with line breaks, quotes and delimiters are quoted.
        var needsQuotes = false
        for byte in field where byte == 0x22 || byte == 0x0A || byte == 0x0D || byte == delimiter {
            needsQuotes = true
            break
        }
        if needsQuotes {
            bytes.append(0x22)
            if needsApostrophe { bytes.append(0x27) }
            for byte in field {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        } else {
            if needsApostrophe { bytes.append(0x27) }
            bytes.append(contentsOf: field)
        }
    }

    /// Writes a text as a field.
    func write(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = Array(text.utf8)
        write(utf8, 0..<utf8.count, to: &bytes)
    }
}

/// Tells texts that a spreadsheet would run as a formula (OWASP, CSV injection).
enum FormulaGuard {
    /// Whether a text begins as a formula does and is no plain number.
    static func isFormula(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isDigits(text.dropFirst())
        default: return false
        }
    }

    /// Whether a text consists of digits with at most one point between them.
    private static func isDigits(_ text: ArraySlice<UInt8>) -> Bool {
        var points = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): continue
            case UInt8(ascii: ".") where points == 0: points += 1
            default: return false
            }
        }
        return text.count > points
    }
}
