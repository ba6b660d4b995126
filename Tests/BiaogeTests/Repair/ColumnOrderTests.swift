import Testing

@testable import Biaoge

/// Columns follow the words of the header, not their places.
@Suite struct ColumnOrderTests {
    /// Section 三 as tab rows, its columns in an order of the caller's.
    private func requests(_ order: [String], rows: [(label: String, numbers: [String: String])]) -> String {
        let organisations = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        let outer = order.reduce(into: [String]()) { words, word in
            let own = organisations.contains(word) ? "法人或其他组织" : word
            if !words.contains(own) { words.append(own) }
        }
        var lines = ["三、收到和处理政府信息公开申请情况", ""]
        lines.append("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况")
        lines.append("\t" + outer.joined(separator: "\t"))
        lines.append("\t" + order.filter(organisations.contains).joined(separator: "\t"))
        for row in rows { lines.append(row.label + "\t" + order.map { row.numbers[$0] ?? "0" }.joined(separator: "\t")) }
        return lines.joined(separator: "\n") + "\n"
    }

    private let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    private let keys = ["person", "business", "research", "nonprofit", "legal", "other", "total"]
    private let rows: [(label: String, numbers: [String: String])] = [
        ("一、本年新收政府信息公开申请数量", ["自然人": "7", "商业企业": "4", "其他": "1", "总计": "12"]),
        ("二、上年结转政府信息公开申请数量", ["科研机构": "2", "总计": "2"]),
        ("（一）予以公开", ["自然人": "7", "商业企业": "4", "科研机构": "2", "总计": "13"]),
        ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", [:]),
        ("1.属于国家秘密", [:]), ("2.其他法律行政法规禁止公开", [:]), ("3.危及“三安全一稳定”", [:]), ("4.保护第三方合法权益", [:]),
        ("（七）总计", ["自然人": "7", "商业企业": "4", "科研机构": "2", "总计": "13"]),
        ("四、结转下年度继续办理", ["其他": "1", "总计": "1"]),
    ]

    private func values(_ text: String, _ row: String) throws -> [String] {
        let values = try Document(reading: Array(text.utf8)).values
        return keys.map { key in
            values.first { $0.key == "requests.\(row):\(key)" }.map { "\($0.state.rawValue) \($0.number)" } ?? "none"
        }
    }

    @Test(arguments: [
        ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
        ["自然人", "其他", "法律服务机构", "商业企业", "社会公益组织", "科研机构", "总计"],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "自然人", "总计"],
    ]) func columnsInAnotherOrderAreFollowed(order: [String]) throws {
        let text = requests(order, rows: rows)
        #expect(
            try values(text, "received")
                == ["repaired 7", "repaired 4", "repaired 0", "repaired 0", "repaired 0", "repaired 1", "repaired 12"])
        #expect(
            try values(text, "carried_over")
                == ["repaired 0", "repaired 0", "repaired 2", "repaired 0", "repaired 0", "repaired 0", "repaired 2"])
        let findings = try Document(reading: Array(text.utf8)).findings
        #expect(findings.contains { $0.kind == .columnsReordered })
    }

    @Test func theFormsOrderIsRead() throws {
        let text = requests(columns, rows: rows)
        #expect(try values(text, "received") == ["read 7", "read 4", "read 0", "read 0", "read 0", "read 1", "read 12"])
    }

    /// Without its header a table shows where its total stands, and nothing of the others.
    @Test func aTotalElsewherePutsTheColumnsInDoubt() throws {
        let order = ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
        let text = requests(order, rows: rows).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("\t") && !$0.contains("申请人情况") }.joined(separator: "\n")
        #expect(try values(text, "received").allSatisfy { $0 == "ambiguous " })
        let findings = try Document(reading: Array(text.utf8)).findings
        #expect(findings.contains { $0.kind == .columnsUnknown })
    }

    /// A total whose word stands in the middle of its cell's height is on another line than the words beside it.
    @Test func sumsTellWhereATotalStandsWhoseWordIsOnTheLineAbove() throws {
        let table = requests(columns, rows: rows).replacing("申请人情况\n", with: "申请人情况\t总计\n").replacing(
            "法人或其他组织\t总计", with: "法人或其他组织")
        let text = table.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.split(separator: "\t").joined(separator: " ") }.joined(separator: "\n")
        #expect(try values(text, "received") == ["read 7", "read 4", "read 0", "read 0", "read 0", "read 1", "read 12"])
    }

    /// Below a page break the header stands again, its lines glued to the label above, with its columns in another order: which order the
    /// rows have nobody can say.
    @Test func anotherOrderBelowAPageBreakPutsTheColumnsInDoubt() throws {
        var lines = ["柳湾镇2022年政府信息公开工作年度报告", "", "三、收到和处理政府信息公开申请情况"]
        lines.append("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况")
        lines += ["自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"]
        lines += rows.prefix(3).map { row in row.label + " " + columns.map { row.numbers[$0] ?? "0" }.joined(separator: " ") }
        let order = ["自然人", "科研机构", "其他", "法律服务机构", "社会公益组织", "商业企业", "总计"]
        let again = ["续表", lines[3], lines[4], order[1...5].joined(separator: " ")]
        let rest = rows.dropFirst(3).map { row in row.label + " " + order.map { row.numbers[$0] ?? "0" }.joined(separator: " ") }
        func page(_ lines: [String]) -> String { lines.joined(separator: "<br>") }
        func html(_ again: [String]) -> String { "<html><p>\(page(lines))</p><p>\(page(again))</p><p>\(page(rest))</p></html>" }
        #expect(try values(html(again), "carried_forward").allSatisfy { $0 == "ambiguous " })
        let asBefore = again.dropLast() + [lines[5]]
        #expect(try !values(html(Array(asBefore)), "received").contains { $0 == "ambiguous " })
    }

    /// A column that stands elsewhere while another one has lost its word could be any.
    @Test func aHeaderThatContradictsTheFormAndNamesTooLittleIsNoHelp() throws {
        let order = ["自然人", "其他", "法律服务机构", "商业企业", "社会公益组织", "科研机构", "总计"]
        let text = requests(order, rows: rows).replacing("\t法律服务机构\t", with: "\t \t")
        #expect(try values(text, "received").allSatisfy { $0 == "ambiguous " })
    }

    /// A header flattened into one row has only the innermost words.
    @Test func aFlatHeaderIsFollowed() throws {
        let order = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "自然人", "总计"]
        let lines = ["三、收到和处理政府信息公开申请情况", "", "项目\t" + order.joined(separator: "\t")]
        let table = rows.map { row in row.label + "\t" + order.map { row.numbers[$0] ?? "0" }.joined(separator: "\t") }
        let text = (lines + table).joined(separator: "\n") + "\n"
        #expect(try values(text, "received").first == "repaired 7")
    }

    /// A column of remarks is none of the form's, whatever stands in it.
    @Test(arguments: ["备注\t本年制发件数\t本年废止件数\t现行有效件数", "本年制发件数\t本年废止件数\t现行有效件数\t备注"])
    func aColumnOfRemarksIsNoneOfTheForms(header: String) throws {
        let isFirst = header.hasPrefix("备注")
        func row(_ label: String, _ values: String) -> String { label + "\t" + (isFirst ? "2023\t\(values)" : "\(values)\t2023") }
        let text = """
            二、主动公开政府信息情况

            第二十条第（一）项
            信息内容\t\(header)
            \(row("规章", "\t0\t0"))
            \(row("行政规范性文件", "3\t\t5"))
            第二十条第（五）项
            信息内容\t本年处理决定数量
            行政许可\t7

            """
        let values = try Document(reading: Array(text.utf8)).values
        func value(_ key: String) -> String? {
            values.first { $0.key == "proactive." + key }.map { "\($0.state.rawValue) \($0.number)" }
        }
        if isFirst {
            // What stands in front of the form's columns may be a label.
            #expect(value("normative:in_force") != "read 2023")
        } else {
            #expect(value("rules:issued") == "blank ")
            #expect(value("rules:in_force") == "read 0")
            #expect(value("normative:repealed") == "blank ")
            #expect(value("normative:in_force") == "read 5")
        }
    }

    /// What a text gives for the slots of 四, by their keys behind the part's identifier.
    private func review(_ text: String) throws -> (String) -> String? {
        let values = try Document(reading: Array(text.utf8)).values
        return { key in values.first { $0.key == "review." + key }?.number }
    }

    /// The innermost words of 四, over each of its three blocks.
    private let results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"

    /// A line that numbers the columns is none of values.
    @Test func countedColumnsAreNoValues() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况

            行政复议\t行政诉讼
            \(results)\t未经复议直接起诉\t复议后起诉
            \(results)\t\(results)
            \((1...15).map(String.init).joined(separator: "\t"))
            0\t0\t0\t2\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0

            """
        let value = try review(text)
        #expect(value("reconsideration:pending") == "2")
        #expect(value("litigation_after:total") == "0")
    }

    /// A row whose values happen to count, and so do not add up, is one of values.
    @Test(arguments: ["\t", "\n", " "])
    func aRowThatCountsIsNoneOfColumns(separator: String) throws {
        var part = PartText("requests")
        let row = part.row("（一）")
        part.rows[row] = [part.rows[row][0]] + (1...7).map(String.init)
        let values = try part.solved { $0.joined(separator: separator) }
        #expect(!PartText.states(values, "granted").contains("derived"))
    }

    /// A row of fifteen numbers is section 四 when its title stands over it.
    @Test(arguments: [("四、政府信息公开行政复议、行政诉讼情况", "2"), ("四、其他情况", "none")])
    func aRowWithoutItsHeaderIsKnownByItsTitle(title: String, expected: String) throws {
        let requests = requests(columns, rows: rows)
        let text = "\(requests)\n\(title)\n\n0\t0\t0\t2\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"
        #expect(try review(text)("reconsideration:pending") == (expected == "none" ? "" : expected))
    }

    @Test func litigationInFrontOfReviewIsFollowed() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况

            行政诉讼\t行政复议
            未经复议直接起诉\t复议后起诉\t\(results)
            \(results)\t\(results)
            1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42

            """
        let value = try review(text)
        #expect(value("reconsideration:upheld") == "9")
        #expect(value("litigation_direct:upheld") == "1")
        #expect(value("litigation_after:total") == "26")
    }

    /// Below one word the columns may stand in another order than below the next.
    @Test func wordsBelowOneWordAreInAnOrderOfTheirOwn() throws {
        let text = """
            四、政府信息公开行政复议、行政诉讼情况

            行政复议\t\t\t\t\t行政诉讼
            \(results)\t未经复议直接起诉\t\t\t\t\t复议后起诉
            \t\t\t\t\t尚未审结\t结果维持\t结果纠正\t其他结果\t总计\t\(results)
            1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t10\t11\t12\t42

            """
        let value = try review(text)
        #expect(value("reconsideration:upheld") == "1")
        #expect(value("litigation_direct:pending") == "5")
        #expect(value("litigation_direct:upheld") == "6")
        #expect(value("litigation_after:pending") == "12")
    }

    /// The words of cells that are centred in their height stand on several lines; the columns are where they stand.
    @Test func wordsOnSeveralLinesAreInTheOrderOfTheirPlaces() throws {
        let text = requests(columns, rows: rows)
        let spread = text.replacing(
            "\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他", with: "\t\t\t\t社会公益组织\t法律服务机构\t\t\n\t\t商业企业\t科研机构\t\t\t其他\t")
        #expect(spread != text)
        #expect(try values(spread, "received") == ["read 7", "read 4", "read 0", "read 0", "read 0", "read 1", "read 12"])
    }

    @Test("where sums fail in the form's order, rows with marks do not speak for another that they cannot be read in")
    func marksInAnotherOrder() throws {
        var part = PartText("requests", other: "-")
        part.rows[part.row("一、")][1...] = ["1", "4", "9", "2", "3", "5", "24"]
        let header = [["", "申请人情况"], ["", "自然人", "法人或其他组织", "总计"], ["社会公益组织"], ["", "商业企业", "科研机构", "", "法律服务机构", "其他", ""]]
        part.rows.replaceSubrange(..<part.row("一、"), with: header)
        let values = try part.solved { $0.count == 1 ? $0[0] : "| " + $0.joined(separator: " | ") + " |" }
        #expect(PartText.states(values, "received") == ["ambiguous"])
    }

    /// A header that lacks the row with the words over several columns has all others in one row.
    @Test func columnsAreFollowedBelowAHeaderThatLacksARow() throws {
        let order = Array(columns[1...5] + [columns[0], columns[6]])
        var lines = requests(order, rows: rows).split(separator: "\n", omittingEmptySubsequences: false)
        lines.replaceSubrange(3...4, with: [Substring("\t" + order.joined(separator: "\t"))])
        #expect(try values(lines.joined(separator: "\n"), "received")[0...1] == ["repaired 7", "repaired 4"])
    }

    /// A page's text has a word that its narrow cell has cut behind the one beside it; an author who writes one from top to bottom has not.
    @Test func aWordFromTopToBottomMayStandBehindTheOthers() throws {
        let order = Array(columns[1...5] + [columns[0], columns[6]])
        let text = requests(order, rows: rows).replacing("自然人", with: "自\n然\n人").replacing("\t", with: "\n")
        #expect(try values(text, "received")[0...1] == ["ambiguous ", "ambiguous "])
    }

    /// 总计 stands a row too high, in front of all others if the header is read row by row; of nine rows one is misprinted.
    @Test func aMisprintDoesNotLeaveTheOrderOpen() throws {
        var rows = rows
        rows[0].numbers["总计"] = "13"
        rows[5].numbers = ["法律服务机构": "5", "总计": "5"]
        let text = requests(columns, rows: rows).split(separator: "\n", omittingEmptySubsequences: false).map(String.init).map {
            line in
            line.hasSuffix("申请人情况") ? line + "\t总计" : line.hasPrefix("\t自然人") ? String(line.dropLast(3)) : line
        }
        #expect(try values(text.joined(separator: "\n"), "granted")[0] == "read 7")
    }
}
