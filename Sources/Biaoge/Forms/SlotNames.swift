/// What the slots of a part are called in its rules: by their rows, by their columns, or by their keys.
struct SlotNames {
    /// The different names, in the order in which they first occur.
    private(set) var names: [Substring] = []
    /// For each slot the index of its name.
    private(set) var ofSlot: [Int] = []

    init(_ all: some Sequence<Substring>) {
        for name in all {
            // Slots stand row by row, so that the name is new or near.
            let known = names.lastIndex { $0.isExactly(name) } ?? names.count
            if known == names.count { names.append(name) }
            ofSlot.append(known)
        }
    }

    /// One name for all slots.
    init(repeating name: Substring, count: Int) {
        names = [name]
        ofSlot = [Int](repeating: 0, count: count)
    }

    /// Names that all differ.
    init(unique names: [Substring]) {
        self.names = names
        ofSlot = Array(names.indices)
    }

    /// The indexes of the names that a term of a rule stands for: one, or with `.*` at its end all that begin with it.
    func matching(_ term: Substring) -> [Int] {
        guard term.utf8.suffix(2).elementsEqual(".*".utf8) else {
            return names.indices.filter { names[$0].isExactly(term) }
        }
        return names.indices.filter { names[$0].utf8.starts(with: term.utf8.dropLast()) }
    }

    /// For each name of another kind, for each of these names the slot that has both, or -1.
    func slots(by others: SlotNames) -> [[Int]] {
        var slots = [[Int]](repeating: [Int](repeating: -1, count: names.count), count: others.names.count)
        for slot in ofSlot.indices { slots[others.ofSlot[slot]][ofSlot[slot]] = slot }
        return slots
    }
}

extension Substring {
    /// Whether a name has the same bytes.
    fileprivate func isExactly(_ other: Substring) -> Bool {
        let (left, right) = (utf8.span, other.utf8.span)
        return left.count == right.count && left.indices.allSatisfy { left[$0] == right[$0] }
    }
}
