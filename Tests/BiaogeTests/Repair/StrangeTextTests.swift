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
        let values = try part.solved(PartText.bars)
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
        let columns = ["person", "business", "research", "nonprofit", "legal", "other", "total"]
        let numbers = zip(columns, ["1", "4", "9", "2", "3", "5", "24"]).map { ("received:\($0)", $1) }
        var part = PartText("requests", Dictionary(uniqueKeysWithValues: numbers), other: "-")
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

    @Test("two numbers with a sign between them begin no row", arguments: ["727/54", "1٬131", "3～9"])
    func signs(_ text: String) { #expect(FieldMeaning(Array(text.utf8)[...]) == .doubtful) }

    @Test("words in front of the numbers of section 四 are none of them")
    func wordsBeforeReview() throws {
        let rows = [
            "一、本年新收政府信息公开申请数量   11   4   4   0   5   0   24", "3.其他   0   0   0   0   0   0   0",
            "（七）总计   14   4   4   0   8   0   30", "四、结转下年度继续办理   0   0   0   0   0   0   0", "## 四、政府信息公开行政复议、行政诉讼情况",
            "结果维持   结果纠正   其他结果   尚未审结   总计   未经复议直接起诉   复议后起诉",
            "件数   0   0   0   0   0   2   0   0   2   0   0   0   0",
        ]
        #expect(try values(rows.joined(separator: "\n"))["review.litigation_direct:corrected"] == "ambiguous ")
    }

    @Test("the rest of a number beside that of a label puts its row in doubt")
    func restsOfBoth() throws {
        var part = PartText("requests", other: "1")
        for index in part.rows.indices where part.rows[index].count == 8 { part.rows[index][7] = "6" }
        let row = part.row("1.本机关")
        part.rows[row] = ["三、本年度", "1.本机关不掌握相关政府", "2", "2", "2", "2", "2", "2", "1"]
        part.rows.insert(["办理结果", "信息", "2"], at: row + 1)
        let values = try part.solved { $0.joined(separator: "   ") }
        #expect(values["unavailable.not_held:total"] == "ambiguous ")
    }

    /// 本年新制作 is a piece of a word that only the form of 2019 has.
    @Test("pieces of words tell which form it is where no whole word does")
    func piecesOfForm() throws {
        let rows = ["第二十条第（一）项 （本列数据的勾稽关", "信息内容   本年新制作", "规章 74 253 254 商业", "规范性文件 112 39 187 一、本年新收政府信", "6 3 4 13"]
        let values = try values(rows.joined(separator: "\n"))
        #expect(values["proactive.rules:in_force"] == nil)
    }

    @Test("rows with fewer numbers put a full row in doubt that does not add up")
    func foreignNumberAmongBlanks() throws {
        let rows = [
            "二、上年结转政府信息公开申请数量 722 136 54 912 99", "4.保护第三方合法权益 20", "5.属于三类内部事务信息 441 215 238 175 881 1950 54",
            "6.属于四类过程性信息 3 109 364 476 95", "7.属于行政执法案卷 120 801 674 1595 86", "4.无正当理由大量反复申请 95 972 394 1461 45",
            "5.要求行政机关确认或重新出具已获取信息 528 448 976 23",
        ]
        let items = rows.map { "<li><span>\($0.replacing(" ", with: "</span> <span>"))</span></li>" }
        let values = try values("<ul>\(items.joined(separator: "\n"))</ul>")
        #expect(values["requests.denied.internal:other"] == "ambiguous ")
    }

    @Test("numbers between two labels, with an empty line above and below, may be those of either")
    func numbersBetweenLabels() throws {
        var part = PartText("requests", other: "1")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][7] = "6" }
        let row = part.row("4.无正当")
        part.rows[row].insert("", at: 1)
        part.rows[row].append("")
        part.rows[row + 1] = ["5.要求行政机关确认或重新出具已获取信", "息"]
        let values = try part.solved { $0.joined(separator: "\n") }
        #expect(PartText.states(values, "rejected.excessive") == ["ambiguous"])
    }

    @Test("numbers below a label that took two lines are its own")
    func numbersBelowTwoLines() throws {
        var part = PartText("requests", other: "1")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][7] = "6" }
        let label = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开\n申请\n1"
        part.rows[part.row("1.申请人")][0...1] = [label]
        let values = try part.solved { $0.joined(separator: " ") }
        #expect(PartText.states(values, "other.not_corrected").isDisjoint(with: ["ambiguous"]))
    }

    @Test("the halves of a row with a row of empty cells between them are one")
    func halvesAroundEmptyRow() throws {
        let text = """
            | 3.要求提供公开出版物 | 6 | 898 | 670 | 364 | 16 | 3 | 1957 |
            | 4.无正当理由大量反复申请 | 917 | 2 | 7 | 98 | 786 | 3 | 1813 |
            | 5.要求行政机关确认或重新出具已获取信息 | 116 | 13 | 52 | 924 | 331 | 7 | 1443 |
            | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 866 | 11 | 6 | 1 | 782 | 539 | 2205 |
            | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 97 | 102 | 738 | 4 | 57 | 6 | 1004 |
            | 3.其他 | 88 | 1 | 46 | 772 | 2 | 7 | 916 |
            | （七）总计 | | 2949 | 3311 | 4813 | 2608 | 5907 | 3991 | 23579 |
            | 四、结转下年度继 | | | 87 |  |  |  | 29 |  | 1193 |
            |  |  |  |  |  |  |  |  |  |  |
            | 续办理 | | |  | 477 | 46 | 268 |  | 286 |  |
            """
        #expect(try values(text)["requests.carried_forward:business"] == "read 477")
    }

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
        let values = try part.solved(PartText.bars)
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
