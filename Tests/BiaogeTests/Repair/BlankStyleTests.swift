import Testing

@testable import Biaoge

/// What a document's empty cells say of one at the end of a row.
@Suite struct BlankStyleTests {
    /// Rows whose cells are empty here and there, and one that ends with an empty cell.
    private var proactive = PartText(
        "proactive", form: 1,
        [
            "rules:made": "", "normative:made": "", "normative:published": "", "licensing:change": "", "services:change": "",
            "penalty:previous_items": "", "penalty:decisions": "",
        ])
    private let requests = PartText("requests", form: 1, ["received:person": "3", "received:total": "3"])
    /// The header of section 三, a field for each column.
    private let requestsHeader = [
        ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"],
        ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
    ]

    /// The states of a row, that which ends with an empty cell unless given.
    ///
    /// - Parameter request: how a row of section 三 is written; `nil` where the file has no such section.
    private func states(_ row: String = "penalty", request: (([String]) -> [String])?) throws -> Set<Value.State> {
        func lines(_ rows: [[String]]) -> String { rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() }
        var text = "柳湾镇2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" + lines(proactive.rows)
        if let request {
            text += "\n三、收到和处理政府信息公开申请情况\n\n" + lines(requests.rows.map { $0.count == 8 ? request($0) : $0 })
        }
        let values = try Document(reading: Array(text.utf8)).values
        return Set(values.filter { $0.key.hasPrefix("proactive.\(row):") }.map(\.state))
    }

    @Test func anEmptyEndIsOneOfManyEmptyCells() throws {
        #expect(try states { [$0[0], "", ""] + $0.dropFirst() } == [.blank, .read])
        #expect(try states { $0 } == [.blank, .read])
    }

    @Test func whereRowsAreFilledUpAnEmptyEndMayBeACellLost() throws {
        #expect(try states { $0 + ["", ""] } == [.ambiguous])
    }

    @Test func whereRowsAreFilledUpSeveralEmptyEndsMayBeCellsLost() throws {
        var other = self
        other.proactive.rows[proactive.row("行政许可")][3] = ""
        #expect(try other.states { $0 } == [.blank, .read])
        #expect(try other.states { $0 + ["", ""] } == [.ambiguous])
    }

    @Test func whereNothingShowsHowRowsEndAnEmptyEndMayBeACellLost() throws {
        #expect(try states(request: nil) == [.ambiguous])
    }

    @Test func aRowWithAFieldLessHasLostAnyOfItsCells() throws {
        var other = self
        other.proactive.rows[proactive.row("政府集中采购")] += [""]
        let fees = proactive.row("行政事业性收费")
        other.proactive.rows[fees] = ["行政事业性收费", "0", "", ""]
        #expect(try other.states("fees") { [$0[0], "", ""] + $0.dropFirst() } == [.blank, .read])
        other.proactive.rows[fees].removeLast()
        #expect(try other.states("fees") { [$0[0], "", ""] + $0.dropFirst() } == [.ambiguous])
    }

    /// Of the only two rows of their kind one has a field more: it may have a number in two fields.
    @Test func ofTwoRowsTheWiderOneMayHaveANumberInTwoFields() throws {
        var other = self
        other.proactive.rows[proactive.row("行政事业性收费")] = ["行政事业性收费", "", ""]
        other.proactive.rows[proactive.row("政府集中采购")] = ["政府集中采购", "1", "2"]
        #expect(try other.states("procurement") { $0 } == [.read])
        other.proactive.rows[proactive.row("政府集中采购")] = ["政府集中采购", "", "1", "2"]
        #expect(try other.states("procurement") { $0 } == [.ambiguous])
    }

    @Test func whereTheLastColumnIsGoneARowOfNothingMayHaveHadATotal() throws {
        var part = PartText(
            "requests", ["received:research": "5", "granted:person": "4", "granted:legal": "6", "partial:other": "3"])
        for index in part.rows.indices where part.rows[index].count == 8 {
            part.rows[index].removeLast()
            // Empty cells have vanished, here and there.
            if index % 4 == 1 { part.rows[index].remove(at: 2) }
        }
        let row = part.row("4.保护")
        part.rows[row].removeSubrange(1...)
        let values = try part.solved { $0.joined(separator: " ") }
        #expect(PartText.states(values, "denied.third_party") == ["ambiguous"])
    }

    /// Its numbers may be glued to the label of the next row.
    @Test func whereRowsOfNothingHaveMarksALabelAloneIsNone() throws {
        var part = PartText("requests", other: "--")
        part.rows[part.row("（七）")].removeSubrange(1...)
        let values = try part.solved()
        #expect(PartText.states(values, "outcome_total") == ["missing"])
        #expect(PartText.states(values, "granted") == ["blank"])
    }

    @Test func rowsOfThreeNumbersWhereTheFormHasSevenHaveEmptyCells() throws {
        var part = PartText("requests", other: "")
        for index in part.rows.indices where part.rows[index].count == 8 {
            // An office, a subtotal that equals it, and the total.
            part.rows[index].replaceSubrange(1..., with: index % 6 == 0 ? [] : [String](repeating: "\(index)", count: 3))
        }
        part.rows[part.row("一、本年")].replaceSubrange(1..., with: ["18", "20", "29", "25", "22", "96", "114"])
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        #expect(PartText.states(values, "received") == ["ambiguous"])
    }

    /// A page has cut the first column off, so that only rows are in place whose label covers columns, and which are filled up.
    @Test func rowsThatAreFilledUpDoNotLackTheirLastColumn() throws {
        var numbers: [String: String] = [:]
        for (rows, column, number) in [("received partial", "person", "2"), ("carried_over denied.query", "legal", "3")] {
            for row in rows.split(separator: " ") { (numbers["\(row):\(column)"], numbers["\(row):total"]) = (number, number) }
            numbers["outcome_total:\(column)"] = number
        }
        numbers["outcome_total:total"] = "5"
        let part = PartText("requests", form: 1, numbers, other: "")
        let values = try part.solved { row in
            guard row.count == 8, let first = row[0].first else { return row.joined(separator: "\t") }
            let front = first == "一" || first == "二" ? [row[0], ""] : ["", row[0]]
            return (front + row.dropFirst() + [""]).joined(separator: "\t")
        }
        #expect(PartText.states(values, "rejected.repeat") == ["blank"])
    }

    /// Where nearly all rows have one number, the row with a number for each column has them as the others have theirs: with empty cells.
    @Test func rowsOfOneNumberHaveNotLostTheirColumns() throws {
        var part = PartText("requests", other: "")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][7] = "0" }
        part.rows[part.row("（七）")][1...] = ["16", "1", "6", "7", "3", "33", "33"]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "outcome_total") == ["ambiguous"])
    }

    /// A lost cell may have held a 0, wherever it stood, and the row adds up without it.
    @Test func aRowOfOneZeroThatIsNarrowerThanTheOthersMayHaveLostAZero() throws {
        var part = PartText("requests", form: 1)
        part.rows =
            requestsHeader + [
                ["一、本年新收政府信息公开申请数量", "", "", "2", "", "8", "12", "19", "41", ""],
                ["二、上年结转政府信息公开申请数量", "", "0", "", "0", "0", "", "0", "0", ""],
                ["三、本年度办理结果", "（一）予以公开", "0", "0", "0", "0", "0", "0", "", ""],
                ["", "（七）总计", "", "2", "0", "8", "12", "19", "41", ""],
                ["四、结转下年度继续办理", "", "0", "", "", "", "", "", "", ""],
            ]
        #expect(PartText.states(try part.solved(), "carried_forward") == ["read", "blank"])
        part.rows[6].removeLast()
        #expect(!PartText.states(try part.solved(), "carried_forward").contains("blank"))
    }

    /// Rows with empty cells, of which those whose label covers columns are filled up, whatever they have at their end.
    @Test func whatRowsAreFilledUpWithIsNoEmptyTotal() throws {
        var part = PartText("requests", form: 1)
        part.rows = [
            ["", "（二）部分公开", "", "11", "0", "10", "0", "0", "21", ""],
            ["", "（三）不予公开", "1.属于国家秘密", "", "0", "", "", "07", "7", ""],
            ["", "", "2.其他法律行政法规禁止公开", "", "", "", "0", "0", "0", "0"],
            ["", "", "3.危及“三安全一稳定”", "", "", "0", "", "", "", "0"],
            ["", "", "4.保护第三方合法权益", "0", "", "", "", "", "0", ""],
            ["", "", "5.属于三类内部事务信息", "0", "0", "", "", "0", "", ""],
            ["", "", "6.属于四类过程性信息", "0", "0", "8", "", "0", "12", "20"],
        ]
        // 0 and 7 stand in one cell, and what stood behind them has slid to the left.
        #expect(try part.solved()["denied.state_secret:total"] != "blank ")
    }

    /// The empty cells in front of numbers have gone, those behind them as well, and the header has lost 总计: it does not tell the columns.
    @Test func rowsOfManyLengthsThatEndWithTheirSumHaveNotLostTheirLastColumn() throws {
        var part = PartText("requests", form: 1)
        part.rows = [
            ["", "", "", "自然人", "法人或其他组织", "", "", "", ""],
            ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
            ["一、本年新收政府信息公开申请数量", "", "", "18", "7", "16", "18", "33", "24"],
            ["三、本年度办理结果", "（一）予以公开", "", "9", "9"],
            ["", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", "12", "8", "10", "30"],
            ["", "（三）不予公开", "1.属于国家秘密", "9", "6", "6", "21"],
            ["", "", "8.属于行政查询事项", "3", "8", "8", "19"],
            ["", "（七）总计", "", "18", "7", "16", "18", "30", "24"],
        ]
        let values = try part.solved { $0.joined(separator: " | ") }
        #expect(PartText.states(values, "partial") == ["ambiguous"])
        #expect(PartText.states(values, "denied.query") == ["ambiguous"])
    }

    /// Where numbers have slid to the left, 9 | 9 may be what is left of 9 | 9 | 18 in a row with a field less.
    @Test func aRowThatSlidToTheLeftAndIsNarrowerMayHaveLostANumber() throws {
        var part = PartText("requests", form: 1)
        part.rows =
            requestsHeader + [
                ["一、本年新收政府信息公开申请数量", "", "", "33", "23", "5", "61", "", "", ""],
                ["", "（二）部分公开", "", "12", "6", "18", "", "", "", ""], ["", "", "1.属于国家秘密", "11", "11", "", "", "", "", ""],
                ["", "", "5.属于三类内部事务信息", "1", "3", "4", "", "", "", ""],
                ["", "", "2.没有现成信息需要另行制作", "9", "9", "", "", "", "", ""], ["", "", "3.要求提供公开出版物", "7", "7", "", "", "", "", ""],
                ["", "（七）总计", "", "33", "23", "3", "59", "", "", ""],
            ]
        part.rows[6].removeLast()
        #expect(try part.solved()["unavailable.needs_creation:total"] == "ambiguous ")
    }

    /// A number in two cells takes the place of what fills its row up, which then ends where rows do that have no filling.
    @Test func aNumberInTwoCellsDoesNotSayWhereColumnsStand() throws {
        let rows = [
            ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"],
            ["", "自然人", "法人或其他组织", "总计"], ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
            ["一、本年新收政府信息公开申请数量", "", "5", "4", "3", "4", "", "16"], ["二、上年结转政府信息公开申请数量"],
            ["", "（七）总计", "", "5", "4", "3", "", "", "1", "2"], ["四、结转下年度继续办理", "", "", "", "", "4", "", "4"],
        ]
        let lines = rows.map { "| " + ($0 + [String](repeating: "", count: 10 - $0.count)).joined(separator: " | ") + " |\n" }
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" + lines.joined()
        let person = try Document(reading: Array(text.utf8)).values.first { $0.key == "requests.received:person" }
        #expect(person?.state == .ambiguous)
    }

    /// Of rows that are filled up for what their labels cover, those of items begin further right than others when all have lost their labels.
    @Test func rowsWithoutLabelsDoNotAllBeginAtTheSamePlace() throws {
        let rows = [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况||||||", "|||自然人|法人或其他组织|||||总计",
            "||||商业企业|科研机构|社会公益组织|法律服务机构|其他|", "||7|15|7|16|3|10|58|",
            "二、上年结转政府信息公开申请数量||||0|||0|0|", "三、本年度办理结果|（一）予以公开|0||0|||0||",
            "|（三）不予公开|1.属于国家秘密||0||0|||", "|||0|0||0|0|0|", "|||||0||3||3", "||||||0|0||",
            "||5.属于三类内部事务信息||8||||0|8",
        ].map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\t") }
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n" + rows.joined(separator: "\n") + "\n"
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.denied.third_party:other" }?.state == .ambiguous)
    }

    @Test("a row of empty fields that are fewer than its cells may have lost one with a number, as other rows have")
    func narrowEmptyRow() throws {
        var part = PartText(
            "requests",
            ["received", "granted", "outcome_total"].reduce(into: [:]) {
                ($0["\($1):person"], $0["\($1):total"], $0["\($1):business"]) = ("5", "5", "")
            })
        part.putLabelsInPlace()
        let items = part.rows.indices.filter { part.rows[$0].count == 10 }
        for row in items.dropFirst(2) { part.rows[row].remove(at: 3) }
        for field in 3..<9 { part.rows[items[12]][field] = "" }
        #expect(PartText.states(try part.solved(), "rejected.repeat") == ["ambiguous"])
        // One with a field or two has lost its end.
        part.rows[items[12]].removeLast(5)
        #expect(PartText.states(try part.solved(), "rejected.repeat") == ["blank"])
    }

    @Test("a row that is whole among rows that have lost a column, where two defects at once would make its sum hold")
    func wholeRowAmongNarrowOnes() throws {
        var part = PartText("requests", form: 1)
        part.putLabelsInPlace()
        for row in part.rows.indices.dropFirst(3) {
            let label = part.rows[row].count - 7
            let numbers = (0..<6).map { 1_000 + row * 53 + $0 * 371 }
            part.rows[row].replaceSubrange(label..., with: (numbers + [numbers.reduce(0, +)]).map(String.init))
            if row == 5 { part.rows[row][label + 5] = "" } else if label > 1 { part.rows[row].remove(at: label + 2) }
        }
        #expect(PartText.states(try part.solved(), "granted") == ["ambiguous"])
    }

    @Test("rows of two numbers in front of dropped ends, most of them equal: the second is the total")
    func rowsOfTwoNumbersHaveSlid() throws {
        var part = PartText("requests", form: 1, other: "")
        part.putLabelsInPlace(withCovered: true)
        let items = part.rows.indices.filter { part.rows[$0].count == 10 }
        for (place, row) in items.enumerated() {
            let numbers = place == 0 ? ["1", "2", "3", "4", "5", "6", "21"] : place < 7 ? ["8", "8"] : []
            part.rows[row].replaceSubrange(3..., with: place == 7 ? ["10", "9"] : numbers)
        }
        let label = part.rows[items[7]].prefix(3).joined()
        #expect(label.hasPrefix("4.保护"))
        #expect(PartText.states(try part.solved(PartText.bars), "denied.third_party") == ["ambiguous"])
    }

    @Test("where numbers slide to the left, those of the last sum of 四 look like those of its first")
    func firstSumOfSeveral() throws {
        var part = PartText("requests", form: 1, other: "")
        part.putLabelsInPlace(withCovered: true)
        for (row, number) in zip(part.rows.indices.filter { part.rows[$0].count == 10 }, 1...6) {
            part.rows[row].replaceSubrange(3..<6, with: ["\(number)", "8", "\(number + 8)"])
        }
        let review = PartText("review", ["reconsideration:upheld": "3", "reconsideration:total": "3"], other: "")
        part.rows += [["四、政府信息公开行政复议、行政诉讼情况"]] + review.rows
        part.rows[part.rows.count - 1].replaceSubrange(0..<5, with: ["11", "7", "9", "5", "32"])
        #expect(PartText.states(try part.solved(PartText.bars), "reconsideration") == ["ambiguous"])
    }

    @Test("a row of zeros is not whole where the only other row with as many numbers does not add up")
    func zerosBesideAColumnMore() throws {
        var part = PartText("requests", form: 1, ["granted:person": "6", "granted:total": "6"], other: "")
        part.put(["一、": "12,30,6,0,19,67,67", "7.属于": "0,0,0,0,0,0,0"])
        let line = { (row: [String]) in row.filter { !$0.isEmpty }.joined(separator: " ") }
        #expect(PartText.states(try part.solved(line), "denied.enforcement") == ["ambiguous"])
        part.put(["一、": "12,30,6,0,0,19,67"])
        #expect(PartText.states(try part.solved(line), "denied.enforcement") == ["read"])
    }

    @Test("a zero in front of other digits is a number of its own, and where the others stand among blanks nobody can say")
    func zeroGluedToTheTotal() throws {
        var part = PartText("requests", form: 1, other: "")
        let rows = [
            "一、": "1,17,41,26,3,88", "二、": "10,0,10", "（一）": "0,0,10,10,0,20", "1.信访": "0,0,0,0,8,8", "2.其他法律": "0,0,0,3,3",
            "5.属于": "0,0,4,0,4", "8.属于": "0,0,9,0,9", "3.要求": "0,7,11,0,18", "4.无正当": "3,0,3", "（六）": "8,0,11,7,026",
            "（七）": "11,0,17,41,19,3,91", "四、": "7,0,7",
        ]
        part.put(rows)
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(values["other:other"] != "blank ")
    }
}
