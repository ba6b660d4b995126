import Testing

@testable import Biaoge

/// 无 in a cell that holds nothing, where nothing but its place among other cells shows that it is one.
@Suite struct NoneInWordsTests {
    @Test(arguments: ["\n", " ", "\n\n"])
    func itIsBlankLikeADash(separator: String) throws {
        let numbers = ["received", "granted", "outcome_total"].flatMap { [("\($0):business", "4"), ("\($0):total", "4")] }
        let part = PartText("requests", Dictionary(uniqueKeysWithValues: numbers), other: "无")
        for rowEnd in separator == " " ? [" ", "\n"] : [separator] {
            let title = "柳湾镇2022年政府信息公开工作年度报告\n\(part.title)\n"
            let text = title + part.rows.map { $0.joined(separator: separator) }.joined(separator: rowEnd) + "\n四、结束\n"
            let values = try Document(reading: Array(text.utf8)).values.filter { $0.key.hasPrefix("requests") }
            #expect(values.count { $0.number == "4" } == 6)
            #expect(values.count { $0.state == .blank && $0.raw == "无" } == 175 - 6)
        }
    }

    @Test func aRowMayHaveNothingElse() throws {
        let table = try #require(
            try readDump("规章 0 1 2\n（一）予以公开 无 无\n行政处罚    无\n行政 强制    无\n行政许可 无\n", as: .spaceDump).tables.first)
        #expect(
            table.fieldRows?.texts == [
                ["规章", "0", "1", "2"], ["（一）予以公开", "无", "无"], ["行政处罚", "无"], ["行政 强制", "无"], ["行政许可", "无"],
            ])
    }

    @Test func proseSaysItToo() throws {
        for text in ["六、其他需要报告的事项\n无\n", "六、其他需要报告的事项\n收费情况\n无\n", "六、其他需要报告的事项\n本年度 收费情况 无\n"] {
            #expect(try readDump(text, as: .lineDump).tables.isEmpty)
            #expect(try readDump(text, as: .spaceDump).tables.isEmpty)
        }
    }
}
