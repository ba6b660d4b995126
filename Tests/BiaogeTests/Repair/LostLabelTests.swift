import Testing

@testable import Biaoge

/// Rows whose labels are damaged or gone, so that what stands beside them may be theirs.
@Suite("Labels that are lost or damaged")
struct LostLabelTests {
    @Test("a whole label is no other one that differs in brackets")
    func brackets() {
        var book = LabelBook()
        let sixth = book.add(["第二十条第（六）项"])
        let eighth = book.add(["第二十条第（八）项"])
        #expect(book.matches(LabelText("第二十条第（八）项")).map(\.label) == [eighth])
        #expect(book.matches(LabelText("第二十条第（六）项")).first?.label == sixth)
        // With a note behind it a label is still the one without.
        let partial = book.add(["（二）部分公开"])
        #expect(book.matches(LabelText("（二）部分公开（区分处理的）")).first?.label == partial)
    }

    @Test("the number of an item before a bracket", arguments: ["1）", "1)", "1．", "1、", "（1）"])
    func itemNumber(_ number: String) {
        let text = Array("\(number)属于国家秘密".utf8)
        #expect(SectionNumber(0..<text.count, in: text.span)?.value == 1)
        #expect(LabelText("\(number)属于国家秘密").key == LabelText("1.属于国家秘密").key)
    }

    @Test("a row beside its own with a label that is nearly the same and other numbers")
    func misreadLabel() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        let row = part.row("（一）")
        part.rows.insert(["（一）予以某开", "2", "0", "0", "0", "0", "0", "2"], at: row)
        #expect(PartText.states(try part.solved(), "granted") == ["ambiguous"])
        part.rows[row] = ["（一）予以某开", "2"]
        #expect(PartText.states(try part.solved(), "granted") == ["ambiguous"])
        // With the same numbers it is the row twice.
        part.rows[row] = ["（一）予以某开"] + part.rows[row + 1].dropFirst()
        #expect(try part.solved()["granted:person"] == "read 3")
    }

    @Test("rows that changed places are known by their labels, though these are misread")
    func misreadLabelsInOtherPlaces() throws {
        var part = PartText(
            "requests", ["received:person": "32", "received:total": "32", "carried_over:other": "4", "carried_over:total": "4"])
        let row = part.row("一、")
        part.rows.swapAt(row, row + 1)
        part.rows[row][0] = "二、上年结转政府佶息公开甲请数量"
        part.rows[row + 1][0] = "一、本年新收玫府信息公开申请数量"
        let values = try part.solved()
        #expect(values["received:person"] == "repaired 32")
        #expect(values["carried_over:other"] == "repaired 4")
    }

    @Test("behind the label of a group alone may be the values of its first item, where others have lost their labels")
    func hiddenItems() throws {
        var part = PartText(
            "requests",
            [
                "granted:person": "3", "granted:total": "3", "partial:legal": "2", "partial:total": "2",
                "denied.query:person": "4",
                "denied.query:total": "4", "denied.prohibited:person": "6", "denied.prohibited:total": "6",
            ], other: "")
        for label in ["1.申请人", "2.申请人", "3.其他", "4.保护", "5.属于"] { part.rows.remove(at: part.row(label)) }
        part.rows.insert(["（六）其他处理", "8", "8"], at: part.row("（七）"))
        let lines = { (row: [String]) in row.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        var values = try part.solved(lines)
        #expect(values["other.not_corrected:total"] != nil)
        #expect(values["other:total"]?.hasSuffix("8") != true)
        // Where no other label is gone, the group is one row.
        for label in ["3.危及", "6.属于"] {
            let name = label == "3.危及" ? ["4.保护第三方合法权益"] : ["5.属于三类内部事务信息"]
            part.rows.insert(name, at: part.row(label) + (label == "3.危及" ? 1 : 0))
        }
        values = try part.solved(lines)
        #expect(values["other.not_corrected:total"] == "absent ")
    }

    @Test("numbers between a whole label and the next one, where the row of the next is lost")
    func betweenLabels() throws {
        var part = PartText(
            "proactive", form: 1,
            [
                "rules:made": "", "rules:published": "", "normative:made": "", "normative:published": "",
                "services:change": "",
            ])
        part.rows[part.row("行政处罚")] = ["行政处罚"]
        part.rows[part.row("行政处罚") + 1] = ["             4", "0", "0"]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "     ") }
        #expect(PartText.states(values, "penalty") == ["ambiguous"])
    }

    @Test("digits that are several numbers leave the empty cells beside them in doubt")
    func gluedDigits() throws {
        var part = PartText("proactive", form: 1, ["licensing:change": "", "penalty:change": ""], other: "7")
        part.rows[part.row("行政事业性收费")][1...] = ["09", ""]
        #expect(PartText.states(try part.solved(), "fees") == ["ambiguous"])
    }

    @Test("where no row has its last column, the field that one has less is another")
    func narrowRow() throws {
        let values = [
            "denied.query:person": "4", "denied.query:legal": "5", "granted:person": "3", "granted:legal": "2",
            "partial:person": "1",
        ]
        var part = PartText("requests", values, other: "")
        for index in part.rows.indices where part.rows[index].count == 8 {
            let place = part.rows[index][0].first == "（" ? 1 : part.rows[index][0].first?.isNumber == true ? 2 : 0
            part.rows[index].insert(contentsOf: [String](repeating: "", count: place), at: 0)
            part.rows[index].insert(contentsOf: [String](repeating: "", count: 2 - place), at: place + 1)
        }
        #expect(try part.solved()["denied.query:legal"] == "read 5")
        let row = part.row("8.属于")
        part.rows[row].remove(at: 5)
        #expect(PartText.states(try part.solved(), "denied.query") == ["ambiguous"])
    }

    @Test("a header that somebody made up behind a row of other treatment is no row of an item")
    func madeUpHeader() throws {
        var part = PartText("requests")
        let first = part.row("1.申请人无正当")
        part.rows.replaceSubrange(first...(first + 2), with: [["（六）其他处理"] + [String](repeating: "0", count: 7)])
        part.rows.insert([""] + (1...7).map { "数据\($0)" }, at: first + 1)
        let values = try part.solved()
        #expect(values["other:person"] == "read 0")
        #expect(values["other.misc:person"] == nil || values["other.misc:person"]?.hasPrefix("absent") == true)
    }

    @Test("the last word of the next table's header is no label of what stands behind it")
    func wordOfNextHeader() throws {
        let numbers = ["person": "4", "business": "3", "total": "7"]
        var values = numbers.reduce(into: [:]) { $0["received:\($1.key)"] = $1.value }
        for (key, value) in numbers { (values["partial:\(key)"], values["outcome_total:\(key)"]) = (value, value) }
        var part = PartText("requests", values, other: "")
        // The labels of the last two rows are gone, and with them the cells that are empty.
        part.rows[part.row("（七）")].removeFirst()
        part.rows[part.row("四、结转")] = []
        let review = PartText(
            "review",
            [
                "reconsideration:upheld": "3", "reconsideration:total": "3", "litigation_direct:pending": "8",
                "litigation_direct:total": "8",
            ], other: "")
        part.rows += [[review.title]] + review.rows
        values = try part.solved { row in row.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "other.misc") == ["ambiguous"])
    }

    @Test("numbers behind the label of a group alone, and others behind that of its first item")
    func numbersOfGroup() throws {
        var part = PartText("requests", ["denied.state_secret:person": "3", "denied.state_secret:total": "3"])
        let row = part.row("1.属于")
        part.rows.insert(["（三）不予公开"] + [String](repeating: "0", count: 7), at: row)
        #expect(PartText.states(try part.solved(), "denied.state_secret") == ["ambiguous"])
        #expect(PartText.states(try part.solved(), "denied.prohibited") == ["read"])
        part.rows[row] = ["（三）不予公开"] + part.rows[row + 1].dropFirst()
        #expect(try part.solved()["denied.state_secret:person"] == "read 3")
    }

    /// A row with its label alone where it has no numbers.
    private func written(_ row: [String]) -> String { row.filter { !$0.isEmpty }.joined(separator: " ") }

    @Test("two labels of rows with values in front of numbers, the first of which nothing else has")
    func twoLabels() throws {
        let values = PartText.persons([
            "received": "14", "granted": "3", "denied.query": "3", "rejected.repeat": "6", "outcome_total": "14",
        ])
        var part = PartText("requests", values, other: "")
        let row = part.row("2.没有")
        part.rows[row] = ["（四）无法提供", "1.本机关不掌握相关政府信息", part.rows[row][0], "2", "2"]
        part.rows[part.row("1.本机关")] = ["序号 事项名称 办理情况 - - - -"]
        #expect(PartText.states(try part.solved(written), "unavailable.needs_creation") == ["ambiguous"])
    }

    @Test("two labels in cells of their own in front of numbers, the first of which nothing else has")
    func twoLabelsSideBySide() throws {
        var part = PartText("requests", PartText.persons(["received": "3", "denied.query": "3", "outcome_total": "3"]))
        let row = part.row("8.属于")
        let above = part.rows.remove(at: row - 1)
        #expect(PartText.states(try part.solved(), "denied.query") == ["read"])
        part.rows[row - 1].insert(above[0], at: 0)
        #expect(PartText.states(try part.solved(), "denied.query") == ["ambiguous"])
    }

    @Test("a row that sums up others is no row that has lost its label")
    func subtotalRow() throws {
        var part = PartText("requests")
        let row = part.row("8.属于")
        part.rows[row] = ["0", "0"]
        part.rows.insert(["（三）不予公开 小计", "0", "1", "1", "0", "0", "0", "2"], at: row + 1)
        #expect(PartText.states(try part.solved(written), "denied.query") == ["ambiguous"])
    }

    /// A character that nobody sees keeps a reader of lines from knowing that the label is whole.
    @Test("nor is one whose word stands on the line below a label without numbers")
    func subtotalBelowALabel() throws {
        let text = """
                 3.要求提供公开出版物
                 4.无正当理由大量反复申请                         8       8
                 5.要求\u{FEFF}行政机关确认或重新出具已获取信息
                 合计                         0    0    0     0      14     0  14
            （六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
                 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请     5       5
                 3.其他                                       5       5
            （七）总计                                 6      19      25
            四、结转下年度继续办理                               2      1       3

            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.rejected.confirmation:total" }?.state == .ambiguous)
    }

    @Test("where the labels of groups stand in front of sums, they are no rows that have lost their labels")
    func totalsOfGroups() throws {
        var part = PartText("requests", ["denied.query:other": "1", "denied.query:total": "1"])
        part.rows.insert(["（三）不予公开", "0", "0", "0", "0", "0", "1", "1"], at: part.row("1.属于"))
        let row = part.row("1.信访")
        part.rows[row] = ["（五）不予处理", "0", "0", "0", "0", "0", "9", "9"]
        let values = try part.solved()
        #expect(PartText.states(values, "rejected.petition").isDisjoint(with: ["read", "repaired"]))
    }

    @Test("where labels are lost, what one form has as a row and the other as a group may be an item's")
    func groupOfOtherForm() throws {
        let values = PartText.persons(["received": "9", "granted": "3", "other": "6", "outcome_total": "9"])
        var part = PartText("requests", form: 1, values, other: "")
        for label in ["4.保护", "5.属于", "2.没有"] { part.rows.remove(at: part.row(label)) }
        // Labels of section 三 do not tell the form.
        let proactive = PartText("proactive", form: 1, other: "2")
        part.rows = proactive.rows + [[part.title]] + part.rows
        #expect(try part.solved(written)["other:total"] == "ambiguous ")
    }

    @Test("a label that stands twice, once with numbers and once with none", arguments: [true, false])
    func labelOfAnEmptyRowCopied(isFirst: Bool) throws {
        var part = PartText("requests", ["denied.internal:person": "2", "denied.internal:total": "2"], other: "")
        for label in ["一、", "（七）", "四、"] { part.rows[part.row(label)][1...] = ["1", "0", "0", "0", "0", "0", "1"] }
        let row = part.row("5.属于")
        if isFirst {
            part.rows[part.row("4.保护")][0] = part.rows[row][0]
        } else {
            part.rows[part.row("6.属于")][0] = part.rows[row][0]
        }
        var values = try part.solved(PartText.bars)
        #expect(PartText.states(values, "denied.internal") == ["ambiguous"])
        guard !isFirst else { return }
        values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "denied.internal") == ["ambiguous"])
    }

    @Test("a label that stands again on a line of its own, two rows below")
    func bareLabelAgain() throws {
        var part = PartText("requests", other: "")
        for label in ["一、", "（七）", "四、"] { part.rows[part.row(label)][1...] = ["1", "0", "0", "0", "0", "0", "1"] }
        let row = part.row("5.属于")
        part.rows[row][1...] = ["2", "0", "0", "0", "0", "0", "2"]
        part.rows[part.row("7.属于")][0] = part.rows[row][0]
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "denied.internal") == ["ambiguous"])
    }

    @Test("the last item of the last group has its label twice")
    func lastItemTwice() throws {
        var part = PartText("requests", ["other.fee_unpaid:person": "4", "other.fee_unpaid:total": "4"])
        part.rows[part.row("2.申请人")][0] = "3.其他"
        #expect(PartText.states(try part.solved(), "other.misc") == ["ambiguous"])
    }

    @Test("what is left of a label with another number in front is not 3.其他")
    func cutLabelOfAnotherItem() throws {
        var part = PartText("requests", ["denied.prohibited:person": "4", "denied.prohibited:total": "4"])
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row][0] = String(part.rows[row][0].prefix(4)) }
        let rows = part.rows.map { row in "<tr>" + row.map { "<td>\($0)" }.joined() }
        let page = "<html><h2>三、收到和处理政府信息公开申请情况</h2><table>\(rows.joined())</table></html>"
        let values = try Document(reading: Array(page.utf8)).values
        #expect(!values.contains { $0.key.hasPrefix("requests.other.misc") && $0.number == "4" })
    }

    /// The label of a group has the numbers of two items, more than one row has, and other rows have lost their labels too.
    @Test func aGroupWithMoreNumbersThanARowHidesItsItems() throws {
        var part = PartText("requests")
        part.rows[part.row("1.申请人")..<part.row("（七）")] = [["（六）其他处理", "0", "0", "0", "7", "0", "0", "0", "0", "7"]]
        for row in ["一、", "（七）"] { part.rows[part.row(row)][1...] = ["0", "7", "0", "0", "0", "0", "7"] }
        for row in ["8.属", "2.没"] { part.rows[part.row(row)].removeLast(4) }
        for row in ["一、", "1.属", "4.保护", "3.补正", "2.重复"] { part.rows[part.row(row)].removeFirst() }
        let values = try part.solved { $0.joined(separator: "\n\n") + "\n" }
        #expect(PartText.states(values, "other.not_corrected") == ["ambiguous"])
    }

    @Test("numbers below a header of the next part are of no row that lost its label")
    func numbersOfTheNextPart() throws {
        var part = PartText(
            "requests", PartText.persons(["received": "9", "outcome_total": "6", "carried_forward": "3"]), other: "")
        part.rows.remove(at: part.row("3.其他"))
        part.putLabelsInPlace()
        for row in part.rows.indices.suffix(2) { part.rows[row] = part.rows[row].map { $0.allSatisfy(\.isNumber) ? $0 : "" } }
        let review = PartText("review", ["litigation_direct:upheld": "5", "litigation_direct:total": "5"], other: "")
        part.rows += [review.rows[1], Array(review.rows[3].prefix(10))]
        #expect(try part.solved()["carried_forward:person"] == "repaired 3")
    }

    @Test("a row that only its order places is in doubt where a sum with it fails", arguments: ["9", "8"])
    func placedRowAgainstSums(_ total: String) throws {
        var part = PartText("requests", PartText.persons(["received": "9", "unavailable.unclear": total, "outcome_total": "9"]))
        part.rows[part.row("3.补正")].removeFirst()
        let states = PartText.states(try part.solved(), "unavailable.unclear")
        #expect(states == (total == "9" ? ["repaired"] : ["repaired", "ambiguous"]))
    }

    @Test("a row that a report may lack has lost its label as another row has, where empty rows leave nothing")
    func optionalRowAmongLostOnes() throws {
        var part = PartText("requests", PartText.persons(["received": "9", "granted": "9", "outcome_total": "9"]), other: "")
        part.rows.remove(at: part.row("2.申请人"))
        #expect(PartText.states(try part.solved(written), "other.fee_unpaid") == ["absent"])
        part.rows.remove(at: part.row("6.属于"))
        #expect(PartText.states(try part.solved(written), "other.fee_unpaid") == ["ambiguous"])
    }

    @Test("a label out of its place that stands in a field with others as well")
    func movedLabelAmongOthers() throws {
        var part = PartText("requests", PartText.persons(["denied.prohibited": "3"]))
        let row = part.row("1.本机关")
        let labels = part.rows[row..<(row + 3)].map { $0[0] }
        part.rows.replaceSubrange(row..<(row + 3), with: [[labels.joined()] + [String](repeating: "123", count: 7)])
        part.rows.insert([labels[1]] + [String](repeating: "1", count: 6) + ["6"], at: part.row("3.危及"))
        #expect(PartText.states(try part.solved(), "unavailable.needs_creation") == ["ambiguous"])
    }

    @Test("totals of groups with characters lost are no row of the form either")
    func damagedTotalsOfGroups() throws {
        var part = PartText("requests")
        for (item, group) in [("1.属于", "（三）不予公?"), ("1.本机关", "（四）?法提供"), ("1.信访", "（五）不予?理")] {
            part.rows.insert([group, "", "0", "0", "0", "0", "0", "0", "0"], at: part.row(item))
            part.rows[part.row(item)].insert(group, at: 0)
        }
        part.rows[part.row("（五）") + 1][1] = "1.信???投??申?"
        #expect(PartText.states(try part.solved(), "rejected.petition").isDisjoint(with: ["repaired", "read"]))
    }

    /// 三、本年度办理结果 stands broken over the rows that it reaches down.
    @Test(arguments: ["三、", "度办"]) func aPieceOfTheLabelAroundIsNoLabelOfTheRow(_ piece: String) throws {
        let numbers = PartText.persons(["received": "5", "denied.security": "5", "outcome_total": "5"])
        // Empty cells would be derived as 0.
        var part = PartText("requests", numbers.merging(["denied.security:legal": "", "denied.security:other": ""]) { $1 })
        part.putLabelsInPlace(withCovered: true)
        guard let lost = part.rows.firstIndex(where: { $0.contains("3.危及“三安全一稳定”") }) else { return }
        part.rows[lost].replaceSubrange(0..<3, with: [piece, "", ""])
        let values = try part.solved()
        #expect(values["denied.security:person"] == "repaired 5")
        #expect(PartText.states(values, "denied.security") == ["repaired", "blank"])
    }
}
