import Testing

@testable import Biaoge

/// Numbers of several years in one table.
@Suite struct YearRowsTests {
    private let results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"

    /// What the table of 四 with these rows gives for the first of its slots.
    private func review(_ rows: String) throws -> String {
        let text = """
            柳湾镇2022年政府信息公开工作年度报告

            四、政府信息公开行政复议、行政诉讼情况

            年度\t行政复议\t行政诉讼
            \t\(results)\t未经复议直接起诉\t复议后起诉
            \t\(results)\t\(results)
            \(rows.replacing("…", with: "\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0"))

            """
        return try Document(reading: Array(text.utf8)).values.first { $0.key == "review.reconsideration:upheld" }?.number ?? ""
    }

    @Test(arguments: [
        ("2021年\t3\t0\t0\t0\t3…\n2022年\t5\t0\t0\t0\t5…", "5"), ("2021年度\t3\t0\t0\t0\t3…\n2022年度\t5\t0\t0\t0\t5…", "5"),
        ("上年\t3\t0\t0\t0\t3…\n本年\t5\t0\t0\t0\t5…", ""), ("2020年\t3\t0\t0\t0\t3…\n2021年\t5\t0\t0\t0\t5…", ""),
        ("2022年\t5\t0\t0\t0\t5…", "5"), ("2O2l年\t3\t0\t0\t0\t3…\n2022年\t5\t0\t0\t0\t5…", ""),
        // A year in which there was nothing is one as well.
        ("2022年\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\n2021年\t5\t0\t0\t0\t5…", ""),
        // A year alone may be that of the report which this one was copied from.
        ("2021年\t5\t0\t0\t0\t5…", "5"),
    ]) func theRowOfTheReportsYearIsTaken(rows: String, expected: String) throws {
        #expect(try review(rows) == expected)
    }

    /// Where a header has columns of two years, a single number may be of either.
    @Test func columnsOfTwoYearsAreInDoubt() throws {
        let text = """
            二、主动公开政府信息情况

            第二十条第（一）项
            信息内容\t本年制发件数\t本年废止件数\t现行有效件数
            \t2021年\t2022年\t2021年\t2022年\t2021年\t2022年
            规章\t1\t2\t3\t4\t5\t6
            行政规范性文件\t1\t2\t3\t4\t5\t6
            第二十条第（五）项
            信息内容\t本年处理决定数量
            行政许可\t159\t

            """
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "proactive.licensing:decisions" }?.state == .ambiguous)
        #expect(values.first { $0.key == "proactive.rules:issued" }?.number == "")
    }

    /// A reader may have made several tables of one.
    @Test func columnsOfTwoYearsAreInDoubtInTheWholePart() throws {
        var part = PartText("proactive", other: "7")
        for label in ["规章", "行政规范性文件"] { part.rows[part.row(label)] = [label, "1", "2", "3", "4", "5", "6"] }
        part.rows.insert(["", "2021年", "2022年", "2021年", "2022年", "2021年", "2022年"], at: part.row("规章"))
        part.rows[part.row("行政事业性收费")] += ["/"]
        let values = try part.solved { row in (row[0].hasSuffix("（五）项") ? "\n说明：两年数据。\n\n" : "") + row.joined(separator: "\t") }
        #expect(values["fees:amount"] == "ambiguous ")
    }

    /// A label in front of a year's word is none of the row's.
    @Test func aRowOfTheYearBeforeIsNotThatOfItsLabel() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"])
        part.rows[part.row("（一）")].insert("上年数", at: 1)
        #expect(PartText.states(try part.solved(), "granted").isDisjoint(with: ["read", "repaired"]))
        part.rows[part.row("（一）")][1] = "上年总计"
        #expect(PartText.states(try part.solved(), "granted").isDisjoint(with: ["read", "repaired"]))
    }

    /// The year before stands on a line of its own between a label and its numbers, or in brackets behind the label.
    @Test(arguments: ["（一）予以公开（上年）", "（一）予以公开\n上年数"])
    func aLabelWithAYearBehindItIsNotTheRows(label: String) throws {
        let rows = PartText("requests", ["granted:person": "3", "granted:total": "3"]).rows.map { row -> String in
            let cells = [row[0].hasPrefix("（一）") ? label.replacing("\n", with: "<br>") : row[0]] + row.dropFirst()
            return "<tr>" + cells.map { "<td>\($0)</td>" }.joined()
        }
        let page = "<html><h2>三、收到和处理政府信息公开申请情况</h2><table>\(rows.joined())</table></html>"
        let values = try Document(reading: Array(page.utf8)).values.filter { $0.key.hasPrefix("requests.granted") }
        #expect(!values.contains { $0.state == .read || $0.state == .repaired })
    }

    /// A column is gone, so that the year and the numbers are as many as the form has columns.
    @Test(arguments: ["2023年", "2023年度", "2023"]) func aYearIsNoValueOfItsRow(year: String) throws {
        let words = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        let header = [["类别", "行政复议", "行政诉讼"], words.filter { $0 != "尚未审结" } + ["未经复议直接起诉", "复议后起诉"], words + words]
        let spans = [
            ["rowspan=3", "colspan=4", "colspan=10"], [String](repeating: "rowspan=2", count: 4) + ["colspan=5", "colspan=5"],
        ]
        let rows = header.enumerated().map { line, words in
            words.enumerated().map { "<td \(line < 2 ? spans[line][$0] : "")>\($1)" }.joined()
        }
        let numbers = "5 1 8 14 3 26 1 6 36 5 6 4 3 18".split(separator: " ").map { "<td>\($0)" }.joined()
        let page = "<h2>四、政府信息公开行政复议、行政诉讼情况</h2><table><tr>\(rows.joined(separator: "<tr>"))<tr><td>\(year)\(numbers)</table>"
        let values = try Document(reading: Array("<html>\(page)</html>".utf8)).values
        #expect(values.first { $0.key == "review.reconsideration:corrected" }?.number != "5")
    }
}
