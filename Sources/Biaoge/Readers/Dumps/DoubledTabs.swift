/// Two TABs between cells, as resiliparse writes the rows of a page's table.
///
///     规章 ⇥ ⇥ 0 ⇥ ⇥ 4 ⇥ ⇥ 1        becomes        规章 ⇥ 0 ⇥ 4 ⇥ 1
enum DoubledTabs {
    /// What second TABs leave of a table's rows.
    private enum Shape {
        /// A row has a text in a second field, or no field behind one.
        case single
        /// In every row each second field is empty.
        case doubled
        /// So it is, and some row has three texts or more and no other field that is empty: no blank cells make it look so.
        case certain
    }

    /// Puts one TAB for two in each table of a dump where every second field holds nothing, when one of these is certain to have two.
    static func close(_ pieces: inout [DumpScan.Piece]) {
        let shapes = pieces.map { piece in
            if case .table(let rows) = piece, rows.layout == .tabs { shape(of: rows) } else { Shape.single }
        }
        guard shapes.contains(.certain) else { return }
        for (index, shape) in shapes.enumerated() where shape != .single {
            if case .table(let rows) = pieces[index] { pieces[index] = .table(withoutSecondFields(rows)) }
        }
    }

    private static func withoutSecondFields(_ rows: FieldRows) -> FieldRows {
        rows.withFields { row, result in
            for (column, field) in rows.row(row).enumerated() where column.isMultiple(of: 2) {
                result.addField(field.textRange, line: field.line)
            }
        }
    }

    private static func shape(of rows: FieldRows) -> Shape {
        var partedRows = 0
        var hasLongRow = false
        let fields = rows.fields.span
        for row in 0..<rows.rowCount {
            let range = rows.fieldRange(row)
            guard !range.count.isMultiple(of: 2) else { return .single }
            var filled = 0
            for index in range where !fields[index].isEmpty {
                guard (index - range.lowerBound).isMultiple(of: 2) else { return .single }
                filled += 1
            }
            if range.count > 1 { partedRows += 1 }
            hasLongRow = hasLongRow || filled > 2 && filled == range.count / 2 + 1
        }
        return partedRows > 1 && hasLongRow ? .certain : .doubled
    }
}
