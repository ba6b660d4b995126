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
    }

    @Test func aTableWithoutRowsInBetweenIsRead() throws {
        let document = try Document(reading: Array(report("review").utf8))
        #expect(document.values.filter { $0.key.hasPrefix("review") && $0.number == "0" }.count == 15)
    }

    @Test func othersStayAsTheyAre() {
        let row = "规章" + String(repeating: " 100", count: 80)
        let sentence = String(repeating: "本年 收到 申请 3 件， ", count: 20)
        let columns = String(repeating: "规章       0       1  ", count: 20)
        for line in [row, String(sentence.prefix(60)), columns, report("requests").replacing(" ", with: "\t")] {
            #expect(UnbrokenLines(of: Array(line.utf8)) == nil, "\(line)")
        }
        #expect(UnbrokenLines(of: Array(report("requests").utf8)) != nil)
    }

    @Test func asIsKeepsTheLine() throws {
        var options = ReadingOptions()
        options.asIs = true
        #expect(try Document(reading: Array(report("requests").utf8), options: options).tables.isEmpty)
    }
}
