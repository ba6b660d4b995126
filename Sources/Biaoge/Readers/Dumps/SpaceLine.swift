/// A line of a dump laid out by spaces, parted into its fields.
struct SpaceLine: Sendable {
    /// What a line holds, seen by itself.
    enum Kind: Sendable {
        /// Text only: headers, or a piece of a label.
        case text
        /// A label and the values behind it.
        case row
        /// Values only: the label stands on the lines around.
        case values
    }

    /// What the line holds.
    let kind: Kind
    /// The texts in front of the values, parted at gaps of two blanks or more (headers with single gaps only: at each).
    let labels: [Range<Int>]
    /// The values, parted at every gap.
    let values: [Range<Int>]
    /// For values that a narrow cell cut, what stands of them on the line below.
    private(set) var rests: [Int: Range<Int>] = [:]
    /// The line's number, from 1.
    let number: Int
    /// The offset at which the line begins.
    let start: Int
    /// Whether an empty line or a page's end stands before it.
    let followsBreak: Bool
    /// Whether the first label begins with the number of an item: `（一）` `1.` `一、`.
    let isMarked: Bool

    /// Parts a line, or one of the rows on it, which has these words.
    private init(_ words: ArraySlice<Range<Int>>, of line: DumpLine, in bytes: [UInt8], followsBreak: Bool) {
        let span = bytes.span
        var tokens = Array(words)
        var values: [Range<Int>] = []
        while let last = tokens.last,
            span.isNumberOrBlankMark(last) || Self.isMarkedValue(bytes[last]),
            !span.isNone(last) || Self.isPlacedNone(tokens, values: values, span)
        {
            values.append(last)
            tokens.removeLast()
        }
        values.reverse()
        self.values = Self.withoutNarrowGaps(values, behind: tokens.last, in: bytes)
        number = line.number
        start = line.range.lowerBound
        self.followsBreak = followsBreak
        let label = tokens.first.flatMap { first in tokens.last.map { first.lowerBound..<$0.upperBound } }
        isMarked = label.map { SectionNumber(span.withoutEmphasis($0), in: span) != nil } ?? false
        kind = label == nil ? .values : values.isEmpty ? .text : .row
        if let label, span.hasWideGap(label) {
            labels = span.columns(in: label)
        } else if values.isEmpty, !isMarked {
            labels = tokens
        } else {
            labels = label.map { [$0] } ?? []
        }
    }
}

extension SpaceLine {
    /// Whether the line is several words behind a page's end, none of which begins with the number of an item: a header that stands again, or one
    /// that was made up, and no rest of a label.
    ///
    /// - Parameter bytes: what the lines stand in.
    func isHeaderBehindBreak(in bytes: [UInt8]) -> Bool {
        followsBreak && !isMarked && labels.count > 2 && values.allSatisfy { FieldMeaning(bytes[$0]) == .blankMark }
    }

    /// Parts a line; where words follow two values or more, behind words, another row begins with them.
    ///
    ///     1.属于国家秘密 0 2 2 2.其他法律行政法规禁止公开 0 0 0
    static func rows(of line: DumpLine, in bytes: [UInt8], followsBreak: Bool) -> [SpaceLine] {
        let span = bytes.span
        let words = span.words(in: span.trimmed(line.range))
        var rows: [SpaceLine] = []
        var start = words.startIndex
        var values = 0
        for (index, word) in words.enumerated() {
            // A number in bold, or with a unit, begins no row.
            if span.isNumberOrBlankMark(word) || isMarkedValue(bytes[word]) {
                values += index > start ? 1 : 0
                continue
            }
            if values > 1 {
                rows.append(SpaceLine(words[start..<index], of: line, in: bytes, followsBreak: followsBreak && start == 0))
                start = index
            }
            values = 0
        }
        rows.append(SpaceLine(words[start...], of: line, in: bytes, followsBreak: followsBreak && start == 0))
        return rows
    }

    /// Takes the next line for what narrow cells cut off the values of this one: it follows at once, has nothing but fewer values, and each
    /// stands below one of these, which is as wide as its cell.
    mutating func take(_ next: SpaceLine, in bytes: [UInt8]) -> Bool {
        guard next.kind == .values, !next.followsBreak, next.number == number + 1, next.values.count < values.count else {
            return false
        }
        let span = bytes.span
        func columns(_ value: Range<Int>, of line: SpaceLine) -> Range<Int> {
            let start = span.scalarCount(line.start..<value.lowerBound)
            return start..<(start + span.scalarCount(value))
        }
        var found: [Int: Range<Int>] = [:]
        var index = 0
        for rest in next.values {
            let below = columns(rest, of: next)
            while index < values.count, columns(values[index], of: self).upperBound <= below.lowerBound { index += 1 }
            guard index < values.count, columns(values[index], of: self).overlaps(below), values[index].count > 1,
                span.areDigits(rest), span.areDigits(values[index])
            else { return false }
            found[index] = rest
            index += 1
        }
        rests = found
        return true
    }

    /// The text of a value, its lines parted by LF.
    func text(ofValue index: Int, in bytes: [UInt8]) -> [UInt8] {
        guard let rest = rests[index] else { return Array(bytes[values[index]]) }
        return bytes[values[index]] + [.lineFeed] + bytes[rest]
    }
}

extension SpaceLine {
    /// Whether a word is a number with something about it, such as `**35**`, `5①` or `3l`, or a mark of two signs for none.
    private static func isMarkedValue(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count <= 24 else { return false }
        if word.count == 1, let letter = word.first { return lettersForDigits.contains(letter) }
        if word.contains(where: \.isDigit) { return FieldMeaning(word).isValue }
        return word.count == 2 && FieldMeaning(word) == .blankMark
    }

    /// Letters that digits are misread for: `l` and `I` for 1, `O` and `o` for 0.
    private static let lettersForDigits = Array("lIOo".utf8)

    /// Whether 无 at the end of a line stands where a value does: among others, far behind the words, or behind the only one. Prose has it too:
    /// `本年度 收费情况 无`.
    private static func isPlacedNone(_ words: [Range<Int>], values: [Range<Int>], _ span: Span<UInt8>) -> Bool {
        guard let last = words.last, let before = words.dropLast().last else { return true }
        return !values.isEmpty || words.count == 2 || span.isNumberOrBlankMark(before) || last.lowerBound - before.upperBound > 1
    }

    /// The values, those together whose digits one blank parts where all others, or the label and they, stand far apart: `0       1 2` are two.
    private static func withoutNarrowGaps(_ values: [Range<Int>], behind label: Range<Int>?, in bytes: [UInt8]) -> [Range<Int>] {
        func isNarrow(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
            right.lowerBound - left.upperBound == 1 && bytes[left].allSatisfy(\.isDigit) && bytes[right].allSatisfy(\.isDigit)
        }
        func isWide(_ left: Range<Int>, _ right: Range<Int>) -> Bool { right.lowerBound - left.upperBound > 2 }
        let gaps = Array(zip(values, values.dropFirst()))
        let narrow = gaps.count(where: isNarrow)
        guard narrow > 0, gaps.allSatisfy({ isNarrow($0, $1) || isWide($0, $1) }) else { return values }
        // No number begins with a zero that others follow: one blank does part values then.
        let partsZero = gaps.indices.contains { index in
            let (left, right) = gaps[index]
            return isNarrow(left, right) && bytes[left].elementsEqual("0".utf8)
                && (index == 0 || !isNarrow(gaps[index - 1].0, left))
        }
        guard !partsZero else { return values }
        let wide = gaps.count - narrow
        let labelGap = label.flatMap { label in values.first.map { isWide(label, $0) } } ?? false
        guard narrow <= wide || narrow == 1 && labelGap else { return values }
        var joined: [Range<Int>] = []
        for value in values {
            if let last = joined.last, isNarrow(last, value) {
                joined[joined.count - 1] = last.lowerBound..<value.upperBound
            } else {
                joined.append(value)
            }
        }
        return joined
    }
}
