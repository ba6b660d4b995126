import Testing

@testable import Biaoge

/// Reports with two defects of which one hides the other, or with one where blanks are gone.
@Suite struct TwoDefectsTests {
    private let spaces = { (row: [String]) in row.filter { !$0.isEmpty }.joined(separator: " ") }

    /// Puts the labels of requests in place as a writer does that has one empty field for what a label covers, and fills rows up at their end.
    private func fillUp(_ part: inout PartText) {
        for row in part.rows.indices where part.rows[row].count > 5 {
            guard let first = part.rows[row][0].first, "一二三四（123456789".contains(first),
                let place = PartText.column(ofLabel: part.rows[row][0])
            else { continue }
            if place == 0 { part.rows[row].insert("", at: 1) }
            part.rows[row] = [String](repeating: "", count: place) + part.rows[row]
            part.rows[row].append("")
        }
    }

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

    /// Below the page break a column is lost, and a total is misprinted; in doubt, but printed above it is the 2 that speaks against it.
    @Test func whatAPrintedNumberSpeaksAgainstIsNotDerived() throws {
        var part = PartText("requests")
        let sums = "0,40,2,8,15,0,65"
        part.put([
            "一、": sums, "2.其他": "0,2,0,19,8,0,10", "5.属于": "0,0,0,8,0,0,8", "8.属于": "0,7,0,0,0,0,7", "2.没有": "0,0,0,0,7,0,7",
            "2.重复": "0,8,0,0,0,0,8", "4.无正当": "0,9,0,0,0,0,10", "5.要求": "0,0,2,0,0,0,2", "3.其他": "0,14,0,0,0,0,14", "（七）": sums,
        ])
        for row in part.row("4.无正当")..<part.rows.count { part.rows[row].remove(at: 2) }
        part.rows[part.row("4.无正当")][0] = "\n" + part.rows[part.row("4.无正当")][0]
        let values = try part.solved(spaces)
        #expect(values["rejected.excessive:business"] != "derived 10")
    }

    /// The row has a field for each column, so that none is lost.
    @Test func aCellOfAFilledUpRowMayBeEmptied() throws {
        var part = PartText("requests", form: 1, other: "")
        part.put([
            "一、": "7,2,,,,,9", "3.危及": "7,,,,,,7", "6.属于": ",2,,,,,2", "（七）": ",2,,,,,9",
        ])
        fillUp(&part)
        let values = try part.solved()
        #expect(values["outcome_total:person"] != "derived 7")
    }

    /// Once numbers have slid to the left, each row has lost another one of those in the first column.
    @Test func ofAColumnLostNobodyKnowsWhichNumbersItHeld() throws {
        var part = PartText("requests", form: 1, other: "")
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "自然人" } }
        part.put([
            "一、": "22,8,27,28,112,", "二、": "4,,,,,", "3.危及": "11,,,,,", "1.属于": "4,5,,,,", "5.属于": "8,,,,,", "8.属于": "2,2,15,,,",
            "3.要求": "5,,,,,", "（七）": "22,4,27,28,108,", "四、": "8,,,,,",
        ])
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].removeLast() }
        for row in part.rows.indices where part.rows[row].count == 7 {
            guard let place = PartText.column(ofLabel: part.rows[row][0]) else { continue }
            // The page took the first column off the rows below it.
            let isBelow = row >= part.row("3.要求")
            part.rows[row].insert(contentsOf: [String](repeating: "", count: 2 - place), at: 1)
            part.rows[row] = [String](repeating: "", count: place - (isBelow && place > 0 ? 1 : 0)) + part.rows[row]
        }
        let values = try part.solved()
        #expect(values["denied.security:legal"] != "blank ")
    }

    /// 17 is misprinted and stands in two cells, the empty 总计 pushed out.
    @Test func aTotalThatNoSumHoldsWithIsInDoubt() throws {
        var part = PartText("requests", other: "")
        part.put([
            "一、": "17,11,14,10,23,26,101", "二、": "0,,0,0,4,,4", "（七）": "17,11,14,10,27,26,105", "四、": ",,0,,,1,7",
            "2.其他": "0,0,,,0,,", "3.危及": "0,0,,,,,", "1.信访": ",0,,0,,0,",
        ])
        part.putLabelsInPlace(withCovered: true)
        let values = try part.solved(PartText.bars)
        #expect(values["carried_forward:other"] != "read 1")
    }

    /// 总计 is gone, and behind what fills rows up at their end one has lost a cell besides.
    @Test func aRowNarrowerThanOthersWithoutTheirTotalHasLostACell() throws {
        var part = PartText("requests", form: 1, other: "")
        part.put(["一、": ",9,13,,20,8,42", "2.其他": ",,,4,,,", "5.属于": ",1,,,,,1", "6.属于": ",,1,,,,1"])
        for row in part.rows.indices {
            part.rows[row].removeAll { $0 == "总计" }
            if part.rows[row].count == 8 { part.rows[row].removeLast() }
        }
        part.rows[part.row("2.其他")].removeLast()
        part.rows[part.row("1.属于")].removeLast()
        part.rows.removeSubrange(part.row("7.属于")...)
        fillUp(&part)
        part.rows[part.row("1.属于")][0] = "\n"
        let values = try part.solved()
        #expect(values["denied.prohibited:legal"] != "blank ")
    }

    /// Without a header 行政处罚 has one value or three.
    @Test func aRowThatFormsHaveOtherwiseIsInDoubt() throws {
        var part = PartText("proactive", ["licensing:decisions": "3", "penalty:decisions": "6", "fees:amount": "2"], other: "")
        part.rows.removeAll { $0[0] == "信息内容" || $0[0] == "行政规范性文件" }
        let values = try part.solved()
        #expect(values["penalty:decisions"] == "ambiguous ")
    }

    /// Of one row nobody knows whether it ends with an empty cell that was dropped.
    @Test func aRowAFieldShortMayHaveEndedEarly() throws {
        var part = PartText("review", other: "")
        let row = part.rows.count - 1
        part.rows[row] = ["10", "0", "0", "0", "", "", "0", "0", "", "0", "0", "", "0", "0"]
        let values = try part.solved()
        #expect(values["reconsideration:total"] != "derived 10")
        #expect(values["litigation_direct:pending"] != "repaired 0")
    }
}
