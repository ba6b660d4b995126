/// Counts the automatic numbers of a document, paragraph after paragraph, as Word does (ECMA-376 part 1, 17.9).
struct ListNumbers: Sendable {
    /// How many levels a list has.
    static let levelCount = 9

    private let numbering: Numbering
    /// For each list the current number of every level; `nil` where the level has to start.
    private var counters: [Int: [Int?]] = [:]
    /// The levels of uses whose start override has been applied: it counts once.
    private var startedOverrides: Set<[Int]> = []
    /// Formats met that are not known.
    private(set) var unknownFormats: Set<String> = []
    private(set) var unknownBullets: Set<String> = []

    init(_ numbering: Numbering) {
        self.numbering = numbering
    }

    /// The level of a list that a paragraph style stands for.
    func level(ofStyle style: String, in instanceID: Int) -> Int? {
        guard let instance = numbering.instances[instanceID] else { return nil }
        let levels = numbering.abstracts[numbering.abstractID(of: instance)]?.levels ?? [:]
        return (0..<ListNumbers.levelCount).first { (instance.levelOverrides[$0] ?? levels[$0])?.style == style }
    }

    /// The number of the next paragraph of a list level, with what parts it from the text; empty for no number.
    mutating func next(_ instanceID: Int, level: Int) -> String {
        guard let instance = numbering.instances[instanceID] else { return "" }
        let abstractID = numbering.abstractID(of: instance)
        guard let abstract = numbering.abstracts[abstractID] else { return "" }
        let level = max(0, min(level, ListNumbers.levelCount - 1))
        let levels = (0..<ListNumbers.levelCount).map { instance.levelOverrides[$0] ?? abstract.levels[$0] }
        guard let used = levels[level] else { return "" }

        var numbers = counters[abstractID] ?? [Int?](repeating: nil, count: ListNumbers.levelCount)
        // A use with its own start begins again the first time that it is met, and then goes on.
        if let start = instance.startOverrides[level], startedOverrides.insert([instanceID, level]).inserted {
            numbers[level] = start - 1
        }
        for higher in 0..<level where numbers[higher] == nil {
            numbers[higher] = instance.startOverrides[higher] ?? levels[higher]?.start ?? 1
        }
        numbers[level] = numbers[level].map { $0 + 1 } ?? instance.startOverrides[level] ?? used.start
        for lower in (level + 1)..<max(level + 1, ListNumbers.levelCount) where level < (levels[lower]?.restart ?? lower) {
            numbers[lower] = nil
        }
        counters[abstractID] = numbers
        if let unknown = used.unknownFormat { unknownFormats.insert(unknown) }
        return text(of: used, levels: levels, numbers: numbers)
    }

    private mutating func text(of used: ListLevel, levels: [ListLevel?], numbers: [Int?]) -> String {
        if used.isPicture { return "• " }
        if used.format == .bullet {
            let bullet = bullet(of: used)
            return bullet.isEmpty ? "" : bullet + (used.suffix == .nothing ? "" : " ")
        }
        var bytes: [UInt8] = []
        let template = Array(used.text.utf8)
        var index = 0
        while index < template.count {
            if template[index] == UInt8(ascii: "%"), index + 1 < template.count,
                (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(template[index + 1])
            {
                let named = Int(template[index + 1] - UInt8(ascii: "1"))
                let format = used.isLegal ? .decimal : levels[named]?.format ?? .decimal
                // A level below the one in use has no number to show.
                if let number = numbers[named] { bytes += format.text(of: number).utf8 }
                index += 2
            } else {
                bytes.append(template[index])
                index += 1
            }
        }
        guard !bytes.isEmpty else { return "" }
        let number = String(decoding: bytes, as: UTF8.self)
        return number + gap(after: number, used.suffix)
    }

    /// A tab or a space shows as a space; after a full-width character, which has its own room, a tab shows as nothing.
    private func gap(after number: String, _ suffix: ListLevel.Suffix) -> String {
        switch suffix {
        case .nothing: return ""
        case .space: return " "
        case .tab:
            guard let last = number.unicodeScalars.last else { return "" }
            return (0x3000...0x303F).contains(last.value) || (0xFF00...0xFF60).contains(last.value) ? "" : " "
        }
    }

    private mutating func bullet(of level: ListLevel) -> String {
        var text = ""
        for scalar in level.text.unicodeScalars {
            if (0xF000...0xF0FF).contains(scalar.value) {
                let shown = SymbolFont.scalar(Int(scalar.value & 0xFF), font: level.font ?? "Symbol")
                if shown == nil {
                    unknownBullets.insert("\(level.font ?? "") \(String(scalar.value, radix: 16, uppercase: true))")
                }
                text.unicodeScalars.append(shown ?? "•")
            } else {
                text.unicodeScalars.append(
                    SymbolFont.isSymbolic(level.font)
                        ? SymbolFont.scalar(Int(scalar.value), font: level.font ?? "") ?? scalar : scalar)
            }
        }
        return text
    }
}
