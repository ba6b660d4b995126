/// The order in which a source has the columns of a form's rows.
enum ColumnOrder: Sendable, Hashable {
    /// That of the form, as far as anything tells.
    case asInForm
    /// For each column of the source, from left to right, the column of the form.
    case reordered([Int])
    /// That of the form or this one: a word stands where it may be the last of the row above or the first of its own.
    case either([Int])
    /// Another one than the form's, and nothing says which.
    case unknown

    /// Whether it is the form's or another one.
    var isEither: Bool { if case .either = self { true } else { false } }
}

/// The words over the columns of a form, in whatever order a source has them.
///
/// A header is read row by row: first the outermost words, from left to right, then the next. Words that stand beside each other below the
/// same word may change places, and below all words with the same columns in the same way. Of all orders that this allows, a source has the
/// one whose words follow on each other as they do in the source, where some may be lost.
struct HeaderOrders {
    /// For each column of the form the words over it, outer before inner, as numbers.
    private let paths: [[Int]]
    /// The words by their numbers.
    let words: [LabelText]

    /// More orders than this are not tried.
    private static let maximumOrders = 1_000

    init(_ slots: ArraySlice<Form.Slot>) {
        var words: [LabelText] = []
        paths = slots.map { slot in
            slot.columnLabels.map { label in
                let text = LabelText(label)
                if let known = words.firstIndex(of: text) { return known }
                words.append(text)
                return words.count - 1
            }
        }
        self.words = words
    }

    /// How many words stand over a word where it stands highest.
    func depth(of word: Int) -> Int { paths.compactMap { $0.firstIndex(of: word) }.min() ?? 0 }

    /// Whether an order moves one column, and its words are as many as those over any other: none of them stands as high as two.
    func movesInnermost(_ order: [Int]) -> Bool {
        let deepest = paths.map(\.count).max()
        return order.contains { moved in
            let others = order.filter { $0 != moved }
            return others == others.sorted() && paths[moved].count == deepest
        }
    }

    /// The columns that words name, those left out over which the same word stands as over others.
    func columns(namedBy found: [Int]) -> Set<Int> {
        let innermost = paths.map(\.last)
        return Set(
            innermost.indices.filter { column in
                guard let word = innermost[column] else { return false }
                return found.contains(word) && innermost.count { $0 == word } == 1
            })
    }

    /// Whether two words or more that stand over one column each were found more than once.
    func standAgain(_ found: [Int]) -> Bool {
        let innermost = paths.map(\.last)
        return words.indices.count { word in innermost.count { $0 == word } == 1 && found.count { $0 == word } > 1 } > 1
    }

    /// Whether a word that stands over one column was found twice side by side.
    func standTwice(_ found: [Int]) -> Bool {
        let innermost = paths.map(\.last)
        return zip(found, found.dropFirst()).contains { word, next in word == next && innermost.count { $0 == word } == 1 }
    }

    /// Where the columns stand whose innermost words stand at positions of a row; `nil` unless all of them do, each once.
    func places(_ positions: [Int: Int], fieldCount: Int) -> FieldPlaces? {
        let own = paths.compactMap { $0.last.flatMap { positions[$0] } }
        return own.count == paths.count && Set(own).count == own.count
            ? FieldPlaces(positions: own, fieldCount: fieldCount) : nil
    }

    /// Whether the words over several columns stand first in the order of the form, those of each depth.
    func areOuterInOrder(_ found: [Int]) -> Bool {
        let innermost = Set(paths.compactMap(\.last))
        let outer = Dictionary(grouping: words.indices.filter { !innermost.contains($0) }, by: depth).values
        return outer.allSatisfy { words in
            let places = words.compactMap(found.firstIndex)
            return zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
        }
    }

    /// Whether a word over several columns stands twice in a row of the source, with others between: one of these was moved there.
    func arePartedByOthers(_ found: [(word: Int, row: Int)]) -> Bool {
        let innermost = Set(paths.compactMap(\.last))
        return found.indices.contains { index in
            let word = found[index]
            guard !innermost.contains(word.word), index > 0, found[index - 1] != word else { return false }
            return found[..<(index - 1)].contains { $0 == word }
        }
    }

    /// The order that words tell which stand in this order in the source.
    ///
    /// - Parameter found: the words with the rows of the source in which they stand.
    func order(of found: [(word: Int, row: Int)]) -> ColumnOrder {
        let rows = found
        var found = found.indices.filter { $0 == 0 || found[$0 - 1].word != found[$0].word }.map { found[$0].word }
        let own = Array(paths.indices)
        let whole = wholeOrder(of: rows.map(\.word)) ?? wholeOrder(of: found)
        // A header that lacks a row is not read row by row.
        if whole == nil, let row = rowOfInnermost(rows) { found = rows.filter { $0.row == row }.map(\.word) }
        guard whole ?? own != own || whole == nil && !fits(found, own) else { return .asInForm }
        var orders: Set<[Int]> = whole.map { [$0] } ?? []
        if orders.isEmpty {
            forEachOrder { order in
                if fits(found, order) { orders.insert(order) }
            }
        }
        if let only = orders.first {
            guard orders.count == 1 else { return .unknown }
            let stray = Set(found).first { word in
                let row = rows.first { $0.word == word }?.row
                return !rows.contains { $0.row == row && $0.word != word && depth(of: $0.word) >= depth(of: word) }
                    && isPart(found.filter { $0 != word }, of: reading(own))
            }
            return stray == nil ? .reordered(only) : .either(only)
        }
        // Lines that cut the words mix the rows of a header up; the words below each word still stand in their order.
        let siblings = siblings(own, below: 0)
        return siblings.allSatisfy { words in isAscending(words, in: found, times: siblings.count { $0 == words }) }
            ? .asInForm : .unknown
    }

    /// The row of the source in which all innermost words stand, where words over several columns stand in others.
    private func rowOfInnermost(_ found: [(word: Int, row: Int)]) -> Int? {
        let innermost = Set(paths.compactMap(\.last))
        let row = found.first { innermost.contains($0.word) }?.row
        return found.allSatisfy { innermost.contains($0.word) == ($0.row == row) } ? row : nil
    }

    /// The order of the columns that words tell which are all words of a header, row by row, or the same for each of the outermost words by
    /// itself; words below one word may stand in another order than the same words below another.
    private func wholeOrder(of found: [Int]) -> [Int]? {
        var all = found[...]
        if let order = takeOrder(of: Array(paths.indices), from: 0, &all), all.isEmpty { return order }
        var rest = found[...]
        var order: [Int] = []
        var left = groups(Array(paths.indices), at: 0)
        while let word = rest.popFirst() {
            guard let index = left.firstIndex(where: { paths[$0[0]][0] == word }),
                let inner = takeOrder(of: left.remove(at: index), from: 1, &rest)
            else { return nil }
            order += inner
        }
        return left.isEmpty ? order : nil
    }

    /// The order of some columns that the first of some words tell, row by row from a depth on.
    private func takeOrder(of columns: [Int], from depth: Int, _ words: inout ArraySlice<Int>) -> [Int]? {
        var level = [columns]
        for depth in depth..<(paths.map(\.count).max() ?? 0) {
            var next: [[Int]] = []
            for group in level {
                var inner = groups(group, at: depth)
                if inner.isEmpty {
                    next.append(group)
                    continue
                }
                for _ in inner.indices {
                    guard let word = words.popFirst(), let index = inner.firstIndex(where: { paths[$0[0]][depth] == word }) else {
                        return nil
                    }
                    next.append(inner.remove(at: index))
                }
            }
            level = next
        }
        return level.flatMap(\.self)
    }

    /// The columns in the form's order.
    var formOrder: [Int] { Array(paths.indices) }

    /// Whether words that a reader put in the order of the columns follow on each other as in a header whose columns stand in an order.
    func fit(_ found: [Int], byColumns order: [Int]) -> Bool {
        let innermost = order.compactMap { paths[$0].last }
        // A word may stand over one column only by chance, so that the words over several are in order at each depth.
        let outer = Dictionary(grouping: reading(order).filter { !innermost.contains($0) }, by: depth)
        return isPart(found.filter(innermost.contains), of: innermost)
            && outer.values.allSatisfy { words in isPart(found.filter(words.contains), of: words) }
    }

    /// Whether words follow on each other as in a header whose columns stand in an order: read row by row, or written in one row with
    /// nothing but the innermost words.
    private func fits(_ found: [Int], _ order: [Int]) -> Bool {
        isPart(found, of: reading(order)) || isPart(found, of: order.compactMap { paths[$0].last })
    }

    /// The words of a header whose columns stand in an order, row by row.
    private func reading(_ order: [Int]) -> [Int] {
        var result: [Int] = []
        for depth in 0..<(paths.map(\.count).max() ?? 0) {
            var before: ArraySlice<Int> = []
            for column in order where paths[column].count > depth {
                if paths[column].prefix(depth + 1) != before { result.append(paths[column][depth]) }
                before = paths[column].prefix(depth + 1)
            }
        }
        return result
    }

    /// Whether some words stand among all of them in the same order.
    private func isPart(_ some: [Int], of all: [Int]) -> Bool {
        var rest = some[...]
        for word in all where word == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// The words that stand beside each other, for each word that has some below it.
    private func siblings(_ columns: [Int], below depth: Int) -> [[Int]] {
        let groups = groups(columns, at: depth)
        guard !groups.isEmpty else { return [] }
        return [groups.map { paths[$0[0]][depth] }] + groups.flatMap { siblings($0, below: depth + 1) }
    }

    /// Columns by their word at a depth, in the form's order.
    private func groups(_ columns: [Int], at depth: Int) -> [[Int]] {
        var groups: [[Int]] = []
        for column in columns where paths[column].count > depth {
            if let last = groups.last, paths[last[0]][depth] == paths[column][depth] {
                groups[groups.count - 1].append(column)
            } else {
                groups.append([column])
            }
        }
        return groups
    }

    /// Whether words stand in their order, each time if they stand below several words.
    private func isAscending(_ words: [Int], in found: [Int], times: Int) -> Bool {
        let first = words.compactMap { found.firstIndex(of: $0) }
        guard zip(first, first.dropFirst()).allSatisfy({ $0 < $1 }) else { return false }
        let ranks = found.compactMap { words.firstIndex(of: $0) }
        return times == 1 || zip(ranks, ranks.dropFirst()).count { $0 >= $1 } < times
    }

    /// Every order of the columns that the header allows, if these are not too many.
    private func forEachOrder(_ body: ([Int]) -> Void) {
        let columns = Array(paths.indices)
        let sets = Array(Set(siblings(columns, below: 0).filter { $0.count > 1 })).sorted { $0.lexicographicallyPrecedes($1) }
        let counts = sets.map { (1...$0.count).reduce(1, *) }
        guard counts.reduce(1, { min($0 * $1, Self.maximumOrders + 1) }) <= Self.maximumOrders else { return }
        forEachCombination(of: counts) { picked in
            var rank = [Int](repeating: 0, count: words.count)
            for (set, number) in zip(sets, picked) {
                for (place, word) in Self.permutation(number, of: set).enumerated() { rank[word] = place }
            }
            let keys = paths.map { path in path.map { rank[$0] } }
            body(columns.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) })
        }
    }

    /// The permutation of some words with a number, counted from 0.
    private static func permutation(_ number: Int, of words: [Int]) -> [Int] {
        var left = words
        var number = number
        return (1...words.count).reversed().map { count in
            let index = number % count
            number /= count
            return left.remove(at: index)
        }
    }
}
