import Testing

@testable import Biaoge

/// What belongs to one row of a form stands in several of the source.
@Suite struct TornRowsTests {
    private func values(_ text: String, _ keys: String) throws -> [String] {
        try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix(keys) }.map {
            "\($0.state.rawValue) \($0.number)"
        }
    }

    private let head = """
        三、收到和处理政府信息公开申请情况

        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t
        \t\t\t自然人\t法人或其他组织\t\t\t\t\t总计
        \t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t
        一、本年新收政府信息公开申请数量\t\t\t1\t2\t3\t4\t5\t6\t21
        二、上年结转政府信息公开申请数量\t\t\t0\t0\t0\t0\t0\t0\t0

        """
    private let rest = """
        \t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t0\t0\t0\t0\t0\t0\t0
        \t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0
        \t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0
        \t\t3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0
        \t\t4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0
        \t（七）总计\t\t1\t2\t3\t4\t5\t6\t21
        四、结转下年度继续办理\t\t\t0\t0\t0\t0\t0\t0\t0

        """

    @Test(arguments: [
        // The numbers below the page's end, above it, on both sides.
        ("\t（一）予以\t\t\t\t\t\t\t\t\n\t公开\t\t1\t2\t3\t4\t5\t6\t21\n"),
        ("\t（一）\t\t1\t2\t3\t4\t5\t6\t21\n\t予以公开\t\t\t\t\t\t\t\t\n"),
        ("\t（一）予以\t\t1\t\t3\t4\t\t6\t21\n\t公开\t\t\t2\t\t\t5\t\t\n"),
        // A line with nothing but the rest of the label.
        ("\t（一）予\t\t1\t2\t3\t4\t5\t6\t21\n以公开\n"),
    ]) func aRowThatAPageCutIsOne(rows: String) throws {
        let text = head + "三、本年度办理结果" + rows + rest
        #expect(
            try values(text, "requests.granted:").map { $0.split(separator: " ").last } == ["1", "2", "3", "4", "5", "6", "21"])
    }

    /// What stands in both rows is of neither.
    @Test func rowsThatBothHaveNumbersAreNotOne() throws {
        let text = head + "三、本年度办理结果\t（一）予以\t\t1\t2\t3\t4\t5\t6\t21\n\t公开\t\t7\t\t\t\t\t\t7\n" + rest
        #expect(try values(text, "requests.granted:").first != "read 7")
    }

    private let results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"

    @Test func tablesOfReviewAndLitigationAreOne() throws {
        let text =
            head + rest + """

                四、政府信息公开行政复议、行政诉讼情况
                行政复议\t\t\t\t
                \(results)
                1\t2\t3\t4\t10

                行政诉讼
                未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
                \(results)\t\(results)
                5\t6\t7\t8\t26\t9\t10\t11\t12\t42

                """
        #expect(
            try values(text, "review.").map { $0.split(separator: " ").last }
                == ["1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "9", "10", "11", "12", "42"])
    }

    /// A cell a line: the numbers of each half stand below as many words of its header.
    @Test func eachHalfBelowItsOwnHeaderCellByCell() throws {
        let header = "行政复议\t行政诉讼\t\(results)\t1\t2\t3\t4\t10\t未经复议直接起诉\t复议后起诉\t\(results)\t\(results)"
        let cells = (header + "\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42").replacing("\t", with: "\n\n")
        let found = try values("柳湾镇2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n\(cells)\n", "review.")
        #expect(
            found.map { $0.split(separator: " ").last }
                == ["1", "2", "3", "4", "10", "5", "6", "7", "8", "26", "9", "10", "11", "12", "42"])
    }

    /// Text of a page in another order than its columns: no total is the sum of what stands in front of it.
    @Test func fifteenNumbersOfWhichNoneAddsUpAreNotInOrder() throws {
        let numbers = ["65", "1", "272", "443", "123", "11", "642", "43", "25", "62", "131", "67", "892", "586", "1817"]
        let header = "行政复议\t行政诉讼\t\(results)\t未经复议直接起诉\t复议后起诉\t\(results)\t\(results)"
        let cells = ([header] + numbers).joined(separator: "\t").replacing("\t", with: "\n\n")
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n\(cells)\n"
        #expect(try values(text, "review.").allSatisfy { $0 == "ambiguous " })
    }

    @Test func aRowOfFifteenNumbersOnTwoLinesIsOne() throws {
        let text =
            head + rest + """

                四、政府信息公开行政复议、行政诉讼情况
                行政复议\t\t\t\t\t行政诉讼
                \(results)\t未经复议直接起诉\t\t\t\t\t复议后起诉
                \t\t\t\t\t\(results)\t\(results)
                1\t2\t3\t4\t10
                5\t6\t7\t8\t26\t9\t10\t11\t12\t42

                """
        #expect(try values(text, "review.").last?.hasSuffix(" 42") == true)
        #expect(try values(text, "review.").first?.hasSuffix(" 1") == true)
    }

    /// A page's number above a row that has a field for each cell, the first one empty.
    @Test func aNumberAboveAWholeRowIsNoneOfIt() throws {
        let text =
            head + rest + """

                四、政府信息公开行政复议、行政诉讼情况
                行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
                \(results)\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
                \t\t\t\t\t\(results)\t\(results)
                12
                \t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0

                """
        #expect(try values(text, "review.").first != "read 12")
    }

    /// Two numbers in one field and none in another: they stand in order where they add up.
    @Test func numbersGluedAmongEmptyFieldsStandInOrder() throws {
        func text(_ row: String) -> String {
            head + rest + """

                四、政府信息公开行政复议、行政诉讼情况
                | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |
                | \(results.replacing("\t", with: " | ")) | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
                | | | | | | \(results.replacing("\t", with: " | ")) | \(results.replacing("\t", with: " | ")) |
                \(row)

                """
        }
        let row = "| 36 | 530 | | 69 502 | 1137 | | 5 6 | 7 | 8 | 26 | 9 | 10 | 11 | 12 | 42 |"
        #expect(try values(text(row), "review.").last == "repaired 42")
        #expect(try values(text(row), "review.").prefix(4) == ["repaired 36", "repaired 530", "repaired 69", "repaired 502"])
        let wrong = row.replacing("1137", with: "1138")
        #expect(try values(text(wrong), "review.").allSatisfy { $0 == "ambiguous " })
    }

    @Test("a digit on the line below numbers that no sum checks, which cannot number a page, may have been cut off any of them")
    func digitBelow() throws {
        for (digit, expected) in [("9", "ambiguous "), ("0", "ambiguous "), ("1", "read 7")] {
            var part = PartText("proactive", form: 1, other: "7")
            part.rows.insert([digit], at: part.row("规范性文件"))
            let values = try part.solved()
            #expect(values["rules:made"] == expected, "\(digit)")
            #expect(values["normative:made"] == "read 7", "\(digit)")
        }
    }

    /// What is left of a label above a page's end is all of another item's, but for its number.
    @Test func aPieceThatIsAnotherItemsLabelIsJoined() throws {
        var part = PartText("requests", PartText.persons(["denied.prohibited": "5"]))
        part.putLabelsInPlace()
        let row = part.row("2.其他")
        part.rows[row][2] = "2.其他"
        part.rows.insert(["", "", "法律行政法规禁止公开"] + [String](repeating: "", count: 7), at: row + 1)
        #expect(try part.solved(PartText.bars)["denied.prohibited:person"]?.hasSuffix(" 5") == true)
    }

    /// The label goes on below the page's number, beside the numbers.
    @Test func aPieceOfALabelAboveAPagesNumberIsNotBlank() throws {
        var part = PartText("requests", PartText.persons(["other.fee_unpaid": "5"]))
        part.putLabelsInPlace()
        let row = part.row("2.申请人")
        let numbers = part.rows[row].dropFirst(3)
        part.rows[row].replaceSubrange(2..., with: ["2.申请人逾期未按收费通知要求缴纳费用"] + [String](repeating: "", count: 7))
        part.rows.insert(["", "（六）其他处理", "、行政机关不再处理其政府信息公开申请"] + numbers, at: row + 1)
        part.rows.insert(["3"], at: row + 1)
        let values = try part.solved(PartText.cellLines)
        #expect(PartText.states(values, "other.fee_unpaid").isDisjoint(with: ["blank"]))
        #expect(values["other.misc:person"] == "read 0")
    }
}
