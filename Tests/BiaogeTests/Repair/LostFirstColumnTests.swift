import Testing

@testable import Biaoge

/// A page's end took the first column off the rows behind it, and rows that have empty fields behind their last one.
@Suite("Rows with a field less in front or more at their end")
struct LostFirstColumnTests {
    /// The requests with all cells of each row; nearly all zeros are blank.
    ///
    /// - Parameter withColumns: whether a label has a field for every column that it covers.
    private func requests(withColumns: Bool) -> PartText {
        var values: [String: String] = [:]
        for row in ["received", "rejected.petition", "outcome_total"] {
            (values[row + ":research"], values[row + ":total"]) = ("3", "3")
        }
        var part = PartText("requests", values, other: "")
        part.putLabelsInPlace(withCovered: withColumns)
        return part
    }

    @Test("from some row on labels stand a field too far left in rows that are a field short", arguments: [true, false])
    func firstColumnLost(withColumns: Bool) throws {
        var part = requests(withColumns: withColumns)
        for row in part.row("一、")..<part.rows.count where part.rows[row].contains("4.无正当理由大量反复申请") {
            for later in row..<part.rows.count where part.rows[later][0].isEmpty { part.rows[later].removeFirst() }
        }
        let values = try part.solved(PartText.bars)
        #expect(values["outcome_total:research"] == "read 3")
        #expect(values["rejected.excessive:total"] == "blank ")
        #expect(!values.values.contains { $0.hasPrefix("ambiguous") }, "\(values)")
    }

    @Test("rows that are filled up at their end instead", arguments: [true, false])
    func filledUp(holdsFirst: Bool) throws {
        var part = requests(withColumns: true)
        let first = part.rows.firstIndex { $0.contains("1.信访举报投诉类申请") } ?? 0
        for row in first..<part.rows.count where part.rows[row][0].isEmpty {
            part.rows[row].removeFirst()
            if part.rows[row][0].isEmpty { part.rows[row].append("") }
        }
        if holdsFirst {
            let row = part.rows.firstIndex { $0.contains("2.重复申请") } ?? 0
            part.rows[row][2] = "0"
        }
        let values = try part.solved(PartText.bars)
        // Where the first field behind each label is empty, it may be what fills the rows up, and only the sums tell.
        #expect(values["rejected.petition:research"] == (holdsFirst ? "read 3" : "repaired 3"))
        if holdsFirst { #expect(PartText.states(values, "rejected.repeat") == ["read", "blank"]) }
    }

    @Test("a row that is a field short and has its label in place has lost a value")
    func valueLost() throws {
        var part = requests(withColumns: true)
        for label in ["1.信访", "2.重复", "3.要求"] {
            let row = part.rows.firstIndex { $0.count > 2 && $0[2].hasPrefix(label) } ?? 0
            part.rows[row].remove(at: 3)
        }
        let values = try part.solved(PartText.bars)
        #expect(values["rejected.petition:business"] != "read 3")
        #expect(values["rejected.repeat:total"] != "blank ")
    }

    @Test("some rows have empty fields behind their last column", arguments: [true, false])
    func addedEnds(withColumns: Bool) throws {
        var part = requests(withColumns: withColumns)
        for row in part.rows.indices where row % 3 == 0 && part.rows[row].count > 7 { part.rows[row] += ["", ""] }
        let values = try part.solved(PartText.bars)
        #expect(values["received:research"] == "read 3")
        #expect(values["outcome_total:research"] == "read 3")
        #expect(!values.values.contains { $0.hasPrefix("ambiguous") }, "\(values)")
    }

    @Test("below a header that is as wide the fields are a column's")
    func wideHeader() throws {
        var part = PartText("proactive", form: 1, ["rules:made": "2", "normative:published": "5"], other: "")
        for row in [part.row("行政处罚"), part.row("行政强制")] {
            part.rows[row] = [part.rows[row][0], "", "", "8", "", ""]
        }
        let header = part.row("行政处罚") - 1
        part.rows[header].insert(contentsOf: ["", ""], at: 1)
        let values = try part.solved(PartText.bars)
        #expect(values["penalty:decisions"] != "read 8")
    }
}
