/// Finds the readings of a part that its identities allow, where the layout leaves choices.
///
/// Every combination of alternatives is a reading. A reading is out when an identity that touches a choice fails. What all readings
/// that are left agree on is known; on everything else the answer is "ambiguous". Two rows that fit in no way put all choices in doubt, but
/// for what was printed, where the layout alone tells its place and the rows around it add up.
struct JointSearch {
    let sums: Sums
    private let choices: [Choice]
    private let base: [SlotReading]
    /// What blanks may count for, the likeliest first.
    private let policies: [Sums.Policy]
    /// Whether the whole reading is one of several, so that every identity speaks for or against it.
    private let touchesAll: Bool

    /// More combinations than this are not tried.
    static let maximumCombinations = 1_500
    /// How many are tried here: of very many ways to see a part, each gets its share.
    private let limit: Int

    /// - Parameters:
    ///   - ways: in how many ways the part is seen, of which this is one.
    ///   - leavesTotalsBlank: whether an empty 总计 may belong to other numbers.
    init(sums: Sums, choices: [Choice], base: [SlotReading], ways: Int, leavesTotalsBlank: Bool) {
        self.sums = sums
        self.choices = choices
        self.base = base
        touchesAll = ways > 1
        limit = Self.maximumCombinations / max(1, ways / 8)
        // Blanks as unknown would let everything pass that puts numbers beside blanks.
        policies = leavesTotalsBlank && !touchesAll ? [.blankIsZero, .blankTotalIsUnknown] : [.blankIsZero]
    }

    /// What is left of the readings.
    enum Survivors {
        /// The readings that no identity rules out, and what blanks count for in them.
        case readings(PossibleReadings, Sums.Policy)
        /// No reading fits, or there are too many to try: what each choice has in common where it stands alone.
        case undecided([SlotReading])
        /// The whole reading is out, being one of several.
        case none
    }

    /// The readings that no identity rules out.
    func survivors() -> Survivors {
        guard touchesAll || !choices.isEmpty else { return .readings(PossibleReadings([base]), .blankIsUnknown) }
        var isCapped = false
        // What each choice may be, for any of the policies.
        var possible = choices.map { _ in Set<Int>() }
        for policy in policies {
            var settled = base
            var open: [(choice: Choice, alternatives: [Int])] = []
            var isPossible = true
            for (index, choice) in choices.enumerated() {
                let alternatives = narrow(choice, policy)
                possible[index].formUnion(alternatives)
                if let fallback = choice.fallback(from: alternatives) {
                    for (slot, reading) in fallback { settled[slot] = reading }
                } else {
                    isPossible = isPossible && !alternatives.isEmpty
                    open.append((choice, alternatives))
                }
            }
            guard isPossible else { continue }
            let combinations = open.reduce(1) { min($0 * $1.alternatives.count, limit + 1) }
            guard combinations <= limit else {
                isCapped = true
                continue
            }
            let readings = combine(open, settled, policy)
            if !readings.isEmpty, !isCapped { return .readings(readings, policy) }
        }
        return touchesAll && !isCapped ? .none : .undecided(common(possible, areRefuted: !isCapped))
    }

    /// The alternatives of a choice that no identity rules out by themselves, all other choices being open.
    private func narrow(_ choice: Choice, _ policy: Sums.Policy) -> [Int] {
        var open = base
        for other in choices { for slot in other.slots { open[slot] = .lost } }
        let identities = Set(choice.slots.flatMap { sums.touching[$0] }).sorted()
        return choice.alternatives.indices.filter { index in
            // Most are out by the sum of their own row, which costs little to ask.
            if policy == .blankIsZero, let row = choice.row,
                sums.verdict(choice.alternatives[index].map(\.reading), inside: row) == .fail
            {
                return false
            }
            var reading = open
            for (slot, value) in choice.alternatives[index] { reading[slot] = value }
            let outcome = sums.evaluate(reading, policy, among: identities)
            return !identities.contains { outcome.fails[$0] }
        }
    }

    private func combine(
        _ open: [(choice: Choice, alternatives: [Int])], _ settled: [SlotReading], _ policy: Sums.Policy
    ) -> PossibleReadings {
        // The other identities fail or hold whatever is chosen.
        let touched =
            touchesAll
            ? Array(sums.identities.indices) : Set(open.flatMap(\.choice.slots).flatMap { sums.touching[$0] }).sorted()
        var result = PossibleReadings()
        forEachCombination(of: open.map(\.alternatives.count)) { picked in
            var reading = settled
            for (index, (choice, alternatives)) in open.enumerated() {
                for (slot, value) in choice.alternatives[alternatives[picked[index]]] { reading[slot] = value }
            }
            let outcome = sums.evaluate(reading, policy, among: touched)
            if !touched.contains(where: { outcome.fails[$0] }) { result.append(reading) }
        }
        return result
    }

    /// What the alternatives of each choice agree on that no identity rules out by themselves, and what was printed, where the layout alone
    /// tells its place; where all are ruled out, what was printed is none of them.
    ///
    /// - Parameter areRefuted: whether no reading fits, so that what rules others out may be wrong.
    private func common(_ possible: [Set<Int>], areRefuted: Bool) -> [SlotReading] {
        var result = base
        let mayBePrinted = haveFewWrongSums
        // One row that fits in no way is broken in some other way; several say that the table is.
        let isWorthless = zip(choices, possible).count { $1.isEmpty && !($0.hasDefault && mayBePrinted) } > 1
        for (choice, alternatives) in zip(choices, possible) {
            var left = isWorthless || !choice.hasDefault && choice.areRivals(alternatives) ? [] : alternatives
            if choice.hasDefault, mayBePrinted { left.formUnion(isWorthless ? Set(choice.alternatives.indices) : [0]) }
            for slot in choice.slots {
                let options = left.sorted().compactMap { index in choice.alternatives[index].first { $0.slot == slot }?.reading }
                let isOne = options.allSatisfy { $0.agrees(with: options[0]) && $0.kind != .lost }
                result[slot] = isOne ? options.first ?? .doubtful : .doubtful
            }
        }
        if areRefuted { doubtUnproved(&result) }
        return result
    }

    /// What is left of a choice because sums rule out the rest is in doubt where no reading fits them all, unless a sum holds with it.
    private func doubtUnproved(_ reading: inout [SlotReading]) {
        for choice in choices where !choice.hasDefault && choice.alternatives.count > 1 {
            let numbers = choice.slots.filter { reading[$0].kind == .number && reading[$0].number.mantissa != 0 }
            guard !numbers.isEmpty else { continue }
            let isProved = numbers.contains { slot in
                sums.touching[slot].contains { sums.verdict(sums.identities[$0], reading, from: 0) == .hold }
            }
            if !isProved { for slot in choice.slots { reading[slot] = .doubtful } }
        }
    }

    /// Whether the rows that do not add up as the layout has them stand alone or in pairs among more that do: misprints, where a piece that
    /// is broken has rows side by side that are. A row with several sums counts once for each.
    private var haveFewWrongSums: Bool {
        var reading = base
        for choice in choices where choice.hasDefault {
            for (slot, value) in choice.alternatives[0] { reading[slot] = value }
        }
        var (failing, holding, sideBySide) = (0, 0, 0)
        for identity in sums.ofRow.sorted(by: { $0.key < $1.key }).flatMap(\.value).map({ sums.identities[$0] }) {
            switch sums.verdict(identity, reading, from: 0) {
            case .fail:
                failing += 1
                sideBySide += 1
                if sideBySide > 2 { return false }
            case .hold where identity.slots.contains { reading[$0].number.mantissa != 0 }:
                holding += 1
                sideBySide = 0
            default: break
            }
        }
        return failing < holding
    }
}
