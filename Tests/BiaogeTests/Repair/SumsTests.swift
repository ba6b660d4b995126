import Testing

@testable import Biaoge

/// What follows from one reading of a part, by its sums alone.
@Suite struct SumsTests {
    /// 政府信息公开行政复议、行政诉讼情况: of each five slots the last is the sum of the others.
    private let part = Form.bundled[0].parts[2]

    /// What follows where the first five slots have these numbers, all others 0.
    private func outcome(
        _ numbers: [Int?], else other: SlotReading = .lost, _ policy: Sums.Policy = .blankIsZero
    ) -> Sums.Outcome {
        var reading = part.slots.map { _ in SlotReading(kind: .number) }
        for (slot, number) in numbers.enumerated() {
            reading[slot] = number.map { SlotReading(kind: .number, number: Number(mantissa: Int64($0), decimals: 0)) } ?? other
        }
        return Sums(part, decimals: 0).evaluate(reading, policy)
    }

    @Test func theOneUnknownOfASumFollows() {
        let outcome = outcome([7, nil, 1, 2, 14])
        #expect(outcome.values[1] == 4)
        #expect(outcome.derivedFrom[1] != nil)
        #expect(outcome.derivedFrom[0] == nil)
        #expect(!outcome.fails.contains(true))
    }

    @Test func ofTwoUnknownsNeitherFollows() {
        let outcome = outcome([7, nil, nil, 2, 14])
        #expect(outcome.values[1] == nil)
        #expect(outcome.values[2] == nil)
    }

    @Test func whereNothingIsLeftForCountsTheyAreZero() {
        let outcome = outcome([12, nil, nil, 2, 14])
        #expect(outcome.values[1] == 0)
        #expect(outcome.values[2] == 0)
    }

    @Test func aCountIsNeverNegative() {
        let outcome = outcome([20, nil, 0, 0, 14])
        #expect(outcome.values[1] == nil)
        #expect(outcome.fails.contains(true))
    }

    @Test func anEmptyTotalCountsForZeroOrForNothing() {
        let blank = SlotReading(kind: .blank)
        #expect(outcome([7, 4, 1, 2, nil], else: blank, .blankIsZero).fails.contains(true))
        #expect(outcome([7, 4, 1, 2, nil], else: blank, .blankTotalIsUnknown).values[4] == 14)
        #expect(outcome([7, 4, 1, 2, nil], else: blank, .blankIsUnknown).values[4] == 14)
        // Any other empty cell counts for 0 unless all are unknown.
        #expect(outcome([7, nil, 1, 2, 10], else: blank, .blankTotalIsUnknown).values[1] == 0)
        #expect(outcome([7, nil, 1, 2, 14], else: blank, .blankIsUnknown).values[1] == 4)
    }

    @Test("of many ways to see a part each gets its share of combinations", arguments: [(1, true), (8, true), (64, false)])
    func shareOfCombinations(ways: Int, isTried: Bool) throws {
        let base = [SlotReading](repeating: .lost, count: part.slots.count)
        // The first sum twice: five slots with one number each.
        let choices = [0, 5].map { start in
            Choice(
                (0..<20).map { mantissa in
                    (0..<15).map { index in
                        let number = SlotReading(kind: .number, number: Number(mantissa: Int64(mantissa), decimals: 0))
                        return (slot: index, reading: index == start ? number : .lost)
                    }
                })
        }
        let search = JointSearch(
            sums: Sums(part, decimals: 0), choices: choices, base: base, ways: ways, leavesTotalsBlank: false)
        if case .readings = search.survivors() { #expect(isTried) } else { #expect(!isTried) }
    }
}
