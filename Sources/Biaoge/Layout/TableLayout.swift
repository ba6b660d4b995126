/// Makes a table of rows of fields: the one place where spans are inferred, for all dumps.
///
/// A dump keeps the order of cells and loses their spans. What is left differs with the layout:
/// - Tabs and bars keep a place for every grid position, empty where a merged cell covers it (``CoveredPositions``).
/// - One-cell-per-line dumps and those laid out by spaces write a cell once for all its columns, so a row has fewer fields
///   than the grid has columns, and the question is which cells are wide (``CountedCells``).
/// - Lone lines show no rows at all; their cells stand in one column, and only repair can do more.
///
/// Both inferences go by the same picture of a table: rows of headers, in which a cell stands over its children; rows with
/// labels in front and values behind; labels of groups, which reach down over several rows. A span that is inferred
/// is marked as such (``Cell/isInferred``); where the picture does not fit, fields stay single cells where they stand.
enum TableLayout {
    /// The table that the rows describe, with the rows attached to it.
    ///
    /// - Parameter index: which table of the document it becomes, for the places of findings.
    static func table(
        from rows: FieldRows, index: Int, limits: Limits, findings: inout [Finding]
    ) throws(ReadError) -> Table {
        if rows.layout != .lines, let width = rows.plainWidth { return try plainTable(rows, width: width, limits: limits) }
        var builder = TableBuilder(limits: limits)
        builder.utf8 = rows.utf8
        builder.reserveCells(rows.fields.count)
        switch rows.layout {
        case .tabs, .pipes: try CoveredPositions(rows).add(to: &builder)
        case .cells, .spaces: try CountedCells(rows).add(to: &builder)
        case .lines:
            for field in rows.fields {
                builder.beginRow()
                try builder.add(columns: 0..<1, text: field.textRange, line: field.line)
            }
        }
        var (table, found) = try builder.finish()
        for position in found.indices { found[position].place.table = index }
        findings += found
        table.fieldRows = rows
        return table
    }

    /// The table of rows that all have a field for each column: there is nothing to infer.
    private static func plainTable(_ rows: FieldRows, width: Int, limits: Limits) throws(ReadError) -> Table {
        guard width <= limits.columns else { throw .limit(.columns, found: width, allowed: limits.columns) }
        guard rows.fields.count <= limits.cells else { throw .limit(.cells, found: rows.fields.count, allowed: limits.cells) }
        return Table(plain: rows, columnCount: width)
    }
}

extension FieldRows {
    /// Whether a field has a number or a mark for none.
    func isNumberOrBlankMark(_ field: Field) -> Bool {
        !field.isEmpty && utf8.span.isNumberOrBlankMark(field.textRange)
    }

    /// Whether a row has a number or a mark for none.
    func hasNumberOrBlankMark(_ row: Int) -> Bool {
        let span = utf8.span
        return fieldRange(row).contains { !fields[$0].isEmpty && span.isNumberOrBlankMark(fields[$0].textRange) }
    }

    /// Whether a row has an empty field.
    func hasEmptyField(_ row: Int) -> Bool {
        fieldRange(row).contains { fields[$0].isEmpty }
    }
}
