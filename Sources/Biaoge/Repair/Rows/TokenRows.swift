/// A field of the source and what it means.
struct Token: Sendable {
    var meaning: FieldMeaning
    /// Where the field's text stands in its table's text.
    var textRange: Range<Int>
    /// Where the field stands in the source.
    var place: Place
    /// For words: the index of the text in ``TokenRows/texts``.
    var text: Int?
}

/// What the place of a field in its row says about its column.
enum Geometry: Sendable {
    /// A field for each cell, and for each cell that reaches down into the row.
    case boxed
    /// A field for each grid column, more or less: what a cell covers is often written out, and as often not. Also where rows have no ends
    /// and the source shows its empty cells.
    case tabbed
    /// Empty cells have vanished.
    case flowing
}

/// A row of the source.
struct TokenRow: Sendable {
    /// The fields, as indexes of ``TokenRows/tokens``.
    var tokens: Range<Int>
    /// The row as the answer names it.
    var source: Solution.SourceRow
    /// Counts the pieces of the document: what stands between two breaks.
    var piece: Int
    /// What the place of a field in its row says.
    var geometry: Geometry
    /// Whether empty cells still have a field, so that the place of a field in its row says something.
    var isPositional: Bool { geometry != .flowing }
    /// Whether the source shows where the row ends; else it ends with the next words, whatever they are.
    var hasEnd = true
    /// Whether the row is a header whose words the reader has put in the order of the columns.
    var isInColumnOrder = false
    /// The number of fields that hold numbers or what was one.
    var valueCount = 0
    /// How many empty fields at its end the source does not have.
    var addedCount = 0
    /// The index of the last field with words before the first value.
    var labelToken: Int?
    /// How many fields stand in front of that one.
    var labelPosition: Int? { labelToken.map { $0 - tokens.lowerBound } }
}

/// All tables of a document as one sequence of rows; nothing after this knows which layout they came from.
struct TokenRows: Sendable {
    var tokens: [Token] = []
    var rows: [TokenRow] = []
    /// Every different text once.
    private(set) var texts: [LabelText] = []
    private var textIndexes: [[UInt8]: Int] = [:]
    private let tables: [Table]
    /// Labels that line ends had cut, by their first token.
    private var joinedLabels: [Int: String] = [:]

    init(_ document: Document, book: LabelBook) {
        tables = document.tables
        let nested = NestedCells(document.tables)
        var piece = 0
        for (index, table) in document.tables.enumerated()
        where table.kind == .data && table.mayBeStatutory && !nested.isCell(index) {
            piece += 1
            guard let fields = table.fieldRows else {
                addGrid(table, index: index, piece: piece, nested)
                continue
            }
            let isFlowing = fields.layout == .lines || fields.layout == .spaces
            // Doubled as it grows, the room for a long dump would be more than all else.
            tokens.reserveCapacity(tokens.count + fields.fields.count)
            let covered = CoveredFields(fields)
            for row in 0..<fields.rowCount {
                if row > 0, fields.pieceStarts.contains(row) { piece += 1 }
                let start = tokens.count
                for (column, field) in fields.row(row).enumerated() where covered.cellPositions[row]?.contains(column) ?? true {
                    let place = Place(table: index, row: row, column: column, line: field.line == 0 ? nil : field.line)
                    addToken(fields.utf8, field.textRange, place)
                }
                let source = Solution.SourceRow(table: index, row: row)
                let firstRow = rows.count
                if isFlowing {
                    let showsEmpty = fields.layout == .lines && fields.fields.contains(where: \.isEmpty)
                    cut(start..<tokens.count, source: source, piece: piece, geometry: showsEmpty ? .tabbed : .flowing, book: book)
                } else {
                    addRow(
                        start..<tokens.count, source: source, piece: piece, geometry: fields.layout == .cells ? .boxed : .tabbed)
                }
                for added in firstRow..<rows.count {
                    rows[added].hasEnd = !isFlowing
                    rows[added].isInColumnOrder = fields.rowsInColumnOrder.contains(row)
                }
            }
        }
        dropSerialNumbers()
        dropRowsOfOtherYears(document.year)
        joinTornLabels(book)
    }

    /// How many fields of a row hold numbers, what was one, or marks for none.
    func countOfNumbersAndMarks(in row: TokenRow) -> Int {
        tokens[row.tokens].count { $0.meaning.isValueOrMark }
    }

    /// Adds a text of a label that several fields make together, the first of which is this token; answers its index.
    mutating func add(_ text: LabelText, _ label: String, at token: Int) -> Int {
        texts.append(text)
        joinedLabels[token] = label
        return texts.count - 1
    }

    /// A row with some of its fields only: they are added once more, with what is known of them.
    mutating func row(_ row: TokenRow, withOnly fields: some Sequence<Int>) -> TokenRow {
        var copy = row
        let start = tokens.count
        copy.labelToken = nil
        for token in fields {
            if token == row.labelToken { copy.labelToken = tokens.count }
            joinedLabels[tokens.count] = joinedLabels[token]
            tokens.append(tokens[token])
        }
        copy.tokens = start..<tokens.count
        return copy
    }

    /// Adds empty fields at the end of a row.
    mutating func addEmptyFields(_ count: Int, to index: Int) {
        guard let last = rows[index].tokens.last.map({ tokens[$0] }) else { return }
        rows[index] = row(rows[index], withOnly: rows[index].tokens)
        let end = last.textRange.upperBound
        let empty = Token(meaning: .empty, textRange: end..<end, place: last.place, text: nil)
        tokens += [Token](repeating: empty, count: count)
        rows[index].tokens = rows[index].tokens.lowerBound..<tokens.count
        rows[index].addedCount = count
    }

    /// Adds an empty field in front of a row.
    mutating func addEmptyField(inFrontOf index: Int) {
        guard let first = rows[index].tokens.first.map({ tokens[$0] }) else { return }
        let start = first.textRange.lowerBound
        let empty = tokens.count
        tokens.append(Token(meaning: .empty, textRange: start..<start, place: first.place, text: nil))
        rows[index] = row(rows[index], withOnly: rows[index].tokens)
        rows[index].tokens = empty..<tokens.count
    }

    /// Rows that have a field for each cell are such rows, whatever layout they came in.
    mutating func markCells(_ pieces: CellPieces) {
        for index in rows.indices where rows[index].geometry == .tabbed && pieces.contains(rows[index].piece) {
            rows[index].geometry = .boxed
        }
    }

    /// Drops the rows from one on, which are another report's, and says so.
    mutating func dropReport(from index: Int) -> Finding {
        let token = rows[index...].lazy.compactMap(\.labelToken).first ?? rows[index].tokens.lowerBound
        rows.removeSubrange(index...)
        return Finding(.otherReport, at: tokens[token].place, label(token))
    }

    /// The texts of a row's words, as indexes of ``texts``.
    func texts(of row: TokenRow) -> some Sequence<Int> { row.tokens.lazy.compactMap { tokens[$0].text } }

    /// The text of the last words before the first value of a row, as an index of ``texts``.
    func labelText(of row: TokenRow) -> Int? { row.labelToken.flatMap { tokens[$0].text } }

    /// The text of a label that may stand in several fields, as the source has it.
    func label(_ token: Int) -> String { joinedLabels[token] ?? raw(token) }

    /// The text of a token as the source has it.
    func raw(_ token: Int) -> String {
        guard let table = tokens[token].place.table else { return "" }
        let range = tokens[token].textRange
        if let fields = tables[table].fieldRows { return String(decoding: fields.utf8[range], as: UTF8.self) }
        return String(decoding: tables[table].utf8[range], as: UTF8.self)
    }

    private mutating func addToken(_ utf8: [UInt8], _ range: Range<Int>, _ place: Place) {
        let meaning = FieldMeaning(utf8[range])
        var text: Int?
        if meaning == .text {
            let bytes = Array(utf8[range])
            if let known = textIndexes[bytes] {
                text = known
            } else {
                text = texts.count
                texts.append(LabelText(bytes[...]))
                textIndexes[bytes] = text
            }
        }
        tokens.append(Token(meaning: meaning, textRange: range, place: place, text: text))
    }

    /// A grid states its cells: one field for each, and an empty one where a cell from above reaches into the row.
    private mutating func addGrid(_ table: Table, index: Int, piece: Int, _ nested: NestedCells) {
        let coverage = table.coverage()
        let covered = CoveredFields(table, coverage: coverage) { $0.isBare && nested[index, $0] == nil }
        for row in 0..<table.rowCount {
            let start = tokens.count
            var last: Int?
            // What stands behind the last cell of a row is no cell, and may have held a value.
            var end = table.columnCount
            while end > 0, table.cells[coverage[row * table.columnCount + end - 1]].isFiller { end -= 1 }
            for column in 0..<end where covered.cellPositions[row]?.contains(column) ?? true {
                let covering = coverage[row * table.columnCount + column]
                guard covering != last else { continue }
                last = covering
                let cell = table.cells[covering]
                let place = Place(table: index, row: row, column: column)
                if cell.row == row, let inner = nested[index, cell] {
                    addToken(tables[inner].utf8, tables[inner].cells[0].textRange, Place(table: inner, row: 0, column: 0))
                    continue
                }
                let range = cell.row == row ? cell.textRange : cell.textRange.lowerBound..<cell.textRange.lowerBound
                addToken(table.utf8, range, place)
                let isPicture = cell.holdsPicture && cell.textRange.isEmpty
                if cell.row == row, isPicture || nested.isDoubtful(cell, of: index) {
                    tokens[tokens.count - 1].meaning = .doubtful
                }
            }
            addRow(start..<tokens.count, source: Solution.SourceRow(table: index, row: row), piece: piece, geometry: .boxed)
        }
    }

    /// Cuts fields without row ends into rows: a row begins with words that follow a value, and with every label by itself.
    private mutating func cut(_ range: Range<Int>, source: Solution.SourceRow, piece: Int, geometry: Geometry, book: LabelBook) {
        var start = range.lowerBound
        var index = start
        var hasValues = false
        while index < range.upperBound {
            let isText = tokens[index].meaning == .text
            if isText, index > start, hasValues || index > start {
                addRow(start..<index, source: source, piece: piece, geometry: geometry)
                start = index
                hasValues = false
            }
            if isText {
                index = joinWords(index, range.upperBound, book: book)
            } else {
                hasValues = true
                index += 1
            }
        }
        if start < range.upperBound { addRow(start..<range.upperBound, source: source, piece: piece, geometry: geometry) }
    }

    /// Into how many pieces a narrow column cuts a label at most.
    private static let maximumPieces = 12

    /// Joins words that line ends have cut when they make a label together, and not alone; answers the index behind them.
    private mutating func joinWords(_ first: Int, _ end: Int, book: LabelBook) -> Int {
        guard let text = tokens[first].text, !book.isExact(texts[text]) else { return first + 1 }
        var joined = raw(first)
        var last = first + 1
        while last < end, tokens[last].meaning == .text, last - first < Self.maximumPieces {
            joined += raw(last)
            let text = LabelText(joined)
            last += 1
            guard book.isExact(text) else { continue }
            tokens[first].text = add(text, joined, at: first)
            // The pieces are the joined label now; empty fields keep the count of fields right.
            for index in (first + 1)..<last {
                tokens[index].meaning = .empty
                tokens[index].text = nil
            }
            return last
        }
        return first + 1
    }

    private mutating func addRow(_ range: Range<Int>, source: Solution.SourceRow, piece: Int, geometry: Geometry) {
        var row = TokenRow(tokens: range, source: source, piece: piece, geometry: geometry)
        findLabel(of: &row)
        guard row.valueCount > 0 || row.labelToken != nil || range.count > 1, !countsColumns(row) else { return }
        rows.append(row)
    }

    /// Finds the label of a row and counts its values.
    func findLabel(of row: inout TokenRow) {
        (row.labelToken, row.valueCount) = (nil, 0)
        for index in row.tokens {
            switch tokens[index].meaning {
            case .text where row.valueCount == 0: row.labelToken = index
            case let meaning where meaning.isValue: row.valueCount += 1
            default: break
            }
        }
    }

    /// Whether a row only numbers the columns, 1, 2, 3 and so on, as statistical tables do below their header: none of the forms' sums holds
    /// in such a row. Its label is 栏次 or, where rows have no ends, the last word of the header; one with a number in front or of more
    /// characters is that of a row whose values happen to count.
    private func countsColumns(_ row: TokenRow) -> Bool {
        guard row.valueCount >= 5 else { return false }
        if let text = row.labelToken.flatMap({ tokens[$0].text }), texts[text].ordinal != nil || texts[text].key.count > 6 {
            return false
        }
        var expected: Int64 = 1
        for token in row.tokens {
            guard case .number(let number, unit: nil) = tokens[token].meaning else {
                guard tokens[token].meaning.isValue else { continue }
                return false
            }
            guard number.decimals == 0, number.mantissa == expected else { return false }
            expected += 1
        }
        return true
    }
}
