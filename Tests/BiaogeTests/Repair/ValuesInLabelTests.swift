import Testing

@testable import Biaoge

/// Digits that are glued to their label: a value each where every cell has one digit, and that only.
@Suite("Values in a label's field")
struct ValuesInLabelTests {
    @Test("digits glued to a label are fewer numbers, perhaps, where other cells are empty; zeros are always one each")
    func besideEmptyCells() throws {
        for (digits, expected) in [("275", "ambiguous "), ("000", "read 0")] {
            var part = PartText("proactive", ["rules:issued": "", "rules:repealed": ""], other: "7")
            part.rows[part.row("行政规范性文件")] = ["行政规范性文件" + digits, "", "", ""]
            #expect(try part.solved()["normative:issued"] == expected, "\(digits)")
        }
    }

    @Test("nor are they doubted where they add up")
    func thatAddUp() throws {
        let numbers = ["received", "granted", "outcome_total"].reduce(into: [:]) { $0[$1] = "3" }
        var part = PartText("requests", PartText.persons(numbers), other: "")
        part.rows[part.row("（一）")] = ["（一）予以公开3000003"]
        #expect(try part.solved()["granted:person"] == "read 3")
    }
}
