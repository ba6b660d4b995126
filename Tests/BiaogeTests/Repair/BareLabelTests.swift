import Testing

@testable import Biaoge

/// Labels with nothing behind them are blank only where their numbers can stand nowhere else.
@Suite("Labels with nothing behind them")
struct BareLabelTests {
    @Test("beside a row with a cell a line that has the numbers of two, a label is not blank")
    func besideAnUnreadableRow() throws {
        var part = PartText(
            "requests",
            PartText.persons([
                "received": "31", "rejected.confirmation": "2", "other.not_corrected": "9", "outcome_total": "11",
                "carried_forward": "20",
            ]),
            other: "")
        let row = part.row("5.要求")
        part.rows[row] += part.rows[row + 1].dropFirst()
        part.rows[row + 1] = [part.rows[row + 1][0]]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "rejected.confirmation") == ["ambiguous"])
        #expect(PartText.states(values, "other.not_corrected") == ["ambiguous"])
        #expect(PartText.states(values, "denied.query") == ["blank"])
    }

    @Test("labels below each other in a field in quotes whose numbers follow behind words of no form")
    func stackedLabels() throws {
        var part = PartText("requests", other: "57")
        let (first, last) = (part.row("1.信访"), part.row("5.要求"))
        let columns = (0..<8).map { column in part.rows[first...last].map { $0[column] }.joined(separator: "\n") }
        part.rows.replaceSubrange(first...last, with: [columns.map { "\"\($0)\"" }])
        let values = try part.solved { $0.joined(separator: "，") }
        #expect(PartText.states(values, "rejected.repeat").isDisjoint(with: ["blank"]))
    }

    @Test("the words of a group from top to bottom are no row that lost its label")
    func uprightGroup() throws {
        let group = "、本年度办理结果".map { "\($0)\n" }.joined()
        let text = """
            6.属于四类过程性信息
            53
            3
            4
            2
            774
            \(group)8.属于行政查询事项
            4.无正当理由大量反复申请
            5.要求行政机关确认或重新出具已获取信息
            8
            （六）其他处理
            （七）总计
            四、结转下年度继续办理
            六、其他需要报告的事项
            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.denied.enforcement:person" }?.state == .missing)
    }

    @Test("halves of a label above and below numbers that stand beside the label of the group alone are not blank")
    func labelAroundItsNumbers() throws {
        var part = PartText("requests", PartText.persons(["denied.internal": "4", "denied.process": "5"]))
        part.putLabelsInPlace(withCovered: true)
        let row = part.row("6.属于")
        let empty = [String](repeating: "", count: 7)
        part.rows[row].replaceSubrange(..<3, with: ["三、本年度办理结果", "（三）不予公开", ""])
        part.rows.insert(["", "", "类过程性信息"] + empty, at: row + 1)
        part.rows.insert(["", "", "6.属于四"] + empty, at: row)
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "denied.process").isDisjoint(with: ["blank"]))
        #expect(values["denied.internal:person"] == "read 4")
    }
}
