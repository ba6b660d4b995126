import Testing

@testable import Biaoge

/// Tables and reports whose lines were joined with spaces.
@Suite struct UnbrokenLinesTests {
    private static let numbers = ["received:person": "31", "received:total": "31", "granted:person": "31", "granted:total": "31"]

    private func report(_ id: String, _ values: [String: String] = [:]) -> String {
        let part = PartText(id, values)
        return "柳湾镇2022年政府信息公开工作年度报告 \(part.title) " + part.rows.map { $0.joined(separator: " ") }.joined(separator: " ")
    }

    @Test(arguments: ["", "\n", " 五、存在的主要问题及改进情况 无。\n第二行"])
    func aReportOnOneLineIsRead(end: String) throws {
        let document = try Document(reading: Array(("一\n" + report("requests", Self.numbers) + end).utf8))
        let total = try #require(document.values.first { $0.key == "requests.received:total" })
        #expect(total.number == "31")
        #expect(total.place.line == 2)
        #expect(document.values.allSatisfy { $0.state == .read || $0.state == .repaired || !$0.key.hasPrefix("requests") })
        #expect(document.blockLines.max() ?? 0 <= 3)
        #expect(document.findings.compactMap(\.place.line).max() ?? 0 <= 3)
    }

    @Test func aTableWithoutRowsInBetweenIsRead() throws {
        let document = try Document(reading: Array(report("review").utf8))
        #expect(document.values.filter { $0.key.hasPrefix("review") && $0.number == "0" }.count == 15)
    }

    @Test func othersStayAsTheyAre() {
        let row = "规章" + String(repeating: " 100", count: 80)
        let twoRows = row + " " + row
        let sentence = String(repeating: "本年 收到 的 申请 3 件 以上， ", count: 20)
        let columns = String(repeating: "规章       0       1  ", count: 20)
        let short = String(repeating: "规章 1 2 3 ", count: 8)
        for line in [row, twoRows, short, sentence, columns, report("requests").replacing(" ", with: ",")] {
            #expect(UnbrokenLines(of: Array(line.utf8)) == nil, "\(line)")
        }
        #expect(UnbrokenLines(of: Array(report("requests").utf8)) != nil)
    }

    @Test(arguments: ["\t", "|", " | "])
    func cellsThatBarsOrTabsPartAreRead(separator: String) throws {
        let text = report("requests", Self.numbers).replacing(" ", with: separator)
        let document = try Document(reading: Array(text.utf8))
        let values = document.values.filter { $0.key.hasPrefix("requests") }
        #expect(document.issuer == "柳湾镇")
        #expect(values.count { $0.number == "31" && $0.place.line == 1 } == 4)
        #expect(values.allSatisfy { $0.state == .read || $0.state == .repaired })
    }

    /// A program that makes one space of all white space leaves nothing of Markdown's lines.
    @Test func rowsOfMarkdownOnOneLineAreRead() throws {
        let numbers = Self.numbers.merging(["granted:research": "-", "outcome_total:person": "31", "outcome_total:total": "31"]) {
            $1
        }
        let parts = ["proactive", "requests"].map { PartText($0, $0 == "requests" ? numbers : [:]) }
        let tables = parts.map { part in
            let width = part.rows.map(\.count).max() ?? 0
            var rows = part.rows.map { $0 + [String](repeating: "", count: width - $0.count) }
            rows.insert([String](repeating: "---", count: width), at: 1)
            return part.title + "\n" + rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
        }
        let text = "柳湾镇2022年政府信息公开工作年度报告\n\(tables.joined(separator: "\n"))\n五、存在的主要问题及改进情况\n无"
        for line in [text.split(whereSeparator: \.isWhitespace).joined(separator: " "), text.replacing("\n", with: "")] {
            let document = try Document(reading: Array(line.utf8))
            #expect(document.tables.count == 2)
            #expect(document.values.count { $0.number == "31" } == 6)
            #expect(document.values.count { $0.number == "0" } == 10 + 175 - 7)
            #expect(document.values.first { $0.key == "requests.granted:research" }?.state == .blank)
            #expect(UnbrokenLines(of: Array(line.utf8)).map { $0.bytes.contains(.bar) } == true)
            #expect(document.blocks.last.map { "\($0)" }?.contains("五、存在的主要问题及改进情况") ?? false)
        }
    }

    /// A number and words between two bars are the end of a row and the begin of the next.
    @Test func rowsWithoutABarBetweenThemStayAsTheyAre() {
        let rows = PartText("requests").rows.map { $0.joined(separator: " | ") }.joined(separator: " ")
        #expect(UnbrokenLines(of: Array(rows.utf8)) == nil)
        for rule in ["| a | --- | --- |", "| a | b | c | --- | --- |"] {
            let unruled = rule + String(repeating: " b | 1 |", count: 30)
            #expect(UnbrokenLines(of: Array(unruled.utf8)).map { $0.bytes.contains(.bar) } != true)
        }
    }

    @Test func asIsKeepsTheLine() throws {
        var options = ReadingOptions()
        options.asIs = true
        #expect(try Document(reading: Array(report("requests").utf8), options: options).tables.isEmpty)
    }
}
