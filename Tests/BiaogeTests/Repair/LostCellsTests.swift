import Testing

@testable import Biaoge

/// Cells and columns that are gone, and what other rows, or sums, say of them.
@Suite struct LostCellsTests {
    /// The requests of a report whose rows have lost 法律服务机构 from `（四）` on.
    @Test func aColumnThatAPageTookOffIsNoEmptyCell() throws {
        var part = PartText(
            "requests", form: 1,
            [
                "received:person": "7", "received:business": "11", "received:research": "11", "received:nonprofit": "2",
                "received:other": "8", "received:total": "39", "carried_over:other": "8", "carried_over:total": "8",
                "outcome_total:person": "7", "outcome_total:business": "11", "outcome_total:research": "11",
                "outcome_total:nonprofit": "2", "outcome_total:other": "16", "outcome_total:total": "47",
            ])
        for row in part.row("1.本机关")..<part.rows.count { part.rows[row].remove(at: 5) }
        let values = try part.solved { $0.map { $0 + "\n" }.joined(separator: "\n") }
        #expect(values["outcome_total:person"] == "repaired 7")
        #expect(values["outcome_total:legal"] != "blank ")
    }

    @Test func aRowOfNothingWithAFieldLessThanOthersHasLostACell() throws {
        var part = PartText("proactive", form: 1, ["licensing:previous_items": "8"], other: "")
        func lines(_ row: [String]) -> String { row.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") }
        #expect(PartText.states(try part.solved(lines), "procurement") == ["blank"])
        for label in ["行政事业性收费", "政府集中采购"] { part.rows[part.row(label)].removeLast() }
        #expect(PartText.states(try part.solved(lines), "procurement") == ["ambiguous"])
    }

    /// Two rows have a cell less than the others, whose column of totals is gone: where theirs stand the columns say.
    @Test func aCellLostBesideTheColumnOfTotalsIsPlacedByTheColumns() throws {
        var numbers = ["rejected.published:business": "7", "rejected.published:research": "9"]
        for row in ["received", "outcome_total"] {
            for (column, number) in [("person", "5"), ("business", "7"), ("research", "9")] {
                numbers["\(row):\(column)"] = number
            }
        }
        numbers["granted:person"] = "5"
        var part = PartText("requests", numbers)
        part.putLabelsInPlace()
        part.rows.removeSubrange(1..<part.row("一、"))
        part.rows[0] = ["", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        for row in part.rows.indices.dropFirst() { part.rows[row].removeLast() }
        let row = part.rows.firstIndex { $0.contains("3.要求提供公开出版物") } ?? 0
        part.rows[row].removeLast()
        let values = Dictionary(try part.valuesOnPage(PartText.cells).map { ($0.key, $0) }) { first, _ in first }
        #expect(values["requests.rejected.published:research"]?.number == "9")
    }

    /// Most rows have a field less than those on the page before: 10 may be a number, and its total gone.
    @Test func whereNumbersSlideLeftRowsNarrowerThanOthersMayHaveLostTheirTotals() throws {
        var part = PartText("requests", form: 1)
        part.rows =
            [
                ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
                ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
                ["一、本年新收政府信息公开申请数量", "", "", "22", "10", "12", "27", "23", "8", "102"],
                ["", "（三）不予公开", "1.属于国家秘密", "9", "9", "", "", "", "", ""],
                ["", "", "2.其他法律行政法规禁止公开", "8", "8", "", "", "", "", ""],
                ["", "", "3.危及“三安全一稳定”", "8", "8", "", "", "", ""],
                ["", "", "4.保护第三方合法权益", "1", "9", "10", "", "", ""],
                ["", "", "7.属于行政执法案卷", "4", "4", "", "", "", ""],
                ["", "", "2.没有现成信息需要另行制作", "7", "7", "", "", "", ""],
                ["", "（七）总计", "", "16", "10", "12", "23", "8", "96"],
            ]
        #expect(try part.solved(PartText.bars)["denied.third_party:total"] == "ambiguous ")
    }

    /// A number is misprinted in the column of persons, and one in that of enterprises: no place of 8 fits.
    @Test func whatSumsThatFailRuleOutIsNotKnown() throws {
        var part = PartText(
            "requests", form: 1,
            [
                "received:person": "27", "received:business": "8", "received:research": "1", "received:other": "1",
                "carried_over:nonprofit": "7", "partial:business": "28", "denied.prohibited:research": "1",
                "denied.internal:person": "2", "rejected.petition:person": "11", "rejected.repeat:other": "1",
                "rejected.published:nonprofit": "7", "outcome_total:person": "13", "outcome_total:business": "8",
                "outcome_total:research": "1", "outcome_total:nonprofit": "7", "outcome_total:other": "1",
                "carried_forward:person": "8",
            ], other: "")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].removeLast() }
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "总计" } }
        for row in part.rows.indices where part.rows[row].count == 7 && part.rows[row][0].first?.isASCII ?? false {
            part.rows[row].insert("", at: 1)
        }
        let values = try part.solved { $0.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") }
        #expect(values["carried_forward:business"] != "repaired 8")
    }

    /// No two neighbours are alike, and there are a hundred.
    @Test func whereNoNeighboursAreAlikeRepeatedLinesAreGone() throws {
        let rows = """
            104 93 90 78 103 105,5 8 9 5 4,2 4 1 8 7 9,6 9 4 8 6 4,2 4 5 3 4 1,9 6 5 6 5,4 5 8 1 4 8,6 7 2 5,5 8 5 7 2 9,9 5 1 5 6,\
            9 1 3 1 3,2 7 2 1 5 6,2 3 7 9 6 7,8 1 3 2 8 6,7 6 7 9 7 6,8 7 6 2 4,1 8 3 5 9 8,4 2 7 4 9 1,1 2 7 6 5 6,9 2 1 6 2 7,\
            8 4 9 4 6,102 94 95 85 99 107,7 4 2 9 2
            """
        var part = PartText("requests", form: 1)
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "总计" } }
        let first = part.row("一、")
        for (row, numbers) in zip(part.rows.indices[first...], rows.split(separator: ",")) {
            part.rows[row].replaceSubrange(1..., with: numbers.split(separator: " ").map(String.init))
        }
        let values = try part.solved { $0.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "carried_over").isDisjoint(with: ["read", "repaired"]))
    }

    /// An empty cell stands in front of the numbers, and one of these twice: without that they add up.
    @Test func aNumberThatStandsTwiceIsNoneOfTheEmptyCells() throws {
        var part = PartText("requests", PartText.alone(["granted": "7"], in: "business"), other: "")
        part.rows[part.row("（一）")][1...] = ["", "503", "212", "212", "201", "15", "195", "1126"]
        let values = try part.valuesOnPage(PartText.cells)
        #expect(values.first { $0.key == "requests.granted:person" }?.state == .ambiguous)
    }
}
