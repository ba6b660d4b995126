/// The name of a part inside a package, such as `/word/document.xml` (ECMA-376 part 2, 6.2.2).
///
/// Names are equal whatever the case of their ASCII letters. Backslashes, which some writers use, count as slashes, and
/// percent-encoded characters as themselves.
struct PartName: Hashable, Sendable, CustomStringConvertible {
    /// The name as it was given, with slashes, and one in front.
    let description: String
    /// What is the same for equal names. Dictionaries that every document needs have it as their key: with a type of ours the runtime looks
    /// for what makes it hashable, once, among all conformances of the program.
    let key: String

    /// A name as it stands in a container or in a list of content types.
    init(_ name: String) {
        self.init(segments: PartName.segments(name))
    }

    /// The part that the target of a relationship means, seen from the part that has the relationship.
    init(target: String, from source: PartName?) {
        let target = String(decoding: target.utf8.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }, as: UTF8.self)
        let isAbsolute = target.utf8.first == UInt8(ascii: "/") || target.utf8.first == UInt8(ascii: "\\")
        let folder = isAbsolute ? [] : source.map { PartName.segments($0.description).dropLast() } ?? []
        self.init(segments: folder + PartName.segments(target))
    }

    private init(segments: [String]) {
        var path: [String] = []
        for segment in segments {
            switch segment {
            case ".": break
            case "..": _ = path.popLast()
            default: path.append(segment)
            }
        }
        var name = path.isEmpty ? "/" : ""
        for segment in path { name += "/" + segment }
        description = name
        let lowercase = description.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
        key = String(decoding: lowercase, as: UTF8.self)
    }

    static func == (left: PartName, right: PartName) -> Bool { left.key == right.key }
    func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The part that holds the relationships of this one; of the package itself for `nil`.
    static func relationships(of part: PartName?) -> PartName {
        guard let part else { return PartName("/_rels/.rels") }
        var segments = segments(part.description)
        let last = segments.popLast() ?? ""
        return PartName(segments: segments + ["_rels", last + ".rels"])
    }

    /// The extension in lower case, such as `xml`.
    var fileExtension: String {
        guard let dot = key.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
        return String(key[key.utf8.index(after: dot)...])
    }

    private static func segments(_ name: String) -> [String] {
        name.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.map { percentDecoded($0) }
    }

    private static func percentDecoded(_ segment: Substring.UTF8View) -> String {
        guard segment.contains(UInt8(ascii: "%")) else { return String(decoding: segment, as: UTF8.self) }
        let bytes = Array(segment)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
