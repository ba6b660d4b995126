import Testing

@testable import Biaoge

/// Which variant of 其他处理 a report has: one row, or three items.
@Suite struct VariantChoiceTests {
    /// The states of the only row and of the items, of requests with blanks, where empty cells vanish, whose first item is `first` and whose others
    /// are gone but for the last, if it `isLastKept`.
    private func states(first: String, isLastKept: Bool, gap: String = " ") throws -> (
        single: Set<Substring>, items: Set<Substring>
    ) {
        let numbers = ["received": "9", "granted": "2", "other.not_corrected": "7", "outcome_total": "9"]
        var part = PartText("requests", PartText.persons(numbers), other: "")
        let row = part.row("1.申请人无正当理由")
        part.rows[row][0] = first
        part.rows.removeSubrange((row + 1)..<(row + (isLastKept ? 2 : 3)))
        part.rows.insert(["（六）其他处理"], at: row)
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: gap) }
        let items = ["not_corrected", "fee_unpaid", "misc"].map { PartText.states(values, "other.\($0)") }
        return (PartText.states(values, "other"), Set(items.joined()))
    }

    @Test func theLabelOfAnItemProvesThatThereAreItemsWithNothingBehindItToo() throws {
        let states = try states(first: "", isLastKept: true)
        #expect(states.single.isEmpty)
        #expect(!states.items.contains("absent"))
    }

    @Test func soDoTwoLabelsInOne() throws {
        let states = try states(
            first: "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", isLastKept: false, gap: "    ")
        #expect(states.single.isEmpty)
        #expect(!states.items.contains("absent"))
    }

    @Test func rowsThatHaveTheLabelOfTheGroupEachAreItems() throws {
        var part = PartText("requests", PartText.persons(["received": "2", "other.not_corrected": "2", "outcome_total": "2"]))
        let row = part.row("1.申请人无正当理由")
        part.rows.remove(at: row + 2)
        for row in row...(row + 1) { part.rows[row][0] = "（六）其他处理" }
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "other.not_corrected").isDisjoint(with: ["absent"]))
    }

    @Test func theLabelOfTheGroupAloneIsThatOfTheOnlyRow() throws {
        let states = try states(first: "", isLastKept: false)
        #expect(states.items == ["absent"])
    }

    /// 其他 stands in the header of either form, but 3.其他 is a row of one only.
    @Test func theNumberInFrontTellsTheForm() throws {
        var part = PartText("requests")
        part.rows.removeSubrange(part.row("1.申请人")..<part.row("3.其他"))
        part.rows.insert(["（六）其他处理"], at: part.row("3.其他"))
        let text = "柳湾镇2020年政府信息公开工作年度报告\n\n\(part.title)\n\n" + part.rows.map { $0.joined(separator: " ") + "\n" }.joined()
        let forms = try Document(reading: Array(text.utf8)).forms.filter { $0.part == "requests" }
        #expect(forms.map(\.form) == ["annual-report-2021"])
    }
}
