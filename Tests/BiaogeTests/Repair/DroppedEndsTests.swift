import Testing

@testable import Biaoge

/// Writers that drop the empty cells at the end of a row: each row is as long as its values are.
@Suite("Rows that end early")
struct DroppedEndsTests {
    /// The table of requests with a field for each column; a few zeros among empty cells, and the first row full.
    private func requests() -> PartText {
        let zeros = [
            "carried_over:person", "carried_over:nonprofit", "denied.state_secret:research", "denied.prohibited:person",
            "denied.prohibited:research", "denied.security:legal", "denied.query:other", "unavailable.unclear:person",
            "unavailable.unclear:legal", "rejected.repeat:business", "rejected.excessive:total",
        ]
        var values = Dictionary(uniqueKeysWithValues: zeros.map { ($0, "0") })
        for (key, value) in [("person", "3"), ("business", "4"), ("total", "7")] {
            for row in ["received", "granted", "outcome_total"] { values["\(row):\(key)"] = value }
        }
        var part = PartText("requests", values, other: "")
        part.rows.removeSubrange(1..<part.row("一、"))
        part.putLabelsInPlace(withCovered: true)
        part.rows[0] = ["", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        return part
    }

    private func dropEnds(_ part: inout PartText) {
        for index in part.rows.indices { while part.rows[index].last == "" { part.rows[index].removeLast() } }
    }

    @Test("the cells that are gone were empty", arguments: ["\t", " | "])
    func dropped(separator: String) throws {
        var part = requests()
        dropEnds(&part)
        let values = try part.solved { $0.joined(separator: separator) }
        #expect(values["carried_over:person"] == "read 0")
        #expect(values["carried_over:business"] == "blank ")
        #expect(values["carried_over:nonprofit"] == "read 0")
        #expect(values["carried_over:total"] == "blank ")
        #expect(values["denied.query:other"] == "read 0")
        #expect(values["denied.query:total"] == "blank ")
        #expect(!values.contains { $0.value.hasPrefix("ambiguous") && !$0.key.hasPrefix("carried_forward") })
        // The last line has no field but its label: it is no row, and the sums cannot tell a blank from a 0.
        #expect(!PartText.states(values, "carried_forward").contains("derived"))
    }

    @Test("nor have they others where a field less stands for what labels cover")
    func droppedBehindNarrowLabels() throws {
        var part = requests()
        for row in part.rows.indices.dropFirst() where part.rows[row][2].isEmpty { part.rows[row].remove(at: 2) }
        dropEnds(&part)
        let values = try part.solved()
        #expect(values["carried_over:nonprofit"] == "read 0")
        #expect(values["carried_over:total"] == "blank ")
        #expect(values["granted:business"] == "read 4")
        #expect(!values.contains { $0.value.hasPrefix("ambiguous") && !$0.key.hasPrefix("carried_forward") })
        // Two rows that end elsewhere with their sums do not tell where the others do.
        part.rows[part.row("一、")].remove(at: 1)
        #expect(try part.solved()["carried_over:total"] == "ambiguous ")
    }

    @Test("where another row keeps its empty end, a short row has lost a cell")
    func kept() throws {
        var part = requests()
        dropEnds(&part)
        let row = part.row("二、")
        part.rows[row] += [String](repeating: "", count: 10 - part.rows[row].count)
        let values = try part.solved()
        #expect(values["carried_over:person"] == "read 0")
        #expect(PartText.states(values, "denied.prohibited") == ["ambiguous"])
    }

    @Test("a row that ends without its total has lost a cell, and then any row may")
    func withoutTotal() throws {
        var part = requests()
        dropEnds(&part)
        part.rows[part.row("一、")].removeLast()
        let values = try part.solved()
        #expect(PartText.states(values, "carried_over") == ["ambiguous"])
    }

    @Test("below a header with all of its words no row need reach the last column")
    func noFullRow() throws {
        var part = PartText("proactive", form: 1, ["rules:made": "2", "coercion:change": "9"], other: "")
        dropEnds(&part)
        let values = try part.solved { $0.joined(separator: " | ") + " |" }
        #expect(values["rules:made"] == "read 2")
        #expect(values["rules:public_total"] == "blank ")
        #expect(values["coercion:change"] == "read 9")
        // A column may be gone.
        for row in part.rows.indices where part.rows[row].contains("处理决定数量") { part.rows[row].removeLast() }
        let cut = try part.solved { $0.joined(separator: " | ") + " |" }
        #expect(cut["coercion:change"] != "read 9")
    }

    @Test("three rows that end at three places")
    func fewRows() throws {
        var part = requests()
        for (label, count) in [("1.属于国家秘密", 4), ("3.危及“三安全一稳定”", 2), ("2.重复申请", 5)] {
            part.rows[part.rows.firstIndex { $0.contains(label) } ?? 0].removeLast(count)
        }
        for row in part.rows.indices where part.rows[row].last == "" && part.rows[row].count == 10 {
            part.rows[row][9] = "0"
        }
        part.rows[0][9] = "总计"
        let values = try part.solved { $0.joined(separator: " | ") + " |" }
        #expect(values["denied.security:other"] == "blank ")
        #expect(values["rejected.repeat:business"] == "read 0")
    }

    /// The table with a total in every row but some of zeros, which end early.
    private func scattered(_ short: [(label: String, count: Int)]) -> PartText {
        var part = requests()
        for row in part.rows.indices.dropFirst() where part.rows[row].last == "" { part.rows[row][9] = "0" }
        for (label, count) in short {
            let row = part.row(label)
            part.rows[row].replaceSubrange(3..., with: ["", "0", "0", "0", "0", "0", "0"])
            part.rows[row].removeLast(count)
        }
        return part
    }

    @Test("three rows here and there, or five that end at the same place")
    func hereAndThere() throws {
        let labels = ["1.属于", "3.危及", "2.重复", "8.属于", "4.无正当"]
        let three = zip(labels, [1, 2, 1]).map { (label: $0, count: $1) }
        #expect(try scattered(three).solved()["denied.state_secret:person"] == "blank ")
        let five = labels.map { (label: $0, count: 1) }
        #expect(try scattered(five).solved()["denied.state_secret:person"] == "blank ")
        // Fewer may have lost a cell each, and so may those side by side.
        #expect(try scattered(five.dropLast()).solved()["denied.state_secret:person"] == "ambiguous ")
        let together = ["1.属于", "2.其他", "3.危及", "4.保护", "5.属于三"].map { (label: $0, count: 1) }
        #expect(try scattered(together).solved()["denied.state_secret:person"] == "ambiguous ")
    }

    @Test("rows that are all short by as much have lost a column")
    func columnLost() throws {
        var part = requests()
        for index in part.rows.indices.dropFirst(2) where part.rows[index].count == 10 { part.rows[index].removeLast() }
        let values = try part.solved()
        #expect(values["granted:total"]?.hasPrefix("read 4") != true)
        #expect(values["carried_over:total"]?.hasPrefix("blank") != true)
    }

    @Test("rows with a field for each cell have not dropped what a label covers; those behind a page's end lost a column")
    func cellsOnly() throws {
        var part = requests()
        for index in part.rows.indices.dropFirst() {
            let place = part.rows[index].firstIndex { !$0.isEmpty } ?? 0
            part.rows[index] = Array(part.rows[index][...place]) + [String](repeating: "0", count: 7)
        }
        part.rows[part.row("（一）")][5] = ""
        for index in part.rows.indices where index >= part.rows.count - 5 { part.rows[index].removeLast() }
        let values = try part.solved()
        #expect(values["other.fee_unpaid:total"] != "blank ")
        #expect(values["carried_forward:total"] != "blank ")
    }

    @Test("the row of 四 stands below its header, be its end dropped")
    func rowWithoutLabel() throws {
        var part = PartText("review")
        part.rows[part.rows.count - 1] = ["12", "0", "0", "0", "12", "", "0", "3", "", "3", "", "", "0"]
        let values = try part.solved()
        #expect(values["reconsideration:corrected"] == "read 0")
    }

    @Test("a row that ends behind the sum of a group of columns has dropped the groups behind it")
    func endsBehindSum() throws {
        func values(_ row: String) throws -> [String: String] {
            var part = PartText("review")
            let header = part.rows.count - 2
            part.rows[header] = [String](repeating: "", count: 15 - part.rows[header].count) + part.rows[header]
            part.rows[part.rows.count - 1] = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return try part.solved()
        }
        let whole = try values(",,,12,12")
        #expect(whole["reconsideration:pending"] == "read 12")
        #expect(whole["litigation_after:total"] == "blank ")
        #expect(try values("1,2,3,4,10,,,5,,5")["litigation_direct:other"] == "read 5")
        // What does not add up, or ends in the middle of a group, may have lost cells.
        #expect(try values(",,,12,13")["reconsideration:pending"] != "read 12")
        #expect(try values(",,12,12")["reconsideration:pending"] != "read 12")
    }

    @Test("where labels stand alone, a sum that leaves nothing shows no 0")
    func labelsAlone() throws {
        var part = requests()
        for row in part.rows.indices.dropFirst() { part.rows[row].removeSubrange(3...) }
        let numbers = [
            "一、": "2,23,8,16,7,15,71", "（一）": "3,3", "（二）": "1,1", "4.保护": "7,7", "6.属于": "5,5", "8.属于": "2,12,14", "3.补正": "8,8",
            "3.要求": "8,8", "4.无正当": "11,11", "（七）": "2,12,8,16,7,12,57", "四、": "11,3,14",
        ]
        for (label, numbers) in numbers {
            let row = part.row(label)
            part.rows[row] += numbers.split(separator: ",").map(String.init)
        }
        dropEnds(&part)
        let values = try part.solved()
        #expect(values["received:total"] == "read 71")
        #expect(values["carried_over:total"] != "derived 0")
    }
}
