/// Pieces of a table that lost their first column, as a page's end may take it: from some row on every label that does not begin there stands a
/// field too far left, and its row has a field less than it should.
///
///     三、本年度办理结果 | （四）无法提供 | 1.本机关不掌握相关政府信息 | 0 | …
///
///      | 2.没有现成信息需要另行制作 | 0 | …
///     （五）不予处理 | 1.信访举报投诉类申请 | 0 | …
///
/// A row that lost a value is one field short as well, but its label stands where it should.
extension TokenRows {
    /// Gives the rows of such pieces the empty field in front of them.
    ///
    /// - Parameter found: for each row of the parts the row of the source, if it was found.
    mutating func restoreFirstColumns(_ found: [(part: Form.Part, rows: [Int?])]) {
        for (part, found) in found {
            var rows: [Int: [(index: Int, isShort: Bool, isSlid: Bool)]] = [:]
            for (form, index) in zip(part.rows, found) where form.role == .values {
                guard let index, let place = Self.labelPlace(form, part), place > 0, self.rows[index].geometry == .tabbed,
                    let label = self.rows[index].labelToken
                else { continue }
                let row = self.rows[index]
                let isSlid = label - row.tokens.lowerBound == place - 1
                let isShort = isSlid && Self.widths(form, part).contains(row.tokens.count + 1)
                rows[row.piece, default: []].append((index, isShort, isSlid))
            }
            for piece in rows.values {
                // A page's end is not always to be seen.
                let rows = piece.sorted { $0.index < $1.index }.reversed().prefix { $0.isSlid }
                let short = rows.count(where: \.isShort)
                guard short >= 3, short * 5 >= rows.count * 4 else { continue }
                for row in rows { addEmptyField(inFrontOf: row.index) }
            }
        }
    }

    /// In which field the label of a row of the form stands.
    static func labelPlace(_ form: Form.Row, _ part: Form.Part) -> Int? {
        form.labelCells.last.map { part.table.cells[$0].column }
    }

    /// How many fields a row of the form has: one for each column, or one for each cell.
    private static func widths(_ form: Form.Row, _ part: Form.Part) -> [Int] {
        [part.table.columnCount, form.labelCells.count + form.slots.count]
    }
}
