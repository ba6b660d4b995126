/// One table of a form file while it is read, and what its grid means.
struct FormPart {
    let id: String
    var title = ""
    var otherTitles: [String] = []
    /// The sums under the table, as they are written.
    var rules: [String] = []

    private struct ValueCell {
        var cell: Int
        var key: String
        var content: Form.Slot.Content
    }

    private struct OpenCell {
        var isLabel: Bool
        var key: String?
        var content: String?
        var unit: String?
        var also: String?
        var columnSpan: Int
        var rowSpan: Int
    }

    private var builder = TableBuilder()
    private var openCell: OpenCell?
    private var variants: [Form.Variant?] = []
    private var usualAlternatives: [String: String] = [:]
    private var otherWordings: [Int: [String]] = [:]
    private var values: [ValueCell] = []
    /// Row and column of each cell of the file.
    private var cellPositions: [(row: Int, column: Int)] = []

    init(id: String) {
        self.id = id
    }

    mutating func beginRow(variant: String?, isOptional: Bool) throws(FormError) {
        builder.beginRow()
        guard let variant else {
            variants.append(nil)
            return
        }
        let names = variant.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else {
            throw .wrongVariant(variant, part: id, row: builder.currentRow + 1)
        }
        let usual = usualAlternatives[names[0]] ?? names[1]
        usualAlternatives[names[0]] = usual
        variants.append(Form.Variant(group: names[0], alternative: names[1], isOptional: isOptional, isUsual: names[1] == usual))
    }

    mutating func beginCell(
        isLabel: Bool, key: String?, content: String?, unit: String?, also: String?, columnSpan: Int, rowSpan: Int
    ) {
        openCell = OpenCell(
            isLabel: isLabel, key: key, content: content, unit: unit, also: also, columnSpan: max(1, columnSpan),
            rowSpan: max(1, rowSpan))
    }

    mutating func endCell(text: String) throws(FormError) {
        guard let open = openCell else { return }
        openCell = nil
        let row = builder.currentRow + 1
        guard row > 0 else { throw .brokenGrid(part: id, row: 1) }
        let column = builder.firstFreeColumn(from: 0)
        let textStart = builder.utf8.count
        if open.isLabel { builder.utf8 += Array(text.utf8) }
        let columns = column..<(column + open.columnSpan)
        let added: Int?
        do {
            added = try builder.add(columns: columns, rowSpan: open.rowSpan, textStart: textStart, isHeader: open.isLabel)
        } catch {
            throw .brokenGrid(part: id, row: row)
        }
        guard let cell = added else { throw .brokenGrid(part: id, row: row) }
        cellPositions.append((row - 1, column))
        if open.isLabel {
            let wordings = FormPage.wordings(open.also)
            if !wordings.isEmpty { otherWordings[cell] = wordings }
            return
        }
        guard let key = open.key, !key.isEmpty else { throw .missingKey(part: id, row: row, column: column + 1) }
        let isWhole = key.hasPrefix(id + ".") && key.utf8.lastIndex(of: UInt8(ascii: ":")) != nil
        guard isWhole else { throw .wrongKey(key, row: row, column: column + 1) }
        let content: Form.Slot.Content
        switch open.content {
        case nil, "count": content = .count
        case "change": content = .change
        case "amount": content = .amount(unit: open.unit)
        case let other?: throw .unknownContent(other, part: id, row: row)
        }
        values.append(ValueCell(cell: cell, key: key, content: content))
    }

    /// The part, once its table and its sums are read.
    ///
    /// - Parameter keys: the keys of the parts before, to which those of this one are added.
    func part(keys: inout Set<String>) throws(FormError) -> Form.Part {
        guard !values.isEmpty else { throw .noKeys(part: id) }
        var builder = builder
        let table: Table
        do {
            let finished = try builder.finish()
            if let finding = finished.findings.first { throw FormError.brokenGrid(part: id, row: (finding.place.row ?? 0) + 1) }
            table = finished.table
        } catch let error as FormError {
            throw error
        } catch {
            throw .brokenGrid(part: id, row: 1)
        }
        if let hole = table.cells.indices.first(where: {
            $0 >= cellPositions.count || cellPositions[$0] != (table.cells[$0].row, table.cells[$0].column)
        }) {
            // The builder put an empty cell where the file has none.
            throw .missingKey(part: id, row: table.cells[hole].row + 1, column: table.cells[hole].column + 1)
        }
        var labels = FormLabels(table: table)
        var slots: [Form.Slot] = []
        slots.reserveCapacity(values.count)
        keys.reserveCapacity(keys.count + values.count)
        for value in values {
            let cell = table.cells[value.cell]
            guard keys.insert(value.key).inserted else {
                throw .duplicateKey(value.key, row: cell.row + 1, column: cell.column + 1)
            }
            let (rowLabels, columnLabels) = (labels.ofRow(of: cell), labels.ofColumn(of: cell))
            slots.append(
                Form.Slot(
                    key: value.key, content: value.content, rowLabels: rowLabels.texts, columnLabels: columnLabels.texts,
                    row: cell.row, column: cell.column, rowLabel: rowLabels.joined, columnLabel: columnLabels.joined))
        }
        // A key begins with the part's identifier and a dot.
        let rowNames = SlotNames(slots.map { Substring($0.rowName.utf8.dropFirst(id.utf8.count + 1)) })
        let columnNames = SlotNames(slots.map { $0.columnName })
        let keyNames = SlotNames(unique: slots.map { Substring($0.key) })
        var identities: [Form.Identity] = []
        for text in rules {
            guard let rule = IdentityRule(text) else { throw .wrongRule(text, part: id) }
            identities += try rule.identities(rows: rowNames, columns: columnNames, keys: keyNames, part: id)
        }
        let rows = labels.rows(slots: slots, variants: variants)
        return Form.Part(
            id: id, title: title, otherTitles: otherTitles, table: table, otherWordings: otherWordings, rows: rows, slots: slots,
            identities: identities)
    }
}
