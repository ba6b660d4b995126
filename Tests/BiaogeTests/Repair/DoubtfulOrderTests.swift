import Testing

@testable import Biaoge

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

    /// A page's lines go on behind a label, the words of the header cut by the widths of their columns.
    @Test("so does one whose lines a reader of pages put into a label, beside those of the corner")
    func repeatedInsideALabel() throws {
        var part = PartText("requests", ["received:person": "4", "received:total": "4"])
        let row = part.row("（二）")
        part.rows[row][0] = "（二）部分公开（区分处理的，只计这一情"
        let again = [
            "形，不计其他情形）", "续表", "申请人情况", "（本列数据的勾稽关系为：第一项加第二项之和，等 法人或其他组织", "于第三项加第四项之和） 科研机 商业企 社会公 法律服 自然人 总计", "其他",
            "构 业 益组织 务机构",
        ]
        part.rows.insert(contentsOf: again.map { [$0] }, at: row + 1)
        #expect(try part.solved { $0.joined(separator: " ") }["received:person"] == "ambiguous ")
    }

    /// The rows that stood below the first one are lost.
    @Test("of two headers below each other the lower one tells the order")
    func headerBelowHeader() throws {
        var part = PartText("requests", ["granted:person": "4", "granted:total": "4"])
        let header = part.row("（本列")...part.row("商业企业")
        var again = Array(part.rows[header])
        again[1] = ["", "法人或其他组织", "自然人", "总计"]
        part.rows.removeSubrange((header.upperBound + 1)..<part.row("（一）"))
        part.rows.insert(contentsOf: again, at: header.upperBound + 1)
        part.rows[part.row("（一）")] = ["（一）予以公开", "0", "0", "0", "0", "0", "4", "4"]
        #expect(try part.solved()["granted:person"] == "repaired 4")
    }

    /// A table on its side stands in front, with the labels as its header.
    @Test("rows that stand above a header are not its own")
    func rowsAboveHeader() throws {
        var part = PartText("requests", ["granted:person": "4", "granted:total": "4"])
        let header = part.row("商业企业")
        part.rows[header - 1] = ["", "法人或其他组织", "自然人", "总计"]
        part.rows[part.row("（一）")] = ["（一）予以公开", "0", "0", "0", "0", "0", "4", "4"]
        part.rows.remove(at: part.row("2.其他法律"))
        part.rows.insert(["", "", "", "1.属于国家秘密", "2.其他法律行政法规禁止公开"], at: 0)
        #expect(try part.solved(PartText.bars)["granted:person"] != "read 0")
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

    /// Behind a page's end the totals stand in front.
    @Test("rows that follow on each other and add up in another order only put the columns in doubt")
    func orderOfPiece() throws {
        var part = PartText("requests", other: "0")
        for label in ["3.要求", "（七）"] { part.rows[part.row(label)][1...] = ["9", "4", "3", "0", "0", "0", "2"] }
        part.rows[part.row("一、")][1...] = ["4", "3", "0", "0", "0", "2", "9"]
        #expect(try part.solved()["outcome_total:person"] == "ambiguous ")
    }

    @Test("a number in the column for remarks is none of a row that lacks a column")
    func remarksBesideLostColumn() throws {
        var part = PartText("review", ["litigation_after:pending": "4", "litigation_after:total": "4"])
        let last = part.rows.count - 1
        part.rows[0].append("备注")
        part.rows[last - 1].removeAll { $0 == "其他结果" }
        part.rows[last] = Array(part.rows[last].dropFirst()) + ["1"]
        let values = try part.solved(PartText.bars)
        #expect(values["litigation_after:total"] == "ambiguous ")
    }

    /// A page's last two columns in one field of each row.
    @Test("a number behind another with a sign in front makes two values of one field")
    func roughBesideAnother() throws {
        var part = PartText("requests", other: "1")
        for index in part.rows.indices where part.rows[index].count == 8 {
            part.rows[index] = [part.rows[index][0], "", "", "", "1", "1", "1", "1", "1", "1 >6"]
        }
        let values = try part.solved(PartText.bars)
        #expect(values["received:business"] == "ambiguous ")
    }

    /// A reader of pages that did not find all rules; where it did, the columns may be others.
    @Test("rows with two numbers in a field, in several pieces, put the others in doubt")
    func gatheredElsewhere() throws {
        var part = PartText("requests", other: "")
        for label in ["一、", "（七）"] { part.rows[part.row(label)][1...] = ["", "4", "", "", "", "2", "3 9"] }
        part.rows[part.row("4.保护")][1...] = ["", "307", "", "", "", "415", "722"]
        let words = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        let rows = [[""] + words] + part.rows.filter { $0.count == 8 }
        part.rows = rows.flatMap { row in
            let filled = ["", ""] + row
            return row[0].hasPrefix("4.保护") ? [[], filled, []] : [filled]
        }
        let values = try part.solved { $0.isEmpty ? "" : "| " + $0.joined(separator: " | ") + " |" }
        #expect(values["denied.third_party:business"] == "ambiguous ")
    }

    @Test("two columns that share their cells are not read")
    func sharedCells() throws {
        var part = PartText("requests", ["received:business": "8", "received:total": "8"], other: "")
        part.rows[part.row("商业企业")] = ["商业企业、科研机构", "", "社会公益组织", "法律服务机构", "其他"]
        #expect(try part.solved()["received:business"] == "ambiguous ")
    }

    @Test("nor where characters of their words are lost")
    func sharedCellsUnderDamagedWords() throws {
        let numbers = ["received": "8", "granted": "8", "outcome_total": "8"]
        var part = PartText("requests", PartText.alone(numbers, in: "nonprofit"))
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][5] = "" }
        part.rows[part.row("自然人")].insert(contentsOf: ["", "", "", ""], at: 2)
        part.rows[part.row("商业企业")] = ["", "商?企?", "科研机构", "社?公益??、法律服?机构", "", "其他", ""]
        part.putLabelsInPlace()
        #expect(try part.solved()["received:nonprofit"] == "ambiguous ")
    }

    @Test("nor where a reader of pages put the mark between them elsewhere")
    func sharedCellsWithAMovedMark() throws {
        var part = PartText("requests", ["received:nonprofit": "8", "received:total": "8"])
        part.rows[part.row("商业企业")] = ["商业企业", "科研机构", "社会公益组织法律服务机、构", "其他"]
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].remove(at: 5) }
        #expect(try part.solved()["received:nonprofit"] == "ambiguous ")
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
        #expect(try part.solved(PartText.bars)["received:business"] != "read 8")
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
        let values = try part.solved(PartText.bars)
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
        let values = try part.solved(PartText.bars)
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

    @Test(
        "a number with Markdown's sign for a line's end, or with a page's end in front, is not all of a field",
        arguments: ["81\\", " \n\u{C}5"])
    func lineEnd(_ text: String) { #expect(FieldMeaning(Array(text.utf8)[...]) == .doubtful) }

    @Test("a word that stands twice side by side does not say that the other's column is lost")
    func wordCopiedOverTheNextColumn() throws {
        var part = PartText("requests", ["carried_over:legal": "9", "carried_over:total": "9"], other: "")
        for label in ["一、", "（七）"] { part.rows[part.row(label)][1...] = ["", "18", "2", "13", "3", "6", "42"] }
        let header = [["", "申请人情况"], ["", "自然人", "法人或其他组织", "总计"], ["", "", "商业企业", "社会公益组织", "社会公益组织", "法律服务机构", "其他", ""]]
        part.rows.replaceSubrange(..<part.row("一、"), with: header)
        let values = try part.valuesOnPage()
        #expect(values.first { $0.key == "requests.received:person" }?.number == "")
    }

    @Test("a row without an end of whose sums only those over zeros hold is in another order")
    func mostSumsFail() throws {
        let part = PartText("review", ["reconsideration:corrected": "3", "litigation_after:upheld": "3"])
        #expect(try part.solved { $0.joined(separator: "\n") }["reconsideration:corrected"] == "ambiguous ")
    }
}
