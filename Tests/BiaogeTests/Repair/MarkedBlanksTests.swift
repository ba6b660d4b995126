import Testing

@testable import Biaoge

/// Rows without ends whose empty cells have marks.
@Suite struct MarkedBlanksTests {
    /// All rows are as wide as the form has them but one, of which a cell is gone: none of its cells was empty and has vanished.
    @Test func whatAShortRowLacksIsLost() throws {
        var part = PartText("requests", ["received:person": "5", "outcome_total:person": "5", "granted:person": "5"], other: "-")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][2] = "0" }
        for row in ["一、", "（一）", "（七）"] { part.rows[part.row(row)][7] = "5" }
        let short = part.row("8.属于")
        part.rows[short] = [part.rows[short][0], "0", "0", "-", "-", "-", "-"]
        let values = try part.solved { $0.joined(separator: "\n\n") + "\n" }
        #expect(values["denied.query:total"] != "blank ")
        #expect(values["denied.query:person"] != "blank ")
        #expect(values["granted:person"] == "read 5")
    }
}
