import Testing

@testable import Biaoge

/// Numbers that do not stand beside their label but below it, and labels that share a line.
@Suite("Labels over their values")
struct LabelsOverValuesTests {
    @Test("the numbers of a row on the line behind it")
    func wrappedRow() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.breakRow(row, behind: 3)
        let values = try part.solved()
        #expect(PartText.states(values, "granted") == ["ambiguous"])
        #expect(values["partial:person"] == "read 0")
    }

    @Test("all numbers of a row on the line below its label, where the next row has its own")
    func valuesBelowLabel() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.breakRow(row, behind: 1)
        var values = try part.solved { $0.joined(separator: " | ") + " |" }
        #expect(values["granted:total"] == "repaired 3")
        #expect(values["partial:person"] == "read 0")
        // Where the next row has none, the numbers may be those of either.
        part.rows[part.row("（二）")].removeLast(7)
        values = try part.solved { $0.joined(separator: " | ") + " |" }
        #expect(PartText.states(values, "granted") == ["ambiguous"])
    }

    @Test("all numbers of the last row on the line below its label, and of one above a heading")
    func valuesBelowLastLabel() throws {
        func part(_ id: String, _ label: String) -> PartText {
            var part = PartText(id, other: "4")
            let row = part.row(label)
            part.breakRow(row, behind: 1)
            return part
        }
        func line(_ row: [String]) -> String { row.joined(separator: " | ") + " |" }
        let last = part("requests", "四、")
        #expect(PartText.states(try last.solved(line), "carried_forward") == ["repaired"])
        let above = part("proactive", "行政规范性文件")
        #expect(PartText.states(try above.solved(line), "normative") == ["repaired"])
        // Where another row of numbers follows, nobody knows whose they are.
        var more = last
        more.rows.append(more.rows[more.rows.count - 1].map { _ in "5" })
        #expect(PartText.states(try more.solved(line), "carried_forward") == ["ambiguous"])
    }

    @Test("a field for each column on the line below a label, some of them empty")
    func fieldsBelowLabel() throws {
        var part = PartText("requests", form: 1, ["received:person": "3", "received:total": "3"], other: "")
        part.rows[part.row("5.属于")].replaceSubrange(1..., with: ["4", "", "5", "", "", "", "9"])
        part.putLabelsInPlace(withCovered: true)
        let row = part.row("8.属于")
        part.rows[row].replaceSubrange(3..., with: ["2", "", "", "0", "", "", ""])
        let whole = try part.solved()
        part.rows.insert(Array(part.rows[row].dropFirst(3)), at: row + 1)
        part.rows[row] = ["8.属于行政查询事项"]
        part.rows[row + 2][3] = "0"
        let values = try part.solved()
        #expect(whole["denied.query:person"] == "read 2")
        #expect(values["denied.query:person"] == "repaired 2")
        #expect(values["denied.query:nonprofit"] == "repaired 0")
        #expect(values["denied.query:total"] == "blank ")
        // With a field less it may have lost any.
        part.rows[row + 1].removeLast()
        #expect(PartText.states(try part.solved(), "denied.query") == ["ambiguous"])
    }

    @Test("fields below a label of a part without sums")
    func fieldsBelowLabelWithoutSums() throws {
        let blanks = ["rules:published", "normative:published", "normative:public_total", "services:change", "penalty:change"]
        var part = PartText("proactive", form: 1, Dictionary(uniqueKeysWithValues: blanks.map { ($0, "") }))
        let row = part.row("规范性文件")
        part.breakRow(row, behind: 1)
        let values = try part.solved(PartText.bars)
        #expect(values["normative:made"] == "repaired 0")
        #expect(values["normative:public_total"] == "blank ")
    }

    @Test("all numbers below a label that another variant has for its group")
    func valuesBelowGroup() throws {
        var part = PartText("requests", form: 1, ["other:person": "3", "other:total": "3"])
        part.putLabelsInPlace(withCovered: true)
        let row = part.row("（六）")
        let numbers = Array(part.rows[row].dropFirst(3))
        part.rows[row] = ["（六）其他处理"]
        part.rows.insert(numbers, at: row + 1)
        #expect(try part.solved()["other:total"] == "repaired 3")
        // With fields for labels it may be an item that has lost its own.
        part.rows[row + 1] = ["", "", ""] + numbers
        #expect(try part.solved()["other:total"] != "repaired 3")
    }

    @Test("two labels on one line and the numbers of one of them")
    func twoLabelsOnALine() throws {
        var part = PartText("requests")
        for row in part.row("（二）")..<part.row("1.信访") { part.rows[row].removeLast(7) }
        let row = part.row("1.本机关")
        part.rows[row] += [part.rows[row + 1][0], "8", "8"]
        part.rows.remove(at: row + 1)
        let values = try part.solved(written)
        #expect(PartText.states(values, "unavailable.not_held") == ["ambiguous"])
        #expect(PartText.states(values, "unavailable.needs_creation") == ["ambiguous"])
    }

    @Test("numbers that only order places, below a row whose numbers may be those of the label in front of it")
    func numbersBelowTwoLabels() throws {
        let numbers = ["received": "7", "other.not_corrected": "3", "other.fee_unpaid": "4", "outcome_total": "7"]
        var part = PartText("requests", PartText.persons(numbers))
        let row = part.row("2.申请人")
        part.rows.remove(at: row + 1)
        part.rows[row - 1][0] = "（六）其他处理    \(part.rows[row - 1][0]) \(part.rows[row][0])"
        part.rows[row][0] = "                    "
        let values = try part.solved { $0.joined(separator: "    ") }
        #expect(PartText.states(values, "other.fee_unpaid") == ["ambiguous"])
        #expect(PartText.states(values, "other.misc") == ["ambiguous"])
    }

    private func written(_ row: [String]) -> String { row.joined(separator: " ") }
}
