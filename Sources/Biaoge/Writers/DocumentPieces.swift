extension Document {
    /// Hands on every piece of the document in order, as people read it from top to bottom: all of it, or the one table that the options
    /// ask for. Tables among the pieces are data tables.
    ///
    /// A table that only arranges a page is none to a reader: its cells are paragraphs, each with the tables nested in it
    /// behind it. Tables nested in a data table come behind that table.
    func forEachPiece(_ options: WritingOptions, _ body: (Block) throws -> Void) rethrows {
        var nested: [Int: [Int]] = [:]
        for (index, table) in tables.enumerated() {
            if let parent = table.parent { nested[parent.table, default: []].append(index) }
        }
        if options.table != nil {
            for index in options.tables(of: self, layoutTables: true) { try forEachPiece(table: index, nested, body) }
            return
        }
        for block in blocks {
            switch block {
            case .heading(let text, let level):
                if !text.isEmpty { try body(.heading(text, level: level)) }
            case .paragraph(let text):
                if !text.isEmpty { try body(.paragraph(text)) }
            case .table(let index): try forEachPiece(table: index, nested, body)
            }
        }
    }

    private func forEachPiece(table index: Int, _ nested: [Int: [Int]], _ body: (Block) throws -> Void) rethrows {
        let table = tables[index]
        let inner = nested[index] ?? []
        guard table.kind == .layout else {
            if table.columnCount > 0 { try body(.table(index)) }
            for index in inner { try forEachPiece(table: index, nested, body) }
            return
        }
        if let caption = table.caption { try body(.paragraph(caption)) }
        for cell in table.cells {
            if !table.isEmpty(cell) { try body(.paragraph(table.text(of: cell))) }
            for index in inner {
                guard let parent = tables[index].parent, parent.row == cell.row, parent.column == cell.column else { continue }
                try forEachPiece(table: index, nested, body)
            }
        }
    }
}
