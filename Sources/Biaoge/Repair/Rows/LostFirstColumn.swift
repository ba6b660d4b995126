/// Pieces of a table that lost their first column, as a page's end may take it: from some row on every label that does not begin there stands a
/// field too far left, and its row has a field less than it should, or one more at its end that is empty in all rows.
///
///     三、本年度办理结果 | （四）无法提供 | 1.本机关不掌握相关政府信息 | 0 | …
///
///      | 2.没有现成信息需要另行制作 | 0 | …
///     （五）不予处理 | 1.信访举报投诉类申请 | 0 | …
///
/// A row that lost a value is one field short as well, but its label stands where it should.
struct LostFirstColumn {
    /// A row whose label does not stand in the first column.
    private struct Row {
        /// The row of the source.
        var index: Int
        /// Whether its label stands a field too far left.
        var isSlid: Bool
        /// Whether it has as many fields as the part has columns, the last one empty.
        var isFilledUp: Bool
        /// Whether it has a field less than it should.
        var isShort: Bool
        /// Whether the field right behind its label, and the one before the last, hold something.
        var holdsFirst: Bool
        var holdsLast: Bool

        init(_ index: Int, _ form: Form.Row, label: Int, place: Int, _ part: Form.Part, in source: TokenRows) {
            let fields = source.rows[index].tokens
            func holds(_ token: Int) -> Bool { fields.contains(token) && source.tokens[token].meaning != .empty }
            let width = part.table.columnCount
            self.index = index
            isSlid = source.rows[index].labelPosition == place - 1
            isFilledUp = fields.count == width && !holds(fields.upperBound - 1)
            isShort = [width, form.cellCount].contains(fields.count + 1)
            holdsFirst = holds(label + 1)
            holdsLast = holds(fields.upperBound - 2)
        }
    }

    /// The rows that lack a field in front.
    private(set) var rows: [Int] = []
    /// Those of them that have one too many at their end.
    private(set) var filledUp: [Int] = []

    /// - Parameter found: for each row of the part the row of the source, if it was found.
    init(_ part: Form.Part, _ found: [Int?], in source: TokenRows) {
        var pieces: [Int: [Row]] = [:]
        for (form, index) in zip(part.rows, found) where form.role == .values {
            guard let index, let place = part.labelColumn(of: form), place > 0, source.rows[index].geometry == .tabbed,
                let label = source.rows[index].labelToken
            else { continue }
            pieces[source.rows[index].piece, default: []].append(
                Row(index, form, label: label, place: place, part, in: source))
        }
        for piece in pieces.values {
            // A page's end is not always to be seen.
            let slid = piece.sorted { $0.index < $1.index }.reversed().prefix(while: \.isSlid)
            let filled = slid.filter { $0.isFilledUp && !$0.isShort }
            // What fills rows up stands behind their values, not in front of them.
            guard filled.isEmpty || filled.contains(where: \.holdsFirst) && filled.contains(where: \.holdsLast) else { continue }
            let fitting = slid.count { $0.isShort || $0.isFilledUp }
            guard fitting >= 3, fitting * 5 >= slid.count * 4 else { continue }
            rows += slid.map(\.index)
            filledUp += filled.map(\.index)
        }
    }
}

extension TokenRows {
    /// Gives the rows of such pieces the empty field in front of them.
    ///
    /// - Parameter found: for each row of the parts the row of the source, if it was found.
    mutating func restoreFirstColumns(_ found: [(part: Form.Part, rows: [Int?])]) {
        for (part, found) in found {
            let lost = LostFirstColumn(part, found, in: self)
            for index in lost.filledUp { rows[index].tokens.removeLast() }
            for index in lost.rows { addEmptyField(inFrontOf: index) }
        }
    }
}
