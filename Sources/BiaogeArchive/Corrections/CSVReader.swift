internal import Files
internal import Iconv

/// Takes CSV apart (RFC 4180), row by row.
struct CSVReader {
    private let bytes: [UInt8]
    private var position = 0
    /// The line on which the next row begins, from 1.
    private(set) var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The rows of a file, in whichever encoding a person's spreadsheet or editor has saved it.
    ///
    /// - Throws: `FileError`, and ``InputProblem`` where the file is no text.
    init(path: String) throws {
        let text = Array(Self.text(try InputFile.read(path, maximumBytes: 1 << 30)).utf8)
        if text.contains(0) {
            throw InputProblem(path, DocumentFailure("不是文本；请另存为 CSV", "it is no text; save it as CSV"))
        }
        self.init(text)
    }

    /// UTF-8 and UTF-16 by their byte order marks; without one UTF-8, or GB18030, which Excel on Chinese Windows saves.
    private static func text(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return EntryName.text(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
            var decoder = TextDecoder(from: "UTF-16", unitSize: 2)
        {
            return String(decoding: decoder.decode(bytes.span).utf8, as: UTF8.self)
        }
        return EntryName.text(bytes)
    }

    /// The fields of the next row; `nil` at the end.
    mutating func next() -> [String]? {
        guard position < bytes.count else { return nil }
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x0A { line += 1 }
            if isQuoted {
                if byte != 0x22 {
                    field.append(byte)
                } else if position < bytes.count, bytes[position] == 0x22 {
                    field.append(0x22)
                    position += 1
                } else {
                    isQuoted = false
                }
            } else if byte == 0x22, field.isEmpty {
                isQuoted = true
            } else if byte == UInt8(ascii: ",") {
                fields.append(String(decoding: field, as: UTF8.self))
                field.removeAll()
            } else if byte == 0x0A {
                break
            } else if byte == 0x0D {
                // A line may end with CR alone; before LF it is part of that end.
                if position == bytes.count || bytes[position] != 0x0A {
                    line += 1
                    break
                }
            } else {
                field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}
