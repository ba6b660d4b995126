import Testing

@testable import Biaoge

/// A column of the form is lost and another one put in: the rows are as wide as the form has them.
@Suite struct ForeignColumnTests {
    private let header = "自然人\t商业企业\t科研机构\t社会公益组织\t其他\t总计\t小计"

    private func received(_ header: String) throws -> [String] {
        let rows = [
            ("一、本年新收政府信息公开申请数量", [7, 4, 2, 3, 1, 19, 12]), ("二、上年结转政府信息公开申请数量", [1, 0, 0, 5, 0, 8, 7]),
            ("（一）予以公开", [8, 4, 2, 8, 1, 27, 19]), ("（七）总计", [8, 4, 2, 8, 1, 27, 19]), ("四、结转下年度继续办理", [0, 0, 0, 0, 0, 0, 0]),
        ]
        let lines = rows.map { "\($0)\t" + $1.map(String.init).joined(separator: "\t") }
        let text = "三、收到和处理政府信息公开申请情况\n\n\t\(header)\n" + lines.joined(separator: "\n") + "\n"
        return try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests.received:") }
            .map { "\($0.state.rawValue) \($0.number)" }
    }

    @Test func noNumberIsTakenForThatOfTheLostColumn() throws {
        let values = try received(header)
        #expect(!values.contains("read 19") && !values.contains("read 12"), "\(values)")
        #expect(!values.contains { $0.hasSuffix(" 19") } || values.last == "repaired 19", "\(values)")
    }

    /// A column more than the form has, and a misprint among zeros: were the last column the one too many, all sums would hold.
    @Test func aMisprintIsNoSubtotal() throws {
        var part = PartText("requests")
        for row in part.rows.indices where part.rows[row].count == 8 { part.rows[row].append("0") }
        part.rows[part.row("（一）")][8] = "14"
        #expect(try part.solved()["granted:total"] == "ambiguous ")
    }

    /// The cells of 自然人 are gone, those of 商业企业 all empty, and of the header's words for the first two institutions one character is left.
    @Test func cellsMoreThanTheHeaderNamesAreColumns() throws {
        var values: [String: String] = [:]
        for row in ["received", "denied.internal", "outcome_total"] {
            for (column, number) in zip(["research", "nonprofit", "legal", "other", "total"], ["19", "18", "6", "18", "61"]) {
                values["\(row):\(column)"] = number
            }
        }
        var part = PartText("requests", form: 1, values, other: "")
        part.putLabelsInPlace()
        for row in part.rows.indices where part.rows[row].count > 7 { part.rows[row].remove(at: part.rows[row].count - 7) }
        part.rows[2].replaceSubrange(0..<2, with: ["商", "科"])
        let solved = try part.valuesOnPage { row in
            let span = row.count == 7 || row.count == 2 ? 3 : row.count == 8 ? 2 : 1
            return row.enumerated().map { $0 == (span == 2 ? 1 : 0) ? "<td colspan=\(span)>\($1)" : "<td>\($1)" }.joined()
        }
        let person = solved.first { $0.key == "requests.received:person" }
        #expect(person.map { $0.number.isEmpty || $0.number == "0" } == true, "\(person?.number ?? "none")")
    }

    /// A column moved behind the totals parts the word over it; with blanks beside it every number could stand one place further.
    @Test func aWordThatAnotherPartsPutsTheColumnsInDoubt() throws {
        let text = """
            三、收到和处理政府信息公开申请情况

            |（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|||申请人情况|||||||
            ||||自然人|法人或其他组织||||总计|法人或其他组织|
            |||||商业企业|科研机构|社会公益组织|法律服务机构||其他|
            |一、本年新收政府信息公开申请数量|||7|8|7||10|32||
            |二、上年结转政府信息公开申请数量||||||||||
            |三、本年度办理结果|（一）予以公开||7|8|6||10|31||
            ||（七）总计||7|8|6||10|31||
            |四、结转下年度继续办理|||||1|||1||

            """
        let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests.received:") }
        #expect(values.allSatisfy { $0.state != .read && $0.state != .repaired && $0.state != .blank }, "\(values.map(\.number))")
    }

    /// Twice as many cells as the form has: each number may be last year's.
    @Test func aRowOfTwiceAsManyCellsIsNotRead() throws {
        let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map { "<td>\($0)<td>上年" }.joined()
        let numbers = (0..<30).map { [15, 19].contains($0) ? "<td>6" : "<td>" }.joined()
        let text = """
            <h1>四、政府信息公开行政复议、行政诉讼情况</h1><table><tr><td colspan=10>行政复议<td colspan=20>行政诉讼
            <tr>\(results)\(results)\(results)<tr>\(numbers)</table>
            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.allSatisfy { $0.number.isEmpty }, "\(values.map(\.number))")
    }

    /// One row with as many numbers as the header has words, where the others have one each: words and numbers of a page in another order.
    @Test func oneRowAsLongAsAShortHeaderDoesNotShowTheColumns() throws {
        let text = """
            三、收到和处理政府信息公开申请情况

            自然人
            法人或其他组织
            商业企业
            科研机构
            社会公益组织
            法律服务机构
            一、本年新收政府信息公开申请数量
            1
            24
            10
            7
            4
            二、上年结转政府信息公开申请数量
            16
            （一）予以公开
            22
            1.属于国家秘密
            95
            4.保护第三方合法权益
            27

            """
        let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests.received:") }
        #expect(values.allSatisfy { $0.number.isEmpty }, "\(values.map(\.number))")
    }

    /// Two rows with as many numbers as the header has words: where nothing was printed, the column that it does not name may have held one.
    @Test func twoRowsAsLongAsAShortHeaderPutItsLostColumnInDoubt() throws {
        var part = PartText("requests", form: 1, other: "")
        for row in part.rows.indices { part.rows[row].removeAll { $0 == "法律服务机构" } }
        part.put(["一、": "26,10,13,19,21,91", "（七）": "26,10,13,19,20,90", "四、": "0,0,1,1"])
        let values = try part.solved { $0.filter { !$0.isEmpty }.joined(separator: "    ") }
        #expect(values["rejected.petition:legal"] != "blank ")
    }

    /// Rows that all have a cell less behind their label have lost a column, though they lack no field for what it covers.
    @Test func rowsThatAllLackACellHaveLostAColumn() throws {
        var part = PartText("requests", form: 1, other: "")
        let rows = [
            "一、": "10,14,,25,7,27,", "（一）": ",,,9,,,", "（二）": ",9,,12,,,", "4.保护": ",,,,,1,", "5.属于": ",,,,,10,",
            "8.属于": "10,,,,,,", "2.没有": ",5,,,,6,", "1.信访": ",,,,1,,", "2.重复": ",,,4,,10,", "（七）": "10,14,,25,1,27,",
            "四、": ",,,,6,,",
        ]
        part.put(rows)
        part.putLabelsInPlace()
        for row in part.rows.indices.dropFirst(part.row("一、")) { part.rows[row].removeLast() }
        let values = try part.solved { $0.map { "| \($0)\n" }.joined() }
        #expect(values["partial:business"] == "read 9")
        #expect(values["granted:nonprofit"] == "read 9")
    }

    /// Two columns share their cells; a narrow cell has cut the second word.
    @Test func columnsThatShareTheirCellsAreNotRead() throws {
        let header = ["自然人", "总计", "商业企业、科研机", "益组织", "法律服", "其他"]
        let rows = [
            ("一、本年新收政府信息公开申请数量", [2880, 3964, 1827, 3757, 4337, 16765]), ("二、上年结转政府信息公开申请数量", [1, 780, 6, 9, 59, 855]),
            ("（一）予以公开", [86, 142, 12, 23, 7, 270]),
        ]
        let lines = header + rows.flatMap { [$0] + $1.map(String.init) } + ["形，不计其他情形）", "1.属于国家秘密", "895"]
        let text = "三、收到和处理政府信息公开申请情况\n" + lines.joined(separator: "\n") + "\n"
        let values = try Document(reading: Array(text.utf8)).values
        #expect(!values.contains { $0.number == "3964" }, "\(values.map(\.number))")
    }

    /// Words of a header in pieces beside each other: others than those that are whole may be theirs.
    @Test func aHeaderInPiecesDoesNotSayWhichColumnsThereAre() throws {
        let text = """
            | 项之和，等于第三项加第四项之和） |     |     |     | 总计  |
            商业 科研
            |     | 人   |     | 公益 服务 | 其他  |
            | 二、上年结转政府信息公开申请数量 | 1   |     |     | 1     |
            法提供 另行制作
            3.补正后申请内容仍
            3 3
            4.无正当理由大量反
            3.其他 4 4
            （七）总计 3 1 12 16

            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.carried_over:business" }?.number == "")
    }

    /// A row that is whole and adds up has its total: in the others one number was no number.
    @Test func aWholeRowShowsThatNoColumnIsLost() throws {
        var part = PartText("requests", ["carried_over:person": "402", "carried_over:legal": "340", "carried_over:total": "742"])
        for row in part.rows.indices where part.rows[row].count == 8 && !part.rows[row][0].hasPrefix("二、") {
            part.rows[row][1] = "\(row)"
            part.rows[row][7] = "1_\(row)"
        }
        let values = try part.solved { $0.joined(separator: "\n\n") + "\n" }
        #expect(values["carried_over:total"] == "read 742")
    }

    /// A summary of other offices has the form's labels, and one number beside each: the table's own rows are not empty for it.
    @Test func aSummaryWithTheSameLabelsLeavesNoBlanks() throws {
        let part = PartText("requests", form: 1)
        let labels = part.rows.filter { $0.count == 8 }.map { $0[0] }
        let summary = labels.enumerated().map { "| \($1) | \(426 + $0) |" }.joined(separator: "\n")
        let own = labels.map { "| \($0) |  | 331 | 191 | | 73 | 269 | 864 |" }.joined(separator: "\n")
        let text = "三、收到和处理政府信息公开申请情况\n\n| 项目 | 全县合计 |\n\(summary)\n\n| | 自然人 | 总计 |\n\(own)\n"
        let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests.received:") }
        #expect(!values.contains { $0.state == .blank && $0.key.hasSuffix("business") }, "\(values.map(\.state))")
    }

    /// Rows of one value have two numbers where years stand beside each other: behind a mark for none stands the other year's.
    @Test func besideRowsWithTwoNumbersAMarkMayBeTheValue() throws {
        var part = PartText("proactive", other: "7")
        for row in part.rows.indices where part.rows[row].count == 2 { part.rows[row] += ["", "", "3"] }
        part.rows[part.row("行政处罚")][1] = "—"
        #expect(try part.solved()["penalty:decisions"] == "ambiguous ")
    }

    /// 小计 is like 总计 misread, and rows of which an empty cell has vanished are as wide as the form has them.
    @Test func aSubtotalIsNoTotalMisread() throws {
        var part = PartText("requests", PartText.persons(["received": "5", "granted": "5", "outcome_total": "5"]))
        let header = part.row("商业企业")
        part.rows[header].append("小计")
        // The office left most rows partly empty: of one, all cells are there, of three all but one.
        for row in part.rows.indices where part.rows[row].count == 8 {
            switch part.rows[row][0].prefix(3) {
            case "一、本": part.rows[row].insert("0", at: 7)
            case "（一）", "（七）", "8.属": break
            default: part.rows[row].removeLast(2)
            }
        }
        let values = try part.solved { $0.joined(separator: " ") }
        #expect(values["denied.query:person"] == "ambiguous ")
    }

    /// A column of the year before stands behind the totals, and an empty cell has vanished: seven numbers, and none in its place.
    @Test func asManyNumbersAsColumnsMayHaveAnotherYearsAmongThem() throws {
        let rows = [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|申请人情况|上年数", "自然人|法人或其他组织|总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他",
            "一、本年新收政府信息公开申请数量|8¹|9|3||5|4¹|29|67", "（五）不予处理|1.信访举报投诉类申请||||||||87", "2.重复申请||||||||40",
            "（上年）|11|68|35|8|62|9|95|上年数", "3.要求提供公开出版物|8||||||8|9",
        ]
        let items = rows.map { "<li><span>" + $0.replacing("|", with: "</span> <span>") + "</span> </li>\n" }
        let values = try Document(reading: Array("<ul>\n\(items.joined())".utf8)).values
        #expect(Set(values.filter { $0.key.hasPrefix("requests.received:") }.map(\.state)) == [.ambiguous])
    }
}
