/// Rows of a dump with one cell a line in which merged cells stand in every position they cover, as scripts with python-docx and docx2python
/// write them: every row has as many cells as the grid has columns, which shows where rows end.
///
///     第二十条第（五）项 ⏎ 第二十条第（五）项 ⏎ 第二十条第（五）项 ⏎ 第二十条第（五）项 ⏎ 信息内容 ⏎ 本年处理决定数量 ⏎ 本年处理决定数量 ⏎ …
enum RepeatedLines {
    private enum Kind { case words, value, repeated }

    /// The rows of a table's cells, or `nil` where nothing shows how long they are.
    static func rows(of cells: FieldRows) -> FieldRows? {
        let span = cells.utf8.span
        var kinds: [Kind] = []
        var previous = 0..<0
        for field in cells.fields {
            let text = field.textRange
            let isValue = field.isEmpty || span.isNumberOrBlankMark(text)
            let isRepeated = !isValue && text.count >= 12 && cells.utf8[text] == cells.utf8[previous]
            kinds.append(isValue ? .value : isRepeated ? .repeated : .words)
            previous = text
        }
        guard kinds.count(where: { $0 == .repeated }) > 2, let width = (4...16).last(where: { isWidth($0, of: kinds) }) else {
            return nil
        }
        var rows = FieldRows(layout: .tabs, utf8: cells.utf8)
        for (index, field) in cells.fields.enumerated() {
            rows.addField(field.textRange, line: field.line)
            if (index + 1).isMultiple(of: width) { rows.endRow() }
        }
        return rows
    }

    /// Whether rows of a width have their words in front of their values, each at least one, and none goes on with the last cell of the
    /// row before.
    private static func isWidth(_ width: Int, of kinds: [Kind]) -> Bool {
        guard kinds.count.isMultiple(of: width), kinds.count >= 3 * width else { return false }
        for start in stride(from: 0, to: kinds.count, by: width) {
            let row = kinds[start..<(start + width)]
            guard row.first != .repeated, row.drop(while: { $0 != .value }).allSatisfy({ $0 == .value }) else { return false }
        }
        return true
    }
}
