/// Gives sheets legal names, each once.
///
/// Excel takes at most 31 UTF-16 units, none of `[ ] : * ? / \`, no apostrophe at either end, no name but for case twice,
/// and not History, which it keeps for itself.
struct SheetNames {
    private static let maximumLength = 31
    private var used: Set<String> = ["history"]

    /// A legal name as near to the wanted one as there is; 表 when nothing is left of it.
    mutating func name(_ wanted: String) -> String {
        let legal = Self.legal(wanted)
        let base = legal.isEmpty ? "表" : legal
        var name = Self.cut(base, to: Self.maximumLength)
        var number = 2
        while !used.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = Self.cut(base, to: Self.maximumLength - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static func legal(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(8 * maximumLength) {
            switch scalar {
            case "[", "]", ":", "*", "?", "/", "\\": scalars.append("_")
            case _ where scalar.properties.generalCategory == .control: scalars.append(" ")
            case "\u{FFFE}", "\u{FFFF}": scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return trimmed(String(scalars))
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var name = name
        while name.utf16.count > length { name.removeLast() }
        return trimmed(name)
    }

    private static func trimmed(_ name: String) -> String {
        var name = Substring(name)
        while let first = name.first, first.isWhitespace || first == "'" { name.removeFirst() }
        while let last = name.last, last.isWhitespace || last == "'" { name.removeLast() }
        return String(name)
    }
}
