/// Joins the pieces of a table that the end of a page cut.
///
/// Two tables of a dump are pieces of one when nothing but empty lines and page numbers stands between them, they have equally
/// many columns, the first begins with a row of headers, and the second begins with a row of values or repeats those headers.
/// A second table with headers of its own is another table.
enum JoinedPieces {
    /// The tables of the document in groups that are one table each; most groups have one.
    static func groups(_ document: Document, isOpen: [Bool]) -> [[Int]] {
        var follows = [Int: Int]()
        for (block, next) in zip(document.blocks, document.blocks.dropFirst()) {
            if case .table(let first) = block, case .table(let second) = next, second == first + 1 { follows[second] = first }
        }
        var groups: [[Int]] = []
        for index in document.tables.indices {
            if let last = groups.indices.last, let before = follows[index], groups[last].last == before, isOpen[index],
                isOpen[before],
                isPiece(document.tables[index], of: document.tables[groups[last][0]])
            {
                groups[last].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    private static func isPiece(_ second: Table, of first: Table) -> Bool {
        guard let rows = first.fieldRows, let others = second.fieldRows, rows.layout == others.layout, rows.layout != .lines,
            rows.rowCount > 1, others.rowCount > 0, first.columnCount == second.columnCount, first.columnCount > 1,
            !rows.hasNumberOrBlankMark(0), rows.row(0).count(where: { !$0.isEmpty }) > 1
        else { return false }
        return others.hasNumberOrBlankMark(0) || repeatsHeader(others, of: rows)
    }

    /// Whether the first row of a piece is that of another one again.
    private static func repeatsHeader(_ piece: FieldRows, of rows: FieldRows) -> Bool {
        let (first, second) = (rows.row(0), piece.row(0))
        return first.count == second.count && zip(first, second).allSatisfy { rows.bytes(of: $0) == piece.bytes(of: $1) }
    }

    /// Adds the rows of a piece; a repeated row of headers stands once.
    static func append(_ piece: FieldRows, to rows: inout FieldRows) {
        // Pieces of one dump share its bytes, and nothing has to be copied.
        let isShared = rows.utf8 == piece.utf8
        let first = repeatsHeader(piece, of: rows) ? 1 : 0
        rows.startPiece()
        for row in first..<piece.rowCount {
            for field in piece.row(row) {
                if isShared {
                    rows.addField(field.textRange, line: field.line)
                } else {
                    let start = rows.utf8.count
                    rows.utf8 += piece.bytes(of: field)
                    rows.addField(textStart: start, line: field.line)
                }
            }
            rows.endRow()
        }
    }

    /// What is said about a piece that was joined.
    static func finding(_ piece: FieldRows, table: Int, joinedTo rows: FieldRows) -> Finding {
        let line = piece.row(0).first?.line
        return Finding(.joinedTable, at: Place(table: table, line: line), String(rows.row(0).first?.line ?? 0))
    }
}
