/// What a file of Swift declares and names, as far as its lines show it.
enum SourceCode {
    /// The names of the types declared at the top level of a file, or anywhere in it.
    static func types(_ text: String, nested: Bool = false) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let keyword = words.firstIndex(where: { ["struct", "enum", "class", "protocol", "typealias"].contains($0) }),
                nested || !line.hasPrefix(" "),
                words[..<keyword].allSatisfy({ ["public", "private", "fileprivate", "final", "indirect"].contains($0) }),
                keyword + 1 < words.count
            else { return nil }
            return words[keyword + 1].split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first.map(String.init)
        }
    }

    /// The names of the members that a file adds to types which it does not declare itself.
    static func addedMembers(_ text: String) -> [String] {
        let own = Set(types(text))
        var isAdding = false
        return text.split(separator: "\n").compactMap { line in
            let words = line.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            if let first = line.first, first.isLetter {
                let extended = words.firstIndex(of: "extension").map { words[$0 + 1] }
                isAdding = extended.map { !own.contains($0) } ?? false
            }
            guard isAdding, line.hasPrefix("    "), !line.hasPrefix("     "), words.allSatisfy({ !$0.hasSuffix("private") }),
                let keyword = words.firstIndex(where: { ["func", "var", "let"].contains($0) }), keyword + 1 < words.count
            else { return nil }
            return words[keyword + 1]
        }
    }

    /// All names that a file declares anywhere: of functions, values, cases, arguments.
    static func declaredNames(_ text: String) -> [String] {
        text.split(separator: "\n").flatMap { line -> [String] in
            let words = line.split { !$0.isLetter && !$0.isNumber && $0 != ":" }
            let behind = zip(words, words.dropFirst()).filter { ["func", "var", "let", "case", "for"].contains($0.0) }.map(\.1)
            return (behind + words.filter { $0.hasSuffix(":") }).map { $0.filter { $0 != ":" } }
        }
    }

    /// The words of a file's code, comments and texts left out.
    static func words(_ text: String) -> Set<String> {
        let outside = text.split(separator: "\"\"\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 0 }
        let lines = outside.map(\.element).joined(separator: " ").replacing("\\\"", with: "").split(separator: "\n").map { line in
            line.range(of: "//").map { comment in line[..<comment.lowerBound] } ?? line
        }
        let code = lines.map { line in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated() }
            .map { pieces in pieces.filter { $0.offset % 2 == 0 }.map(\.element).joined(separator: " ") }
        return Set(code.flatMap { $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).map(String.init) })
    }
}
