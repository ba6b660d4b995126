import Testing

@testable import Biaoge

/// Numbers that no row has put the rows around them in doubt.
@Suite("Numbers in no row")
struct UnplacedValuesTests {
    @Test("labels first and then all numbers: no row is blank")
    func labelsThenNumbers() throws {
        var part = PartText("requests", ["granted:person": "3"])
        let first = part.row("一、")
        let numbers = part.rows[first...].map { Array($0.dropFirst()) }
        part.rows = part.rows[..<first] + part.rows[first...].map { Array($0.prefix(1)) } + numbers
        for separator in ["\t", " ", ","] {
            let values = try part.solved { $0.joined(separator: separator) }
            #expect(!values.values.contains { $0.hasPrefix("blank") }, "\(separator)")
        }
    }

    @Test("a label above words that have a digit is not blank")
    func wordsWithDigitsBelowALabel() throws {
        for words in ["约3件", "3/27\n9", "@tab\n@tab 3"] {
            let text =
                "柳湾镇2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n\(words)\n"
                + "第二十条第（六）项\n信息内容\n本年处理决定数量\n行政处罚\n行政强制\n2\n"
            let values = try Document(reading: Array(text.utf8)).values
            #expect(values.first { $0.key == "proactive.licensing:decisions" }?.state != .blank, "\(words)")
        }
    }

    @Test("labels above a row with more numbers than it should have are not blank")
    func labelsAboveTheNumbersOfAllOfThem() throws {
        var part = PartText(
            "requests", ["received:person": "24", "received:total": "24", "carried_forward:total": "3"], other: "")
        part.rows[part.row("3.补正")] = ["3.补正后申请内容仍不明确", "8", "1", "9", "2", "2", "1", "5", "8", "8"]
        var values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "unavailable.not_held") == ["ambiguous"])
        // Marks for none are those of both as well.
        part.rows[part.row("3.补正")][1...] = ["2", "/", "/", "/", "/", "/", "2", "/", "/", "/", "3", "/", "/", "3"]
        values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "unavailable.not_held") == ["ambiguous"])
    }

    @Test("a label alone above a row with all numbers, where no other cell is blank, may be theirs")
    func bareLabelAboveAFullRow() throws {
        var part = PartText("requests", ["partial:person": "25", "partial:total": "25"])
        part.rows[part.row("（一）")].removeLast(7)
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "granted").isDisjoint(with: ["blank"]))
        #expect(PartText.states(values, "partial") == ["ambiguous"])
        #expect(values["denied.state_secret:person"] == "read 0")
    }

    @Test("numbers in front of their label, and further down a label without any: all labels between may be one row off")
    func labelsOneRowOff() throws {
        var part = PartText("requests", other: "7")
        let (first, last) = (part.row("1.本机关"), part.row("1.信访"))
        part.rows[first - 1] += part.rows[first].dropFirst()
        for row in first..<last {
            let number = row + 1 == last ? [] : [String](repeating: "\(row)", count: 6) + ["\(6 * row)"]
            part.rows[row] = [part.rows[row][0]] + number
        }
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "unavailable.not_held") == ["ambiguous"])
    }

    @Test(
        "a label without numbers is not blank where a row has the numbers and the marks for none of two, one of them above it",
        arguments: ["-", "无"])
    func marksOfTwoRows(mark: String) throws {
        let numbers = ["received": "5", "granted": "4"].flatMap { [("\($0):business", $1), ("\($0):total", $1)] }
        var part = PartText("requests", Dictionary(uniqueKeysWithValues: numbers), other: mark)
        let last = part.row("四、")
        part.rows[part.row("（七）")][1...] = [mark, "4", mark, mark, mark, mark, "4", mark, "1", mark, mark, mark, mark, "1"]
        part.rows[last].removeLast(7)
        part.rows.insert(["（五）不予处理"], at: last)
        part.rows.append(["四、政府信息公开行政复议、行政诉讼情况"])
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "carried_forward").isDisjoint(with: ["blank"]))
    }

    @Test("a row of empty cells with a piece of a label, beside numbers without any, is not blank", arguments: [true, false])
    func pieceOfALabel(isAbove: Bool) throws {
        var part = PartText("requests", ["rejected.excessive:other": "4", "rejected.excessive:total": "4"], other: "")
        let row = part.row("4.无正当")
        part.rows.insert([isAbove ? "大量反复申请" : "4.无正当理由"] + [String](repeating: "", count: 7), at: row + (isAbove ? 1 : 0))
        part.rows[row + (isAbove ? 0 : 1)][0] = isAbove ? "4." : ""
        #expect(PartText.states(try part.solved(PartText.bars), "rejected.excessive").isDisjoint(with: ["blank"]))
    }

    /// Empty cells have vanished.
    @Test("nor is a label alone below a row with the numbers of two")
    func labelBelowNumbersOfTwo() throws {
        var part = PartText("requests", ["received:person": "4", "received:total": "4", "carried_forward:total": "4"], other: "")
        part.rows[part.row("1.申请人")] += ["4", "5", "9", "2", "3", "1", "6", "3", "15"]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "other.fee_unpaid") == ["ambiguous"])
    }

    @Test("of two rows without labels that are as wide, with different numbers, neither is read")
    func twoRowsWithoutLabels() throws {
        var part = PartText("review", ["litigation_after:other": "3", "litigation_after:total": "3"])
        part.rows.insert(part.rows[part.rows.count - 1].dropLast() + ["4"], at: 0)
        part.rows.insert(["", "结果维持"], at: 0)
        #expect(PartText.states(try part.solved(PartText.bars), "litigation_after") == ["ambiguous"])
    }

    @Test("a row without a label that is short is not read beside the numbers of its other half")
    func halfARow() throws {
        let part = PartText("review")
        let header = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        var halves = part
        halves.rows = [
            ["行政复议"], header, ["", "", "", "", ""], ["0", "0", "2", "0", "2"],
            ["行政诉讼", "", "", "", "", "", "", "", "", "", "说明"],
        ]
        halves.rows += [["未经复议直接起诉", "", "", "", "", "复议后起诉"], header + header + [""]]
        halves.rows.append(["0", "0", "0", "0", "0", "4", "0", "0", "0", "4", ""])
        let values = try halves.solved(PartText.bars)
        #expect(PartText.states(values, "reconsideration").isDisjoint(with: ["read", "repaired"]))
        #expect(PartText.states(values, "litigation_after").isDisjoint(with: ["read", "repaired", "blank"]))
    }

    @Test("numbers behind words of the header: what stands behind a label may be of another row")
    func columnByColumn() throws {
        var part = PartText("proactive", ["fees:amount": "225"], other: "5")
        part.rows += [["本年处理决定数量", "113"], ["本年收费金额（单位：万元）", "229.8"]]
        part.rows.append(["三、收到和处理政府信息公开申请情况"])
        var values = try part.solved { $0.joined(separator: "\n") }
        #expect(values["fees:amount"] == "ambiguous ")
        // One alone may have lost its label.
        part.rows.removeSubrange((part.rows.count - 3)..<(part.rows.count - 1))
        values = try part.solved { $0.joined(separator: "\n") }
        #expect(values["fees:amount"] == "read 225")
    }

    @Test("the end of a number on the next line, below a row that does not add up")
    func endOfANumberBelow() throws {
        var part = PartText("requests", ["granted:person": "60", "granted:total": "600"])
        part.rows.insert(["0"], at: part.row("（一）") + 1)
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "granted") == ["ambiguous"])
        part.rows[part.row("（一）")][7] = "60"
        #expect(
            try PartText.states(part.solved(PartText.bars), "granted").isDisjoint(with: [
                "ambiguous"
            ]))
    }

    @Test("numbers behind a label in its field, with a unit among them")
    func unitAmongNumbers() throws {
        var part = PartText("requests", ["granted:person": "9", "granted:total": "9"], other: "")
        part.rows[part.row("3.危及")] = ["3.危及“三安全一稳定” 1 750 5 238 6 2 件 1002"]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        #expect(!PartText.states(values, "denied.security").contains("blank"))
    }

    @Test("an empty row of the next table is no row without a label")
    func emptyRowOfTheNextTable() throws {
        var part = PartText("requests", ["received:person": "24", "received:total": "24", "carried_over:legal": "3"], other: "7")
        part.rows[part.rows.count - 1][0] = "四、结"
        part.rows.append([])
        part.rows.append(Array(repeating: "", count: 15))
        part.rows.append(Array(repeating: "---", count: 15))
        part.rows.append(["行政复议", "", "", "", "", "行政诉讼"] + Array(repeating: "", count: 9))
        let values = try part.solved { $0.isEmpty ? "" : "| " + $0.joined(separator: " | ") + " |" }
        #expect(!PartText.states(values, "carried_forward").contains("blank"), "\(values)")
    }

    @Test("a label alone is blank only where no number is left over")
    func bareLabel() throws {
        var part = PartText("requests")
        // Where empty cells vanish, many short rows say that cells are empty.
        for row in part.row("（二）")..<part.row("1.信访") { part.rows[row].removeLast(7) }
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "partial") == ["blank"])
        part.rows.insert(["0", "0", "0"], at: part.row("（七）"))
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "partial") == ["ambiguous"])
    }

    @Test("the few numbers below the header of another table are that table's")
    func numbersOfALostPart() throws {
        var part = PartText("requests")
        for row in part.row("（二）")..<part.row("1.信访") { part.rows[row].removeLast(7) }
        let header = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        part.rows += [["行政复议", "行政诉讼"], header + ["未经复议直接起诉", "复议后起诉"], header + header, ["11", "11", "7"]]
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "partial") == ["blank"])
        part.rows.append(["3", "0"])
        #expect(PartText.states(try part.solved { $0.joined(separator: " ") }, "partial") == ["ambiguous"])
    }

    @Test("labels below their numbers: none is taken")
    func labelsBelow() throws {
        var part = PartText("requests", ["granted:person": "3"], other: "1")
        let first = part.row("一、")
        part.rows = part.rows[..<first] + part.rows[first...].flatMap { [Array($0.dropFirst()), [$0[0]]] }
        let values = try part.solved { $0.joined(separator: "\n") }
        let read = values.filter { $0.value.hasPrefix("read") || $0.value.hasPrefix("repaired") }
        #expect(read.isEmpty)
    }

    @Test("a dump without what occurs twice")
    func removedRepeats() throws {
        let part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        var seen: Set<String> = []
        let lines = part.rows.map { row in row.filter { seen.insert($0).inserted } }
        var text = part
        text.rows = lines
        let values = try text.solved { $0.joined(separator: "\n") }
        #expect(!values.values.contains { $0.hasPrefix("blank") })
        #expect(PartText.states(values, "partial") != ["read"])
    }

    @Test("a line of other words between a label and its numbers")
    func foreignLine() throws {
        var part = PartText("requests")
        part.rows.insert(["内部资料"] + part.rows[part.row("（二）")].dropFirst(), at: part.row("（二）") + 1)
        part.rows[part.row("（二）")].removeLast(7)
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "partial").isDisjoint(with: ["blank", "read"]))
        #expect(PartText.states(values, "granted") == ["read"])
    }

    @Test("numbers that may be those of the label above or of the one below")
    func eitherLabel() throws {
        var part = PartText("proactive", form: 1, ["penalty:decisions": "17"], other: "3")
        let row = part.row("行政强制")
        part.rows.insert(Array(part.rows[row].dropFirst()), at: row + 1)
        #expect(PartText.states(try part.solved(), "coercion") == ["ambiguous"])
    }

    @Test("a document that breaks off in a row")
    func brokenOff() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"], other: "")
        let row = part.row("（二）")
        part.rows = Array(part.rows[...row])
        part.rows[row] = [part.rows[row][0], "3"]
        #expect(PartText.states(try part.solved(), "partial") == ["ambiguous"])
    }

    @Test("what is said of them")
    func findings() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.breakRow(row, behind: 3)
        let text = "三、收到和处理政府信息公开申请情况\n\n" + part.rows.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        let document = try Document(reading: Array(text.utf8))
        let unplaced = try #require(document.findings.first { $0.kind == .valuesUnplaced })
        #expect(unplaced.message(in: .english).hasSuffix(": 5"))
        #expect(unplaced.place.line != nil)
        #expect(document.findings.contains { $0.kind == .rowDoubted && $0.message(in: .chinese).contains("予以公开") })
    }

    @Test("under the title of section 四 a row of empty cells is its row, and blank")
    func emptyRowUnderItsTitle() throws {
        let row = [String](repeating: "", count: 15).joined(separator: "\t")
        let text =
            "柳湾镇2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n\(row)\n\n五、存在的主要问题及改进情况\n\n无。\n"
        let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("review.") }
        #expect(values.count == 15)
        #expect(values.allSatisfy { $0.state == .blank })
    }

    @Test("numbers beside the rest of a label: from there to the label that has none each may be another's")
    func numbersBesideTheRestOfALabel() throws {
        var part = PartText("requests", ["denied.query:person": "4", "denied.query:total": "4"])
        let (second, last) = (part.row("2.其他法律"), part.row("8."))
        let numbers = part.rows[second...last].map { Array($0.dropFirst()) }
        part.rows[second][0] = "2.其他法律行政法规禁止公"
        part.rows[last] = [part.rows[last][0]]
        part.rows.insert(["开"] + numbers[1], at: second + 1)
        for row in (second + 2)...last { part.rows[row] = [part.rows[row][0]] + numbers[row - second] }
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "denied.internal") == ["ambiguous"])
        #expect(values["granted:person"] == "read 0")
    }

    @Test("numbers behind words of no form two lines below a short row")
    func numbersBehindWordsFurtherDown() throws {
        let text = """
            1.属于国家秘密 8 2 72 2 536 21 641 2.其他法律行政法规禁止公 3.危及“三安全一稳定” 19 784 29 48 656 6 1542 4.保护第三方合法权益 314 6
            358 3 11 9 701 5.属于三类内部事务信息 6.属于四类过程性信息 727 862（含 上年结 转3件） 56 7.属于行政执法案卷 3.补正后申请内容仍不明确 7 726 6 4 742
            206 1691 1.信访举报投诉类申请 （六）其他处理 112 539 464 8 84 810 2017 （七）总计 3423 4353 4047 1762 2749 2533 18867
            四、结转下年度继续办理 356
            """
        let lines = text.split { $0 == " " || $0 == "\n" }.joined(separator: "\n")
        let values = try Document(reading: Array("三、收到和处理政府信息公开申请情况\n\(lines)\n".utf8)).values
        #expect(values.first { $0.key == "requests.denied.process:legal" }?.state == .ambiguous)
    }

    @Test("the end of a number beside the end of a label")
    func endOfANumberBesideThatOfALabel() throws {
        var part = PartText("requests", ["denied.state_secret:person": "24", "denied.state_secret:total": "2"])
        part.rows.insert(["开", "", "", "", "", "", "", "4"], at: part.row("1.属于国家秘密") + 1)
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "denied.state_secret") == ["ambiguous"])
    }

    @Test("the numbers of a row beside the piece of its label, misread")
    func numbersBesideAMisreadPiece() throws {
        func row(_ label: String, _ cells: [String]) -> String { "<tr>" + ([label] + cells).map { "<td>\($0)" }.joined() }
        let words = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let numbers = ["1", "2", "3", "4", "5", "6", "21"]
        let labels = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机美"]
        let first = row("", words) + labels.map { row($0, numbers) }.joined()
        let second = row("确认或重新出具已获取信息", numbers.map { _ in "" }) + row("（七）总计", numbers) + row("四、结转下年度继续办理", numbers)
        let page = "<html><h2>三、收到和处理政府信息公开申请情况</h2><table>\(first)</table><table>\(second)</table></html>"
        let values = try Document(reading: Array(page.utf8)).values.filter { $0.key.hasPrefix("requests.rejected.confirmation") }
        #expect(values.allSatisfy { $0.state == .ambiguous })
    }

    @Test("a row of marks in front of its label, and further down a label alone: all labels between may be one row off")
    func marksInFrontOfTheirLabel() throws {
        var part = PartText("requests", other: "/")
        part.rows[part.row("2.其他法律")][1...] = ["/", "3", "/", "/", "/", "/", "3"]
        part.rows[part.row("5.属于")] = [part.rows[part.row("5.属于")][0]]
        part.rows.insert(["（三）不予公开", "/", "/", "5", "/", "/", "/", "5"], at: part.row("2.其他法律"))
        let values = try part.solved { $0.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "denied.security") == ["ambiguous"])
    }

    @Test("a row that stands in another's is not lost, and nothing is derived for it")
    func rowBesideAnother() throws {
        let text = """
            |行政规范性文件|311|137|219||一、本年新收政府信息公开申请数量|||4066|2859|4483|5891|7809|3040|28149|
            |第二十条第（五）项|||||二、上年结转政府信息公开申请数量|||970|104|471|431||867|2843|
            ||||||||4.无正当理由大量反复申请|976||498|3|||1477|
            ||||||||5.要求行政机关确认或重新出具已获取信息||194|105|627||148|1074|
            |||||||（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请|426|253|155|||288|1122|
            ||||||||2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请|303||||52||355|
            ||||||||3.其他|275||368|910|391|522|2466|
            |||||||（七）总计||5036|2964|4526|6322|7167|3907|29922|
            ||||||四、结转下年度继续办理|||||428||642||1070|

            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.received:business" }?.state == .ambiguous)
    }

    @Test("the rest of a row below rows with nothing in them")
    func restBelowEmptyRows() throws {
        var part = PartText(
            "requests", ["granted:person": "69", "granted:business": "243", "granted:other": "1", "granted:total": "313"],
            other: "")
        let row = part.row("（一）")
        part.rows[row] = [part.rows[row][0], "69", "243", "", "", ""]
        let empty = [String](repeating: "", count: 8)
        part.rows.insert(contentsOf: [empty, empty, ["", "1", "313"] + empty.prefix(4)], at: row + 1)
        let values = try part.solved(PartText.bars)
        #expect(!PartText.states(values, "granted").contains("blank"))
    }

    @Test("numbers of no row beside a row with nothing in its cells, empty rows between them", arguments: [0, 1])
    func numbersBesideEmptyRows(below: Int) throws {
        var part = PartText("requests", other: "")
        let empty = [String](repeating: "", count: 8)
        let rest = ["1", "313"]
        part.rows.insert(contentsOf: below == 0 ? [rest, empty, empty] : [empty, empty, rest], at: part.row("（一）") + below)
        let values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "granted") == ["ambiguous"])
        #expect(PartText.states(values, "denied.query") == ["blank"])
    }

    @Test("a number alone in a row of a table is what a cell above it has lost")
    func numberAloneInARow() throws {
        let rows = ["规范性文件", "97", "1", "5"].map { "<td>\($0)" }.joined()
        let page = """
            <html><table><tr><td colspan=4>第二十条第（一）项<tr><td>信息内容<td>本年新制作数量<td>本年新公开数量<td>对外公开总数量
            <tr><td>规章<td>0<td>0<td>0<tr>\(rows)<tr><td>1<tr><td colspan=4>第二十条第（五）项
            <tr><td>信息内容<td>上一年项目数量<td>本年增/减<td>处理决定数量<tr><td>行政许可<td>2<td>1<td>3</table></html>
            """
        let values = try Document(reading: Array(page.utf8)).values
        #expect(values.first { $0.key == "proactive.normative:made" }?.state == .ambiguous)
        #expect(values.first { $0.key == "proactive.licensing:decisions" }?.number == "3")
    }
}
