/// Rows with the numbers of other years than the report's, and others that are none of a form.
extension TokenRows {
    /// Leaves the rows of other years aside where a table has several years below each other, each with nothing but its year for a label;
    /// all of them where none is of the report's year.
    ///
    ///     2022年   0  1  0  0  1  …
    ///     2023年   2  0  0  0  2  …
    mutating func dropRowsOfOtherYears(_ year: Int?) {
        var years: [Int: [Int: Int]] = [:]
        for (index, row) in rows.enumerated() where row.valueCount > 0 || isEmptyBehindLabel(row) {
            guard let label = row.labelToken, let named = Self.bareYear(raw(label)) else { continue }
            years[row.source.table, default: [:]][index] = named
        }
        let dropped = years.values.filter { Set($0.values).count > 1 }.flatMap { $0.filter { $0.value != year }.keys }
        for index in dropped.sorted().reversed() { rows.remove(at: index) }
    }

    /// Whether a row has nothing but its first field and empty ones: a year in which there was nothing.
    private func isEmptyBehindLabel(_ row: TokenRow) -> Bool {
        row.isPositional && row.tokens.count > 1 && row.labelToken == row.tokens.lowerBound
            && row.tokens.dropFirst().allSatisfy { tokens[$0].meaning == .empty }
    }

    /// Whether a row is none of a form's, whatever label stands in front.
    func isNoRow(_ row: TokenRow) -> Bool { isOfOtherYear(row) || isSubtotalBelowLabel(row) }

    /// Whether a row sums up those above it, behind the label of the last of these, which has no numbers: lines were put together.
    ///
    ///     5.要求行政机关确认或重新出具已获取信息
    ///     合计   0  0  0  0  14  0  14
    private func isSubtotalBelowLabel(_ row: TokenRow) -> Bool {
        guard let token = row.labelToken, case let lines = label(token).split(separator: "\n"), lines.count > 1,
            let last = lines.last,
            last.utf8.count <= 12
        else { return false }
        let text = LabelText(String(last))
        return text.isSubtotal && text.key.count == 2 && text.ordinal == nil
    }

    /// Whether a row has the numbers of another year, whatever label stands in front: `（一）予以公开  上年数  84`.
    private func isOfOtherYear(_ row: TokenRow) -> Bool {
        guard let token = row.labelToken else { return false }
        // Lines that were put together, and notes in brackets.
        let words = label(token).unicodeScalars.split { $0 == "\n" || $0 == "（" || $0 == "(" }
        // Most labels are longer than any such word.
        guard let last = words.last, last.count <= 8 else { return false }
        let key = LabelText(String(last)).key
        let isTotal = Self.totals.contains { key.suffix($0.count).elementsEqual($0) }
        return Self.otherYears.contains(key) || isTotal && Self.otherYears.contains(Array(key.dropLast(2)))
    }

    /// What stands over numbers of another year, or in front of them.
    static let otherYears: Set<[UInt16]> = Set(
        ["上年", "上一年", "去年", "上年度", "上年数", "上年同期", "去年同期", "同比", "增减"].map { Array($0.utf16) })

    /// What may stand behind such words: `上年总计`.
    private static let totals = ["总计", "合计"].map { Array($0.utf16) }

    /// The year that a text names, where it names nothing else: `2022年`, `2022年度数`.
    static func bareYear(_ text: String) -> Int? {
        guard text.utf8.count <= 24 else { return nil }
        let scalars = PlainScalars.of(Array(text.utf8)[...], limit: 12).filter { $0 != 0x20 }
        let digits = scalars.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard digits.count == 4, (5...7).contains(scalars.count), scalars[4] == yearSign,
            let year = Int(String(decoding: digits, as: UTF16.self)), Document.possibleYears.contains(year)
        else { return nil }
        return year
    }

    /// 年
    private static let yearSign: UInt16 = 0x5E74
}
