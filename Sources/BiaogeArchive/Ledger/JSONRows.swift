internal import Biaoge

/// Rows of fields as JSON: an array of arrays of strings and whole numbers. SQLite takes them apart for its views, and we do so here, with no
/// more escapes than these rows have: what goes out to others is written by `JSONText`.
enum JSONRows {
    /// Puts rows together.
    struct Writer {
        private var bytes: [UInt8] = [UInt8(ascii: "[")]
        private var isFirstField = true

        mutating func beginRow() {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(UInt8(ascii: "["))
            isFirstField = true
        }

        mutating func endRow() {
            bytes.append(UInt8(ascii: "]"))
        }

        mutating func add(_ number: Int) {
            separate()
            bytes.appendDecimal(number)
        }

        mutating func add(_ text: String) {
            separate()
            JSONRows.append(text, to: &bytes)
        }

        /// Adds where something stands: the number of a line, or those of table, row and column; anything else as people cite it.
        mutating func add(_ place: Place) {
            if let line = place.line { return add(line) }
            guard let table = place.table, let row = place.row, let column = place.column else { return add(place.citation) }
            separate()
            bytes.append(addingCapacity: 64) { output in
                output.append(UInt8(ascii: "["))
                output.appendDecimal(table + 1)
                output.append(UInt8(ascii: ","))
                output.appendDecimal(row + 1)
                output.append(UInt8(ascii: ","))
                output.appendDecimal(column + 1)
                output.append(UInt8(ascii: "]"))
            }
        }

        private mutating func separate() {
            if !isFirstField { bytes.append(UInt8(ascii: ",")) }
            isFirstField = false
        }

        /// The rows so far, as JSON.
        var json: [UInt8] { bytes + [UInt8(ascii: "]")] }
    }

    /// Appends a text as a JSON string (RFC 8259, 7).
    fileprivate static func append(_ text: String, to bytes: inout [UInt8]) {
        let plain = text.utf8.span
        guard isPlain(plain) else { return appendEscaped(text, to: &bytes) }
        bytes.append(addingCapacity: plain.count + 2) { output in
            output.append(UInt8(ascii: "\""))
            output.append(plain)
            output.append(UInt8(ascii: "\""))
        }
    }

    /// Whether a text stands in JSON as it is.
    private static func isPlain(_ text: Span<UInt8>) -> Bool {
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return false }
        }
        return true
    }

    private static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20: bytes += "\\u00".utf8 + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Takes the string that begins behind a comma, appends its text and gives the place where that stands.
    static func takeString(from bytes: [UInt8], _ position: inout Int, to text: inout [UInt8]) -> Range<Int> {
        let start = text.count
        // The comma and the quote.
        position += 2
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
                position += 1
                switch bytes[position] {
                case UInt8(ascii: "n"): text.append(0x0A)
                case UInt8(ascii: "u"):
                    let hexadecimal = String(decoding: bytes[(position + 1)..<min(position + 5, bytes.count)], as: UTF8.self)
                    text.append(UInt8(hexadecimal, radix: 16) ?? 0x3F)
                    position += 4
                default: text.append(bytes[position])
                }
            } else {
                text.append(bytes[position])
            }
            position += 1
        }
        position += 1
        return start..<text.count
    }

    /// Takes rows apart, one after another, as ``Writer`` made them.
    struct Reader {
        private let bytes: [UInt8]
        private var position = 1
        /// The text of the row's fields, one after another.
        private(set) var text: [UInt8] = []
        /// Where each field of the row stands in ``text``.
        private(set) var fields: [Range<Int>] = []

        init(_ json: [UInt8]) {
            bytes = json
        }

        /// A field of the row as a string.
        func string(_ field: Int) -> String {
            field < fields.count ? String(decoding: text[fields[field]], as: UTF8.self) : ""
        }

        /// A field of the row as a number.
        func number(_ field: Int) -> Int {
            guard field < fields.count else { return -1 }
            return text[fields[field]].reduce(0) { $0 &* 10 &+ Int($1 &- 48) }
        }

        /// Goes to the next row; false when there is none.
        mutating func next() -> Bool {
            text.removeAll(keepingCapacity: true)
            fields.removeAll(keepingCapacity: true)
            while position < bytes.count, bytes[position] != UInt8(ascii: "[") { position += 1 }
            position += 1
            guard position < bytes.count else { return false }
            while position < bytes.count, bytes[position] != UInt8(ascii: "]") {
                if bytes[position] == UInt8(ascii: ",") { position += 1 }
                let start = text.count
                if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                    position -= 1
                    _ = JSONRows.takeString(from: bytes, &position, to: &text)
                } else {
                    while position < bytes.count, bytes[position] != UInt8(ascii: ","), bytes[position] != UInt8(ascii: "]") {
                        text.append(bytes[position])
                        position += 1
                    }
                }
                fields.append(start..<text.count)
            }
            position += 1
            return true
        }
    }
}
