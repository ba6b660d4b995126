import Testing

@testable import Biaoge

/// Dumps on a grid finer than the form's: what a cell covers is written out as empty fields.
@Suite struct CoveredFieldsTests {
    /// Section 二 of the 2019 form on twelve columns, as Word's table has them.
    private let dump = """
        青禾县柳湾镇人民政府2020年政府信息公开工作年度报告

        二、主动公开政府信息情况

        第二十条第（一）项											
        信息内容			本年新制作数量			本年新公开数量			对外公开总数量		
        规章			0			0			0		
        规范性文件			7			10			22		
        第二十条第（五）项											
        信息内容			上一年项目数量			本年增/减			处理决定数量		
        行政许可			28			-3			124		
        其他对外管理服务事项			31						70		
        第二十条第（八）项											
        信息内容			上一年项目数量				本年增/减				
        行政事业性收费			10				-1				
        """

    @Test(arguments: [["", "\t", ""], ["| ", " | ", " |"], ["<tr><td>", "</td><td>", "</td></tr>"]])
    func cellsStandWhereTheWordsOverThemBegin(marks: [String]) throws {
        let lines = dump.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("\t") ? marks[0] + line.replacing("\t", with: marks[1]) + marks[2] : String(line)
        }
        let isPage = marks[0].hasPrefix("<")
        let text = lines.joined(separator: "\n")
        let document = try Document(
            reading: Array((isPage ? "<!DOCTYPE html><table>\(lines.dropFirst(4).joined())</table>" : text).utf8))
        func value(_ key: String) -> String? {
            document.values.first { $0.key == "proactive." + key }.map { "\($0.state.rawValue) \($0.number)" }
        }
        #expect(value("rules:made") == "read 0")
        #expect(value("normative:published") == "read 10")
        #expect(value("normative:public_total") == "read 22")
        #expect(value("licensing:change") == "read -3")
        #expect(value("services:change") == "blank ")
        #expect(value("services:decisions") == "read 70")
        #expect(value("fees:change") == "read -1")
    }

    /// A note in front of a row's label makes no header of it, though the row below is blank too.
    @Test func wordsInFrontOfARowAreNoHeader() throws {
        var part = PartText("requests", ["granted:person": "3", "granted:total": "3"], other: "")
        for index in part.rows.indices where part.rows[index].count == 8 { part.rows[index].insert(contentsOf: ["", ""], at: 0) }
        part.rows[part.rows.firstIndex { $0.contains("2.重复申请") } ?? 0][0] = "续表"
        let values = try part.solved()
        #expect(PartText.states(values, "rejected.repeat") == ["blank"])
    }

    @Test func aTableOfOneCellInACellIsNoEmptyOne() throws {
        let nested = "<table><tr><td>8</td></tr></table>"
        let rows = dump.split(separator: "\n").dropFirst(2).map {
            "<tr><td>" + $0.replacing("\t", with: "</td><td>") + "</td></tr>"
        }
        let page = "<!DOCTYPE html><table>\(rows.joined())</table>".replacing(
            "服务事项</td><td></td>", with: "服务事项</td><td>\(nested)</td>")
        let values = try Document(reading: Array(page.utf8)).values.filter { $0.key.hasPrefix("proactive.services") }
        #expect(values.map(\.state) == [.ambiguous, .ambiguous, .ambiguous])
    }

    /// Positions that are only one apart are columns, and a row with something elsewhere has its own cells.
    @Test func otherRowsKeepEveryField() {
        func positions(_ lines: [String]) -> [[Int]?] {
            var fields = FieldRows(layout: .tabs, utf8: Array(lines.joined(separator: "\n").utf8))
            var start = 0
            for (number, line) in lines.enumerated() {
                for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
                    fields.addField(start..<(start + field.utf8.count), line: number + 1)
                    start += field.utf8.count + 1
                }
                fields.endRow()
            }
            let found = CoveredFields(fields).cellPositions
            return lines.indices.map { found[$0] }
        }
        #expect(positions(["a\t\tb\t", "c\t\t1\t"]) == [[0, 2], [0, 2]])
        #expect(positions(["a\tb\t\t", "c\t1\t\t"]) == [nil, nil])
        #expect(positions(["a\t\tb\t", "c\t1\t2\t"]) == [nil, nil])
        #expect(positions(["a\t\tb\t", "c\t\t1"]) == [nil, nil])
        #expect(positions(["\ta\t\tb", "\t1\t\t2"]) == [nil, nil])
        // A position between others that no block has a word for may have lost it.
        #expect(positions(["a\tb\t\tc", "d\t1\t\t2"]) == [nil, nil])
        #expect(positions(["a\tb\t\tc", "d\t\t\t", "e\t1\t\t2", "a\t\tb\t"]) == [[0, 1, 3], nil, [0, 1, 3], nil])
    }
}
