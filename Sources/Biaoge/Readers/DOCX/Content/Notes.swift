/// The footnotes and endnotes that a text refers to, numbered as they are met (ECMA-376 part 1, 17.11).
struct Notes: Sendable {
    enum Kind: Sendable, CaseIterable {
        case footnote, endnote
    }

    /// For each kind the number of every note by its identifier.
    private var numbers: [Kind: [Int: Int]] = [:]
    /// What each note says.
    private var blocks: [Kind: [Int: [Document.Block]]] = [:]

    /// Whether the text refers to any note of a kind.
    func has(_ kind: Kind) -> Bool { !(numbers[kind] ?? [:]).isEmpty }

    /// The mark of a note where the text refers to it; the next number when it is met for the first time.
    mutating func refer(to id: Int, _ kind: Kind) -> String {
        let number = numbers[kind]?[id] ?? (numbers[kind]?.count ?? 0) + 1
        numbers[kind, default: [:]][id] = number
        return Notes.mark(number, kind)
    }

    /// The mark of a note that the text refers to; `nil` for any other.
    func mark(of id: Int, _ kind: Kind) -> String? {
        numbers[kind]?[id].map { Notes.mark($0, kind) }
    }

    mutating func set(_ content: [Document.Block], of id: Int, _ kind: Kind) {
        blocks[kind, default: [:]][id] = content
    }

    /// What the notes of a kind say, in the order of their numbers.
    func content(_ kind: Kind) -> [Document.Block] {
        (numbers[kind] ?? [:]).sorted { $0.value < $1.value }.flatMap { blocks[kind]?[$0.key] ?? [] }
    }

    /// Footnotes count 1, 2, 3, endnotes i, ii, iii, as Word does. The brackets keep a mark from being read as digits.
    private static func mark(_ number: Int, _ kind: Kind) -> String {
        "[" + (kind == .footnote ? NumberFormat.decimal : .lowerRoman).text(of: number) + "]"
    }
}
