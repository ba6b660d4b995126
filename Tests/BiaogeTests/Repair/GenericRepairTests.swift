import Testing

@testable import Biaoge

@Suite struct GenericRepairTests {
    private func repaired(_ text: String) throws -> Document {
        var document = try readDump(text)
        GenericRepair.run(on: &document, limits: Limits())
        return document
    }

    private func grid(_ table: Table) -> [[String]] {
        var grid = [[String]](repeating: [String](repeating: "", count: table.columnCount), count: table.rowCount)
        for cell in table.cells { grid[cell.row][cell.column] = table.text(of: cell) }
        return grid
    }

    @Test func piecesOverAPageBreakAreJoined() throws {
        let document = try repaired("村名\t户数\n东村\t12\n\n- 2 -\n\n西村\t15\n\n北村\t9\n\n合计三村。\n")
        #expect(document.tables.map(grid) == [[["村名", "户数"], ["东村", "12"], ["西村", "15"], ["北村", "9"]]])
        #expect(document.blocks == [.table(0), .paragraph("合计三村。")])
        #expect(document.findings.filter { $0.kind == .joinedTable }.map(\.place.line) == [6, 8])
        #expect(document.tableSources == [[0, 1, 2]])
        #expect(document.tablesAsRead.count == 3)
    }

    @Test func aRepeatedHeaderStandsOnce() throws {
        #expect(
            try repaired("村名\t户数\n东村\t12\n\n村名\t户数\n西村\t15\n").tables.map(grid) == [
                [["村名", "户数"], ["东村", "12"], ["西村", "15"]]
            ])
    }

    @Test(arguments: [
        "村名\t户数\n东村\t12\n\n姓名\t年龄\n张某\t40\n", "村名\t户数\n东村\t12\n\n附表如下。\n\n西村\t15\n", "村名\t户数\n东村\t12\n\n西村\t15\t3\n",
        "东村\t12\n南村\t8\n\n西村\t15\n",
    ])
    func tablesThatMayBeTwoStayTwo(text: String) throws {
        #expect(try repaired(text).tables.count == 2)
    }

    @Test func aRowWithEmptyFieldsTooManyIsPutInLine() throws {
        let document = try repaired("村名\t户数\t人口\n东村\t1\t2\n西村\t\t3\t4\n北村\t5\t6\n南村\t7\t8\n\t9\t9\n")
        #expect(grid(document.tables[0])[2] == ["西村", "3", "4"])
        #expect(document.findings.filter { $0.kind == .raggedRow }.map(\.place.line) == [3])
    }

    @Test func aRowThatLostItsLabelIsPutUnderItsColumns() throws {
        let document = try repaired("村名\t户数\t人口\n东村\t1\t2\n3\t4\n北村\t5\t6\n南村\t7\t8\n")
        #expect(grid(document.tables[0])[2] == ["", "3", "4"])
    }

    @Test(arguments: ["西村\t\t3\t\t4", "西村\t3", "3\t\t4\t5", "西村\t北村\t4\t"]) func anUnsureRowStaysAsItIs(row: String) throws {
        let document = try repaired("村名\t户数\t人口\n东村\t1\t2\n\(row)\n北村\t5\t6\n南村\t7\t8\n中村\t7\t9\n")
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        let got = grid(document.tables[0])[2]
        if row == "西村\t\t3\t\t4" {
            #expect(got == ["西村", "3", "4"])
        } else {
            #expect(Array(got.prefix(fields.count)) == Array(fields.prefix(got.count)))
        }
    }

    @Test func spacedHeadersAreClosedUp() throws {
        let document = try repaired("村 名\t户 主 数\t说明 栏\n东 村\t3\t甲 乙 丙\n")
        #expect(grid(document.tables[0]) == [["村名", "户主数", "说明 栏"], ["东 村", "3", "甲 乙 丙"]])
        #expect(document.findings.map(\.kind) == [.spacedHeader, .spacedHeader])
    }

    @Test func aTableOfAKnownFormIsLeftAlone() throws {
        var document = try readDump("村 名\t户数\n东村\t12\n\n西村\t15\n")
        document.forms = [
            FormMatch(form: "f", table: 0, part: "p", confidence: 1), FormMatch(form: "f", table: 1, part: "p", confidence: 1),
        ]
        GenericRepair.run(on: &document, limits: Limits())
        #expect(document.tables.count == 2)
        #expect(document.findings.isEmpty)
    }
}
