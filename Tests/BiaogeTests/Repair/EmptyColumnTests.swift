import Testing

@testable import Biaoge

/// A column that holds nothing, header included, is none of the form's.
@Suite("An empty column")
struct EmptyColumnTests {
    private func solved(_ part: PartText) throws -> [String: Value] {
        let lines = part.rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        let html = "<html><title>柳湾镇2022年政府信息公开工作年度报告</title><table>\(lines.joined())</table></html>"
        return Dictionary(try Document(reading: Array(html.utf8)).values.map { ($0.key, $0) }) { first, _ in first }
    }

    @Test("one too many is left out")
    func added() throws {
        var part = PartText("requests", ["granted:research": "3", "granted:total": "3"], other: "")
        let words = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        part.rows.removeSubrange(1..<part.row("一、"))
        part.putLabelsInPlace(withCovered: true)
        part.rows[0] = ["", "", "", "自然人"] + words + ["总计"]
        #expect(try part.solved()["granted:research"] == "read 3")
        for row in part.rows.indices { part.rows[row].insert("", at: 6) }
        let values = try part.solved()
        #expect(values["granted:research"] == "read 3")
        #expect(values["granted:nonprofit"] == "blank ")
        #expect(values["granted:total"] == "read 3")
    }

    @Test("one too many is left out where rows lack the cells that labels cover")
    func addedBehindLabels() throws {
        var numbers: [String: String] = [:]
        let rows = [
            "received": ["4", "1", "7", "12"], "granted": ["2", "", "", "2"], "other": ["", "1", "5", "6"],
            "outcome_total": ["2", "1", "5", "8"], "carried_forward": ["2", "", "2", "4"],
        ]
        for (row, cells) in rows {
            for (column, number) in zip(["person", "business", "other", "total"], cells) { numbers["\(row):\(column)"] = number }
        }
        for column in ["research", "nonprofit", "legal"] { numbers["carried_over:" + column] = "0" }
        var part = PartText("requests", form: 1, numbers, other: "")
        part.putLabelsInPlace()
        for row in part.rows.indices.dropFirst(part.row("一、")) { part.rows[row].insert("", at: part.rows[row].count - 7) }
        let values = try part.solved(PartText.cellLines)
        #expect(values["received:person"] == "read 4")
        #expect(values["granted:business"] == "blank ")
        #expect(values["other:other"] == "read 5")
    }

    @Test("below a narrower header one too many is that of the whole table")
    func belowANarrowerHeader() throws {
        var part = PartText("proactive", form: 1, ["procurement:items": "5"], other: "")
        for index in part.rows.indices where part.rows[index].count > 1 { part.rows[index].insert("", at: 1) }
        let values = try part.solved()
        #expect(values["procurement:items"] != "blank ")
        #expect(values["procurement:amount"] != "read 5")
    }

    @Test("a row with a value in two cells is longer, and no column was put in")
    func valueInTwoCells() throws {
        var part = PartText("proactive", ["normative:issued": "12"], other: "")
        part.rows[part.row("规章")] = ["规章", "1", "0", "7", ""]
        let values = try solved(part)
        #expect(values["proactive.rules:issued"]?.state == .ambiguous)
        #expect(values["proactive.normative:issued"]?.number == "12")
    }

    @Test("one too many among the empty cells of a row may be any")
    func addedBesideEmptyCells() throws {
        var part = PartText(
            "review",
            [
                "reconsideration:pending": "3", "reconsideration:total": "3", "litigation_direct:corrected": "4",
                "litigation_direct:total": "4", "litigation_after:corrected": "6", "litigation_after:total": "6",
            ], other: "")
        part.rows[part.rows.count - 1].insert("", at: 6)
        let values = try solved(part)
        #expect(values["review.litigation_after:total"]?.number == "6")
        #expect(values["review.reconsideration:other"]?.state == .ambiguous)
    }

    @Test("below a header whose row is shorter than the table no empty column is one too many")
    func belowAShortHeader() throws {
        let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let rows = [
            ["行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 10),
            results + ["未经复议直接起诉", "", "", "", "", "", "复议后起诉", "", "", "", ""], results + results,
            ["1", "", "", "", "1", "6", "", "", "3", "", "9", "1", "3", "", "1", "5"],
        ]
        let text = "四、政府信息公开行政复议、行政诉讼情况\n\n" + rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "review.litigation_direct:pending" }?.number != "3")
        #expect(values.first { $0.key == "review.litigation_after:upheld" }?.number != "9")
    }

    @Test("in front of a row without a label one is too many, even where one of the form's is lost")
    func addedInFront() throws {
        let header = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let rows = [
            ["", "行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 8),
            ["", "", "", "", "", "", "未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", ""],
            [""] + header + header + ["结果维持", "结果纠正", "尚未审结", "总计"],
            ["", "80", "64", "6", "4", "154", "4", "95", "229", "9", "337", "73", "7", "481", "565"],
        ]
        let text = "四、政府信息公开行政复议、行政诉讼情况\n\n" + rows.map { $0.joined(separator: "\t") + "\n" }.joined()
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "review.reconsideration:upheld" }?.number == "80")
        #expect(values.first { $0.key == "review.litigation_direct:total" }?.number == "337")
    }

    @Test("without a header an empty one is one too many only where the rows add up without it")
    func withoutHeader() throws {
        var numbers: [String: String] = [:]
        for row in ["received", "granted", "outcome_total"] {
            for column in ["person", "business", "research", "nonprofit", "legal"] { numbers["\(row):\(column)"] = "2" }
            numbers["\(row):total"] = "10"
        }
        var part = PartText("requests", numbers, other: "")
        part.rows.removeSubrange(0..<part.row("一、"))
        part.putLabelsInPlace()
        // 其他 is empty, and behind it stands a subtotal.
        for row in part.rows.indices where part.rows[row].last == "10" {
            part.rows[row].insert("8", at: part.rows[row].count - 1)
        }
        for row in part.rows.indices where part.rows[row].last == "" { part.rows[row].append("") }
        let values = try part.valuesOnPage(PartText.cells)
        #expect(values.first { $0.key == "requests.granted:legal" }?.number == "2")
        #expect(values.first { $0.key == "requests.granted:other" }?.number != "8")
    }

    @Test("where the header lacks a word, an empty one at the edge may be none of the form's")
    func withoutWord() throws {
        var numbers: [String: String] = [:]
        for row in ["partial", "denied.state_secret", "denied.prohibited", "denied.query"] {
            (numbers["\(row):business"], numbers["\(row):total"]) = ("1", "1")
        }
        // 自然人 is lost, and what stands in its place was put in.
        for (row, business, total) in [("received", "5", "6"), ("granted", "1", "2"), ("outcome_total", "5", "6")] {
            (numbers["\(row):business"], numbers["\(row):total"]) = (business, total)
        }
        var part = PartText("requests", numbers, other: "")
        part.rows.removeSubrange(1..<part.row("一、"))
        part.putLabelsInPlace()
        part.rows[0] = ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let values = try part.valuesOnPage(PartText.cells)
        #expect(values.first { $0.key == "requests.received:person" }?.state != .blank)
    }

    @Test("below a header that lacks a word, a row a cell short has lost one, though its cells are as many as the words")
    func shortRowWithoutWord() throws {
        var part = PartText("requests", form: 1, other: "")
        // 总计 is lost, and what stands in front of the values was put in.
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "总计" } }
        let rows = [
            "一、": ",30,25,16,15,21,12", "2.其他": ",,0,0,5,,9", "4.保护": ",,0,0,,9,", "6.属于": ",8,,,0,,", "1.本机关": ",12,,0,,,0",
            "4.无正当": ",0,6,0,,0,0", "（六）": ",,,0,0,12,3", "（七）": ",30,25,16,15,21,12", "7.属于": ",10,6,,,,",
        ]
        part.put(rows)
        let short = part.row("7.属于")
        part.putLabelsInPlace()
        part.rows[short].removeLast()
        #expect(try part.solved(PartText.cellLines)["denied.enforcement:business"] != "read 10")
    }

    /// The table of requests with a cell a line, the corner of its header in place, and an empty field behind it in every row.
    private func withGap(_ numbers: [String: String]) -> PartText {
        var part = PartText("requests", numbers, other: "")
        part.rows.replaceSubrange(
            0..<part.row("一、"),
            with: [
                ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "申请人情况"],
                ["", "", "自然人", "法人或其他组织", "总计"],
                ["", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
            ])
        part.putLabelsInPlace()
        for row in part.rows.indices.dropFirst(3) { part.rows[row].insert("", at: part.rows[row].count - 7) }
        return part
    }

    @Test("where the header has an empty field between two columns, so have the rows")
    func belowAGap() throws {
        let part = withGap(["granted:research": "3", "granted:total": "3", "other.not_corrected:person": "4"])
        let values = try part.solved(PartText.cellLines)
        #expect(values["granted:person"] == "blank ")
        #expect(values["granted:research"] == "read 3")
        #expect(values["other.not_corrected:person"] == "read 4")
    }

    @Test("a header with a field too many alone takes none from rows that hold something there")
    func filledBelowAGap() throws {
        var part = withGap(["granted:person": "3", "granted:total": "3"])
        for row in part.rows.indices.dropFirst(3) { part.rows[row].remove(at: part.rows[row].count - 8) }
        #expect(try part.solved(PartText.cellLines)["granted:person"] == "read 3")
    }
}
