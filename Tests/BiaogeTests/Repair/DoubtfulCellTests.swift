import Testing

@testable import Biaoge

/// What stands where a value should and is none.
@Suite("Cells that are no numbers")
struct DoubtfulCellTests {
    @Test(
        "words, letters, notes and signs are in doubt",
        arguments: [
            "无此项", "见附件", "详见附件3", "不公开", "八件", "共3件", "约12", "叁", "N/A", "O", "l", "8（注）", "155（其中网络申请2件）", "5①", "8*", "约3",
            "3-5", "≥2", "#REF!",
            "####", "1.2E+03", "1,23",
            "8'", "12.", "-0",
            "-3", "3.5", "012", "1.000",
        ])
    func doubtful(_ text: String) throws {
        for row in ["行政许可", "行政处罚"] {
            var part = PartText("proactive", other: "7")
            part.rows[part.row(row)][1] = text
            let key = row == "行政许可" ? "licensing:decisions" : "penalty:decisions"
            #expect(try part.solved()[key] == "ambiguous ", "\(text)")
            #expect(try part.solved(PartText.bars)[key] == "ambiguous ", "\(text) in bars")
        }
        var part = PartText("requests")
        part.rows[part.row("（二）")][4] = text
        let values = try part.solved()
        #expect(text == "012" || values["partial:nonprofit"] == "ambiguous ", "\(text)")
        #expect(values["partial:research"] == "read 0", "\(text)")
    }

    @Test("rough numbers are values, not words", arguments: ["近0", "≥5", "不足3", "3余", "12以上", "1`328"])
    func rough(_ text: String) { #expect(FieldMeaning(Array(text.utf8)[...]) == .doubtful) }

    /// The reader takes the last value for a word, and for the end of the label.
    @Test("a value that has got into the label is not the first of its row")
    func valueInLabel() throws {
        var part = PartText("requests")
        for label in ["4.保护", "5.属于", "6.属于", "7.属于"] { part.put([label: "1,4,5,2,3,70,1\\`328"]) }
        for label in ["一、", "（七）"] { part.rows[part.row(label)][1...] = Array(repeating: "1\\`328", count: 7)[...] }
        let values = try part.solved { $0.joined(separator: "   ") }
        #expect(values["denied.enforcement:business"] == "ambiguous ")
    }

    @Test("half of a field that a line's end has cut is no value where empty cells vanish")
    func cutPair() throws {
        var part = PartText("requests", other: "")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][1...] = ["4", "", "3", "", "", "", "7"] }
        part.put(["1.信访": "677/5,7,795,233/3,7,243,1948"])
        let values = try part.solved { $0.filter { $0 != "" }.joined(separator: "\n") }
        #expect(values["rejected.petition:business"] == "ambiguous ")
    }

    @Test("what is too much beside a column of remarks is no part of a number")
    func remarkBesideDoubt() throws {
        var part = PartText("requests")
        part.rows[0].append("备注")
        part.rows[part.row("3.补正")] = ["3.补正后申请内容仍不明确", "0", "0", "0", "共0件", "0", "0", "0", "无"]
        #expect(try part.solved { $0.joined(separator: "  ") }["unavailable.unclear:total"] != "blank ")
    }

    @Test("the number of an item in a spaced-out label is no value")
    func spacedLabel() throws {
        var part = PartText("requests", ["denied.security:research": "3", "denied.security:total": "3"], other: "0")
        let row = part.row("3.危及")
        part.rows[row] = ["（ 三 ） 不 予 公 开 3 . 危 及 “ 三 安 全 一 稳 定 ”", "0", "0", "3", "0", "3"]
        for other in [part.row("（二）"), part.row("1.属于"), part.row("2.其他法律")] { part.rows[other].removeLast(2) }
        let values = try part.solved { $0.joined(separator: " ") }
        // Five of seven values, and nothing says which are blank.
        #expect(values["denied.security:legal"] != "read 0")
        #expect(values["denied.security:other"] != "read 0")
    }

    @Test(
        "digits behind a label, parted from it, are one number, and of which column nobody knows; glued to it they are a number each",
        arguments: [("行政规范性文件 505", "ambiguous "), ("行政规范性文件505", "read 5"), ("行政规范性文件 000", "read 0")])
    func behindLabel(_ label: String, _ expected: String) throws {
        var part = PartText("proactive", other: "7")
        part.rows[part.row("行政规范性文件")] = [label]
        #expect(try part.solved { $0.joined(separator: "\n\n") + "\n" }["normative:issued"] == expected)
    }

    @Test("values parted by commas that white space has torn")
    func commas() throws {
        var part = PartText("proactive", form: 1, other: "7")
        part.rows[part.row("其他对外")] = ["其他对外管理服务事项,3,-", "1", "1,2", "7"]
        let values = try part.solved { $0.joined(separator: " ") }
        #expect(PartText.states(values, "services") == ["ambiguous"])
    }

    @Test("a number that cannot stand where it does puts the others of its row in doubt where rows have no ends")
    func negativeCount() throws {
        // 10 and -11, of which a space has parted the first.
        var part = PartText("proactive", form: 1, other: "7")
        part.rows[part.row("其他对外")] = ["其他对外管理服务事项", "1", "0", "-11"]
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "services") == ["ambiguous"])
        #expect(PartText.states(try part.solved(), "services") == ["read", "ambiguous"])
    }

    @Test("the number of an item that has lost its mark, behind the label of its group")
    func numberOfAnItem() throws {
        var part = PartText("requests")
        let row = part.row("1.属于")
        part.rows[row][0] = "（三）不予公开 1 属于国家秘密"
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "denied.state_secret") == ["read"])
        // Another number may be a value.
        part.rows[row][0] = "（三）不予公开 4 属于国家秘密"
        #expect(try part.solved { $0.joined(separator: " ") }["denied.state_secret:person"] == "ambiguous ")
    }

    /// Where words may stand in a column behind the values, the place of the values is not known.
    @Test("words that may be a remark")
    func remark() throws {
        var part = PartText("requests", ["granted:person": "", "granted:total": "", "granted:research": "3"], other: "")
        part.rows[part.row("（一）")] = ["（一）予以公开", "", "", "", "", "3", "", "", "", "", "见附件"]
        let values = try part.solved()
        #expect(values["granted:person"] == "ambiguous ")
        #expect(values["granted:research"] == "ambiguous ")
    }

    @Test("a number behind a mark for nothing, where there is a column for remarks")
    func numberBehindAMark() throws {
        var part = PartText("proactive", other: "—")
        part.rows[part.row("行政强制")].append("1")
        #expect(try part.solved()["coercion:decisions"] == "read 1")
        part.rows[0].append("备注")
        #expect(try part.solved()["coercion:decisions"] == "ambiguous ")
    }

    @Test(
        "what the contract reads",
        arguments: [
            ("3件", "3"), ("1,234", "1234"), ("1'234", "1234"), ("1’234", "1234"), ("１２", "12"), ("\u{A0}5\u{A0}", "5"),
            ("**8**", "8"), ("3.0", "3.0"), ("+4", "4"),
        ])
    func read(_ text: String, _ number: String) throws {
        var part = PartText("proactive")
        part.rows[part.row("行政许可")][1] = text
        #expect(try part.solved()["licensing:decisions"]?.hasSuffix(" " + number) == true)
    }

    @Test("本年增/减 and money may be negative, and money has decimals")
    func signs() throws {
        let part = PartText(
            "proactive", form: 1, ["licensing:change": "-11", "procurement:amount": "12.5"], other: "3")
        let values = try part.solved()
        #expect(values["licensing:change"] == "read -11")
        #expect(values["procurement:amount"] == "read 12.5")
    }

    /// 012 is 12 where the sums of its row and column say so.
    @Test("zeros in front count nothing if a sum says so")
    func leadingZeros() throws {
        var numbers = PartText.persons(["received": "12", "granted": "12", "outcome_total": "12"])
        numbers["granted:person"] = "012"
        let part = PartText("requests", numbers)
        #expect(try part.solved()["granted:person"] == "repaired 12")
    }

    /// Six numbers have run together; no sum reaches the row, since those below are lost.
    @Test func oneNumberOfAsManyDigitsAsItsRowHasCellsMayBeAllOfThem() throws {
        var part = PartText("requests")
        part.rows = [
            ["一、本年新收政府信息公开申请数量", "", "", "637111420189"],
            ["二、上年结转政府信息公开申请数量", "", "", "", "", "", "", "", "", ""],
            ["三、本年度办理结果", "（一）予以公开", "", "5", "", "", "5", "", "", "10"],
            ["", "（二）部分公开", "", "", "", "", "", "", "", ""], ["", "（三）不予公开", "1.属于国家秘密", "6", "", "", "", "3", "", "9"],
            ["", "", "2.其他法律行政法规禁止公开", "", "", "", "", "2", "", "2"], ["", "", "3.危及“三安全一稳定”", "", "", "", "", "", "", ""],
        ]
        #expect(PartText.states(try part.solved(), "received") == ["ambiguous"])
    }

    /// A row has a field for each column, and with what stands in the field of its label no place for its numbers; it stopped the program.
    @Test func numbersInTheFieldOfALabelLeaveNoPlaceForOthers() throws {
        let text = """
            | 三 | 五 | 3.要求提供公开出版物 709 | 8 | 972 | 20 | 33 | 67 | 1809 |  |
            | 三 | 五 | 4.无正当理由大量反复申请 | 2 | 54 | 8 | 108 | 970 | 873 | 2015 |
            | 三 | 五 | 5.要求行政机关确认或重新出具已获取信息 | 84 | 7 | 6 | 48 | 4 | 5 | 154 |
            | 三 | 六 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 89 | 10 | 44 | 8 | 91 | 371 | 613 |
            | 三 | 六 | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 863544 | 91 | 32 | 435 | 76 | 2041 |  |  |
            | 三 | 六 | 3.其他 4 | 1 | 6 | 68 | 4 | 6 | 89 |  |
            | 三、本年度办理结果 | （七）总计 | （七）总计 3078 | 3937 | 2367 | 2994 | 4404 | 2522 | 19302 |  |
            | 四、结转下年度继续办理 | 四、结转下年度继续办理 | 四、结转下年度继续办理 213 | 399 | 2 | 217 | 612 | 234 | 1677 |  |

            """
        let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests.other.fee_unpaid") }
        #expect(Set(values.map(\.state)) == [.ambiguous])
    }

    /// `1.2E+03`, cut at its last digit; 7 and 74 are no 774, though that would add up with what the cell may have held.
    @Test func whatIsNoNumberMayBeCutInTwoAsANumberMay() throws {
        let numbers = ["1.2E+0", "3", "62", "1", "7", "74"]
        var part = PartText("review")
        part.rows[part.rows.count - 1] = [String](repeating: "0", count: 10) + numbers
        #expect(PartText.states(try part.solved { $0.joined(separator: "\n") }, "litigation_after") == ["ambiguous"])
    }

    /// The zeros of one row in one cell are no 0 among empty cells.
    @Test func zerosThatHaveRunTogetherAreNoNumber() throws {
        var part = PartText("requests")
        part.rows = [
            ["其他"], ["一、本年新收政府信息公开申请数量"], ["二、上年结转政府信息公开申请数量"], ["", "", "6.属于四类过程性信息", "0000000"],
            ["", "", "7.属于行政执法案卷", "", "0"], ["", "（七）总计", "", "0", "0", "0", "0", "0", "0", "0"], ["四、结转下年度继续办理"],
        ]
        let values = try part.solved { $0.map { "| \($0)\n" }.joined() }
        #expect(PartText.states(values, "denied.process") == ["ambiguous"])
    }

    /// Two numbers are in one cell, and a mark fills the row up.
    @Test func aMarkAtTheEndOfARowThatDoesNotAddUpMayFillItUp() throws {
        var part = PartText("requests")
        for row in ["一、", "（七）"] { part.rows[part.row(row)][1...] = ["8", "6", "2", "7", "1", "2", "26"] }
        part.rows[part.row("5.属于三类")][1...] = ["8", "6", "27", "1", "2", "26", "-"]
        let values = try part.solved(PartText.cellLines)
        #expect(values["denied.internal:research"] == "repaired 2")
        #expect(values["denied.internal:total"] == "repaired 26")
    }

    /// 11 and 10 are in one cell among empty ones, and their sum has slid to the left.
    @Test func aNumberThatDoesNotAddUpAmongEmptyCellsMayBeTwo() throws {
        var part = PartText("review", other: "")
        part.rows[part.rows.count - 1] = ["", "", "", "", "", "1110", "", "", "21", "", "", "", "", "", ""]
        let values = try part.solved(PartText.cellLines)
        #expect(values["litigation_direct:upheld"] == "ambiguous ")
        #expect(values["litigation_direct:pending"] == "ambiguous ")
    }

    /// 11 stands in two cells among empty ones, and what stood behind it one place further right: 1, 1, 11 add up as far as they do.
    @Test func aNumberInTwoCellsAmongEmptyOnesIsNotTwoThatAddUp() throws {
        var part = PartText("review", other: "")
        part.rows[part.rows.count - 1] = ["", "", "", "", "", "", "", "", "1", "1", "11", "", "", "", ""]
        let values = try part.solved(PartText.cellLines)
        #expect(values["litigation_direct:pending"] == "ambiguous ")
        #expect(values["litigation_direct:total"] == "ambiguous ")
    }

    /// A cell is lost in front of 5, and a misprint below rules out that it was; all the same numbers that end with their sum have slid.
    @Test func aRowThatEndsWithItsSumInFrontOfAnEmptyTotalIsNotAsPrinted() throws {
        var numbers: [String: String] = ["outcome_total:business": "9", "outcome_total:total": "12"]
        for (row, office, number) in [
            ("partial", "legal", "3"), ("denied.query", "person", "4"), ("outcome_total", "legal", "3"),
        ] {
            (numbers["\(row):\(office)"], numbers["\(row):total"]) = (number, number)
        }
        (numbers["outcome_total:person"], numbers["outcome_total:total"]) = ("4", "12")
        for (office, number) in [("person", "4"), ("business", "5"), ("legal", "3"), ("total", "12")] {
            numbers["received:\(office)"] = number
        }
        var part = PartText("requests", numbers, other: "")
        part.putLabelsInPlace()
        let granted = part.row("（一）")
        part.rows[granted][2...] = ["5", "", "", "", "", "5", ""]
        let values = try part.solved(PartText.cellLines)
        #expect(values["granted:person"] != "read 5")
        #expect(values["granted:total"] != "blank ")
    }

    /// 87 and 64 are in one cell, what stood behind them has slid, and misprints rule every reading out.
    @Test func theOnlyEmptyCellOfADocumentIsNotAsPrinted() throws {
        var part = PartText("review")
        part.rows[part.rows.count - 1] = [
            "65", "8764", "53", "269", "99", "91", "85", "84", "359", "92", "61", "40", "94", "267", "",
        ]
        let values = try part.solved(PartText.cellLines)
        #expect(values["reconsideration:corrected"] != "read 8764")
        #expect(values["litigation_direct:upheld"] != "read 91")
    }

    /// 1 2 in one cell may be two numbers, or one that was cut.
    @Test("digits parted by white space are one number only if a sum says so")
    func partedDigits() throws {
        #expect(try PartText("proactive", ["licensing:decisions": "1 2"]).solved()["licensing:decisions"] == "ambiguous ")
        let part = PartText(
            "requests",
            [
                "received:person": "12", "received:total": "12", "granted:person": "1 2", "granted:total": "12",
                "outcome_total:person": "12", "outcome_total:total": "12",
            ])
        #expect(try part.solved()["granted:person"] == "repaired 12")
    }
}

/// Section 四 with marks for nothing in every cell.
@Suite("Marks for nothing")
struct BlankMarkTests {
    @Test("a row of nothing but marks is found and blank", arguments: ["-", "/", "—"], ["\t", " ", "\n"])
    func marks(_ mark: String, _ separator: String) throws {
        var part = PartText("requests")
        let review = PartText("review", other: mark)
        part.rows += [["四、政府信息公开行政复议、行政诉讼情况"]] + review.rows
        let values = try part.solved { $0.joined(separator: separator) }
        #expect(values["reconsideration:upheld"] == "blank ")
        #expect(values["litigation_after:total"] == "blank ")
    }

    @Test("a number in question, in the last line of a table, is no sentence behind it")
    func numberInQuestion() throws {
        var part = PartText("proactive", ["rules:issued": "7", "rules:in_force": "7", "licensing:decisions": "7"], other: "")
        part.rows[part.row("行政事业性收费")][1] = "10?"
        let values = try part.solved { $0.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") + "\n" }
        #expect(!PartText.states(values, "fees").contains("blank"))
    }
}
