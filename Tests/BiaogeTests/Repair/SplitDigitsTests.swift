import Testing

@testable import Biaoge

/// Digits of a number in two cells, where a column is lost, so that no sum of the row tells.
@Suite struct SplitDigitsTests {
    /// The page's requests without their last column, or another, and without its word.
    private func page(_ numbers: [String: String], without column: String, _ change: (inout PartText) -> Void) throws -> [String:
        Value]
    {
        var part = PartText("requests", numbers, other: "")
        part.putLabelsInPlace()
        let words = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let lost = words.firstIndex(of: column) ?? 0
        part.rows.removeSubrange(1..<part.row("一、"))
        part.rows[0] = ["", "", ""] + words.filter { $0 != column }
        for row in part.rows.indices.dropFirst() { part.rows[row].remove(at: part.rows[row].count - 7 + lost) }
        change(&part)
        return Dictionary(try part.valuesOnPage(PartText.cells).map { ($0.key, $0) }) { first, _ in first }
    }

    @Test func twoNumbersThatTheColumnsHaveAsOneAreInDoubt() throws {
        var numbers: [String: String] = [:]
        for row in ["received", "outcome_total"] {
            for (column, number) in [("person", "4"), ("legal", "14"), ("other", "3")] { numbers["\(row):\(column)"] = number }
        }
        numbers["granted:person"] = "4"
        (numbers["partial:legal"], numbers["partial:other"]) = ("2", "3")
        (numbers["denied.query:legal"], numbers["denied.query:other"]) = ("1", "2")
        // What the columns lack may be that of the row which the report need not have.
        let values = try page(numbers, without: "总计") { part in part.rows.removeAll { $0.contains("3.其他") } }
        #expect(values["requests.denied.query:legal"]?.state == .ambiguous)
        #expect(values["requests.granted:person"]?.number == "4")
    }

    /// An empty cell in front of 12 is gone, and one stands behind the last column: the 0 may be that of either.
    @Test func aRowWhoseNumberTheColumnsHaveOnePlaceFurtherIsInDoubt() throws {
        var numbers = [
            "granted:person": "4", "granted:nonprofit": "5", "partial:legal": "12", "partial:other": "0",
            "denied.state_secret:business": "8", "denied.state_secret:research": "0", "denied.state_secret:legal": "0",
            "denied.state_secret:other": "3", "denied.prohibited:person": "0", "denied.prohibited:research": "7",
            "denied.prohibited:legal": "0",
        ]
        let totals = ["person": "4", "business": "8", "research": "7", "nonprofit": "5", "legal": "12", "other": "3"]
        for (column, number) in totals {
            for row in ["received", "outcome_total"] { numbers["\(row):\(column)"] = number }
        }
        let values = try page(numbers, without: "总计") { part in
            guard let row = part.rows.firstIndex(where: { $0.contains { $0.hasPrefix("（二）") } }) else { return }
            part.rows[row].remove(at: 2)
            part.rows[row].append("")
        }
        #expect(values["requests.partial:other"]?.state == .ambiguous)
        #expect(values["requests.granted:person"]?.number == "4")
    }

    /// Its cells are as many as the form has, but those of all others are one less.
    @Test func aRowWithACellMoreThanAllOthersIsNotWhole() throws {
        var numbers: [String: String] = [:]
        for row in ["received", "outcome_total"] {
            for (column, number) in [("person", "8"), ("business", "5"), ("legal", "2"), ("total", "15")] {
                numbers["\(row):\(column)"] = number
            }
        }
        (numbers["granted:business"], numbers["granted:total"]) = ("5", "5")
        (numbers["denied.query:person"], numbers["denied.query:total"]) = ("8", "10")
        let values = try page(numbers, without: "法律服务机构") { part in
            let row = part.rows.firstIndex { $0.contains("8.属于行政查询事项") } ?? 0
            part.rows[row].replaceSubrange((part.rows[row].count - 1)..., with: ["1", "0"])
        }
        #expect(values["requests.denied.query:total"]?.number != "0")
        #expect(values["requests.denied.query:other"]?.number != "1")
    }

    /// The office leaves what is nothing empty, but for one cell.
    @Test(arguments: ["", "0"]) func theOnlyZeroBehindANumberIsItsLastDigit(_ other: String) throws {
        var numbers: [String: String] = [:]
        for row in ["received", "outcome_total"] {
            for (column, number) in [("person", "4"), ("legal", "1"), ("other", other)] { numbers["\(row):\(column)"] = number }
        }
        numbers["granted:person"] = "4"
        (numbers["denied.query:legal"], numbers["denied.query:other"]) = ("1", "0")
        let values = try page(numbers, without: "总计") { _ in }
        #expect(values["requests.denied.query:legal"]?.state == (other.isEmpty ? .ambiguous : .read))
        #expect(values["requests.granted:person"]?.number == "4")
    }

    /// No sum of three numbers is that of a row of two.
    @Test func twoNumbersInOneCellBesideAMarkInARowOfTwo() throws {
        var part = PartText("proactive", form: 1)
        part.put(["行政事业性收费": "3 4,-"])
        let values = try part.solved()
        #expect(values["fees:previous_items"]?.hasPrefix("read") == false)
        #expect(values["procurement:items"] == "read 0")
    }

    /// Several spaces part the columns of most rows, and one space some of them.
    @Test func numbersThatOneSpaceParts() throws {
        var part = PartText("requests")
        let (few, many) = ("5,2,3,4,6,7,27", "15,6,9,12,18,21,81")
        let rows = ["一、": many, "二、": many, "（一）": few, "（二）": few, "1.属于": few, "（七）": many, "四、": many]
        part.put(rows.merging(["2.其他": few, "3.危及": few, "（七）": "25,10,15,20,30,35,135", "四、": "5,2,3,4,6,7,27"]) { $1 })
        let values = try part.solved { row in
            guard row.count > 7, row[1] != "0", row[0] != "信息内容" else { return row.joined(separator: "    ") }
            return row[0] + "    \(row[1]) \(row[2])    \(row[3]) \(row[4])    \(row[5...].joined(separator: "    "))"
        }
        #expect(
            PartText.states(values, "received").isDisjoint(with: ["ambiguous", "missing"]), "\(values["received:person"] ?? "")")
        #expect(values["granted:nonprofit"]?.hasSuffix(" 4") == true)
    }
}
