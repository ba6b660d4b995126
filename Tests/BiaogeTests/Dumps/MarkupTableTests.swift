import Testing

@testable import Biaoge

@Suite struct MarkupTableTests {
    private func sketches(_ text: String) throws -> [String] {
        try readDump(text, as: .text).tables.first.map(sketch) ?? []
    }

    @Test func wikiTablesStateTheirSpans() throws {
        let text = """
            {| class="wikitable"
            |+ 表
            |-
            ! colspan="2"| 甲
            ! 乙
            |-
            | rowspan="2"| 丙 || 公开
            丁
            | 1
            |-
            | 其他 || \\-
            |}
            后文。
            """
        #expect(try sketches(text) == ["0:甲*1×2|2:乙", "0:丙*2×1|1:公开⏎丁|2:1", "1:其他|2:-"])
        #expect(try readDump(text, as: .text).blocks.last == .paragraph("后文。"))
        #expect(
            try readDump("{|\n|规章\n|\n|3\n|-\n|文件||1||\n|}", as: .text).tables.first?.fieldRows?.texts
                == [["规章", "", "3"], ["文件", "1", ""]])
    }

    @Test func asciiDocCellsFillRows() throws {
        let text = """
            [width="99%",cols="10%,10%,10%",options="header",]
            |===
            2+|甲 .2+|乙
            |丙
            |丁
            .2+^|三、结果 |公开 |1

            |其他情形
            之一 |2
            |===
            """
        #expect(try sketches(text) == ["0:甲*1×2|2:乙*2×1", "0:丙|1:丁", "0:三、结果*2×1|1:公开|2:1", "1:其他情形⏎之一|2:2"])
        #expect(
            try readDump("|===\n|规章 |3\n|文件 |4\n|===", as: .text).tables.first?.fieldRows?.texts == [["规章", "3"], ["文件", "4"]])
    }

    @Test(arguments: ["[cols=\"1,1\"]\n|===\n|规章 |3 |4\n|===\n", "{|\n| 甲\n{|\n| 1\n|}\n|}\n", "{|\n| 甲 || 1\n"])
    func whatDoesNotComeOutEvenIsNoTableOfThatKind(text: String) throws {
        #expect(!(try readDump(text, as: .text).tables.contains { $0.fieldRows == nil }))
    }

    @Test func doubledBarsPartHeaders() throws {
        #expect(
            try readDump("|| 内容 ||  || 数量 ||\n| 规章 | 1 | 2 |\n", as: .pipeDump).tables.first?.fieldRows?.texts
                == [["内容", "", "数量"], ["规章", "1", "2"]])
    }

    @Test func commasPartFields() throws {
        let text = #"""
            二、主动公开政府信息情况,,,
            信息内容,"本年
            制发件数","说明,""注""",总计
            规章,3,,-
            ,,,
            文件,"1,234",,4
            三、收到和处理政府信息公开申请情况,,,
            """#
        let document = try readDump(text, as: .text)
        #expect(
            document.tables.first?.fieldRows?.texts
                == [["信息内容", "本年\n制发件数", "说明,\"注\"", "总计"], ["规章", "3", "", "-"], ["文件", "1,234", "", "4"]])
        #expect(document.tables.first?.fieldRows?.row(1).first?.line == 4)
        #expect(document.blocks.count == 3)
        #expect(try readDump("规章;1;2\n文件;3;4\n", as: .text).tables.count == 1)
        #expect(try readDump("甲, 乙, 丙。\n丁, 戊, 己\n", as: .text).tables.isEmpty)
    }

    @Test(arguments: ["{|\n", "|===\n", "a,b,c\n", "\"a,b,c\n", "|a\n\n", "\\-&#1;<br", "| \n|\n", "1.a 1  2\n"])
    func manyBeginningsTakeNoTime(piece: String) throws {
        _ = try readDump(String(repeating: piece, count: 20_000), as: .text)
        _ = try? readDump(String(repeating: String(piece.dropLast()), count: 40_000), as: .text)
    }
}
