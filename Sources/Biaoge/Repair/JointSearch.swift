/// Finds the readings of a part that its identities allow, where the layout leaves choices.
///
/// Every combination of alternatives is a reading. A reading is out when an identity that touches a choice fails. What all readings
/// that are left agree on is known; on everything else the answer is "ambiguous".
struct JointSearch {
    let sums: Sums
    let choices: [Choice]
    let base: [SlotReading]
    /// The identities that touch a slot of a choice; the others fail or hold whatever is chosen.
    private let touched: [Int]
    /// Whether there is one reading only, whatever the sums say.
    private let isForced: Bool
    private let isOneOfSeveral: Bool

    /// More combinations than this are not tried.
    static let maximumReadings = 1_500

    /// - Parameter touchesAll: whether the whole reading is one of several, so that every identity speaks for or against it.
    init(sums: Sums, choices: [Choice], base: [SlotReading], touchesAll: Bool) {
        self.sums = sums
        self.choices = choices
        self.base = base
        touched =
            touchesAll ? Array(sums.identities.indices) : Set(choices.flatMap(\.slots).flatMap { sums.touching[$0] }).sorted()
        isOneOfSeveral = touchesAll
        isForced = !touchesAll && choices.isEmpty
    }

    /// What is left of the readings.
    enum Survivors {
        /// The readings that are left, and what blanks count for in them.
        case readings([[SlotReading]], Sums.Policy)
        /// No reading fits.
        case none
        /// There are too many to tell.
        case tooMany
    }

    /// The readings that no identity rules out.
    func survivors() -> Survivors {
        guard !isForced else { return .readings([base], .blankIsUnknown) }
        var isCapped = false
        // Blanks as unknown would let everything pass that puts numbers beside blanks.
        for policy in isOneOfSeveral ? [Sums.Policy.blankIsZero] : [.blankIsZero, .blankTotalIsUnknown] {
            let narrowed = choices.map { narrow($0, policy) }
            guard narrowed.allSatisfy({ !$0.isEmpty }) else { continue }
            var combinations = 1
            for alternatives in narrowed {
                combinations = min(combinations * alternatives.count, Self.maximumReadings + 1)
            }
            guard combinations <= Self.maximumReadings else {
                isCapped = true
                continue
            }
            let readings = combine(narrowed, policy)
            if !readings.isEmpty { return isCapped ? .tooMany : .readings(readings, policy) }
        }
        return isCapped ? .tooMany : .none
    }

    /// The alternatives of a choice that no identity rules out by themselves, all other choices being open.
    private func narrow(_ choice: Choice, _ policy: Sums.Policy) -> [Int] {
        var open = base
        for other in choices { for slot in other.slots { open[slot] = .lost } }
        let identities = Set(choice.slots.flatMap { sums.touching[$0] }).sorted()
        return choice.alternatives.indices.filter { index in
            var reading = open
            for (slot, value) in choice.alternatives[index] { reading[slot] = value }
            let outcome = sums.evaluate(reading, policy, among: identities)
            return !identities.contains { outcome.fails[$0] }
        }
    }

    private func combine(_ narrowed: [[Int]], _ policy: Sums.Policy) -> [[SlotReading]] {
        var result: [[SlotReading]] = []
        forEachCombination(of: narrowed.map(\.count)) { picked in
            var reading = base
            for (index, choice) in choices.enumerated() {
                for (slot, value) in choice.alternatives[narrowed[index][picked[index]]] { reading[slot] = value }
            }
            let outcome = sums.evaluate(reading, policy, among: touched)
            if !touched.contains(where: { outcome.fails[$0] }) { result.append(reading) }
        }
        return result
    }
}
