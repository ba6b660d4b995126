/// Settles rows with more or fewer fields than the others, where only one reading fits.
///
/// The columns are told by the rows that have as many fields as most have: which hold values only, and which texts only.
/// - A row with too many fields is right without its empty ones, when there are exactly as many of these as are too many.
/// - A row with one field too few has lost its label, when it is all values, and all columns but the first are columns
///   of values.
/// In both cases every field must then stand in a column of its kind. Any other row stays as it is.
enum RaggedRows {
    /// Settles the rows that can be.
    ///
    /// - Returns: the rows that were changed.
    static func settle(_ rows: inout FieldRows) -> [Int] {
        guard rows.layout == .tabs || rows.layout == .pipes, rows.rowCount > 3 else { return [] }
        guard (1..<rows.rowCount).contains(where: { rows.fieldRange($0).count != rows.fieldRange(0).count }) else { return [] }
        var counts: [Int: Int] = [:]
        for row in 0..<rows.rowCount { counts[rows.fieldRange(row).count, default: 0] += 1 }
        guard let (width, frequency) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), width > 1,
            frequency * 3 >= rows.rowCount * 2, let isValueColumn = columns(of: rows, width: width)
        else { return [] }
        var changed: [Int] = []
        let settled = rows.withFields { row, settled in
            let fields = Array(rows.row(row))
            let reading = fields.count == width ? nil : reading(of: fields, in: rows, isValueColumn)
            if reading != nil { changed.append(row) }
            for field in reading ?? fields { settled.addField(field.textRange, line: field.line) }
        }
        if !changed.isEmpty { rows = settled }
        return changed
    }

    /// For each column whether it holds values, when every column under the first row holds either values or texts only.
    private static func columns(of rows: FieldRows, width: Int) -> [Bool]? {
        var values = [Int](repeating: 0, count: width)
        var texts = [Int](repeating: 0, count: width)
        for row in 1..<rows.rowCount where rows.fieldRange(row).count == width {
            for (column, field) in rows.row(row).enumerated() where !field.isEmpty {
                if rows.isNumberOrBlankMark(field) { values[column] += 1 } else { texts[column] += 1 }
            }
        }
        guard !zip(values, texts).contains(where: { ($0 > 0) == ($1 > 0) }) else { return nil }
        return values.map { $0 > 0 }
    }

    private static func reading(
        of fields: [FieldRows.Field], in rows: FieldRows, _ isValueColumn: [Bool]
    ) -> [FieldRows.Field]? {
        let width = isValueColumn.count
        var reading = fields
        if fields.count > width {
            reading = fields.filter { !$0.isEmpty }
        } else if fields.count == width - 1, !isValueColumn[0], isValueColumn.dropFirst().allSatisfy({ $0 }),
            let first = fields.first
        {
            var lost = first
            lost.textEnd = lost.textStart
            reading = [lost] + fields
            guard fields.allSatisfy({ !$0.isEmpty }) else { return nil }
        } else {
            return nil
        }
        guard reading.count == width else { return nil }
        let fits = zip(reading, isValueColumn).allSatisfy { field, isValue in
            field.isEmpty || rows.isNumberOrBlankMark(field) == isValue
        }
        return fits ? reading : nil
    }
}
