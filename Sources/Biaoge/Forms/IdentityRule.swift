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
        for (prefix, meaning) in Self.prefixes where sum.utf8.starts(with: prefix.utf8) {
            sum = Substring(sum.utf8.dropFirst(prefix.utf8.count))
            scope = meaning
        }
        self.scope = scope
        let sides = sum.utf8.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false).map { side in
            side.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false).map { Substring($0).trimmingSpaces() }
        }
        guard sides.count == 2, !sides.joined().contains(where: { $0.isEmpty }) else { return nil }
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
        let (leftNames, rightNames) = (left.map(names.matching), right.map(names.matching))
        for (term, found) in zip(left + right, leftNames + rightNames) where found.isEmpty {
            throw .unknownName(String(term), rule: text, part: part)
        }
        let slotOf = names.slots(by: instances)
        return slotOf.compactMap { slotOf in
            guard let left = Self.slots(leftNames, slotOf), let right = Self.slots(rightNames, slotOf) else { return nil }
            return Form.Identity(rule: text, left: left, right: right)
        }
    }

    /// The slots of a side's terms in one column or row; `nil` when it lacks one of them.
    private static func slots(_ terms: [[Int]], _ slotOf: [Int]) -> [Int]? {
        var slots: [Int] = []
        for names in terms {
            let before = slots.count
            for name in names where slotOf[name] >= 0 { slots.append(slotOf[name]) }
            if slots.count == before { return nil }
        }
        return slots.sorted()
    }
}

extension Substring {
    /// The text without white space at its ends.
    fileprivate func trimmingSpaces() -> Substring {
        var scalars = unicodeScalars
        while let first = scalars.first, first.isSpace { scalars.removeFirst() }
        while let last = scalars.last, last.isSpace { scalars.removeLast() }
        return Substring(scalars)
    }
}

extension Unicode.Scalar {
    /// White space; few scalars need the look into Unicode's tables.
    fileprivate var isSpace: Bool { isASCII ? value <= 0x20 : properties.isWhitespace }
}
