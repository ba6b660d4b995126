/// Tables, rows and cells (ECMA-376 part 1, 17.4).
extension TextPart {
    mutating func beginTable() throws {
        flushParagraph()
        pieces += 1
        var parent: Table.Parent?
        if tableDepth > 0 {
            let origin = table.grid.currentOrigin
            parent = Table.Parent(table: table.number, row: origin.row, column: origin.column)
            table.hasNestedTables = true
            outerTables.append(table)
        }
        table = OpenTable(number: tables.count, parent: parent, limits: options.limits)
        tables.append(nil)
        tableDepth += 1
        containers.append(.cell)
    }

    mutating func beginCell() throws {
        if !table.row.hasBegun {
            table.row.hasBegun = true
            table.isInHeader = table.isInHeader && table.row.isHeader
            table.grid.beginRow(at: table.row.gridBefore)
        }
        table.grid.beginCell()
        table.fieldsBeforeCell = fields.count
    }

    /// Ends the properties of a cell; what follows of one that is not shown is left out.
    mutating func endCellProperties() {
        if table.grid.cell.isDropped { mode = .dropped }
    }

    mutating func endCell() throws {
        flushParagraph()
        // A field cannot reach out of a cell: one that was not closed would hide the rest of the document.
        closeFields(beyond: table.fieldsBeforeCell)
        if try table.grid.endCell(isHeader: table.isInHeader) { findings.mergedText += 1 }
    }

    /// Ends the properties of a row; what follows of one that is not shown is left out.
    mutating func endRowProperties() {
        if table.row.isDropped { mode = .dropped }
    }

    mutating func endRow() throws {
        guard table.row.hasBegun else { return }
        try table.grid.endRow()
        try spend(positions: (table.grid.builder.currentRow + 1) * table.grid.builder.columnCount)
    }

    mutating func endTable() throws {
        var (finished, settled) = try table.grid.builder.finish()
        spentPositions += finished.rowCount * finished.columnCount
        if finished.rowCount > 0, finished.columnCount > 0 {
            finished.parent = table.parent
            finished.caption = table.caption
            if table.hasNestedTables, finished.cells.allSatisfy(finished.isEmpty) { finished.kind = .layout }
            tables[table.number] = finished
            for index in settled.indices { settled[index].place.table = table.number }
            findings.settled += settled
        }
        let number = table.number
        tableDepth -= 1
        containers.removeLast()
        if let outer = outerTables.popLast() {
            table = outer
        } else {
            table.grid = RowGrid(limits: options.limits)
            addTable(number)
        }
    }

    /// Puts an outermost table among the blocks.
    private mutating func addTable(_ number: Int) {
        if containers.last == .body {
            blocks.append(.table(number))
        } else if !asides.isEmpty {
            asides[asides.count - 1].append(.table(number))
        }
    }

    /// All tables of a document together may have as many positions as one alone.
    private func spend(positions: Int) throws(ReadError) {
        let total = spentPositions + positions
        guard total <= options.limits.cells else { throw .limit(.cells, found: total, allowed: options.limits.cells) }
    }
}
