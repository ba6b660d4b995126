/// The names that stand in code, comments left out.
struct CodeNames: Sendable {
    /// All words.
    private(set) var words: Set<String> = []
    /// Functions, initializers and cases with their arguments' labels: `text(of:)`.
    private(set) var functions: Set<String> = []

    init(_ files: [String]) {
        for file in files {
            let lines = file.split(separator: "\n").map { $0.split(separator: "//", omittingEmptySubsequences: false)[0] }
            let bytes = Array(lines.joined(separator: "\n").utf8)
            var previous = ""
            var offset = 0
            while offset < bytes.count {
                let start = offset
                while offset < bytes.count, Self.isOfWord(bytes[offset]) { offset += 1 }
                guard offset > start else {
                    offset += 1
                    continue
                }
                let word = String(decoding: bytes[start..<offset], as: UTF8.self)
                words.insert(word)
                if ["func", "case"].contains(previous) || word == "init", let labels = Self.labels(bytes[offset...]) {
                    functions.insert("\(word)(\(labels))")
                }
                previous = word
            }
        }
    }

    /// The labels of the arguments in the brackets that follow a name, such as `of:`, or `nil` when none follow.
    private static func labels(_ text: ArraySlice<UInt8>) -> String? {
        guard let opening = text.firstIndex(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "\n") }),
            text[opening] == UInt8(ascii: "(")
        else { return nil }
        var depth = 0
        var argument: [UInt8] = []
        var labels = ""
        for byte in text[opening...] {
            if "([{".utf8.contains(byte) { depth += 1 }
            if ")]}".utf8.contains(byte) { depth -= 1 }
            if depth == 0 || depth == 1 && byte == UInt8(ascii: ",") {
                if argument.contains(where: isOfWord) { labels += label(of: argument) + ":" }
                argument = []
                if depth == 0 { return labels }
            } else if depth > 1 || byte != UInt8(ascii: "(") {
                argument.append(byte)
            }
        }
        return nil
    }

    private static func label(of argument: [UInt8]) -> String {
        let colon = argument.firstIndex(of: UInt8(ascii: ":")) ?? 0
        let name = argument[..<colon].split { !isOfWord($0) }.first
        return name.map { String(decoding: $0, as: UTF8.self) } ?? "_"
    }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
