import Testing

@testable import Biaoge

/// Texts that are quoted as a whole.
@Suite struct QuotedLinesTests {
    private func removed(_ text: String) -> String {
        String(decoding: QuotedLines.removed(from: Array(text.utf8)), as: UTF8.self)
    }

    @Test func theMarksOfATextQuotedAsAWholeGo() {
        #expect(removed("> 一\n>\n> | 规章 | > 3 |\n>\t行政许可\n\n> 二\n") == "一\n\n| 规章 | > 3 |\n\t行政许可\n\n二\n")
    }

    @Test(arguments: ["> 一\n二\n", "一\n> 二\n", "", " \n"]) func aQuotationWithinATextStays(text: String) {
        #expect(removed(text) == text)
    }

    @Test func valuesBelowTheirLabelInAQuotedTableAreNotBlank() throws {
        let part = PartText("requests", ["received:research": "3", "received:total": "3"], other: "")
        let lines = part.rows.flatMap { row in row.count == 8 ? [[row[0]], [""] + row[2...]] : [row] }
        let table = lines.map { "> " + $0.joined(separator: "| ") + " |" }.joined(separator: "\n")
        let text = "> 柳湾镇2022年政府信息公开工作年度报告\n>\n> 三、收到和处理政府信息公开申请情况\n\(table)\n"
        let values = try Document(reading: Array(text.utf8)).values
        #expect(values.first { $0.key == "requests.received:research" }?.state != .blank)
    }
}
