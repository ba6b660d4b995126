/// What the rows of one piece show of its columns: which of the form's it may have, and whether it has one more.
struct PieceColumns {
    private let members: [RowItems]
    /// The number of columns in the form.
    private let count: Int
    private let header: HeaderColumns.Named
    /// Whether sums over the row can tell columns apart.
    private let isSummed: Bool
    private let style: BlankStyle

    /// The rows that hold something.
    private let filled: [RowItems]
    /// The most values of a row, and how many rows have as many.
    private let widest: Int
    private let widestCount: Int
    /// Whether all rows have lost their empty cells.
    private let isFlowing: Bool

    init(_ members: [RowItems], count: Int, header: HeaderColumns.Named, isSummed: Bool, style: BlankStyle) {
        self.members = members
        self.count = count
        self.header = header
        self.isSummed = isSummed
        self.style = style
        let filled = members.filter { !$0.items.isEmpty }
        let widest = filled.map { $0.items.count }.max() ?? 0
        self.filled = filled
        self.widest = widest
        widestCount = filled.count { $0.items.count == widest }
        isFlowing = members.allSatisfy { !$0.row.isPositional }
    }

    /// The rows that hold several numbers and do not add up.
    private var failing: [RowItems] { filled.filter { $0.numbers.count > 1 && !$0.addsUp } }

    /// All columns of the form.
    private var all: ColumnPlan { ColumnPlan(columns: Array(0..<count)) }
    /// All columns of the form, of which the header names some.
    private func all(naming columns: [Int]) -> ColumnPlan {
        ColumnPlan(columns: all.columns, unnamed: Set(all.columns).subtracting(columns))
    }
    /// All columns of the form and one more, wherever it stands.
    private var withOneMore: [ColumnPlan] { (0...count).map { ColumnPlan(columns: all.columns, inserted: $0) } }

    /// The plans that are possible: all columns; those that the header names, where it names as many as the rows have; else every subset of
    /// that size. And the width of the rows, where the plan is one decision for all pieces as wide.
    func plans() -> (plans: [ColumnPlan], width: Int?) {
        guard isSummed else { return plansByWidth() }
        // The only number of each row may be that of the column which the form does not have, and where the others are nobody can say.
        if header.hasForeign, widest == 1, filled.count > 1 { return ([], nil) }
        if hasOneMore { return (withOneMore, widest) }
        if let columns = header.columns, header.hasForeign, columns.count == count - 1, holdAForeignColumn {
            return ((0..<count).map { ColumnPlan(columns: columns, inserted: $0) }, widest)
        }
        if let empty = emptyColumn { return ([ColumnPlan(columns: all.columns, inserted: empty)], nil) }
        if style.hasBlanks, mayHaveOneMore { return (isWider ? withOneMore : [all] + withOneMore, nil) }
        // How wide rows are that have slid to the left says nothing about columns.
        if style.slidesLeft, widest <= count { return ([all], nil) }
        if style.hasBlanks, !filled.isEmpty, widest < count { return (plansAmongBlanks(), nil) }
        return plansByWidth()
    }

    // MARK: One column more

    /// Whether the rows have a column that the form does not: splitting digits widens single rows, a column that was put in widens all that
    /// are full.
    private var hasOneMore: Bool {
        widest == count + 1 && (header.hasForeign || widestCount >= 2 && widestCount * 3 >= filled.count)
    }

    /// Whether rows with as many numbers as the form has columns have lost one and gained another: three that are complete do not add up,
    /// and more than those that do.
    private var holdAForeignColumn: Bool {
        let complete = filled.filter { $0.items.count == count && $0.numbers.contains { $0.mantissa != 0 } }
        let failing = complete.count { !$0.addsUp }
        return failing >= 3 && failing * 2 > complete.count && filled.allSatisfy { $0.items.count <= count }
    }

    /// Whether the rows may have a column that the form does not: those with blanks do not show how wide they are; a subtotal among their
    /// values shows in their sums.
    private var mayHaveOneMore: Bool {
        let full = filled.count { $0.items.count == count && $0.areAllNumbers && $0.addsUp }
        return full * 2 < filled.count && (header.hasForeign || isWider || widest == count + 1 || holdASubtotal)
    }

    /// Whether most rows have a field more than they should.
    private var isWider: Bool {
        members.count > 1 && members.allSatisfy { $0.row.geometry == .boxed } && usualSurplus == 1
    }

    /// The position of the only column without any value, where all rows have a field more than they should and add up: none of the form's.
    private var emptyColumn: Int? {
        guard isWider, members.allSatisfy({ $0.fieldCount == $0.whole.fieldCount + 1 && $0.labelEnd == $0.whole.labelEnd }) else {
            return nil
        }
        let empty = (0...count).filter { position in
            members.allSatisfy { $0.reading(at: $0.whole.start + position).kind == .blank }
        }
        return empty.count == 1 && filled.count(where: \.endsWithItsSum) > failing.count + 1 ? empty[0] : nil
    }

    /// How many fields most rows have more than they should.
    private var usualSurplus: Int { members.map { $0.fieldCount - $0.whole.fieldCount }.mostFrequent(ofSeveral: >) ?? 0 }

    /// Whether most rows that do not add up do so without one of their numbers, and there is room for a subtotal: beside labels that cover no
    /// other column there is none.
    private var holdASubtotal: Bool {
        let failing = failing
        let withSubtotal = failing.count(where: \.addsUpWithoutOne)
        guard withSubtotal >= 3, withSubtotal * 2 > failing.count, usualSurplus >= 0 else { return false }
        let uncovered = members.filter { $0.row.geometry == .tabbed && $0.coveredColumns == 0 }
        let isExact =
            members.allSatisfy { $0.row.geometry == .boxed && $0.isWhole }
            || uncovered.count >= 3 && uncovered.allSatisfy(\.isAnchored)
        return !isExact
    }

    // MARK: Columns that are gone

    /// Whether more rows end with the sum of what they hold than do not add up: these have their 总计, without which nothing would speak
    /// against a misprint.
    private var endWithTheirSums: Bool { filled.count(where: \.endsWithItsSum) > failing.count }

    /// The plans of rows whose values show how many columns there are.
    private func plansByWidth() -> (plans: [ColumnPlan], width: Int?) {
        let complete = filled.filter { $0.areAllNumbers || !$0.row.isPositional }
        let usual = complete.map { $0.items.count }.mostFrequent(ofSeveral: >) ?? 0
        let usualCount = complete.count { $0.items.count == usual }
        let wider = filled.count { $0.items.count > usual }
        let isThereWhole = filled.contains { row in
            row.items.count == count && row.areAllNumbers && row.endsWithItsSum
        }
        guard usual > 0, usual < count, usualCount > wider * 2, widest < count || usualCount > 2 * widestCount,
            usualCount * 2 > filled.count, !isSummed || !isThereWhole
        else { return ([all], nil) }
        // Where empty cells and words of the header vanish, only sums can say that a column is none.
        if let columns = header.columns, columns.count < count, columns.count >= usual, usual * 2 > columns.count,
            isSummed || !isFlowing
        {
            return ([ColumnPlan(columns: columns)], columns.count)
        }
        guard usualCount >= 3, isSummed, usual >= count - 2 else { return ([all], nil) }
        return (ColumnPlans.subsets(of: count, size: usual).map { ColumnPlan(columns: $0) }, usual)
    }

    /// Where cells are empty the values do not show how many columns there are; the fields do, or the header.
    private func plansAmongBlanks() -> [ColumnPlan] {
        var all = all
        if let columns = header.columns, columns.count < count, widest <= columns.count {
            if let plans = plans(under: columns) { return plans }
            all = self.all(naming: columns)
        }
        // Some writers drop the empty cells at the end of a row, so that a row of none shows no columns.
        let shown = members.filter { $0.filledCount > 0 }
        if isFlowing || shown.count(where: { $0.fieldCount >= $0.whole.fieldCount }) * 2 > shown.count { return [all] }
        let others = ColumnPlans.subsets(of: count, size: count - 1).map { ColumnPlan(columns: $0) }.filter {
            $0.columns.last == count - 1 || !endWithTheirSums
        }
        // Rows that all have one field less have not lost a cell each, be there fields for what their labels cover or not.
        let lackOne =
            members.allSatisfy { $0.isAnchored(lacking: 1) }
            || members.allSatisfy { $0.labelEnd == $0.whole.labelEnd && $0.fieldCount - $0.labelEnd == count - 1 }
        return members.count > 2 && lackOne ? others : [all] + others
    }

    /// The plans below a header that does not name all columns; `nil` where the rows do not show that those it does not name are gone.
    private func plans(under named: [Int]) -> [ColumnPlan]? {
        // Where empty cells vanish, so may words of the header.
        if isFlowing {
            let isUsual = members.count { $0.items.count == named.count } > 2
            return isUsual ? [all(naming: named), ColumnPlan(columns: named)] : [all(naming: named)]
        }
        let unnamed = count - named.count
        let lacking = members.map { max(0, $0.whole.fieldCount - $0.fieldCount) }.mostFrequent(ofSeveral: >) ?? 0
        if lacking == unnamed || widest == named.count && lacking > unnamed { return [ColumnPlan(columns: named)] }
        // A field that is empty in all rows, in place of a column that the header does not name, may be none of the form's.
        let isOneEmpty =
            filled.allSatisfy { $0.lead - $0.labelEnd > $0.coveredColumns }
            || filled.allSatisfy { $0.end < $0.fieldCount && !$0.mayBeFilledUp }
        let isNoneShort = filled.allSatisfy { $0.fieldCount >= $0.whole.fieldCount }
        guard isOneEmpty, isNoneShort, filled.count > 2, widest == named.count else { return nil }
        return [all, ColumnPlan(columns: named)]
    }
}
