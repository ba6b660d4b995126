/// Decides which columns the pieces of a part have: one decision for all pieces of the same width.
struct ColumnPlans {
    /// For each piece the plans that are possible.
    private(set) var plans: [Int: [ColumnPlan]] = [:]
    /// Pieces whose plan is one decision.
    private var widthOfPiece: [Int: Int] = [:]

    /// - Parameters:
    ///   - rows: the rows of the part that share their columns.
    ///   - count: the number of columns in the form.
    ///   - header: the columns that the header names.
    ///   - isSummed: whether sums over the row can tell columns apart.
    ///   - style: how the part writes zeros.
    init(_ rows: [RowItems], count: Int, header: HeaderColumns.Named, isSummed: Bool, style: BlankStyle) {
        for (piece, members) in Dictionary(grouping: rows, by: \.row.piece) {
            let columns = PieceColumns(members, count: count, header: header, isSummed: isSummed, style: style)
            (plans[piece], widthOfPiece[piece]) = columns.plans()
        }
        shareDecisions(rows)
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

    /// All ways to choose `size` of `count` numbers, each in order.
    static func subsets(of count: Int, size: Int) -> [[Int]] {
        guard size > 0 else { return [[]] }
        guard size <= count else { return [] }
        return (0..<count).flatMap { last in subsets(of: last, size: size - 1).map { $0 + [last] } }
    }
}
