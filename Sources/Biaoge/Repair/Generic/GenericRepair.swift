/// What can be put right in tables of no known form, where nothing but the table itself says how it should be.
///
/// Each repair has its own file, changes a table only where the reading it makes is the only one, and says so in a finding.
/// Tables that stand in a form's layout are left alone: there the form knows better.
enum GenericRepair {
    /// Repairs the tables of a document that no form was found for.
    static func run(on document: inout Document, limits: Limits) {
        let known = Set(document.forms.map(\.table))
        let isOpen = document.tables.indices.map { index in
            let table = document.tables[index]
            return !known.contains(index) && table.kind == .data && table.parent == nil && table.fieldRows != nil
        }
        guard isOpen.contains(true) else { return }
        var tables = document.tables
        var groups = JoinedPieces.groups(document, isOpen: isOpen)
        for position in groups.indices where isOpen[groups[position][0]] {
            let first = groups[position][0]
            guard var rows = tables[first].fieldRows else { continue }
            // Places count the tables as they were read.
            let source = document.tableSources.isEmpty ? first : document.tableSources[first].first ?? first
            var changed = false
            for piece in groups[position].dropFirst() {
                guard let other = tables[piece].fieldRows else { continue }
                document.findings.append(JoinedPieces.finding(other, table: source, joinedTo: rows))
                JoinedPieces.append(other, to: &rows)
                changed = true
            }
            for row in RaggedRows.settle(&rows) {
                document.findings.append(Finding(.raggedRow, at: Place(table: source, line: rows.row(row).first?.line)))
                changed = true
            }
            if changed {
                // A joined table is no larger than its pieces were together; when it is still too large, the pieces stay.
                guard var table = try? TableLayout.table(from: rows, index: source, limits: limits, findings: &document.findings)
                else {
                    groups[position] = [first]
                    continue
                }
                table.caption = tables[first].caption
                tables[first] = table
            }
            for cell in SpacedHeaders.close(&tables[first]) {
                document.findings.append(
                    Finding(.spacedHeader, at: Place(table: source, row: cell.row, column: cell.column, line: cell.line)))
            }
        }
        document.replaceTables(with: tables, groups: groups)
    }
}

extension Document {
    /// Puts the first table of each group in the place of all its tables, and keeps the tables as they were read.
    fileprivate mutating func replaceTables(with repaired: [Table], groups: [[Int]]) {
        if tableSources.isEmpty {
            tablesAsRead = tables
            tableSources = tables.indices.map { [$0] }
        }
        var places = [Int](repeating: 0, count: tables.count)
        for (place, group) in groups.enumerated() {
            for index in group { places[index] = place }
        }
        let absorbed = Set(groups.flatMap { $0.dropFirst() })
        tableSources = groups.map { group in group.flatMap { tableSources[$0] } }
        tables = groups.map { repaired[$0[0]] }
        for index in tables.indices {
            if let parent = tables[index].parent { tables[index].parent?.table = places[parent.table] }
        }
        for index in forms.indices { forms[index].table = places[forms[index].table] }
        if !absorbed.isEmpty { blockLines = [] }
        blocks = blocks.compactMap { block in
            guard case .table(let index) = block else { return block }
            return absorbed.contains(index) ? nil : .table(places[index])
        }
    }
}
