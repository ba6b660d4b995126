import TestSupport

@testable import Biaoge

/// Numbers for every slot of a part, such that all its sums hold.
struct BalancedNumbers {
    /// The numbers as the contract writes them.
    let texts: [String]

    /// - Parameter present: for each row of the part, whether the report has it.
    init(_ part: Form.Part, _ present: [Bool], _ numbers: GeneratedReport.Numbers, random: inout SplitMix64) {
        let most = [9, 99, 99, 4999].randomElement(using: &random) ?? 99
        var values = part.slots.map { _ in Self.draw(numbers, most, &random) }
        for (index, row) in part.rows.enumerated() where !present[index] { for slot in row.slots { values[slot] = 0 } }
        Self.balanceColumns(part, &values)
        for identity in part.identities where identity.left.count == 1 && part.slots[identity.left[0]].columnName == "total" {
            if part.slots[identity.left[0]].rowName == part.slots[identity.right[0]].rowName {
                values[identity.left[0]] = identity.right.reduce(0) { $0 + values[$1] }
            }
        }
        for (index, slot) in part.slots.enumerated() where slot.content == .change && Bool.random(using: &random) {
            values[index].negate()
        }
        texts = zip(part.slots, values).map { slot, value in
            guard case .amount = slot.content, value > 0, Bool.random(using: &random) else { return String(value) }
            return "\(value).\(Int.random(in: 1...9999, using: &random))"
        }
    }

    private static func draw(_ numbers: GeneratedReport.Numbers, _ most: Int, _ random: inout SplitMix64) -> Int {
        switch numbers {
        case .distinct: Int.random(in: 1...most, using: &random)
        case .allZero: 0
        case .nearlyZero, .zerosBlank, .someBlank, .leftPacked:
            Int.random(in: 0..<10, using: &random) < 9 ? 0 : Int.random(in: 1...12, using: &random)
        }
    }

    /// In every column of the requests: the outcomes add up to （七）, and 一 + 二 = （七） + 四.
    private static func balanceColumns(_ part: Form.Part, _ values: inout [Int]) {
        guard part.id == "requests" else { return }
        let ends = ["received", "carried_over", "outcome_total", "carried_forward"].map { "requests." + $0 }
        for column in GeneratedReport.applicants {
            let slots = part.slots.indices.filter { part.slots[$0].columnName == column }
            let named = ends.compactMap { name in slots.first { part.slots[$0].rowName == name } }
            guard named.count == 4 else { continue }
            let outcomes = slots.filter { !named.contains($0) }.reduce(0) { $0 + values[$1] }
            let all = outcomes + values[named[3]]
            values[named[2]] = outcomes
            values[named[1]] = min(values[named[1]], all)
            values[named[0]] = all - values[named[1]]
        }
    }
}
