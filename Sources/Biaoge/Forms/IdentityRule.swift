/// A sum as a form file writes it, such as `每列：received + carried_over = outcome_total + carried_forward`, and the identities that
/// it means in a table.
struct IdentityRule {
    /// What the names of a rule stand for.
    enum Scope {
        /// Names are those of rows; the rule holds in every column that all of them have.
        case everyColumn
        /// Names are those of columns; the rule holds in every row that has all of them.
        case everyRow
        /// Names are whole keys.
        case once
    }

    let text: String
    let scope: Scope
    let left: [Substring]
    let right: [Substring]

    /// Takes a rule apart; `nil` when it is no sum.
    init?(_ text: String) {
        self.text = text
        var sum = Substring(text)
        var scope = Scope.once
        for (prefix, meaning) in Self.prefixes where sum.starts(with: prefix) {
            sum = sum.dropFirst(prefix.count)
            scope = meaning
        }
        self.scope = scope
        let sides = sum.split(separator: "=", omittingEmptySubsequences: false).map { side in
            side.split(separator: "+", omittingEmptySubsequences: false).map { $0.trimmingSpaces() }
        }
        guard sides.count == 2, !sides.joined().contains(where: \.isEmpty) else { return nil }
        left = sides[0]
        right = sides[1]
    }

    private static let prefixes: [(String, Scope)] = [
        ("每列：", .everyColumn), ("每列:", .everyColumn), ("each column:", .everyColumn),
        ("每行：", .everyRow), ("每行:", .everyRow), ("each row:", .everyRow),
    ]

    /// The identities that the rule means among a part's slots, in the order of the columns or rows.
    ///
    /// - Parameter part: the part's identifier.
    func identities(rows: SlotNames, columns: SlotNames, keys: SlotNames, part: String) throws(FormError) -> [Form.Identity] {
        let (instances, names) =
            switch scope {
            case .everyColumn: (columns, rows)
            case .everyRow: (rows, columns)
            case .once: (SlotNames(repeating: "", count: keys.ofSlot.count), keys)
            }
        for term in left + right where names.matching(term).isEmpty {
            throw .unknownName(String(term), rule: text, part: part)
        }
        let (leftNames, rightNames) = (left.map(names.matching), right.map(names.matching))
        let slotOf = names.slots(by: instances)
        return slotOf.compactMap { slotOf in
            guard let left = Self.slots(leftNames, slotOf), let right = Self.slots(rightNames, slotOf) else { return nil }
            return Form.Identity(rule: text, left: left, right: right)
        }
    }

    /// The slots of a side's terms in one column or row; `nil` when it lacks one of them.
    private static func slots(_ terms: [[Int]], _ slotOf: [Int]) -> [Int]? {
        let slots = terms.map { names in names.map { slotOf[$0] }.filter { $0 >= 0 } }
        return slots.contains(where: \.isEmpty) ? nil : slots.flatMap(\.self).sorted()
    }
}

extension Substring {
    /// The text without white space at its ends.
    fileprivate func trimmingSpaces() -> Substring {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
