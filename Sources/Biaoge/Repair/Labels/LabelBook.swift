/// Every label of the forms, and how like them a text is.
///
/// Exact labels cost one look into a dictionary; only the others are compared character by character, and only with labels that
/// share enough characters with them.
struct LabelBook: Sendable {
    /// How like a label a text is (``Likeness``).
    struct Match: Sendable {
        var label: Int
        var likeness: Int
    }

    /// One wording of a label.
    private struct Wording: Sendable {
        var text: LabelText
        var label: Int
    }

    private var wordings: [Wording] = []
    private var byKey: [[UInt16]: [Int]] = [:]
    private var byCharacter: [UInt16: [Int]] = [:]
    private(set) var labelCount = 0
    private var labelOfWordings: [[LabelText]: Int] = [:]

    /// The number of a label with all its wordings; labels with the same wordings are one.
    mutating func add(_ texts: [String]) -> Int {
        let keys = texts.map { LabelText($0) }
        if let known = labelOfWordings[keys] { return known }
        let label = labelCount
        labelCount += 1
        labelOfWordings[keys] = label
        for text in keys where !text.isEmpty {
            let index = wordings.count
            wordings.append(Wording(text: text, label: label))
            byKey[text.key, default: []].append(index)
            if text.short != text.key { byKey[text.short, default: []].append(index) }
            for character in Set(text.key) { byCharacter[character, default: []].append(index) }
        }
        return label
    }

    /// The labels that a text may be, the likeliest first; those that are less than ``Likeness/least`` are left out.
    func matches(_ text: LabelText) -> [Match] {
        guard !text.isEmpty else { return [] }
        var best: [Int: Int] = [:]
        // Without what stands in brackets 第二十条第（八）项 would be 第二十条第（九）项 as well.
        let isWhole = byKey[text.key]?.contains { wordings[$0].text.key == text.key } ?? false
        for key in isWhole || text.short == text.key ? [text.key] : [text.key, text.short] {
            for index in byKey[key] ?? [] { Self.raise(&best, wordings[index].label, Self.exactness(text, wordings[index].text)) }
        }
        let isShort = text.key.count <= 2 && text.ordinal != nil
        if isShort || !best.values.contains(where: { $0 >= Likeness.exact }) { addSimilar(text, to: &best) }
        return best.filter { $0.value >= Likeness.least }.map { Match(label: $0.key, likeness: $0.value) }
            .sorted { $0.likeness == $1.likeness ? $0.label < $1.label : $0.likeness > $1.likeness }
    }

    /// Whether the text is exactly a wording of some label.
    func isExact(_ text: LabelText) -> Bool { byKey[text.key] != nil || byKey[text.short] != nil }

    /// Whether the number in front of a text is that of a label which is like it.
    func hasOrdinal(_ text: LabelText) -> Bool {
        ((byKey[text.key] ?? []) + (byKey[text.short] ?? [])).contains { wordings[$0].text.ordinal == text.ordinal }
    }

    private static func raise(_ best: inout [Int: Int], _ label: Int, _ likeness: Int) {
        if likeness > best[label] ?? 0 { best[label] = likeness }
    }

    private static func exactness(_ text: LabelText, _ label: LabelText) -> Int {
        // The same with its note, without it, and with another note.
        let base = Likeness.exact + (text.key == label.key ? 2 : text.short == label.key || text.key == label.short ? 1 : 0)
        if text.ordinal == label.ordinal { return base + 3 }
        // Style and number of the numbering are weak: they are often retyped.
        guard let own = text.ordinal, let theirs = label.ordinal else { return base + 1 }
        // Of two characters they say as much as the text: （六）其他 is not 3.其他.
        if text.key.count <= 2, own.value != theirs.value, own.style != theirs.style { return 0 }
        return own.value == theirs.value ? base + 2 : base
    }

    private func addSimilar(_ text: LabelText, to best: inout [Int: Int]) {
        guard text.key.count <= 120 else { return }
        var shared = [Int](repeating: 0, count: wordings.count)
        for character in text.key { for index in byCharacter[character] ?? [] { shared[index] += 1 } }
        for (index, wording) in wordings.enumerated() where shared[index] > 0 {
            let shorter = min(text.key.count, wording.text.key.count)
            guard shared[index] * 2 >= shorter, wording.text.key != text.key else { continue }
            var likeness = Self.likeness(text.key, wording.text.key)
            if text.short != text.key || wording.text.short != wording.text.key {
                likeness = max(likeness, Self.likeness(text.short, wording.text.short) - 2)
            }
            // With something in front, the number is not the label's.
            if likeness > 0, likeness != Likeness.glued, let own = text.ordinal, let theirs = wording.text.ordinal {
                likeness += own == theirs ? 4 : own.value == theirs.value ? 2 : -4
            }
            Self.raise(&best, wording.label, min(Likeness.damaged, likeness))
        }
    }

    /// How like a label a text is that is not the same.
    private static func likeness(_ text: [UInt16], _ label: [UInt16]) -> Int {
        let longer = max(text.count, label.count)
        guard label.count >= 2 else { return text.last == label.last && text.count < 3 ? Likeness.least : 0 }
        if text.count > label.count, label.count >= 3 {
            // The label of the group or a piece of another one is glued in front; or a note stands behind.
            if text.suffix(label.count).elementsEqual(label) { return label.count >= 5 ? Likeness.glued : Likeness.gluedToShort }
            if text.starts(with: label) { return Likeness.withRest }
        }
        if text.count < label.count, text.count >= 2 {
            if label.starts(with: text) { return Likeness.weak + 25 * text.count / label.count }
            if label.suffix(text.count).elementsEqual(text) { return Likeness.least + 25 * text.count / label.count }
        }
        let allowed = longer * 2 / 5
        guard longer - min(text.count, label.count) <= allowed else { return 0 }
        let distance = editDistance(text, label)
        return distance <= allowed ? Likeness.damaged - Likeness.damaged * distance / longer : 0
    }

    /// How many characters must be put in, left out or replaced to make one text of another (Levenshtein).
    static func editDistance(_ left: [UInt16], _ right: [UInt16]) -> Int {
        var row = Array(0...right.count)
        for (index, character) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (character == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
