import Testing

@testable import Biaoge

/// A row without a label, of which the form has none left, beside one that has the label which it may have had.
@Suite struct LabelAboveTests {
    @Test func aRowThatDoesNotAddUpBelowOneWithoutALabelMayHaveTheLabelOfThat() throws {
        let numbers = PartText.persons(["received": "5", "granted": "6", "outcome_total": "6", "carried_over": "1"])
        var part = PartText("requests", numbers, other: "")
        let row = part.row("二、")
        part.rows.insert([""] + part.rows[row].dropFirst(), at: row)
        part.rows[row + 1].replaceSubrange(1..., with: ["28", "1", "19", "30", "13", "11", "11"])
        let values = try part.solved { $0.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") }
        #expect(values["carried_over:person"] == "ambiguous ")
        #expect(values["granted:person"] == "read 6")
    }
}
