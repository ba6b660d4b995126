/// Asks of rows that the layout alone settles, and whose sums fail, whether two defects that make up for each other would explain them.
///
/// A report whose own sums are wrong comes out as printed. But where a value in two fields and a lost cell, or the like, would make
/// every sum hold, or two more where a misprint breaks the row's own besides, the row may just as well be broken: both readings stand, and
/// where they differ the answer is ambiguous.
struct Challenge {
    let sums: Sums
    let part: Form.Part
    let rows: [(row: Int, readings: () -> [[SlotReading]])]

    /// More rivals than this say no more than that a row is in doubt.
    static let maximumRivals = 16

    /// The readings that rival a reading of the whole part.
    func readings(_ reading: [SlotReading]) -> [[SlotReading]] {
        guard !sums.identities.isEmpty else { return [] }
        let outcome = sums.evaluate(reading, .blankIsZero)
        guard outcome.fails.contains(true) else { return [] }
        var result: [[SlotReading]] = []
        for (row, deviations) in rows {
            let slots = part.rows[row].slots
            let touched = Set(slots.flatMap { sums.touching[$0] }).sorted()
            guard touched.contains(where: { outcome.fails[$0] }) else { continue }
            // Where the row itself does not add up, a misprint besides may let a sum fail in both.
            let mayBeMisprinted = sums.ofRow[slots.lowerBound]?.contains { outcome.fails[$0] } ?? false
            for deviation in deviations() where result.count < Self.maximumRivals {
                var rival = reading
                rival.replaceSubrange(slots, with: deviation)
                let theirs = sums.evaluate(rival, .blankIsZero, among: touched)
                guard touched.allSatisfy({ !theirs.fails[$0] || mayBeMisprinted && outcome.fails[$0] }) else { continue }
                // A sum that holds only because a number of its own is gone explains nothing, nor does the only one that a misprint breaks
                // besides its row's; but one that breaks those of another column does not break that of the totals.
                let mended = touched.filter { outcome.fails[$0] && !theirs.fails[$0] && holds($0, theirs) }
                let left = touched.count { theirs.fails[$0] }
                let isOfTotals =
                    left == 2 && mended.contains { sums.identities[$0].slots.contains { slots.contains($0) && sums.isTotal[$0] } }
                if mended.count > (left > 0 && !isOfTotals ? 1 : 0) { result.append(rival) }
            }
        }
        return result
    }

    /// Whether all numbers of an identity are known without it, or are nothing.
    private func holds(_ index: Int, _ outcome: Sums.Outcome) -> Bool {
        sums.identities[index].slots.allSatisfy { slot in
            outcome.values[slot].map { $0 == 0 || outcome.derivedFrom[slot] != index } ?? false
        }
    }
}
