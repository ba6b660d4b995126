import Testing

@testable import Biaoge

@Suite(.enabled(if: SeedDumps.isPresent, "needs ../shared/seeds")) struct SeedRowsTests {
    @Test(arguments: [
        ("000", [13, 1, 15, 12, 1, 4]), ("001", [14, 26, 4]), ("002", [18, 26, 4]), ("003", [18, 13, 12, 1, 4]),
        ("004", [14, 27, 4]),
    ])
    func everyPieceOfEveryTableIsFound(seed: String, rows: [Int]) throws {
        #expect(try SeedDumps.read(seed).tables.map { $0.fieldRows?.rowCount } == rows)
    }

    @Test func aRowOfTheCellDumpHasItsCellsOnTheirLines() throws {
        let rows = try #require(try SeedDumps.read("004").tables[1].fieldRows)
        #expect(rows.row(6).map(rows.text(of:)) == ["", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0", "0", "", "0", "0", "0", "0"])
        #expect(rows.row(1).map(rows.text(of:)) == ["", "自\n然\n人", "法人或其他组织", "总\n计"])
    }
}
