extension Document {
    /// A table that repair changed: what it was, what it is, and what was done.
    public struct RepairedTable: Sendable {
        /// Index of the table in ``Document/tables``.
        public let table: Int
        /// The form and the part that it was recognised as, if any.
        public let form: FormMatch?
        /// The tables as they were read, as a document of their own.
        public let asRead: Document
        /// What was settled, repaired or doubted in it, in the document's order.
        public let findings: [Finding]
    }

    /// The tables that repair changed, in order. Findings of checks are left out.
    public var repairedTables: [RepairedTable] {
        tables.indices.compactMap { index in
            guard index < tableSources.count, hasChanged(index) else { return nil }
            var asRead = Document(format: format)
            asRead.tables = tableSources[index].map { tablesAsRead[$0] }
            for table in asRead.tables.indices { asRead.tables[table].parent = nil }
            asRead.blocks = asRead.tables.indices.map { .table($0) }
            let form = forms.first { $0.table == index }
            return RepairedTable(table: index, form: form, asRead: asRead, findings: findings(of: index, form))
        }
    }

    /// Whether a table is another than the one it was made of.
    private func hasChanged(_ index: Int) -> Bool {
        guard tableSources[index].count == 1 else { return true }
        let read = tablesAsRead[tableSources[index][0]]
        let table = tables[index]
        guard read.rowCount == table.rowCount, read.columnCount == table.columnCount, read.cells.count == table.cells.count else {
            return true
        }
        return zip(read.cells, table.cells).contains {
            $0.rows != $1.rows || $0.columns != $1.columns || read.utf8[$0.textRange] != table.utf8[$1.textRange]
        }
    }

    /// The findings that are about a table: by its part, else by where they stand.
    private func findings(of index: Int, _ form: FormMatch?) -> [Finding] {
        let sources = tableSources[index]
        let lines = sources.flatMap { tablesAsRead[$0].cells.compactMap(\.line) }
        let firstLine = lines.min() ?? Int.max
        let lastLine = lines.max() ?? Int.min
        return findings.filter { finding in
            guard !finding.isFailure, !finding.isHint else { return false }
            if let part = finding.part { return part == form?.part }
            if let table = finding.place.table { return sources.contains(table) }
            return finding.place.line.map { $0 >= firstLine && $0 <= lastLine } ?? false
        }
    }
}
