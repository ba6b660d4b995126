/// Rows that are labelled with nothing but a year, where a table has the numbers of several years below each other.
///
///     2022年   0  1  0  0  1  …
///     2023年   2  0  0  0  2  …
extension TokenRows {
    /// Leaves the rows of other years aside; all of them where none is of the report's year.
    mutating func dropRowsOfOtherYears(_ year: Int?) {
        var years: [Int: [Int: Int]] = [:]
        for (index, row) in rows.enumerated() where row.valueCount > 0 {
            guard let label = row.labelToken, let named = Self.year(raw(label), of: year) else { continue }
            years[row.source.table, default: [:]][index] = named
        }
        let dropped = years.values.filter { Set($0.values).count > 1 }.flatMap { $0.filter { $0.value != year }.keys }
        for index in dropped.sorted().reversed() { rows.remove(at: index) }
    }

    /// The year that a text is, whatever stands for it; 0 or -1 for this or the last one of a report that names no year.
    private static func year(_ text: String, of own: Int?) -> Int? {
        guard let scalars = scalars(text) else { return nil }
        if ownYear.contains(scalars) { return own ?? 0 }
        if lastYear.contains(scalars) { return (own ?? 0) - 1 }
        return bareYear(scalars)
    }

    /// The year that a text names, where it names nothing else: `2022年`, `2022年度数`.
    static func bareYear(_ text: String) -> Int? { scalars(text).flatMap(bareYear) }

    private static func bareYear(_ scalars: [UInt16]) -> Int? {
        let digits = scalars.prefix { $0 >= 0x30 && $0 <= 0x39 }
        guard digits.count == 4, (5...7).contains(scalars.count), scalars[4] == yearSign,
            let year = Int(String(decoding: digits, as: UTF16.self)), (1980...2099).contains(year)
        else { return nil }
        return year
    }

    /// What counts of a text that is short enough to be a year.
    private static func scalars(_ text: String) -> [UInt16]? {
        guard text.utf8.count <= 24 else { return nil }
        var scalars = PlainScalars.of(Array(text.utf8)[...], limit: 12)
        scalars.removeAll { $0 == 0x20 }
        return scalars.contains(yearSign) ? scalars : nil
    }

    /// 年
    private static let yearSign: UInt16 = 0x5E74
    private static let ownYear = Set(["本年", "本年度", "本年数", "今年"].map { Array($0.utf16) })
    private static let lastYear = Set(["上年", "上年度", "上年数", "去年"].map { Array($0.utf16) })
}
