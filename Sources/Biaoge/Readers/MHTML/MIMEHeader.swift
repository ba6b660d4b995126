/// The header of a message or of one of its parts (RFC 2045), as far as it tells what the body is.
struct MIMEHeader {
    /// The media type in lower case.
    private(set) var type = "text/plain"
    /// The label of the body's encoding.
    private(set) var charset: String?
    /// What stands between the parts of the body, when it has parts.
    private(set) var boundary: String?
    /// How the body is written as text, in lower case.
    private(set) var transferEncoding = ""
    /// Whether the header is that of a whole message.
    private(set) var hasVersion = false

    /// Takes a field, its lines joined: `Content-Type: text/html; charset="gb2312"`.
    mutating func take(_ field: [UInt8]) {
        guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return }
        let pieces = Self.pieces(of: field[(colon + 1)...])
        switch Self.lowercased(field[..<colon]) {
        case "mime-version": hasVersion = true
        case "content-transfer-encoding": transferEncoding = Self.lowercased(pieces[0])
        case "content-type":
            type = Self.lowercased(pieces[0])
            charset = Self.parameter("charset", of: pieces)
            boundary = Self.parameter("boundary", of: pieces)
        default: break
        }
    }

    /// What semicolons part, those in quotes aside; without the quotes.
    private static func pieces(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in value {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted: pieces.append([])
            default: pieces[pieces.count - 1].append(byte)
            }
        }
        return pieces.map { $0[...] }
    }

    /// The value of a parameter; `nil` without it, and when it is empty.
    private static func parameter(_ name: String, of pieces: [ArraySlice<UInt8>]) -> String? {
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")), lowercased(piece[..<equals]) == name else { continue }
            let value = String(decoding: trimmed(piece[(equals + 1)...]), as: UTF8.self)
            return value.isEmpty ? nil : value
        }
        return nil
    }

    private static func lowercased(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: trimmed(text).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop { $0 <= .space }
        return start.prefix(start.lastIndex { $0 > .space }.map { $0 + 1 - start.startIndex } ?? 0)
    }
}
