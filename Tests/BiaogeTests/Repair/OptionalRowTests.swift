import Testing

@testable import Biaoge

/// A row that its variant may lack, and whether the sums tell that the report never had it.
@Suite struct OptionalRowTests {
    /// The states of 3.其他, the row being gone, and whether some sum is said to fail.
    private func missing(_ numbers: [String: String]) throws -> (states: Set<Substring>, fails: Bool) {
        var part = PartText("requests", numbers)
        part.rows.remove(at: part.row("3.其他"))
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n\(part.title)\n\n" + part.rows.map { $0.joined(separator: "\t") + "\n" }.joined()
        let document = try Document(reading: Array(text.utf8))
        let values = Dictionary(
            document.values.map { (String($0.key.dropFirst("requests.".count)), "\($0.state) \($0.number)") },
            uniquingKeysWith: { $1 })
        return (
            PartText.states(values, "other.misc"),
            document.findings.contains { $0.isFailure && $0.key == "requests.outcome_total:legal" }
        )
    }

    private let balanced = ["received:person": "5", "received:total": "5", "granted:person": "5", "granted:total": "5"]
        .merging(["outcome_total:person": "5", "outcome_total:total": "5"]) { $1 }

    @Test func nothingIsLeftForIt() throws {
        #expect(try missing(balanced).states == ["absent"])
    }

    @Test func aColumnWithAMisprintLeavesItNoTotal() throws {
        let result = try missing(balanced.merging(["outcome_total:legal": "3"]) { $1 })
        #expect(result.states == ["absent"])
        #expect(result.fails)
    }

    @Test func aMisprintInTheTotalsLeavesItNothingToAddUp() throws {
        #expect(try missing(balanced.merging(["outcome_total:total": "6"]) { $1 }).states == ["absent"])
    }

    @Test func itMayHaveHeldWhatIsLeftInBoth() throws {
        let left = ["outcome_total:legal": "3", "outcome_total:total": "9"]
        #expect(!(try missing(balanced.merging(left) { $1 }).states.contains("absent")))
    }

    @Test func totalsThatAreAllEmptySayNothing() throws {
        var numbers = balanced.merging(["outcome_total:legal": "3"]) { $1 }
        for key in ["received:total", "granted:total", "outcome_total:total"] { numbers[key] = "" }
        #expect(!(try missing(numbers).states.contains("absent")))
    }

    @Test func itMayBeOneOfTwoRowsWithTheLabelOfTheNext() throws {
        var part = PartText(
            "requests", ["granted:total": "5", "outcome_total:total": "6", "outcome_total:legal": "8（38）"], other: "/")
        let row = part.row("1.申请人")
        part.rows[row] = [part.rows[row + 1][0], "/", "/", "/", "/", "/", "/", "1"]
        part.putLabelsInPlace()
        #expect(PartText.states(try part.solved(), "other.not_corrected").isDisjoint(with: ["absent"]))
    }
}
