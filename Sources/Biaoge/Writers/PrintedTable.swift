extension Document {
    /// The table as csv, text and markdown print it: cells that hold a value of a form have its number, and cells whose
    /// value is derived (unless `derived`), ambiguous or missing are empty, each with a finding that says so.
    func printedTable(_ index: Int, derived: Bool) -> (table: Table, findings: [Finding]) {
        var findings: [Finding] = []
        let printed = tables[index].replacingValues { cell, value in
            guard let withheld = withheld(values[value], derived: derived) else { return values[value].number }
            let place = values[value].place == Place() ? self.place(of: cell, in: index) : values[value].place
            findings.append(Finding(withheld, at: place, values[value].label, values[value].number, values[value].note))
            return ""
        }
        return (printed, findings)
    }

    /// Where a table stands in the source, for findings; places count the tables as they were read.
    func place(ofTable index: Int) -> Place {
        guard !tableSources.isEmpty else { return Place(table: index) }
        return Place(table: tableSources[index].first)
    }

    /// Where a cell stands in the source; unknown when the table was put together anew.
    private func place(of cell: Int, in index: Int) -> Place {
        guard tableSources.isEmpty else { return place(ofTable: index) }
        let cell = tables[index].cells[cell]
        return Place(table: index, row: cell.row, column: cell.column, line: cell.line)
    }

    /// Why a value is not printed, or `nil` when it is.
    private func withheld(_ value: Value, derived: Bool) -> Finding.Kind? {
        switch value.state {
        case .derived: derived ? nil : .derivedWithheld
        case .ambiguous: .ambiguousWithheld
        case .missing: .missingWithheld
        case .read, .repaired, .corrected, .blank, .absent: nil
        }
    }
}

extension Table {
    /// The same table with another text in each cell that holds a value.
    ///
    /// - Parameter text: the text for a cell, by its index in ``cells`` and that of its value in ``Document/values``.
    func replacingValues(_ text: (_ cell: Int, _ value: Int) -> String) -> Table {
        guard !valueIndexes.isEmpty else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var replaced = cells
        for (index, cell) in cells.enumerated() {
            let start = bytes.count
            if index < valueIndexes.count, valueIndexes[index] >= 0 {
                let text = text(index, Int(valueIndexes[index]))
                bytes.append(addingCapacity: text.utf8.count) { $0.append(text.utf8.span) }
            } else {
                bytes.append(contentsOf: utf8[cell.textRange])
            }
            replaced[index] = cell.withText(start..<bytes.count)
        }
        return replacing(cells: replaced, utf8: bytes)
    }
}

extension Value {
    /// The value as a person names it: the labels of its row and its column.
    var label: String {
        rowLabel.isEmpty ? columnLabel : columnLabel.isEmpty ? rowLabel : "\(rowLabel) / \(columnLabel)"
    }
}
