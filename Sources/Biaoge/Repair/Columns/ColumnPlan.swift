/// Which columns of a form's rows a piece of the source has.
struct ColumnPlan: Sendable, Hashable {
    /// The offsets, among the slots of a row, of the columns that are there, from left to right.
    var columns: [Int]
    /// The position, among the values of a row, of a column that the form does not have, such as a subtotal.
    var inserted: Int?
    /// Where each column's field stands in a row, and how many fields a row has, when the header tells, having a column the form does not
    /// have.
    var places: FieldPlaces?

    /// Whether the columns stand in another order than the form's.
    var isReordered: Bool { zip(columns, columns.dropFirst()).contains { $0 > $1 } }

    /// The number of values in a row.
    var width: Int { columns.count + (inserted == nil ? 0 : 1) }
}

/// Where the fields of a row stand under the words of a header in one row of the source.
struct FieldPlaces: Sendable, Hashable {
    /// For each column of the form the position of its field among those of a row.
    var positions: [Int]
    /// How many fields a row has.
    var fieldCount: Int
}

/// Decides which columns the pieces of a part have: one decision for all pieces of the same width.
struct ColumnPlans {
    /// For each piece the plans that are possible.
    private(set) var plans: [Int: [ColumnPlan]] = [:]
    /// Pieces whose plan is one decision.
    private(set) var widthOfPiece: [Int: Int] = [:]

    /// - Parameters:
    ///   - rows: the rows of the part that share their columns.
    ///   - count: the number of columns in the form.
    ///   - headerColumns: the columns that the header names; `nil` when it names too few to go by.
    ///   - hasForeignColumn: whether the header names a column that the form does not have.
    ///   - isSummed: whether sums over the row can tell columns apart.
    ///   - style: how the part writes zeros.
    init(_ rows: [RowItems], count: Int, headerColumns: [Int]?, hasForeignColumn: Bool, isSummed: Bool, style: BlankStyle) {
        let hasBlanks = style.hasBlanks
        let all = ColumnPlan(columns: Array(0..<count))
        let inserted = (0...count).map { ColumnPlan(columns: all.columns, inserted: $0) }
        for (piece, members) in Dictionary(grouping: rows, by: \.row.piece) {
            let filled = members.filter { !$0.items.isEmpty }
            let widest = filled.map { $0.items.count }.max() ?? 0
            let widestCount = filled.count { $0.items.count == widest }
            // Splitting digits widens single rows; a column that was put in widens all that are full.
            let isWider =
                members.count > 1 && members.allSatisfy { $0.row.geometry == .boxed }
                && Self.mode(members.map { $0.fieldCount - $0.whole.fieldCount }) == 1
            if isSummed, widest == count + 1, hasForeignColumn || (widestCount >= 2 && widestCount * 3 >= filled.count) {
                widthOfPiece[piece] = widest
                plans[piece] = inserted
                continue
            }
            if isSummed, let headerColumns, hasForeignColumn, headerColumns.count == count - 1,
                Self.holdAForeignColumn(filled, count)
            {
                widthOfPiece[piece] = widest
                plans[piece] = (0..<count).map { ColumnPlan(columns: headerColumns, inserted: $0) }
                continue
            }
            // Rows with blanks do not show how wide they are; a subtotal among their values shows in their sums.
            let full = filled.count { $0.items.count == count && $0.areAllNumbers && $0.addsUp }
            let failing = filled.filter { $0.numbers.count > 1 && !$0.addsUp }
            let withSubtotal = failing.count(where: \.addsUpWithoutOne)
            // Beside labels that cover no other column there is no room for one more.
            let uncovered = members.filter { $0.row.geometry == .tabbed && $0.coveredColumns == 0 }
            let isExact =
                members.allSatisfy { $0.row.geometry == .boxed && $0.isWhole }
                || uncovered.count >= 3 && uncovered.allSatisfy(\.isAnchored)
            let isNarrower = Self.mode(members.map { $0.fieldCount - $0.whole.fieldCount }) < 0
            let isSuspect = !isExact && !isNarrower && withSubtotal >= 3 && withSubtotal * 2 > failing.count
            if isSummed, hasBlanks, full * 2 < filled.count, hasForeignColumn || isWider || widest == count + 1 || isSuspect {
                plans[piece] = isWider ? inserted : [all] + inserted
                continue
            }
            let complete = filled.filter { $0.areAllNumbers || !$0.row.isPositional }
            let usual = Self.mode(complete.map { $0.items.count })
            let usualCount = complete.count { $0.items.count == usual }
            let atLeast = filled.count { $0.items.count > usual }
            let isFlowing = members.allSatisfy { !$0.row.isPositional }
            // How wide rows are that have slid to the left says nothing about columns.
            if style.slidesLeft, isSummed, widest <= count {
                plans[piece] = [all]
                continue
            }
            if hasBlanks, isSummed, !filled.isEmpty, widest < count {
                plans[piece] = Self.plansOfBlankPiece(members, count: count, headerColumns: headerColumns, isFlowing: isFlowing)
                continue
            }
            guard usual > 0, usual < count, usualCount > atLeast * 2, widest < count || usualCount > 2 * widestCount,
                usualCount * 2 > filled.count
            else {
                plans[piece] = [all]
                continue
            }
            // Where empty cells and words of the header vanish, only sums can say that a column is none.
            if let headerColumns, headerColumns.count < count, headerColumns.count >= usual, usual * 2 > headerColumns.count,
                isSummed || !isFlowing
            {
                widthOfPiece[piece] = headerColumns.count
                plans[piece] = [ColumnPlan(columns: headerColumns)]
                continue
            }
            guard usualCount >= 3, isSummed, usual >= count - 2 else {
                plans[piece] = [all]
                continue
            }
            widthOfPiece[piece] = usual
            plans[piece] = Self.subsets(of: count, size: usual).map { ColumnPlan(columns: $0) }
        }
        shareDecisions(rows)
    }

    /// Whether rows with as many numbers as the form has columns have lost one and gained another: three that are complete do not add up,
    /// and more than those that do.
    private static func holdAForeignColumn(_ rows: [RowItems], _ count: Int) -> Bool {
        let complete = rows.filter { $0.items.count == count && $0.numbers.contains { $0.mantissa != 0 } }
        let failing = complete.count { !$0.addsUp }
        return failing >= 3 && failing * 2 > complete.count && rows.allSatisfy { $0.items.count <= count }
    }

    /// Where cells are empty the values do not show how many columns there are; the fields do, or the header.
    private static func plansOfBlankPiece(
        _ members: [RowItems], count: Int, headerColumns: [Int]?, isFlowing: Bool
    ) -> [ColumnPlan] {
        let all = ColumnPlan(columns: Array(0..<count))
        let widest = members.map { $0.items.count }.max() ?? 0
        // Some writers drop the empty cells at the end of a row, so that a row of none shows no columns.
        let filled = members.filter { $0.filledCount > 0 }
        let lacking = mode(members.map { max(0, $0.whole.fieldCount - $0.fieldCount) })
        if let headerColumns, headerColumns.count < count, widest <= headerColumns.count {
            // Where empty cells vanish, so may words of the header.
            if isFlowing {
                let isUsual = members.count { $0.items.count == headerColumns.count } > 2
                return isUsual ? [all, ColumnPlan(columns: headerColumns)] : [all]
            }
            if lacking == count - headerColumns.count { return [ColumnPlan(columns: headerColumns)] }
            if widest == headerColumns.count, lacking > 0 { return [ColumnPlan(columns: headerColumns)] }
        }
        if isFlowing || filled.count(where: \.isWhole) * 2 > filled.count { return [all] }
        let others = subsets(of: count, size: count - 1).map { ColumnPlan(columns: $0) }
        // Rows that all have one field less have not lost a cell each.
        return members.count > 2 && members.allSatisfy { $0.isAnchored(lacking: 1) } ? others : [all] + others
    }

    /// A row or two that a page break tore off have the columns of the piece that is as wide as they are.
    private mutating func shareDecisions(_ rows: [RowItems]) {
        for (piece, members) in Dictionary(grouping: rows, by: \.row.piece) where widthOfPiece[piece] == nil && members.count < 3
        {
            guard let widest = members.map({ $0.items.count }).max(), members.allSatisfy({ $0.items.count == widest }) else {
                continue
            }
            guard let (like, _) = widthOfPiece.first(where: { $0.value == widest }) else { continue }
            plans[piece] = plans[like]
            widthOfPiece[piece] = widest
        }
    }

    /// The number that occurs most, the greatest of several.
    static func mode(_ numbers: [Int]) -> Int {
        var counts: [Int: Int] = [:]
        for number in numbers { counts[number, default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    }

    /// All ways to choose `size` of `count` numbers, each in order.
    static func subsets(of count: Int, size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard size <= count else { return [] }
        return (0..<count).flatMap { last in subsets(of: last, size: size - 1).map { $0 + [last] } }
    }
}
