/// The order of the columns that the words of a header tell.
extension HeaderWords {
    /// The order of the columns that the words tell.
    func order(_ source: TokenRows) -> ColumnOrder {
        if orders.arePartedByOthers(inOrder.map { ($0.word, $0.row) }) { return .unknown }
        if sharesColumns || otherYearCount > 1 && places == nil { return .unknown }
        var order = order(of: byPlaces(source), source)
        if areCut(source) {
            // The word that may be the last of the row above was printed there.
            if case .either(let other) = order, !orders.movesInnermost(other) { order = .asInForm }
            if case .reordered = order { return .unknown }
        }
        // Words that a page glued together still tell which of those over several columns comes first.
        return order == .asInForm && !orders.areOuterInOrder(found) ? .unknown : order
    }

    /// Whether line ends cut words where rows have none: so does a page's text, which has the words as high as they stand in their cells. An
    /// author may have written some from top to bottom.
    private func areCut(_ source: TokenRows) -> Bool {
        inOrder.contains { placed in
            let piece = source.raw(placed.token)
            return !source.rows[placed.row].hasEnd && source.label(placed.token) != piece && piece.count > 1
        }
    }

    /// Words of a header in the order of their places where words that stand beside each other stand on several lines, as those of cells do
    /// that are centred in their height; where rows have a field for each column, its place is that of the column.
    private func byPlaces(_ source: TokenRows) -> [(word: Int, row: Int)] {
        let found = inOrder
        var result = found.map { (word: $0.word, row: $0.row) }
        guard Set(found.map(\.word)).count == found.count else { return result }
        for same in Dictionary(grouping: found.indices, by: { orders.depth(of: found[$0].word) }).values {
            let rows = Set(same.map { found[$0].row }).map { source.rows[$0] }
            guard rows.count > 1, rows.allSatisfy(\.isPositional), Set(rows.map(\.tokens.count)).count == 1 else { continue }
            let places = same.sorted { place($0) < place($1) }
            for (index, word) in zip(same, places) { result[index] = (found[word].word, found[word].row) }
        }
        func place(_ index: Int) -> Int { found[index].token - source.rows[found[index].row].tokens.lowerBound }
        return result
    }

    /// The order that words of a header tell. What a page printed before a word may have moved it, so that words which a reader put in the
    /// order of the columns tell another order than the form's only if the lines tell the same.
    private func order(of found: [(word: Int, row: Int)], _ source: TokenRows) -> ColumnOrder {
        guard !found.isEmpty, found.allSatisfy({ source.rows[$0.row].isInColumnOrder }) else {
            switch orders.order(of: found) {
            case .reordered where areOnMixedLines(found, source): return .unknown
            case let order: return order
            }
        }
        let words = found.map(\.word)
        if orders.fit(words, byColumns: orders.formOrder) { return .asInForm }
        func start(_ row: Int) -> Int { source.tokens[source.rows[row].tokens.lowerBound].textRange.lowerBound }
        switch orders.order(of: found.sorted { start($0.row) < start($1.row) }) {
        case .asInForm: return .asInForm
        case .reordered(let order) where orders.fit(words, byColumns: order): return .reordered(order)
        default: return .unknown
        }
    }

    /// Whether words that stand beside each other in a header stand on several lines, more than one on some: those of the upper lines need not
    /// be further left.
    ///
    ///               社会公益组 法律服务机
    ///     商业企业 科研机构                其他
    ///
    /// A row of one field is such a line, too, though bars part the fields of the others.
    private func areOnMixedLines(_ found: [(word: Int, row: Int)], _ source: TokenRows) -> Bool {
        guard found.contains(where: { !source.rows[$0.row].hasEnd || source.rows[$0.row].tokens.count == 1 }) else {
            return false
        }
        let words = found.map(\.word)
        // A word over several columns stands on the lines of all of them.
        let single = found.filter { word in words.count { $0 == word.word } == 1 }
        return Dictionary(grouping: single, by: { orders.depth(of: $0.word) }).values.contains { same in
            let lines = Dictionary(grouping: same) { source.tokens[source.rows[$0.row].tokens.lowerBound].place.line }
            return lines.count > 1 && lines.values.contains { $0.count > 1 }
        }
    }
}
