import Testing

@testable import Biaoge

/// Labels that take several fields, or share one.
@Suite("Labels and the fields that they stand in")
struct LabelFieldsTests {
    @Test("the number of another label in the same field is no value")
    func twoLabels() throws {
        var part = PartText("requests", form: 1, ["denied.process:other": "0", "denied.process:person": "0"], other: "")
        part.rows[part.row("6.")][0] = "6 属于四类过程性信息 7 属于行政执法案卷"
        part.rows[part.row("7.")][0] = ""
        part.putLabelsInPlace(withCovered: true)
        let values = try part.solved()
        #expect(values["denied.process:person"] == "repaired 0")
        #expect(values["denied.process:other"] == "repaired 0")
    }

    @Test("a label with a space behind each character and no value has lost it, where no other cell is empty")
    func spacedLabel() throws {
        var part = PartText("proactive", other: "7")
        part.rows[part.row("行政许可")].removeLast()
        let requests = PartText("requests", form: 1, other: "7")
        part.rows += [[requests.title]] + requests.rows
        let values = try part.solved { row in
            row.map { String($0.flatMap { [$0, " "] }.dropLast()) }.joined(separator: " ")
        }
        #expect(values["licensing:decisions"] == "missing ")
        #expect(values["penalty:decisions"]?.hasSuffix(" 7") == true)
    }

    @Test("where the numbers of a row stand beside a group's label, its cells may be empty, though sums leave 0 for them")
    func numbersBesideAGroup() throws {
        let totals = ["person": "3", "other": "7", "total": "10"]
        var numbers = ["granted:person": "3", "granted:total": "3", "carried_over:legal": "0", "partial:business": "0"]
        for (column, number) in totals { numbers["received:" + column] = number }
        for (column, number) in totals { numbers["outcome_total:" + column] = number }
        var part = PartText("requests", form: 1, numbers, other: "")
        let row = part.row("2.没有")
        part.rows.replaceSubrange(row...(row + 1), with: [["（五）不予处理", "", "", "0", "", "0", "7", "7"]])
        part.putLabelsInPlace(withCovered: true)
        part.rows[row].swapAt(0, 1)
        let states = PartText.states(try part.solved(PartText.bars), "unavailable.unclear")
        #expect(!states.contains("derived"))
    }
}
