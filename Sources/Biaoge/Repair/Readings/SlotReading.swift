/// What one reading of the source puts into a slot.
struct SlotReading: Sendable, Hashable {
    enum Kind: UInt8, Sendable {
        /// A number that the source prints.
        case number
        /// A cell that is there and empty.
        case blank
        /// No cell; the source lost it.
        case lost
        /// Something stands there that cannot be read for certain, or several rows lay claim to the slot.
        case doubtful
        /// The variant of the form has no such row.
        case absent
    }

    var kind: Kind
    var number = Number(mantissa: 0, decimals: 0)
    /// The token that the reading rests on; `nil` for a cell that has none.
    var token: Int?
    /// Whether the layout had moved, split or hidden the value.
    var isRepaired = false
    /// For a blank cell, whether it may have lost its number.
    var isEmptied = false
    /// Whether the number was put together of two fields, or cut out of one.
    var isRecut = false

    /// Whether both say the same of the slot, wherever they have it from.
    func agrees(with other: SlotReading) -> Bool { kind == other.kind && number == other.number }

    /// The same in doubt: a number that is printed, though nobody knows whether the slot holds it.
    var inDoubt: SlotReading {
        var reading = self
        reading.kind = kind == .lost ? .lost : .doubtful
        return reading
    }

    /// A number that was put together of several fields, or cut out of one.
    static func recut(_ number: Number, _ token: Int) -> SlotReading {
        SlotReading(kind: .number, number: number, token: token, isRepaired: true, isRecut: true)
    }

    static let lost = SlotReading(kind: .lost)
    static let absent = SlotReading(kind: .absent)
    static let doubtful = SlotReading(kind: .doubtful)
}

/// Places where the source leaves a choice: each alternative puts readings into the same slots.
struct Choice: Sendable {
    var alternatives: [[(slot: Int, reading: SlotReading)]]
    /// The slots that the alternatives put readings into.
    var slots: [Int]
    /// The slots, where they stand side by side and every alternative puts a reading into each, in order.
    private(set) var row: Range<Int>?
    /// Whether the first alternative is what the layout says, and stands when the sums allow none.
    var hasDefault: Bool
    /// How many alternatives, the last ones, take two defects that make up for each other, where what the layout says takes a misprint: they
    /// do not put it out.
    private let rivalCount: Int

    init(_ alternatives: [[(slot: Int, reading: SlotReading)]], hasDefault: Bool = false, rivalCount: Int = 0) {
        self.alternatives = alternatives
        self.hasDefault = hasDefault
        self.rivalCount = rivalCount
        slots = Set(alternatives.joined().map(\.slot)).sorted()
        if let first = slots.first, let last = slots.last, alternatives.allSatisfy({ $0.map(\.slot) == Array(first...last) }) {
            row = first..<(last + 1)
        }
    }

    /// Whether all of some alternatives take two defects.
    func areRivals(_ left: some Sequence<Int>) -> Bool { left.allSatisfy { $0 >= alternatives.count - rivalCount } }

    /// What stands when the sums allow these alternatives and no others, if that is not one of them: what the layout says; or nothing certain,
    /// where it takes two defects and the layout says nothing.
    func fallback(from left: [Int]) -> [(slot: Int, reading: SlotReading)]? {
        guard areRivals(left) else { return nil }
        if hasDefault { return alternatives[0] }
        return left.isEmpty ? nil : slots.map { ($0, .doubtful) }
    }

    /// Whether a reading of the part has a number where what the layout says has another, or none.
    func hasMoved(in reading: [SlotReading]) -> Bool {
        hasDefault && alternatives[0].contains { slot, own in reading[slot].kind == .number && !own.agrees(with: reading[slot]) }
    }
}
