/// What the header rows of the source say about the columns of a part.
struct HeaderColumns {
    /// What the source has of one header.
    private struct Header {
        /// How many columns a row below it has.
        let slotCount: Int
        /// The offsets of the columns that it names.
        var named: Set<Int> = []
        /// Whether it names a column that the form does not have.
        var hasForeign = false
        /// The order of the columns that it tells.
        var order = ColumnOrder.asInForm
        /// The first token that is one of its words.
        var firstToken: Int?
        /// Where its words stand in a row, when they stand in one among others.
        var places: FieldPlaces?
        /// Whether none of its words is lost.
        var isWhole = false
        /// The tables of the source that have it.
        var tables: Set<Int> = []
    }

    /// For each row of the part the header row of the form over it, or -1.
    let headerOf: [Int]
    /// Whether the source has a column for remarks beside those of the form.
    let hasRemarks: Bool
    /// What the source has of each header of the form, by the header's last row.
    private var headers: [Int: Header] = [:]

    init(_ rows: PartRows) {
        let (part, source) = (rows.part, rows.source)
        var headerOf: [Int] = []
        var last = -1
        for row in part.rows {
            if row.role == .header { last = row.index }
            headerOf.append(last)
        }
        self.headerOf = headerOf
        let behind = rows.sourceOf.compactMap(\.self).max() ?? 0
        hasRemarks = (rows.limits.lowerBound..<max(rows.limits.lowerBound, behind)).contains { index in
            source.texts(of: source.rows[index]).contains { Self.remarks.contains(source.texts[$0].key) }
        }
        for header in Set(headerOf) where header >= 0 {
            // The run of header rows that ends here.
            var first = header
            while first > 0, part.rows[first - 1].role == .header { first -= 1 }
            guard let below = part.rows.first(where: { $0.index > header && $0.role == .values }) else { continue }
            let from = Self.sourceBefore(first, rows)
            let to = Self.sourceBehind(header, rows)
            // Where rows have no ends, the last word of a header begins a row of values that has no label.
            let isGlued = below.labelCells.isEmpty && to < source.rows.count && !source.rows[to].hasEnd
            let end = isGlued ? to + 1 : to
            guard from < end else { continue }
            // What stands above the numbers of another part is none of a header that is whole without it.
            let start = (from..<max(from, to)).last { source.rows[$0].valueCount > 0 }.map { $0 + 1 } ?? from
            let nearest = Self.header(start..<end, over: part.slots[below.slots], rows)
            let isEnough = start == from || nearest.isWhole
            headers[header] = isEnough ? nearest : Self.header(from..<end, over: part.slots[below.slots], rows)
        }
        let own = Set(part.rows.lazy.filter { $0.role == .values }.map { headerOf[$0.index] })
        if own.count == 1, let only = own.first, only >= 0 { repeatHeader(only, rows) }
    }

    /// Finds where the only header of a part stands again, as on each page of a table; in another order than before, neither is believed.
    private mutating func repeatHeader(_ index: Int, _ rows: PartRows) {
        guard let below = rows.part.rows.first(where: { $0.index > index && $0.role == .values }) else { return }
        var start = Self.sourceBehind(index, rows)
        while start < rows.region.upperBound {
            let end = (start..<rows.region.upperBound).first { rows.owned.contains($0) } ?? rows.region.upperBound
            if start < end {
                let again = Self.header(start..<end, over: rows.part.slots[below.slots], rows)
                if again.named.count * 2 > again.slotCount {
                    headers[index]?.tables.formUnion(again.tables)
                    if again.order != headers[index]?.order { headers[index]?.order = .unknown }
                }
            }
            start = end + 1
        }
    }

    /// Reads the header that rows of the source have over some slots of the form.
    private static func header(
        _ range: Range<Int>, over slots: ArraySlice<Form.Slot>, _ rows: PartRows
    ) -> Header {
        let source = rows.source
        let headerOrders = HeaderOrders(slots)
        let words = headerOrders.words
        var header = Header(slotCount: slots.count)
        var found: [Int] = []
        var inOrder: [(word: Int, row: Int)] = []
        var tokens: [Int] = []
        var above: [Int?] = []
        var otherYearCount = 0
        var sharesColumns = false
        for index in range where source.rows[index].valueCount == 0 || rows.sourceOf.contains(index) {
            // A line that somebody printed twice.
            let texts = source.rows[index].tokens.map { source.tokens[$0].text }
            defer { above = texts }
            guard texts != above || texts.count(where: { $0 != nil }) < 3 else { continue }
            var outermost = Int.max
            var positions: [Int: Int] = [:]
            var hasOther = false
            for token in source.rows[index].tokens {
                guard let textIndex = source.tokens[token].text else { continue }
                let text = source.texts[textIndex]
                let exact = words.firstIndex { $0.key == text.key }
                if exact == nil, !positions.isEmpty, !rows.likeness.isLabel(textIndex) { hasOther = true }
                let glued = exact == nil ? glued(source.raw(token), words) : []
                let pieces = exact == nil && glued.isEmpty ? pieces(source.raw(token), words) : []
                if exact == nil, namesSeveral(source.raw(token), words) {
                    sharesColumns = true
                } else if !glued.isEmpty {
                    found += glued
                } else if !pieces.isEmpty {
                    found += pieces
                    inOrder += pieces.map { ($0, index) }
                    tokens += pieces.map { _ in token }
                } else if let word = exact ?? closest(text, words) {
                    if exact != nil { positions[word] = token - source.rows[index].tokens.lowerBound }
                    if found.isEmpty { header.firstToken = token }
                    header.tables.insert(source.rows[index].source.table)
                    found.append(word)
                    // A word at the end of a row that is not its own, behind what an outer word covers, stands beside no other.
                    let depth = headerOrders.depth(of: word)
                    outermost = min(outermost, depth)
                    if depth == outermost || source.tokens[token - 1].meaning != .empty {
                        inOrder.append((word, index))
                        tokens.append(token)
                    }
                } else if subtotals.contains(text.key) {
                    header.hasForeign = true
                } else if otherYears.contains(text.key) {
                    otherYearCount += 1
                }
            }
            if hasOther {
                header.places = headerOrders.places(positions, fieldCount: source.rows[index].tokens.count)
                header.hasForeign = true
            }
        }
        header.named = headerOrders.columns(namedBy: found)
        header.isWhole = words.indices.allSatisfy(found.contains)
        let isParted = headerOrders.arePartedByOthers(inOrder)
        header.order = isParted ? .unknown : order(of: byPlaces(inOrder, tokens, headerOrders, source), headerOrders, source)
        if sharesColumns || otherYearCount > 1 && header.places == nil { header.order = .unknown }
        // Words that a page glued together still tell which of those over several columns comes first.
        if header.order == .asInForm, !headerOrders.areOuterInOrder(found) { header.order = .unknown }
        return header
    }

    /// The words of a header that stand below each other in one field, as in that of the corner, which says no more than that they are there.
    private static func glued(_ text: String, _ words: [LabelText]) -> [Int] {
        let lines = text.utf8.split(separator: .lineFeed)
        guard lines.count > 1 else { return [] }
        return lines.compactMap { line in
            let key = LabelText(Array(line)[...]).key
            return words.firstIndex { $0.key == key }
        }
    }

    /// Whether a text names several columns, which share their cells then: `商业企业、科研机构`.
    private static func namesSeveral(_ text: String, _ words: [LabelText]) -> Bool {
        let parts = text.split { "、和及与/／".contains($0) }.map { LabelText(String($0)).key }
        return parts.count > 1 && parts.allSatisfy { part in words.contains { $0.key == part } }
    }

    /// The words of which a text has the beginnings, one behind the other, as lines of narrow cells do: `法律服 商业企 社会公 科研机`.
    private static func pieces(_ text: String, _ words: [LabelText]) -> [Int] {
        let parts = Array(text.utf8).split(separator: .space)
        guard parts.count > 1 else { return [] }
        let found = parts.compactMap { part -> Int? in
            let key = LabelText(part).key
            let candidates = words.indices.filter { words[$0].key.starts(with: key) }
            return key.count > 1 && candidates.count == 1 ? candidates[0] : nil
        }
        return found.count == parts.count ? found : []
    }

    /// Words of a header in the order of their places where words that stand beside each other stand on several lines, as those of cells do
    /// that are centred in their height; where rows have a field for each column, its place is that of the column.
    private static func byPlaces(
        _ found: [(word: Int, row: Int)], _ tokens: [Int], _ orders: HeaderOrders, _ source: TokenRows
    ) -> [(word: Int, row: Int)] {
        guard Set(found.map(\.word)).count == found.count else { return found }
        var result = found
        for same in Dictionary(grouping: found.indices, by: { orders.depth(of: found[$0].word) }).values {
            let rows = Set(same.map { found[$0].row }).map { source.rows[$0] }
            guard rows.count > 1, rows.allSatisfy(\.isPositional), Set(rows.map(\.tokens.count)).count == 1 else { continue }
            let places = same.sorted { place($0) < place($1) }
            for (index, word) in zip(same, places) { result[index] = found[word] }
        }
        func place(_ index: Int) -> Int { tokens[index] - source.rows[found[index].row].tokens.lowerBound }
        return result
    }

    /// The order that words of a header tell. What a page printed before a word may have moved it, so that words which a reader put in the
    /// order of the columns tell another order than the form's only if the lines tell the same.
    private static func order(of found: [(word: Int, row: Int)], _ orders: HeaderOrders, _ source: TokenRows) -> ColumnOrder {
        guard !found.isEmpty, found.allSatisfy({ source.rows[$0.row].isInColumnOrder }) else {
            let order = orders.order(of: found)
            return order != .asInForm && areOnMixedLines(found, orders, source) ? .unknown : order
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
    private static func areOnMixedLines(_ found: [(word: Int, row: Int)], _ orders: HeaderOrders, _ source: TokenRows) -> Bool {
        guard found.contains(where: { !source.rows[$0.row].hasEnd }) else { return false }
        let words = found.map(\.word)
        // A word over several columns stands on the lines of all of them.
        let single = found.filter { word in words.count { $0 == word.word } == 1 }
        return Dictionary(grouping: single, by: { orders.depth(of: $0.word) }).values.contains { same in
            let lines = Dictionary(grouping: same) { source.tokens[source.rows[$0.row].tokens.lowerBound].place.line }
            return lines.count > 1 && lines.values.contains { $0.count > 1 }
        }
    }

    /// What a header names.
    struct Named {
        /// The columns of the form; `nil` when too few to go by.
        var columns: [Int]?
        /// Whether it names a column that the form does not have.
        var hasForeign = false
    }

    /// The columns that a header names.
    ///
    /// - Parameter count: how many columns the rows below it have.
    func columns(header: Int, count: Int) -> Named {
        guard let header = headers[header] else { return Named() }
        let isEnough = header.slotCount == count && header.named.count * 2 > count
        return Named(columns: isEnough ? header.named.sorted() : nil, hasForeign: header.hasForeign)
    }

    /// The order of the columns below a header of the form, as far as the source's header tells.
    func order(header: Int) -> ColumnOrder { headers[header]?.order ?? .asInForm }

    /// Whether a table of the source has a header of the form; rows of one that has none may have their columns in the form's order.
    func stands(header: Int, in table: Int) -> Bool { headers[header]?.tables.contains(table) ?? false }

    /// Where the columns below a header of the form stand in a row, when the source's header has others among them and names all in one row.
    func places(header: Int) -> FieldPlaces? { headers[header]?.places }

    /// The first word of the source's header, as the index of its token.
    func firstToken(header: Int) -> Int? { headers[header]?.firstToken }

    private static let otherYears: Set<[UInt16]> = Set(["上年", "上一年", "去年", "上年度", "上年数", "同比", "增减"].map { Array($0.utf16) })
    private static let remarks: Set<[UInt16]> = Set(["备注", "说明"].map { Array($0.utf16) })
    private static let subtotals: Set<[UInt16]> = Set(["小计", "合计", "法人小计"].map { Array($0.utf16) })

    /// How many rows above the first one that is known may belong to its header: one whose words have a line each takes up to twenty.
    private static let maximumHeaderRows = 24

    private static func sourceBefore(_ row: Int, _ rows: PartRows) -> Int {
        rows.sourceOf[..<row].compactMap(\.self).max().map { $0 + 1 }
            ?? max(rows.limits.lowerBound, (rows.sourceOf.compactMap(\.self).min() ?? 0) - maximumHeaderRows)
    }

    private static func sourceBehind(_ row: Int, _ rows: PartRows) -> Int {
        rows.sourceOf[(row + 1)...].compactMap(\.self).min() ?? 0
    }

    /// The word of which a text is a damaged form, with a margin over the others.
    private static func closest(_ text: LabelText, _ words: [LabelText]) -> Int? {
        var best = (index: -1, distance: Int.max)
        var second = Int.max
        for (index, word) in words.enumerated() where !word.isEmpty {
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
        return best.index >= 0 && second > best.distance ? best.index : nil
    }
}
