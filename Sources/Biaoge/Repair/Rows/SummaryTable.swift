/// A summary in front of a part's own table, with the same labels and one number each, such as those of the whole county:
///
///     项目                              全县合计
///     一、本年新收政府信息公开申请数量  731
///     ⋮
///                                       自然人  商业企业  …  总计
///     一、本年新收政府信息公开申请数量  12      1            25
///
/// It is one only where its own header has no word of the form's, and the table behind it, in which the labels begin again, has some.
struct SummaryTable {
    /// The rows of the source that it takes; `nil` where there is none.
    let rows: Range<Int>?

    /// So many rows have one number each at least.
    private static let leastRows = 8
    /// Rows of the form with fewer values may have one number in a table of their own.
    private static let leastSlots = 4

    init(_ source: TokenRows, _ outlines: [FormOutline], likeness: LabelLikeness) {
        let labels = Set(outlines.flatMap(\.rows).filter { $0.slotCount >= Self.leastSlots }.compactMap(\.label))
            .intersection(RepeatedTables.distinctLabels(outlines))
        let words = outlines.reduce(into: Set<Int>()) { $0.formUnion($1.headerWords.joined()) }
        var found: [(row: Int, label: Int)] = []
        var seen: Set<Int> = []
        var start: Int?
        for (index, row) in source.rows.enumerated() {
            guard let label = source.labelText(of: row).flatMap(likeness.exactLabel), labels.contains(label) else { continue }
            if !seen.insert(label).inserted, start == nil { start = found.count }
            found.append((index, label))
        }
        guard let start, start >= Self.leastRows else {
            rows = nil
            return
        }
        let summary = found[..<start].map(\.row)
        let behind = found[start...].prefix(start).map(\.row)
        func hasWords(_ range: Range<Int>) -> Bool {
            source.rows[range].contains { row in
                source.texts(of: row).contains { likeness.exactLabel(of: $0).map(words.contains) ?? false }
            }
        }
        var first = summary[0]
        while first > 0, source.rows[first - 1].source.table == source.rows[first].source.table,
            source.rows[first - 1].valueCount == 0
        {
            first -= 1
        }
        let telling = behind.map { source.rows[$0] }.filter { $0.valueCount > 0 || $0.isPositional }
        let wide = telling.count { $0.valueCount > 1 || $0.isPositional && $0.tokens.count > Self.leastSlots }
        let isOne =
            summary.allSatisfy { source.rows[$0].valueCount == 1 } && wide > 1 && wide * 2 > telling.count
            && !hasWords(first..<summary[0]) && hasWords((summary[start - 1] + 1)..<behind[0])
        rows = isOne ? summary[0]..<(summary[start - 1] + 1) : nil
    }
}

extension TokenRows {
    /// Drops a summary that stands in front of a part's own table, and says so.
    mutating func dropSummary(_ summary: SummaryTable) -> Finding? {
        guard let range = summary.rows, let token = rows[range.lowerBound].labelToken else { return nil }
        rows.removeSubrange(range)
        return Finding(.otherReport, at: tokens[token].place, label(token))
    }
}
