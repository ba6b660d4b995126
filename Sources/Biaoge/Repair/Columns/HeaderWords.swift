/// The words of one header that rows of a source have.
struct HeaderWords {
    /// A word that has a place among others.
    struct Placed {
        var word: Int
        var row: Int
        var token: Int
    }

    /// The words over the columns of the form.
    let orders: HeaderOrders
    /// All words, in the order of the source.
    private(set) var found: [Int] = []
    /// Those that have a place beside others, in the order of the source.
    private(set) var inOrder: [Placed] = []
    /// Whether there is a column that the form does not have.
    private(set) var hasForeign = false
    /// The first field that is a word by itself.
    private(set) var firstToken: Int?
    /// Where the words stand in a row that has others as well, if all stand in it.
    private(set) var places: FieldPlaces?
    /// The tables of the source that have a word.
    private(set) var tables: Set<Int> = []
    /// How many columns there are of other years.
    private(set) var otherYearCount = 0
    /// The words of which there are pieces beside others in one field.
    private(set) var pieces: Set<Int> = []
    /// Whether several columns stand in one field, and share their cells.
    private(set) var sharesColumns = false

    init(_ orders: HeaderOrders) { self.orders = orders }

    /// Reads a row of the source.
    mutating func read(_ index: Int, _ source: TokenRows, _ likeness: LabelLikeness) {
        let row = source.rows[index]
        var outermost = Int.max
        var positions: [Int: Int] = [:]
        var hasOther = false
        for token in row.tokens {
            guard let textIndex = source.tokens[token].text else { continue }
            let text = source.texts[textIndex]
            let exact = orders.words.firstIndex { $0.key == text.key }
            if exact == nil, !positions.isEmpty, !likeness.isLabel(textIndex) { hasOther = true }
            if exact == nil, readSeveral(token, index, source) { continue }
            if text.isSubtotal {
                // 小计 is like 总计 misread.
                hasForeign = true
            } else if let word = exact ?? closest(text) {
                if exact != nil { positions[word] = token - row.tokens.lowerBound }
                if found.isEmpty { firstToken = token }
                tables.insert(row.source.table)
                found.append(word)
                // A word at the end of a row that is not its own, behind what an outer word covers, stands beside no other.
                let depth = orders.depth(of: word)
                outermost = min(outermost, depth)
                if depth == outermost || source.tokens[token - 1].meaning != .empty {
                    inOrder.append(Placed(word: word, row: index, token: token))
                }
            } else if TokenRows.otherYears.contains(text.key) || TokenRows.bareYear(source.raw(token)) != nil {
                otherYearCount += 1
            }
        }
        if hasOther {
            places = orders.places(positions, fieldCount: row.tokens.count)
            hasForeign = true
        }
    }

    /// Reads a row with values of another part, beside which the header stands: that columns share their cells is seen there too.
    mutating func readBesideValues(_ index: Int, _ source: TokenRows) {
        for token in source.rows[index].tokens where source.tokens[token].text != nil && namesSeveral(source.raw(token)) {
            sharesColumns = true
        }
    }

    /// Reads a field that has several words of the header, or the beginnings of several.
    private mutating func readSeveral(_ token: Int, _ row: Int, _ source: TokenRows) -> Bool {
        let raw = source.raw(token)
        if namesSeveral(raw) {
            sharesColumns = true
            return true
        }
        let count = found.count
        let lines = raw.utf8.split(separator: .lineFeed)
        for line in lines {
            let line = Array(line)
            // Words that stand below each other in one field, as in that of the corner, say no more than that they are there.
            if lines.count > 1, let word = exact(line) {
                found.append(word)
            } else {
                let parts = pieces(line)
                pieces.formUnion(parts.indices.compactMap { parts[$0] ?? wordAround(line.split(separator: .space)[$0]) })
                // In front of several words may stand a line of the corner.
                let isBesideCorner = parts.count > 3 && parts[0] == nil
                let words = parts.dropFirst(isBesideCorner ? 1 : 0).contains(nil) ? [] : parts.compactMap(\.self)
                found += words
                inOrder += words.map { Placed(word: $0, row: row, token: token) }
            }
        }
        return found.count > count
    }

    /// The word that a line of a field is.
    private func exact(_ line: [UInt8]) -> Int? {
        let key = LabelText(line[...]).key
        return orders.words.firstIndex { $0.key == key }
    }

    /// Whether a text names several columns, which share their cells then: `商业企业、科研机构`. The end of a line may have cut all words but one.
    private func namesSeveral(_ text: String) -> Bool {
        let texts = text.split(omittingEmptySubsequences: false) { "、和及与/／".contains($0) }.map { LabelText(String($0)) }
        let damaged = texts.compactMap(closest)
        if damaged.count == texts.count, Set(damaged).count > 1 { return true }
        let parts = texts.map(\.key)
        // Readers of pages put what stands between words elsewhere: `社会公益组织法律服务机、构`.
        if text.contains("、"), isSeveral(LabelText(text).key[...]) { return true }
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return false }
        return parts.contains { part in orders.words.contains { $0.key == part } }
            && parts.dropFirst().allSatisfy { part in orders.words.contains { $0.key.starts(with: part) } }
            && parts.dropLast().allSatisfy { part in orders.words.contains { $0.key.suffix(part.count).elementsEqual(part) } }
            && !(first.isEmpty && last.isEmpty)
    }

    /// Whether characters are those of two words or more that stand over one column each.
    private func isSeveral(_ key: ArraySlice<UInt16>) -> Bool {
        orders.words.contains { word in
            let rest = key.dropFirst(word.key.count)
            return word.key.count > 1 && key.starts(with: word.key) && !rest.isEmpty
                && (isSeveral(rest) || orders.words.contains { $0.key.elementsEqual(rest) })
        }
    }

    /// For each piece of a line the word that it is the beginning of, as in lines of narrow cells: `法律服 商业企 社会公 科研机`.
    private func pieces(_ line: [UInt8]) -> [Int?] {
        let parts = line.split(separator: .space)
        guard parts.count > 1 else { return [] }
        return parts.map { part -> Int? in
            let key = LabelText(part).key
            let candidates = orders.words.indices.filter { orders.words[$0].key.starts(with: key) }
            return key.count > 1 && candidates.count == 1 ? candidates[0] : nil
        }
    }

    /// The only word of which a piece is some characters.
    private func wordAround(_ piece: ArraySlice<UInt8>) -> Int? {
        let key = LabelText(piece).key
        let words = orders.words.indices.filter { word in
            let word = orders.words[word].key
            return word.indices.contains { word[$0...].starts(with: key) }
        }
        return key.count > 1 && words.count == 1 ? words[0] : nil
    }

    /// The word of which a text is a damaged form, with a margin over the others.
    private func closest(_ text: LabelText) -> Int? {
        var best: (index: Int?, distance: Int) = (nil, .max)
        var second = Int.max
        for (index, word) in orders.words.enumerated() where !word.isEmpty {
            let isPart =
                text.key.count >= 2 && word.key.starts(with: text.key) || word.key.count >= 2 && text.key.starts(with: word.key)
            // Characters that the text does not have must be put in, so that most words need no closer look.
            guard isPart || word.key.count(where: text.key.contains) * 2 >= word.key.count else { continue }
            let distance = isPart ? 1 : LabelBook.editDistance(text.key, word.key)
            guard isPart || distance * 2 <= word.key.count else { continue }
            if distance < best.distance {
                second = best.distance
                best = (index, distance)
            } else {
                second = min(second, distance)
            }
        }
        return second > best.distance ? best.index : nil
    }
}
