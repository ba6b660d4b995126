import Testing

@testable import Biaoge

/// Texts that programs make of tables, in which a value may stand elsewhere than it seems: the adversary's finds, each made small.
@Suite("Texts of pages and programs")
struct StrangeTextTests {
    private func values(_ text: String) throws -> [String: String] {
        let document = try Document(reading: Array(text.utf8))
        return Dictionary(document.values.map { ($0.key, "\($0.state) \($0.number)") }) { first, _ in first }
    }

    @Test("several marks and numbers in one field put the row in doubt")
    func gluedMarks() throws {
        var part = PartText("requests", other: "-")
        part.rows[part.row("（七）")] = ["（七）总计", "- -", "-", "- 9", "1", "10"]
        part.rows[part.row("四、")] = ["四、结转下年度继续办理", "- -", "2", "2 -", "-", "4"]
        let values = try part.solved { "| " + $0.joined(separator: " | ") + " |" }
        for row in ["outcome_total", "carried_forward"] { #expect(PartText.states(values, row) == ["ambiguous"], "\(row)") }
    }

    /// Two tables side by side, a cell a line: the labels of one form stand among other rows, and the other form's are what both have alike.
    @Test("labels that both forms have do not make a part of the wrong one")
    func besideEachOther() throws {
        let rows = [
            "信息内容\n本年新制作数量\n本年新公开数量\n对外公开总数量\n自然人\n总计", "规章\n343\n45\n0\n商业企业", "规范性文件\n0\n0\n0",
            "一、本年新收政府信息公开申请数量\n9\n0\n0\n0\n0\n0\n9", "第二十条第（五）项", "信息内容\n上一年项目数量\n本年增/减\n处理决定数量",
            "其他对外管理服务事项\n0\n0\n0",
        ]
        let values = try values("柳湾镇2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" + rows.joined(separator: "\n"))
        #expect(values["proactive.rules:issued"] == nil || values["proactive.rules:issued"] == "missing ")
    }

    @Test("a row of section 四 that goes on in the next one is in doubt")
    func wrappedReview() throws {
        var part = PartText("review", ["reconsideration:other": "1", "reconsideration:total": "1"], other: "")
        var rest = [String](repeating: "", count: 15)
        (rest[11], rest[14]) = ("4", "4")
        part.rows.append(rest)
        #expect(try part.solved()["litigation_after:corrected"] == "ambiguous ")
    }

    /// A page's text has the words of a header on the lines on which they stand in their cells.
    @Test("words on several lines do not tell the order of their columns")
    func mixedLines() throws {
        var part = PartText(
            "requests", ["received:person": "1", "received:business": "2", "received:research": "3", "received:total": "6"])
        part.rows[part.row("商业企业")] = ["社会公益组织", "法律服务机构"]
        part.rows.insert(["商业企业", "科研机构", "其他"], at: part.row("社会公益组织") + 1)
        let values = try part.solved { $0.joined(separator: "  ") }
        #expect(values["received:business"] == "ambiguous ")
        #expect(values["received:total"] == "ambiguous ")
    }

    /// A program that finds some rules of a page's tables leaves the other words between its rows.
    @Test("words on a line between rows do not tell the order of their columns")
    func wordsBetweenRows() throws {
        var part = PartText(
            "requests", ["received:business": "4", "received:research": "9", "received:total": "13"], other: "-")
        let header = part.row("商业企业")
        part.rows[header] = ["社会公益组 法律服务机"]
        part.rows.insert(["", "商业企业", "科研机构", "", "", "其他", ""], at: header + 1)
        let values = try part.solved { $0.count == 1 && $0[0].contains(" ") ? $0[0] : "| \($0.joined(separator: " | ")) |" }
        #expect(values["received:business"] == "ambiguous ")
    }

    @Test("words that line ends cut do not tell that the columns stand in another order")
    func cutWordsOnLines() throws {
        let numbers = ["received", "granted", "outcome_total"].flatMap { row in
            [("person", "1"), ("business", "2"), ("research", "3"), ("total", "6")].map { ("\(row):\($0)", $1) }
        }
        var part = PartText("requests", Dictionary(uniqueKeysWithValues: numbers))
        let header = part.row("商业企业")
        part.rows[header - 1] = ["法人或其他组织", "自然人", "总计"]
        part.rows[header] = ["商业企", "业", "科研机", "构", "社会公", "益组织", "法律服", "务机构", "其他"]
        #expect(try part.solved { $0.joined(separator: "\n") }["received:person"] == "read 1")
    }

    @Test("beginnings of words on one line tell that the columns stand in another order")
    func cutWords() throws {
        var part = PartText(
            "requests", ["received:person": "1", "received:business": "2", "received:research": "3", "received:total": "6"])
        part.rows[part.row("商业企业")] = ["其他", "法律服 商业企 社会公 科研机", "务机构 业", "益组织 构"]
        #expect(try part.solved { $0.joined(separator: "\n") }["received:business"] == "ambiguous ")
    }

    /// A page's words that are cut and go on in the next line are in the order of their cells.
    @Test("the first of some words that line ends cut may be that of the first column")
    func firstOfCutWords() throws {
        var part = PartText("proactive", ["rules:in_force": "3"], other: "1")
        part.rows[1] = ["信息", "内容", "现行有", "效件数", "本年制", "发件数", "本年废", "止件数"]
        #expect(try part.solved { $0.joined(separator: "\n") }["rules:in_force"] == "ambiguous ")
    }

    @Test("two numbers with a stroke between them begin no row")
    func strokes() { #expect(FieldMeaning(Array("727/54".utf8)[...]) == .doubtful) }

    @Test("numbers behind a word of the header below the rows put these in doubt")
    func columnByColumn() throws {
        let text = """
            柳湾镇2022年政府信息公开工作年度报告
            二、主动公开政府信息情况
            第二十条第（一）项
            信息内容
            本年制发件数
            本年废止件数
            规章
            4
            0
            1
            行政规范性文件
            30
            5
            现行有效件数
            3
            第二十条第（五）项
            信息内容
            本年处理决定数量
            行政许可
            2
            """
        let values = try values(text)
        #expect(values["proactive.rules:issued"] == "ambiguous ")
        #expect(values["proactive.licensing:decisions"] == "read 2")
    }

    @Test("a row of dashes below a header whose last word begins it may be in another order")
    func lastWord() throws {
        var part = PartText("review", ["litigation_after:pending": "3", "litigation_after:total": "3"], other: "—")
        let header = part.rows.count - 2
        part.rows[header] = Array(part.rows[header].dropLast(5)) + ["结果维持", "结果纠正", "尚未审结", "总计", "其他结果"]
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(values["litigation_after:other"] == "ambiguous ")
        #expect(values["litigation_after:pending"] == "ambiguous ")
    }

    @Test("numbers beside a piece of a label may be those of its row")
    func pieceOfLabel() throws {
        var part = PartText("proactive", form: 1, other: "1")
        let row = part.row("行政事业性收费")
        part.rows.replaceSubrange(row...row, with: [["行", "", ""], ["政事业", "", "258"], ["性收费", "", ""]])
        let values = try part.solved { "| " + $0.joined(separator: " | ") + " |" }
        #expect(values["fees:change"] == "ambiguous " || values["fees:change"] == "missing ")
    }

    @Test("（六）其他 in front of an item is not 3.其他, and no row of its own")
    func cutGroup() throws {
        var part = PartText("requests", other: "1")
        let rows = [part.row("1.申请人"), part.row("2.申请人"), part.row("3.其他")]
        for (row, label) in zip(rows, ["1.甲请", "2.申请", "3.其"]) { part.rows[row][0] = "（六）其他\t" + label }
        let values = try part.solved()
        for row in ["other", "other.not_corrected", "other.misc"] {
            #expect(PartText.states(values, row).isDisjoint(with: ["absent"]), "\(row)")
        }
        #expect(values["other.misc:person"] != "read 1" || values["other.not_corrected:person"] == "read 1")
    }

    @Test("numbers of items below the label of a group are rows")
    func numberedItems() throws {
        var part = PartText("requests", other: "")
        let row = part.row("1.申请人")
        part.rows.replaceSubrange(row...(row + 2), with: [["（六）其他处理"], ["1."], ["2."], ["3."]])
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "other.misc").isDisjoint(with: ["absent"]))
    }

    @Test("beside a column for remarks a last number may be one where empty cells have vanished")
    func remarks() throws {
        var part = PartText(
            "proactive", form: 1, ["penalty:change": "", "coercion:change": "", "licensing:change": "", "rules:made": ""],
            other: "7")
        part.rows[0].append("备注")
        part.rows[part.row("行政处罚")].append("1")
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n") }
        #expect(PartText.states(values, "penalty") == ["ambiguous"])
    }

    @Test("a second report that is damaged as the first stays out")
    func damagedTwice() throws {
        let labels = ["四、??下年度???理", "5.?于三????信息", "6.?于四?程性信息", "7.?于行政?法案卷", "8.?于行政查?事?", "3.?正后申?内容仍不明?"]
        func table(_ number: Int) -> String {
            (["自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计"]
                + (labels + ["2.??申?", "3.其他", "一、本年新收政府信息公?申??量"]).map { $0 + "\t\(number)\t0\t0\t0\t0\t0\t\(number)" })
                .joined(separator: "\n")
        }
        let values = try values("三、收到和处理政府信息公开申请情况\n\n\(table(3))\n\n另\n\n\(table(8))\n")
        #expect(!values.values.contains { $0.hasSuffix(" 8") })
    }
}

/// Orders of columns that a header tells only in part, or tells for some rows only.
@Suite("Columns in doubtful order")
struct DoubtfulOrderTests {
    /// `行政诉讼 … 行政复议` in the first line, as a page's columns put together.
    @Test("words over several columns that are glued to those below tell their order still")
    func gluedOuterWords() throws {
        var part = PartText("review", ["reconsideration:upheld": "8", "reconsideration:total": "8"])
        let header = part.rows.count - 2
        part.rows.replaceSubrange(
            0...header,
            with: [["行政诉讼\n未经复议直接起诉\n结果维持", "行政复议\n结果纠正", "复议后起诉\n结果纠正", "其他结果", "尚未审结", "总计"]])
        let lines = try part.solved {
            "<tr><td>" + $0.joined(separator: "</td><td>").replacing("\n", with: "<br>") + "</td></tr>"
        }
        #expect(lines["reconsideration:upheld"] != "read 8")
    }

    /// The organisations stand before the persons in the first table; the second has no header and may have the form's order.
    @Test("a table without a header need not have the columns of the one before")
    func tornOff() throws {
        var part = PartText("requests", ["carried_forward:person": "5", "carried_forward:total": "5"])
        let header = part.row("商业企业")
        part.rows[header - 1] = ["法人或其他组织", "自然人", "总计"]
        part.rows[part.row("（七）")] = ["", ""]
        part.rows.swapAt(part.row("四、"), part.rows.count - 1)
        let values = try part.solved { $0 == ["", ""] ? "\n下页\n" : $0.joined(separator: "\t") }
        #expect(values["carried_forward:person"] == "ambiguous " || values["carried_forward:person"] == "missing ")
    }

    @Test("a header that stands again in another order puts both in doubt")
    func repeatedOtherwise() throws {
        var part = PartText(
            "requests",
            ["received:person": "4", "received:total": "4", "carried_forward:person": "5", "carried_forward:total": "5"])
        let again = [["", "自然人", "法人或其他组织", "总计"], ["", "科研机构", "商业企业", "社会公益组织", "法律服务机构", "其他"]]
        part.rows.insert(contentsOf: again, at: part.row("（七）"))
        let values = try part.solved()
        #expect(values["received:person"] == "ambiguous ")
        #expect(values["carried_forward:person"] == "ambiguous ")
    }

    @Test("columns in another order are not read where the rows do not add up in it")
    func wrongSums() throws {
        var part = PartText("requests", other: "0")
        let header = part.row("商业企业")
        part.rows[header - 1] = ["法人或其他组织", "自然人"]
        part.rows[header] = ["小计", "其他", "法律服务机构", "社会公益组织", "科研机构", "商业企业"]
        for label in ["一、", "（一）", "（七）"] { part.rows[part.row(label)][1...] = ["6", "0", "1", "0", "1", "4", "5"] }
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(values["received:person"] == "ambiguous ")
    }

    @Test("two columns that share their cells are not read")
    func sharedCells() throws {
        var part = PartText("requests", ["received:business": "8", "received:total": "8"], other: "")
        part.rows[part.row("商业企业")] = ["商业企业、科研机构", "", "社会公益组织", "法律服务机构", "其他"]
        #expect(try part.solved()["received:business"] == "ambiguous ")
    }

    @Test("nor are they beside the table of another section")
    func sharedCellsBesideAnotherTable() throws {
        var part = PartText("requests", ["received:business": "8", "received:total": "8"], other: "0")
        let row = part.row("商业企业")
        part.rows[row] = ["", "", "", "", "商业企业、科研机构", "", "社会公益组织", "法律服务机构", "其他", ""]
        let beside = PartText("proactive", other: "7").rows
        for index in part.rows.indices {
            let other = index < beside.count ? beside[index] : []
            part.rows[index].insert(contentsOf: other + [String](repeating: "", count: 5 - other.count), at: 0)
        }
        #expect(try part.solved { "| " + $0.joined(separator: " | ") + " |" }["received:business"] != "read 8")
    }

    @Test("a row that adds up without a subtotal has not lost its total")
    func subtotalWithoutHeader() throws {
        var part = PartText("requests", other: "0")
        part.rows[part.row("一、")] = ["一、本年新收政府信息公开申请数量", "20", "1", "7", "3", "31", "31"]
        let values = try part.solved { $0.joined(separator: " ") }
        #expect(PartText.states(values, "received") == ["ambiguous"])
    }

    @Test("words where a value should be are in doubt beside a column that the form does not have")
    func wordsBesideForeign() throws {
        var part = PartText("requests", other: "0")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].append("5") }
        part.rows[part.row("自然人")].append("上年数")
        part.rows[part.row("（一）")][1] = "0/50"
        let values = try part.solved { "| " + $0.joined(separator: " | ") + " |" }
        #expect(values["granted:person"] != "blank ")
    }

    @Test("numbers with the words of their columns in the field of the label put the row in doubt")
    func counts() throws {
        var part = PartText("requests", other: "")
        part.rows[part.row("（一）")] = ["（一）予以公开：自然人5件，总计5件"]
        part.rows[part.row("一、")] = ["一、本年新收政府信息公开申请数量", "5", "", "", "", "", "", "5"]
        #expect(PartText.states(try part.solved(), "granted").isDisjoint(with: ["blank"]))
    }

    @Test("last year's columns between those of the form put the order in doubt")
    func otherYears() throws {
        var part = PartText("review", ["reconsideration:upheld": "8", "reconsideration:total": "8"])
        part.rows[1] = ["结果维持", "上年", "结果纠正", "上年", "其他结果", "上年"]
        #expect(try part.solved()["reconsideration:upheld"] != "read 8")
    }

    @Test("an unseen character parts no number in a text of spaces", arguments: ["\u{FEFF}", "\u{200B}"])
    func unseen(_ character: String) throws {
        let part = PartText("proactive", form: 1, ["rules:made": "1\(character)43"], other: "7")
        #expect(try part.solved { $0.joined(separator: "   ") }["rules:made"]?.hasSuffix(" 143") == true)
    }

    @Test("what is left of a label with another number is not its row")
    func otherNumber() throws {
        var part = PartText("requests", other: "1")
        part.rows[part.row("5.属于")][0] = "7.属"
        part.rows[part.row("7.属于")][0] = "5.属于"
        let values = try part.solved { "| " + $0.joined(separator: " | ") + " |" }
        #expect(values["denied.enforcement:person"] != "repaired 1")
    }

    @Test("a number in Chinese characters below a short row puts it in doubt")
    func numeral() throws {
        var part = PartText("requests")
        for label in ["一、", "二、", "（二）", "1.属于"] { part.rows[part.row(label)].removeSubrange(1...4) }
        part.rows[part.row("四、")] = ["四、结转下年度继续办理", "1", "2", "3", "六"]
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "carried_forward") == ["ambiguous"])
    }

    @Test("digits that stand apart with more numbers below are not all the numbers of a row")
    func partedDigits() throws {
        var part = PartText("proactive")
        part.rows.replaceSubrange(part.row("规章")...part.row("规章"), with: [["规章", "1 5 1", "0", "1 2 3"]])
        #expect(try part.solved { $0.joined(separator: "\n") }["rules:issued"] == "ambiguous ")
    }

    /// The row of the form that stands right above these numbers is a header and has no values.
    @Test("numbers below the header of a row that lost its label are read by no row")
    func numbersBelowHeader() throws {
        var part = PartText("proactive")
        part.rows[part.row("行政事业性收费")] = ["12", "5", "7"]
        #expect(try part.solved()["fees:amount"] == "missing ")
    }

    @Test("a reading in Latin letters behind a character is no part of a label")
    func ruby() { #expect(LabelText("自zì然人").key == LabelText("自然人").key) }

    @Test("Markdown's sign for a line's end is none of a number")
    func lineEnd() { #expect(FieldMeaning(Array("81\\".utf8)[...]) == FieldMeaning(Array("81".utf8)[...])) }
}
