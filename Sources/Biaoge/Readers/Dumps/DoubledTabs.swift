/// Two TABs between cells, as resiliparse writes the rows of a page's table.
///
///     规章 ⇥ ⇥ 0 ⇥ ⇥ 4 ⇥ ⇥ 1        becomes        规章 ⇥ 0 ⇥ 4 ⇥ 1
enum DoubledTabs {
    /// The rows with one TAB for two, where every second field of every row holds nothing and some row has three words or more in the others;
    /// else the rows themselves.
    static func single(_ rows: FieldRows) -> FieldRows {
        guard rows.fields.count > 4, isDoubled(rows) else { return rows }
        return rows.withFields { row, result in
            for (column, field) in rows.row(row).enumerated() where column.isMultiple(of: 2) {
                result.addField(field.textRange, line: field.line)
            }
        }
    }

    private static func isDoubled(_ rows: FieldRows) -> Bool {
        var parted = 0
        var hasLongRow = false
        let fields = rows.fields.span
        for row in 0..<rows.rowCount {
            let range = rows.fieldRange(row)
            guard !range.count.isMultiple(of: 2) else { return false }
            var filled = 0
            for index in range where !fields[index].isEmpty {
                guard (index - range.lowerBound).isMultiple(of: 2) else { return false }
                filled += 1
            }
            parted += range.count > 1 ? 1 : 0
            hasLongRow = hasLongRow || filled > 2 && filled == range.count / 2 + 1
        }
        return parted > 1 && hasLongRow
    }
}
