extension Document {
    /// A form as a document to look at: each part in its layout, in every value cell `:` and the name of its column, behind the last
    /// column the name of the row, under the table its sums. A row with values of several names has whole keys.
    public init(showing form: Form) {
        self.init(format: .html)
        title = form.title
        blocks.append(.heading("\(form.title) (\(form.id))", level: 1))
        for part in form.parts {
            blocks.append(.heading(part.title, level: 2))
            // A form's table has no overlaps and is far below every limit, so its copy cannot fail.
            if let table = try? Self.table(showing: part) {
                blocks.append(.table(tables.count))
                tables.append(table)
            }
            var rules: [String] = []
            for identity in part.identities where !rules.contains(identity.rule) { rules.append(identity.rule) }
            blocks += rules.map(Block.paragraph)
        }
    }

    private static func table(showing part: Form.Part) throws(ReadError) -> Table {
        var builder = TableBuilder()
        var slots = part.slots.makeIterator()
        var cells = part.table.cells.makeIterator()
        var next = cells.next()
        for row in part.rows {
            builder.beginRow()
            var names: [Substring] = []
            for slot in part.slots[row.slots] where !names.contains(slot.rowName) { names.append(slot.rowName) }
            while let cell = next, cell.row == row.index {
                let start = builder.utf8.count
                if cell.isHeader {
                    builder.utf8 += Array(part.table.text(of: cell).utf8)
                } else if let slot = slots.next() {
                    builder.utf8 += Array((names.count == 1 ? ":" + slot.columnName : Substring(slot.key)).utf8)
                }
                try builder.add(columns: cell.columns, rowSpan: cell.rowSpan, textStart: start, isHeader: cell.isHeader)
                next = cells.next()
            }
            let start = builder.utf8.count
            if names.count == 1 { builder.utf8 += Array(names[0].utf8) }
            if let variant = row.variant {
                builder.utf8 += Array(" [\(variant.group):\(variant.alternative)\(variant.isOptional ? "?" : "")]".utf8)
            }
            if builder.utf8.count > start {
                try builder.add(columns: part.table.columnCount..<(part.table.columnCount + 1), textStart: start)
            }
        }
        return try builder.finish().table
    }
}
