/// The row in which a document breaks off, as a download or a paste that was cut does: its last number may have lost digits, and the
/// cells behind it are not blank but gone. It is taken for that only where the form has more rows.
enum BrokenOff {
    /// The last row of the source, where the document ends with it and nothing says that the table was written to its end.
    static func row(of source: TokenRows, _ document: Document) -> Int? {
        guard let last = source.rows.last, case .table(let table)? = document.blocks.last, last.source.table == table,
            last.geometry != .boxed, last.source.row == document.tables[table].sourceRowCount - 1
        else { return nil }
        return source.rows.count - 1
    }
}
