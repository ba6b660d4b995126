import Testing

@testable import Biaoge

/// Numbers that do not stand beside their label but below it, and labels that share a line.
@Suite("Labels over their values")
struct LabelsOverValuesTests {
    @Test("the numbers of a row on the line behind it")
    func wrappedRow() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.rows.insert(Array(part.rows[row].dropFirst(3)), at: row + 1)
        part.rows[row].removeLast(5)
        let values = try part.solved()
        #expect(PartText.states(values, "granted") == ["ambiguous"])
        #expect(values["partial:person"] == "read 0")
    }

    @Test("all numbers of a row on the line below its label, where the next row has its own")
    func valuesBelowLabel() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.rows.insert(Array(part.rows[row].dropFirst()), at: row + 1)
        part.rows[row].removeLast(7)
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
        func part(_ id: String, _ label: String, _ count: Int) -> PartText {
            var part = PartText(id, other: "4")
            let row = part.row(label)
            part.rows.insert(Array(part.rows[row].dropFirst()), at: row + 1)
            part.rows[row].removeLast(count)
            return part
        }
        func line(_ row: [String]) -> String { row.joined(separator: " | ") + " |" }
        let last = part("requests", "四、", 7)
        #expect(PartText.states(try last.solved(line), "carried_forward") == ["repaired"])
        let above = part("proactive", "行政规范性文件", 3)
        #expect(PartText.states(try above.solved(line), "normative") == ["repaired"])
        // Where another row of numbers follows, nobody knows whose they are.
        var more = last
        more.rows.append(more.rows[more.rows.count - 1].map { _ in "5" })
        #expect(PartText.states(try more.solved(line), "carried_forward") == ["ambiguous"])
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
        var part = PartText(
            "requests",
            numbers.reduce(into: [:]) {
                $0["\($1.key):person"] = $1.value; $0["\($1.key):total"] = $1.value
            })
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
