/// Labels that a reader of pages put into one field with those of other rows, a line each: whose the numbers beside them are nobody can say.
///
///     8.属于行政查询事项          0     0
///     小计
///     （三）不予公开           4    17     9 …
extension PartRows {
    /// Puts rows in doubt whose label stands as well at the end of a field above, below those of other rows, with no numbers between.
    mutating func doubtLabelsEndingFieldsAbove() {
        for formRow in sourceOf.indices where presence[formRow] == .found && part.rows[formRow].role == .values {
            guard let index = sourceOf[formRow], source.rows[index].valueCount > 0, hasExactLabel(formRow, at: index) else {
                continue
            }
            let above = source.rows.indices[..<index].reversed().prefix { source.rows[$0].valueCount == 0 }
            let isAgain = above.prefix(Self.mostWordsAbove).contains { row in
                labelLines(of: row).contains { isLine($0.last, the: formRow) }
            }
            guard isAgain else { continue }
            duplicated.insert(formRow)
        }
    }

    /// Puts rows in doubt whose label stands in one field with that of another item, or of another row.
    ///
    ///     2.其他法律行政法规禁止公开    12    8    20
    ///     3.危及“三安全一稳定”
    mutating func doubtLabelsBesideOtherItems() {
        for formRow in sourceOf.indices where presence[formRow] == .found && part.rows[formRow].role == .values {
            guard let token = labelToken(of: formRow), let index = sourceOf[formRow], source.rows[index].valueCount > 0,
                case let lines = source.label(token).split(separator: "\n"), lines.count > 1
            else { continue }
            let own = part.rows[formRow].labels.last.flatMap { LabelText($0).ordinal }
            let isBesideOther = lines.contains { line in
                guard !isLine(line, the: formRow) else { return false }
                let other = LabelText(String(line)).ordinal
                let isOtherItem = other?.style == own?.style && other?.value != own?.value
                return isOtherItem || isLine(line, ofOtherThan: formRow)
            }
            if isBesideOther { duplicated.insert(formRow) }
        }
    }

    /// Whether a line is the label of another row of the form, with its number if it has one, and not of what stands around this one.
    private func isLine(_ line: Substring, ofOtherThan formRow: Int) -> Bool {
        let text = LabelText(String(line))
        let isOuter = part.rows[formRow].labels.dropLast().contains { LabelText($0).key == text.key }
        return !isOuter
            && part.rows.contains { row in
                guard row.role == .values, row.index != formRow, let label = row.labels.last.map({ LabelText($0) }) else {
                    return false
                }
                let hasItsNumber = text.ordinal != nil && text.ordinal == label.ordinal
                return label.key == text.key && (hasItsNumber || text.key.count > 2)
            }
    }

    /// Without row ends each word of a header is a row; no header has more in a line.
    private static let mostWordsAbove = 8

    /// Whether the label of a row of the form is a line of a field in one of some rows of the source that are none of the form's.
    func isLineOfAny(_ formRow: Int, in rows: some Sequence<Int>) -> Bool {
        rows.contains { index in
            !owned.contains(index) && labelLines(of: index).contains { lines in lines.contains { isLine($0, the: formRow) } }
        }
    }

    /// For each field of a row of the source that has several lines of words, these.
    private func labelLines(of index: Int) -> [[Substring]] {
        source.rows[index].tokens.compactMap { token in
            let meaning = source.tokens[token].meaning
            guard meaning == .text || meaning == .doubtful, case let lines = source.label(token).split(separator: "\n"),
                lines.count > 1
            else { return nil }
            return lines
        }
    }

    private func isLine(_ line: Substring?, the formRow: Int) -> Bool {
        guard let line, let label = part.rows[formRow].labels.last else { return false }
        let key = LabelText(label).key
        return key.count > 2 && LabelText(String(line)).key == key
    }
}
