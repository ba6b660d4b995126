import Testing

@testable import Biaoge

/// Reports with two defects of which one hides the other, or with one where blanks are gone.
@Suite struct TwoDefectsTests {
    private let spaces = { (row: [String]) in row.filter { !$0.isEmpty }.joined(separator: " ") }

    /// Rows with as many numbers as most others have not lost a column where one has them all.
    @Test func rowsOfFourNumbersHaveEmptyCells() throws {
        var part = PartText("requests", other: "")
        for row in part.rows.indices where part.rows[row].count == 8 {
            part.rows[row].replaceSubrange(1..., with: ["0", "0", "0", "0"])
        }
        part.put([
            "一、": "16,0,0,0,0,0,16", "6.属于": "12,,0,0,0,0,12", "7.属于": "4,0,0,4", "（七）": "16,0,0,0,0,0,16", "四、": "0,0,0,0,0",
        ])
        let values = try part.solved(spaces)
        #expect(values["denied.process:business"] != "derived 0")
    }
}
