/// Makes a table of rows of fields: the one place where spans are inferred, for all dumps.
enum TableLayout {
    /// The table that the rows describe, with the rows attached to it.
    ///
    /// - Parameter index: which table of the document it becomes, for the places of findings.
    static func table(
        from rows: FieldRows, index: Int, limits: Limits, findings: inout [Finding]
    ) throws(ReadError) -> Table {
        var builder = TableBuilder(limits: limits)
        builder.utf8 = rows.utf8
        for row in 0..<rows.rowCount {
            builder.beginRow()
            var column = 0
            for field in rows.row(row) {
                try builder.add(columns: column..<(column + 1), text: field.textRange, line: field.line)
                column += 1
            }
        }
        var (table, found) = try builder.finish()
        for position in found.indices { found[position].place.table = index }
        findings += found
        table.fieldRows = rows
        return table
    }
}
