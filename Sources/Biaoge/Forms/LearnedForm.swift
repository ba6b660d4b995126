extension Form {
    /// A form made of a blank document: each of its data tables is a part, each empty cell with a label in front of it or over it a
    /// value.
    ///
    /// Keys are such as `t1.r5:c3`: table, row and column from 1, the table as `inspect` counts. There are no identities and no
    /// variants, for people to add; a value whose label names 万元 or 元 is an amount in it, one whose label says 增 has a sign.
    ///
    /// - Returns: `nil` when the document has no table with such a cell.
    public init?(learning blank: Document, id: String) {
        var parts: [Part] = []
        for (index, table) in blank.tables.enumerated() where table.kind == .data {
            if let part = Self.part(of: table, number: index + 1, title: table.caption ?? blank.heading(before: index)) {
                parts.append(part)
            }
        }
        guard !parts.isEmpty else { return nil }
        self.init(id: id, title: blank.title ?? id, firstYear: nil, lastYear: nil, parts: parts)
    }

    private static func part(of blank: Table, number: Int, title: String) -> Part? {
        var table = blank
        table.fieldRows = nil
        var labelledColumns = [Bool](repeating: false, count: table.columnCount)
        var labelledRows = [Bool](repeating: false, count: table.rowCount)
        for index in table.cells.indices {
            let cell = table.cells[index]
            let isBlank = table.text(of: cell).allSatisfy(\.isWhitespace)
            let hasLabel = labelledRows[cell.row] || cell.columns.contains { labelledColumns[$0] }
            table.cells[index].isHeader = !(isBlank && hasLabel)
            guard !isBlank else { continue }
            for column in cell.columns { labelledColumns[column] = true }
            for row in cell.rows { labelledRows[row] = true }
        }
        var labels = FormLabels(table: table)
        let slots = table.cells.filter { !$0.isHeader }.map { cell in
            let (rowLabels, columnLabels) = (labels.ofRow(of: cell), labels.ofColumn(of: cell))
            return Slot(
                key: "t\(number).r\(cell.row + 1):c\(cell.column + 1)",
                content: content(under: rowLabels.texts + columnLabels.texts), rowLabels: rowLabels.texts,
                columnLabels: columnLabels.texts, row: cell.row, column: cell.column, rowLabel: rowLabels.joined,
                columnLabel: columnLabels.joined)
        }
        guard !slots.isEmpty else { return nil }
        let rows = labels.rows(slots: slots, variants: Array(repeating: nil, count: table.rowCount))
        return Part(
            id: "t\(number)", title: title, otherTitles: [], table: table, otherWordings: [:], rows: rows, slots: slots,
            identities: [])
    }

    /// What the labels of a value cell say about its content.
    private static func content(under labels: [String]) -> Slot.Content {
        if labels.contains(where: { $0.contains("万元") }) { return .amount(unit: "万元") }
        let yuan = ["（元）", "(元)", "单位：元", "单位:元"]
        if labels.contains(where: { label in yuan.contains { label.contains($0) } }) { return .amount(unit: "元") }
        if labels.contains(where: { $0.contains("增") }) { return .change }
        return .amount(unit: nil)
    }
}
