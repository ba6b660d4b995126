/// Readings of a whole part of which any may be the true one: each by itself while they are few, else what they agree on.
///
/// Many readings differ in so much that what follows from each is not worth asking, and they would take more memory than all the rest.
struct PossibleReadings {
    /// The readings; where they are too many, one with what they agree on, the rest being in doubt.
    private(set) var list: [[SlotReading]] = []
    private var areTooMany = false

    private static let maximum = 48

    init(_ readings: [[SlotReading]] = []) {
        for reading in readings { append(reading) }
    }

    var isEmpty: Bool { list.isEmpty }

    mutating func append(_ reading: [SlotReading]) {
        list.append(reading)
        if areTooMany || list.count > Self.maximum { settle() }
    }

    mutating func append(_ others: PossibleReadings) {
        for reading in others.list { append(reading) }
        if others.areTooMany { settle() }
    }

    /// Leaves of all readings what they agree on.
    private mutating func settle() {
        areTooMany = true
        for reading in list.dropFirst() {
            for slot in reading.indices where !list[0][slot].agrees(with: reading[slot]) { list[0][slot] = .doubtful }
        }
        list.removeLast(list.count - 1)
    }
}
