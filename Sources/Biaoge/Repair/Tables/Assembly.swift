extension Document {
    /// Puts the document together anew as the solver found it: every recognised part stands once, in the layout of its form, where its
    /// first row stood; whatever else its tables held stays.
    ///
    /// The tables as they were read are kept in ``tablesAsRead``.
    mutating func assemble(_ solution: Solution, forms: [Form]) {
        values = solution.values
        findings += solution.findings
        let matches = solution.matches.filter { !$0.tables.isEmpty }
        guard !matches.isEmpty else { return }
        tablesAsRead = tables
        var assembly = Assembly(document: self, forms: forms, values: values)
        for (index, match) in matches.enumerated() { assembly.take(match, index) }
        assembly.build()
        tables = assembly.tables
        tableSources = assembly.sources
        self.forms = assembly.forms
        findings += assembly.findings
        blocks = blocks.flatMap { block -> [Block] in
            guard case .table(let index) = block else { return [block] }
            return assembly.successors[index].map(Block.table)
        }
    }
}

/// Makes the tables of a repaired document of those that were read.
private struct Assembly {
    private let read: [Table]
    private let formFiles: [Form]
    private let values: [Value]
    private var matches: [Solution.Match] = []
    /// For each table as read, which match each of its rows belongs to, if any.
    private var owners: [[Int?]]

    /// The tables of the repaired document.
    private(set) var tables: [Table] = []
    /// For each of these, the tables as read of which it was made.
    private(set) var sources: [[Int]] = []
    /// For each table as read, the tables that stand in its place.
    private(set) var successors: [[Int]]
    private(set) var forms: [FormMatch] = []
    private(set) var findings: [Finding] = []

    init(document: Document, forms: [Form], values: [Value]) {
        read = document.tables
        formFiles = forms
        self.values = values
        owners = document.tables.map { [Int?](repeating: nil, count: $0.sourceRowCount) }
        successors = document.tables.map { _ in [] }
    }

    mutating func take(_ match: Solution.Match, _ index: Int) {
        matches.append(match)
        for row in match.sourceRows where owners.indices.contains(row.table) && owners[row.table].indices.contains(row.row) {
            owners[row.table][row.row] = index
        }
    }

    mutating func build() {
        var built = [Bool](repeating: false, count: matches.count)
        for (index, table) in read.enumerated() {
            guard owners[index].contains(where: { $0 != nil }) else {
                append(table, from: [index], inPlaceOf: index)
                continue
            }
            var row = 0
            while row < owners[index].count {
                let owner = owners[index][row]
                let end = owners[index][row...].firstIndex { $0 != owner } ?? owners[index].count
                if let owner {
                    if !built[owner] { appendForm(owner, inPlaceOf: index) }
                    built[owner] = true
                } else if let rest = table.rows(row..<end) {
                    append(rest, from: [index], inPlaceOf: index)
                }
                row = end
            }
        }
        // A nested table's outer table may have moved; a cell that is gone leaves it in the first.
        for index in tables.indices {
            guard let parent = tables[index].parent else { continue }
            let successor = successors.indices.contains(parent.table) ? successors[parent.table].first : nil
            guard let table = successor else {
                tables[index].parent = nil
                continue
            }
            let isThere = parent.row < tables[table].rowCount && parent.column < tables[table].columnCount
            tables[index].parent = Table.Parent(table: table, row: isThere ? parent.row : 0, column: isThere ? parent.column : 0)
        }
    }

    private mutating func append(_ table: Table, from source: [Int], inPlaceOf index: Int) {
        successors[index].append(tables.count)
        tables.append(table)
        sources.append(source)
    }

    private mutating func appendForm(_ owner: Int, inPlaceOf index: Int) {
        let match = matches[owner]
        let form = formFiles[match.form]
        let part = form.parts[match.part]
        var formTable = FormTable(part: part, match: match, read: read, values: values)
        // The form's grid and a few rows more are far below every limit.
        guard var table = try? formTable.build() else {
            append(read[index], from: [index], inPlaceOf: index)
            return
        }
        for row in formTable.unknownRows {
            let place = read[row.table].place(ofSourceRow: row.row, table: row.table)
            findings.append(Finding(.unknownRow, at: place, part: part.id, key: nil, [row.label]))
        }
        table.caption = read[index].caption
        table.parent = read[index].parent
        forms.append(FormMatch(form: form.id, table: tables.count, part: part.id, confidence: match.confidence))
        let pieces = Set(match.sourceRows.map(\.table)).union(match.tables).sorted()
        append(table, from: pieces, inPlaceOf: index)
    }
}
