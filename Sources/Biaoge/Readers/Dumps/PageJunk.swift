extension Span<UInt8> {
    /// Whether a line rules a table and holds nothing: Markdown's `--- | :---:`, `---⇥---`, `+----+----+`, `├───┼───┤`.
    ///
    /// Of nothing but dashes, equals signs, colons, plus signs, bars, TABs, spaces and box-drawing characters, with at
    /// least three dashes in a row: `-` and `--` are blank marks, `- - -` may be three of them.
    func isSeparator(_ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        var dashes = 0
        var longest = 0
        while offset < range.upperBound {
            switch self[offset] {
            case .hyphen, 0x3D:  // - =
                dashes += 1
                longest = Swift.max(longest, dashes)
                offset += 1
            case .tab, .space, .bar, 0x2B, 0x3A:  // + :
                dashes = 0
                offset += 1
            case 0xE2 where offset + 2 < range.upperBound && (self[offset + 1] == 0x94 || self[offset + 1] == 0x95):
                // U+2500–U+257F, box drawing; U+2502 and U+2503 are bars and no dashes.
                let isBar = self[offset + 1] == 0x94 && (self[offset + 2] == 0x82 || self[offset + 2] == 0x83)
                dashes = isBar ? 0 : dashes + 1
                longest = Swift.max(longest, dashes)
                offset += 3
            default: return false
            }
        }
        return longest >= 3
    }

    /// Whether a line only numbers a page: `- 3 -`, `-3-`, `— 3 —`, `第 3 页`, `第3页 共5页`. A lone number is none: it may be a value.
    func isPageNumber(_ range: Range<Int>) -> Bool {
        guard range.count >= 3, range.count <= 40 else { return false }
        var rest = range
        if let dash = dashLength(at: rest.lowerBound, before: rest.upperBound) {
            rest = trimmed((rest.lowerBound + dash)..<rest.upperBound)
            guard let digits = digitRun(rest) else { return false }
            rest = trimmed(digits.upperBound..<rest.upperBound)
            guard let last = dashLength(at: rest.lowerBound, before: rest.upperBound) else { return false }
            return rest.lowerBound + last == rest.upperBound
        }
        guard let page = pageCount(rest, before: "第") else { return false }
        rest = trimmed(page.upperBound..<rest.upperBound)
        if rest.isEmpty { return true }
        if self[rest.lowerBound] == 0x2F { rest = trimmed((rest.lowerBound + 1)..<rest.upperBound) }
        guard let total = pageCount(rest, before: "共") else { return false }
        return total.upperBound == rest.upperBound
    }

    /// The range of `第 3 页` at the start of a range, when it is there.
    private func pageCount(_ range: Range<Int>, before mark: String) -> Range<Int>? {
        guard starts(range, with: mark) else { return nil }
        var rest = trimmed((range.lowerBound + mark.utf8.count)..<range.upperBound)
        guard let digits = digitRun(rest) else { return nil }
        rest = trimmed(digits.upperBound..<rest.upperBound)
        guard starts(rest, with: "页") else { return nil }
        return range.lowerBound..<(rest.lowerBound + 3)
    }

    /// One to four ASCII digits at the start of a range.
    private func digitRun(_ range: Range<Int>) -> Range<Int>? {
        var end = range.lowerBound
        while end < range.upperBound, self[end].isDigit { end += 1 }
        let digits = range.lowerBound..<end
        return digits.isEmpty || digits.count > 4 ? nil : digits
    }

    /// The length of a dash (`-`, `–`, `—`, `－`) at an offset.
    private func dashLength(at offset: Int, before end: Int) -> Int? {
        guard offset < end else { return nil }
        if self[offset] == .hyphen { return 1 }
        guard offset + 2 < end || offset + 3 == end else { return nil }
        let (first, second, third) = (self[offset], self[offset + 1], self[offset + 2])
        if first == 0xE2, second == 0x80, third == 0x93 || third == 0x94 { return 3 }
        return first == 0xEF && second == 0xBC && third == 0x8D ? 3 : nil
    }
}
