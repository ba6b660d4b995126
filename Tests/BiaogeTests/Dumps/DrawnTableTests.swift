import Testing

@testable import Biaoge

@Suite struct DrawnTableTests {
    @Test func aCellOfSeveralLinesIsOneCell() throws {
        let text = """
            +----------+----------+
            | 信息内容 | 本年制   |
            |          | 发件数   |
            +==========+==========+
            | 规章     | 3        |
            +----------+----------+
            """
        let rows = try #require(try readDump(text, as: .pipeDump).tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "本年制\n发件数"], ["规章", "3"]])
        #expect(rows.row(1).map(\.line) == [5, 5])
    }

    /// A narrow cell has a sign or a digit on a line of its own; the other rows have a border under them each.
    @Test func aNumberOnTwoLinesIsOneCell() throws {
        let text = """
            +----------+----------+
            | 信息内容 | 增/减    |
            +----------+----------+
            | 行政     | －       |
            | 许可     | 258      |
            +----------+----------+
            | 行政处罚 | 3        |
            +----------+----------+
            """
        let rows = try #require(try readDump(text, as: .pipeDump).tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "增/减"], ["行政\n许可", "－\n258"], ["行政处罚", "3"]])
    }

    @Test func spansAreReadAsTheyAreDrawn() throws {
        let text = """
            +-------------+-----+-----+
            | 甲          | 乙        |
            |             +-----+-----+
            |             | 丙  | 丁  |
            +------+------+-----+-----+
            | 三、 | 公开 | 1   | 2   |
            | 结果 +------+-----+-----+
            |      | 其他 | 3   | 4   |
            +------+------+-----+-----+
            """
        let table = try #require(try readDump(text, as: .pipeDump).tables.first)
        #expect(
            sketch(table) == [
                "0:甲*2×2|2:乙*1×2", "2:丙|3:丁", "0:三、⏎结果*2×1|1:公开|2:1|3:2", "1:其他|2:3|3:4",
            ])
        #expect(table.fieldRows == nil)
    }

    @Test(arguments: [
        "┌──────┬────┐\n│ 规章 │ 3  │\n├──────┼────┤\n│ 文件 │ 4  │\n└──────┴────┘\n",
        "+----+---+\n| 规章 | 3 |\n+----+---+\n| 文件 | 4 |\n+----+---+\n",
        "  +------+---+\n  | 规章 | 3 |\n  +------+---+\n  | 文件 | 4 |\n  +------+---+\n",
    ])
    func charactersMayBeOneOrTwoColumnsWide(text: String) throws {
        #expect(try readDump(text, as: .pipeDump).tables.first?.fieldRows?.texts == [["规章", "3"], ["文件", "4"]])
    }

    @Test func aTableWithARowOnEachLineIsOneOfBars() throws {
        let text = "+------+----+\n| 内容 | 数 |\n+------+----+\n| 规章 | 3  |\n| 文件 | 4  |\n+------+----+\n"
        #expect(try readDump(text, as: .pipeDump).tables.first?.fieldRows?.texts == [["内容", "数"], ["规章", "3"], ["文件", "4"]])
    }

    @Test func aTableWhoseLinesDoNotMeetIsText() throws {
        let text = "+------+---+\n| 规章 | 3 |\n| 二 行 |\n+------+---+\n| 文件    | 4 |\n+------+---+\n"
        #expect(try readDump(text, as: .pipeDump).tables.isEmpty)
    }

    @Test func aColumnReachesToTheNextRunOfDashes() throws {
        let text = """
              信息内容   本年制发件数   总计
              ---------- -------------- ------
              规章       3
              文件                      4

            后文。
            """
        let document = try readDump(text, as: .text)
        #expect(document.tables.first?.fieldRows?.texts == [["信息内容", "本年制发件数", "总计"], ["规章", "3", ""], ["文件", "", "4"]])
        #expect(document.blocks.count == 2)
    }

    @Test func emptyLinesPartRowsOfSeveralLines() throws {
        let text = """
              ----------------------
              信息内容    本年制
                          发件数
              ----------- ----------
              行政规范    3
              性文件

              规章        4
              ----------------------
            """
        let rows = try #require(try readDump(text, as: .text).tables.first?.fieldRows)
        #expect(rows.texts == [["信息内容", "本年制\n发件数"], ["行政规范\n性文件", "3"], ["规章", "4"]])
    }

    @Test func tablesOfEqualsSigns() throws {
        let text = "====== ==\n内容   数\n====== ==\n规章   3\n文件   4\n====== ==\n\n后文。\n"
        #expect(try readDump(text, as: .text).tables.first?.fieldRows?.texts == [["内容", "数"], ["规章", "3"], ["文件", "4"]])
    }

    @Test(arguments: [
        "  内容   数量\n  ------ ------\n  规章很长很长   3\n  文件   4\n\n", "---- ----\n甲   1\n     2\n\n乙   3\n---- ----\n\n",
    ])
    func textBetweenTheColumnsOrTwoValuesInARowAreNotCertain(text: String) throws {
        #expect(try readDump(text, as: .text).tables.isEmpty)
    }

    @Test(arguments: ["+-+-+-+-+", "------ ----", "| +--+ ", "======"])
    func longLinesOfRulesTakeNoTime(piece: String) throws {
        _ = try? readDump(String(repeating: piece, count: 40_000), as: .text)
        _ = try readDump(String(repeating: piece + "\n", count: 20_000), as: .text)
    }
}
