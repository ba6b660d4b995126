extension ColumnOrder {
    /// The order once the sums of complete rows are asked too.
    ///
    /// Sums know the place of a total only, and of that they are sure where every row holds with the one place and not with the other.
    /// An order in which most rows do not add up is none.
    ///
    /// - Parameters:
    ///   - rows: the rows below one header.
    ///   - slots: the slots of the first of them.
    func weighed(by rows: [RowItems], slots: Range<Int>, sums: Sums) -> ColumnOrder {
        let width = slots.count
        let telling = rows.filter { row in
            row.items.count == width && row.areAllNumbersOrMarks && row.numbers.contains { $0.mantissa != 0 }
        }
        let own = Array(0..<width)
        guard !telling.isEmpty, self != .unknown else { return self }
        func readings(_ row: RowItems, _ order: [Int]) -> [SlotReading] {
            var result = [SlotReading](repeating: .lost, count: width)
            for (column, item) in zip(order, row.items) {
                result[column] = item.reading(isRepaired: false)
                // In a complete row a mark for nothing is 0.
                if result[column].kind == .blank { result[column] = SlotReading(kind: .number, token: item.token) }
            }
            return result
        }
        func verdict(_ row: RowItems, _ order: [Int]) -> Sums.Verdict { sums.verdict(readings(row, order), inside: slots) }
        func count(_ expected: Sums.Verdict, _ order: [Int]) -> Int { telling.count { verdict($0, order) == expected } }
        /// Whether rows that follow on each other hold in an order, two of which do not in the form's: those behind a page's end, perhaps.
        func goesOn(in order: [Int]) -> Bool {
            var failing = 0
            for row in telling {
                if verdict(row, order) != .hold { failing = 0 } else if verdict(row, own) == .fail { failing += 1 }
                if failing > 1 { return true }
            }
            return false
        }
        switch self {
        case .asInForm:
            guard count(.fail, own) > 0 else { return self }
            let elsewhere = Self.ordersWithMovedTotals(sums.ofRow[slots.lowerBound] ?? [], sums: sums, slots: slots)
            if elsewhere.contains(where: { count(.hold, $0) == telling.count }) { return .unknown }
            return elsewhere.contains { order in goesOn(in: order) } ? .unknown : self
        case .reordered(let order):
            // Three rows of which none adds up, as with a 小计 and without a 总计, are no misprints.
            if count(.fail, order) > max(2, telling.count / 2) { return .unknown }
            guard count(.fail, order) > count(.hold, order), count(.fail, own) == 0, count(.hold, own) > 0 else { return self }
            let last = order.filter { $0 != width - 1 } + [width - 1]
            return last == own ? .asInForm : .unknown
        case .either(let order):
            /// Whether rows speak for an order: but for a misprint here and there they hold in it, and most do not in the other.
            func isBetter(_ order: [Int], than other: [Int]) -> Bool {
                let (failing, holding) = (count(.fail, order), count(.hold, order))
                guard failing > 0 else { return count(.fail, other) > 0 }
                return holding > 2 * failing && count(.fail, other) > count(.hold, other)
            }
            if isBetter(own, than: order) { return .asInForm }
            return isBetter(order, than: own) ? .reordered(order) : self
        case .unknown: return self
        }
    }

    /// The orders in which every total of a row stands elsewhere among what it sums up, as far from its place as the others.
    private static func ordersWithMovedTotals(_ identities: [Int], sums: Sums, slots: Range<Int>) -> [[Int]] {
        let groups = identities.compactMap { index -> (total: Int, group: ClosedRange<Int>)? in
            let identity = sums.identities[index]
            let all = identity.slots.map { $0 - slots.lowerBound }.sorted()
            guard let total = identity.left.first, identity.left.count == 1, let first = all.first, let last = all.last,
                last - first == all.count - 1
            else { return nil }
            return (total - slots.lowerBound, first...last)
        }
        guard let size = groups.map(\.group.count).min(), size > 1 else { return [] }
        return (0..<(size - 1)).map { place in
            var order = Array(0..<slots.count)
            for (total, group) in groups {
                order.removeAll { group.contains($0) }
                var columns = group.filter { $0 != total }
                columns.insert(total, at: place)
                order.insert(contentsOf: columns, at: group.lowerBound)
            }
            return order
        }
    }
}
