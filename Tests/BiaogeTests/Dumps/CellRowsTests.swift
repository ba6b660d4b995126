import Testing

@testable import Biaoge

@Suite struct CellRowsTests {
    @Test func aTabBeginsACellAndAnEmptyLineEndsTheRow() throws {
        let document = try readDump("二、情况\n\t信息内容\n\t本年\n制发件数\n\n\t规章\n\t\u{A0}0\n\n\t\n\t0 \n\n\n三、情况\n", as: .cellDump)
        let rows = try #require(document.tables.first?.fieldRows)
        #expect(rows.layout == .cells)
        #expect(rows.texts == [["信息内容", "本年\n制发件数"], ["规章", "0"], ["", "0"]])
        #expect(rows.row(0).map(\.line) == [2, 3])
        #expect(document.tables.count == 1)
        #expect(document.blocks.count == 3)
    }

    @Test func aSecondEmptyLineEndsTheTable() throws {
        #expect(try readDump("\t甲\n\n\n\t乙\n\n", as: .cellDump).tables.count == 2)
    }

    @Test func cellsAreToldFromTabRowsInADocumentOfTabs() throws {
        let document = try readDump("甲\t1\n\n\t乙\n\t2\n\n")
        #expect(document.tables.map(\.fieldRows?.layout) == [.tabs, .cells])
    }

    @Test func tabRowsAreToldFromCellsInADocumentOfCells() throws {
        let document = try readDump("\t乙\n\t2\n\n\n甲\t1\t2\n乙\t3\t4\n", as: .cellDump)
        #expect(document.tables.map(\.fieldRows?.layout) == [.cells, .tabs])
    }

    @Test func theLastRowNeedsNoEmptyLine() throws {
        #expect(try readDump("\t甲\n\t1", as: .cellDump).tables.first?.fieldRows?.texts == [["甲", "1"]])
    }
}
