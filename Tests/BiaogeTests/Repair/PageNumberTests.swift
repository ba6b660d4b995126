import Testing

@testable import Biaoge

/// Numbers of pages among the rows of a part.
@Suite struct PageNumberTests {
    @Test("a row with a field for each cell has lost none to a page's number")
    func pageNumberInPage() throws {
        let part = PartText("requests", ["granted:person": "3", "granted:total": "3"], other: "")
        var lines = part.rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        lines.insert("<tr><td colspan=8>12</td></tr>", at: part.row("（二）"))
        let html = "<html><title>柳湾镇2022年政府信息公开工作年度报告</title><table>\(lines.joined())</table></html>"
        let values = try Document(reading: Array(html.utf8)).values
        #expect(values.first { $0.key == "requests.partial:person" }?.state == .blank)
        #expect(values.first { $0.key == "requests.granted:total" }?.number == "3")
    }

    @Test(
        "a page's number above an empty cell looks like a number of a row without a label that no total sums up",
        arguments: [("", "12"), ("", ""), ("4", "4"), ("4", "16")])
    func pageNumberAboveAnEmptyCell(other: String, total: String) throws {
        var numbers = ["litigation_after:other": "8", "litigation_after:total": "8", "reconsideration:upheld": "12"]
        (numbers["reconsideration:other"], numbers["reconsideration:total"]) = (other, total)
        let part = PartText("review", numbers, other: "")
        let values = try part.solved { $0.joined(separator: "\n|\n") + "\n" }
        let isSum = Int(total) == 12 + (Int(other) ?? 0)
        #expect(PartText.states(values, "reconsideration") == (isSum ? ["read", "blank"] : ["ambiguous"]))
    }

    @Test("so does one above a row of nothing but empty cells")
    func pageNumberAboveEmptyCells() throws {
        let part = PartText("review", ["reconsideration:upheld": "12"], other: "")
        let values = try part.solved { $0.joined(separator: "\n|\n") + "\n" }
        #expect(values["reconsideration:upheld"] == "ambiguous ")
    }

    @Test("it is none where a row takes one line, nor where no row lacks a number", arguments: ["", "0"])
    func misprintInFront(other: String) throws {
        let numbers = ["litigation_after:other": "8", "litigation_after:total": "8", "reconsideration:upheld": "12"]
        let part = PartText("review", numbers, other: other)
        let values = try other.isEmpty ? part.solved(PartText.bars) : part.solved { $0.joined(separator: "\n|\n") + "\n" }
        #expect(PartText.states(values, "reconsideration") == (other.isEmpty ? ["read", "blank"] : ["read"]))
    }

    @Test("rows of a line with a field for each column have lost none to it")
    func betweenEmptyRows() throws {
        var part = PartText(
            "requests", PartText.persons(["received": "5", "outcome_total": "5", "denied.query": "5"]), other: "")
        part.putLabelsInPlace(withCovered: true)
        part.rows.insert(["12"], at: part.row("（二）"))
        let values = try part.solved { $0.count == 1 ? $0[0] : PartText.bars($0) }
        #expect(PartText.states(values, "granted") == ["blank"])
        #expect(PartText.states(values, "partial") == ["blank"])
    }

    @Test("it is not the row of the part whose row has no label")
    func aboveARowWithoutLabel() throws {
        let part = PartText("review", ["litigation_after:other": "8", "litigation_after:total": "8"], other: "")
        let cells = part.rows.map { row in row.map { "<td>\($0)</td>" }.joined() }
        let rows = cells.dropLast() + ["<td colspan=15>12</td>"] + cells.suffix(1)
        let html = "<html><h1>\(part.title)</h1><table><tr>\(rows.joined(separator: "<tr>"))</table></html>"
        let values = try Document(reading: Array(html.utf8)).values
        #expect(values.first { $0.key == "review.litigation_after:total" }?.number == "8")
        #expect(values.first { $0.key == "review.reconsideration:upheld" }?.state == .blank)
    }

    @Test("below the row of the variant that does not split a group it is no item of the group")
    func belowAGroup() throws {
        var part = PartText("requests", PartText.persons(["received": "5", "outcome_total": "5"]))
        part.rows[part.row("1.申请人")] = ["（六）其他处理", "5", "0", "0", "0", "0", "0", "5"]
        part.rows.removeAll { $0[0].hasPrefix("2.申请人") || $0[0].hasPrefix("3.其他") }
        part.rows.insert(["12"], at: part.row("（六）") + 1)
        let values = try part.solved()
        #expect(values["other:person"] == "read 5", "\(values)")
    }
}
