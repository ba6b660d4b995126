/// The identities of a part over one reading of it: which hold, which fail, and what follows for slots without a number.
struct Sums: Sendable {
    /// What a blank cell counts for.
    enum Policy: Int, Comparable {
        /// As 0.
        case blankIsZero
        /// As 0, but for the cells that an identity has alone on a side: an empty 总计 may belong to other numbers.
        case blankTotalIsUnknown
        /// As unknown.
        case blankIsUnknown

        static func < (left: Policy, right: Policy) -> Bool { left.rawValue < right.rawValue }
    }

    /// What follows from a reading.
    struct Outcome: Sendable {
        /// For each slot its number, printed or derived, in units of the least decimal; `nil` when unknown.
        var values: [Int64?]
        /// For each slot the identity that it was derived from, if it was.
        var derivedFrom: [Int?]
        /// For each identity whether all of its slots are known and its sides differ, or no values at all could make them equal.
        var fails: [Bool]
    }

    /// The most decimals that numbers are added with: an amount in 万元 with six is one of whole 分. A number with more takes part in
    /// no sum.
    static let maximumDecimals = 6

    let identities: [Form.Identity]
    /// For each slot the identities with it.
    let touching: [[Int]]
    /// Slots that stand alone on a side of an identity.
    let isTotal: [Bool]
    private let isNotNegative: [Bool]
    /// For the first slot of each row, the identities that lie within the row.
    let ofRow: [Int: [Int]]
    /// Decimals of the units that the sums are made in.
    let decimals: Int

    init(_ part: Form.Part, decimals: Int) {
        identities = part.identities
        self.decimals = decimals
        var touching = [[Int]](repeating: [], count: part.slots.count)
        var isTotal = [Bool](repeating: false, count: part.slots.count)
        for (index, identity) in identities.enumerated() {
            for slot in identity.slots { touching[slot].append(index) }
            for side in [identity.left, identity.right] where side.count == 1 { isTotal[side[0]] = true }
        }
        self.touching = touching
        self.isTotal = isTotal
        isNotNegative = part.slots.map { $0.content != .change }
        var ofRow: [Int: [Int]] = [:]
        for row in part.rows where !row.slots.isEmpty {
            ofRow[row.slots.lowerBound] = part.identities.indices.filter { index in
                part.identities[index].left.allSatisfy(row.slots.contains)
                    && part.identities[index].right.allSatisfy(row.slots.contains)
            }
        }
        self.ofRow = ofRow
    }

    /// Everything that follows from a reading.
    ///
    /// - Parameter some: the identities to look at; all unless given.
    func evaluate(_ readings: [SlotReading], _ policy: Policy, among some: [Int]? = nil) -> Outcome {
        var outcome = Outcome(
            values: [Int64?](repeating: nil, count: readings.count), derivedFrom: [Int?](repeating: nil, count: readings.count),
            fails: [Bool](repeating: false, count: identities.count))
        for (slot, reading) in readings.enumerated() {
            switch reading.kind {
            case .number: outcome.values[slot] = reading.number.scaled(to: decimals)
            case .absent: outcome.values[slot] = 0
            case .blank:
                switch policy {
                case _ where reading.isEmptied: break
                case .blankIsZero: outcome.values[slot] = 0
                case .blankTotalIsUnknown: outcome.values[slot] = isTotal[slot] ? nil : 0
                case .blankIsUnknown: break
                }
            case .lost, .doubtful: break
            }
        }
        var isSettled = [Bool](repeating: false, count: identities.count)
        let chosen = some ?? Array(identities.indices)
        var changed = true
        while changed {
            changed = false
            for index in chosen where !isSettled[index] {
                changed = settle(index, &outcome, &isSettled[index]) || changed
            }
        }
        return outcome
    }

    /// What some identities say about a reading.
    enum Verdict: Sendable {
        /// All of their slots are known, and they hold.
        case hold
        /// Something is unknown, and nothing is refuted.
        case open
        /// At least one fails.
        case fail
    }

    /// What the identities within the slots of one row say, blanks counted as 0.
    ///
    /// - Parameter readings: what stands in the row's slots, from left to right.
    func verdict(_ readings: [SlotReading], inside slots: Range<Int>) -> Verdict {
        guard let own = ofRow[slots.lowerBound], !own.isEmpty else { return .open }
        var result = Verdict.hold
        for index in own {
            switch verdict(identities[index], readings, from: slots.lowerBound) {
            case .fail: return .fail
            case .open: result = .open
            case .hold: break
            }
        }
        return result
    }

    /// Whether a row has several identities and more of them fail than hold, those over nothing but zeros aside: numbers of which few add up
    /// stand in another order, or elsewhere.
    func mostFail(_ readings: [SlotReading], inside slots: Range<Int>) -> Bool {
        guard let own = ofRow[slots.lowerBound], own.count > 1 else { return false }
        let telling = own.filter { identities[$0].slots.contains { readings[$0 - slots.lowerBound].number.mantissa != 0 } }
        let failing = telling.count { verdict(identities[$0], readings, from: slots.lowerBound) == .fail }
        return failing > 1 && failing * 2 > telling.count
    }

    /// What an identity says about the readings of slots from `start` on, blanks counted as 0.
    func verdict(_ identity: Form.Identity, _ readings: [SlotReading], from start: Int) -> Verdict {
        var residual: Int64 = 0
        var unknown = (left: 0, right: 0)
        var areNotNegative = true
        for (slots, sign) in [(identity.left, Int64(1)), (identity.right, Int64(-1))] {
            for slot in slots {
                let reading = readings[slot - start]
                switch reading.kind {
                case .number:
                    if let value = reading.number.scaled(to: decimals) {
                        residual += sign * value
                        continue
                    }
                case .blank where !reading.isEmptied: continue
                case .absent: continue
                case .blank, .lost, .doubtful: break
                }
                if sign > 0 { unknown.left += 1 } else { unknown.right += 1 }
                areNotNegative = areNotNegative && isNotNegative[slot]
            }
        }
        if unknown == (0, 0) { return residual == 0 ? .hold : .fail }
        guard areNotNegative, unknown.left == 0 || unknown.right == 0 else { return .open }
        // What is unknown on one side must make up for what the other has more.
        return (unknown.left == 0 ? residual : -residual) < 0 ? .fail : .open
    }

    /// Looks at one identity; answers whether a slot became known.
    private func settle(_ index: Int, _ outcome: inout Outcome, _ isSettled: inout Bool) -> Bool {
        var residual: Int64 = 0
        var unknownLeft = 0
        var unknownRight = 0
        var unknown = -1
        var areNotNegative = true
        for (side, sign) in [(identities[index].left, Int64(1)), (identities[index].right, Int64(-1))] {
            for slot in side {
                if let value = outcome.values[slot] {
                    residual += sign * value
                } else {
                    if sign > 0 { unknownLeft += 1 } else { unknownRight += 1 }
                    unknown = slot
                    areNotNegative = areNotNegative && isNotNegative[slot]
                }
            }
        }
        // left - right of what is known: the unknown slots of the other side must make up for it.
        switch (unknownLeft, unknownRight) {
        case (0, 0):
            isSettled = true
            outcome.fails[index] = residual != 0
            return false
        case (1, 0), (0, 1):
            isSettled = true
            let value = unknownRight == 1 ? residual : -residual
            // What follows from numbers without measure is not followed any further.
            guard value.magnitude < Number.magnitudeLimit else { return false }
            guard value >= 0 || !isNotNegative[unknown] else {
                outcome.fails[index] = true
                return false
            }
            outcome.values[unknown] = value
            outcome.derivedFrom[unknown] = index
            return true
        case (_, 0), (0, _):
            guard areNotNegative else { return false }
            let rest = unknownLeft == 0 ? residual : -residual
            if rest < 0 {
                isSettled = true
                outcome.fails[index] = true
                return false
            }
            guard rest == 0 else { return false }
            // Nothing is left for numbers that cannot be negative.
            isSettled = true
            for slot in unknownLeft == 0 ? identities[index].right : identities[index].left where outcome.values[slot] == nil {
                outcome.values[slot] = 0
                outcome.derivedFrom[slot] = index
            }
            return true
        default:
            return false
        }
    }
}
