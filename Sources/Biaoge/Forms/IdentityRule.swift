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
    func identities(in slots: [Form.Slot], part: String) throws(FormError) -> [Form.Identity] {
        var names: [Substring: [Substring: Int]] = [:]
        var instances: [Substring] = []
        for (index, slot) in slots.enumerated() {
            let row = slot.rowName.dropFirst(part.count + 1)
            let (instance, name): (Substring, Substring) =
                switch scope {
                case .everyColumn: (slot.columnName, row)
                case .everyRow: (row, slot.columnName)
                case .once: ("", Substring(slot.key))
                }
            if names[instance] == nil { instances.append(instance) }
            names[instance, default: [:]][name] = index
        }
        for term in left + right where !names.values.contains(where: { !Self.slots(of: term, among: $0).isEmpty }) {
            throw .unknownName(String(term), rule: text, part: part)
        }
        return instances.compactMap { instance in
            guard let named = names[instance] else { return nil }
            let leftSlots = left.map { Self.slots(of: $0, among: named) }
            let rightSlots = right.map { Self.slots(of: $0, among: named) }
            guard !(leftSlots + rightSlots).contains(where: \.isEmpty) else { return nil }
            return Form.Identity(rule: text, left: leftSlots.flatMap(\.self).sorted(), right: rightSlots.flatMap(\.self).sorted())
        }
    }

    /// The slots that a name stands for: one, or with `.*` at its end all that begin with it.
    private static func slots(of term: Substring, among named: [Substring: Int]) -> [Int] {
        if term.hasSuffix(".*") {
            let prefix = term.dropLast()
            return named.filter { $0.key.hasPrefix(prefix) }.map(\.value)
        }
        return named[term].map { [$0] } ?? []
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
