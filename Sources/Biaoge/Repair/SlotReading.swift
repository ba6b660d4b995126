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
    /// The token that the reading rests on, or -1.
    var token = -1
    /// Whether the layout had moved, split or hidden the value.
    var isRepaired = false

    static let lost = SlotReading(kind: .lost)
    static let absent = SlotReading(kind: .absent)
    static let doubtful = SlotReading(kind: .doubtful)
}

/// Places where the source leaves a choice: each alternative puts readings into the same slots.
struct Choice: Sendable {
    var alternatives: [[(slot: Int, reading: SlotReading)]]
    /// The slots that the alternatives put readings into.
    var slots: [Int]

    init(_ alternatives: [[(slot: Int, reading: SlotReading)]]) {
        self.alternatives = alternatives
        slots = Set(alternatives.joined().map(\.slot)).sorted()
    }
}
