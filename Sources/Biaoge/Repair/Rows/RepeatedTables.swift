/// Where the tables of a report begin again: those of another report, or of the year before, that no title announces (``OtherReport``).
///
/// Their rows have the labels that rows before them have already. A row or two that stand twice are no second table, and neither is one
/// whose rows all stand twice: of the labelled rows from the first repeated one on, half must be such as stand before that one.
struct RepeatedTables {
    /// What rows have alike.
    private enum Label: Hashable {
        case ofForm(Int)
        case damaged(text: Int)
    }

    /// The first row of them; `nil` when there are none.
    let start: Int?

    /// As many labelled rows are looked at from the first repeated one on.
    private static let window = 8
    /// A damaged label has so many characters, lest two labels have the same piece left.
    private static let tellingLength = 4

    init(_ source: TokenRows, _ outlines: [FormOutline], likeness: LabelLikeness) {
        let labels = Self.distinctLabels(outlines)
        /// The labelled rows, each with the first one that has its label.
        var rows: [(row: Int, first: Int)] = []
        var firstWithLabel: [Label: Int] = [:]
        for (index, row) in source.rows.enumerated() {
            guard let text = source.labelText(of: row), let match = likeness[text].first, labels.contains(match.label) else {
                continue
            }
            // Damage that a reader did stands in both reports alike.
            let isExact = match.likeness >= Likeness.exact
            guard isExact || source.texts[text].key.count >= Self.tellingLength else { continue }
            let label = isExact ? Label.ofForm(match.label) : .damaged(text: text)
            let first = firstWithLabel[label] ?? index
            firstWithLabel[label] = first
            rows.append((index, first))
        }
        let first = rows.indices.first { index in
            let repeated = rows[index...].prefix(Self.window).count { $0.first < rows[index].row }
            return rows[index].first < rows[index].row && repeated * 2 >= Self.window
        }
        // Its own header stands in front of it.
        start = first.map { first in
            var start = rows[first].row
            let behind = first > 0 ? rows[first - 1].row + 1 : 0
            while start > behind, source.rows[start - 1].piece == source.rows[start].piece { start -= 1 }
            return start
        }
    }

    /// The labels of rows of values that no form has twice.
    static func distinctLabels(_ outlines: [FormOutline]) -> Set<Int> {
        var once: Set<Int> = []
        var more: Set<Int> = []
        for outline in outlines {
            let labels = outline.rows.compactMap(\.label)
            more.formUnion(Dictionary(grouping: labels) { $0 }.filter { $1.count > 1 }.keys)
            once.formUnion(labels)
        }
        return once.subtracting(more)
    }
}
