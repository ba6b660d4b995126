import Testing

@testable import Biaoge

@Suite("TableCells")
struct TableCellsTests {
    private let dump = "甲\t乙\t丙\n1\t2\t3\n4\t5\t6\n"

    @Test("a plain dump keeps its fields and no cells; those it gives are the ones that a builder makes")
    func plain() throws {
        let table = try #require(Document(reading: Array(dump.utf8)).tables.first)
        #expect(table.cells.kept.cells.isEmpty && table.cells.kept.fields.count == 9)
        var builder = TableBuilder()
        builder.utf8 = table.utf8
        for row in 0..<3 {
            builder.beginRow()
            for column in 0..<3 {
                let field = table.cells.kept.fields[3 * row + column]
                try builder.add(columns: column..<(column + 1), text: field.textRange, line: field.line)
            }
        }
        #expect(Array(table.cells) == Array(try builder.finish().table.cells))
        #expect(table.drawing == ["甲|乙|丙", "1|2|3", "4|5|6"])
    }

    @Test("a cell that is changed changes alone")
    func change() throws {
        var table = try #require(Document(reading: Array(dump.utf8)).tables.first)
        let before = Array(table.cells)
        table.cells[4].isHeader = true
        #expect(table.cells.kept.fields.isEmpty)
        #expect(table.cells.count == 9)
        for (index, cell) in table.cells.enumerated() {
            var expected = before[index]
            if index == 4 { expected.isHeader = true }
            #expect(cell == expected)
        }
    }

    @Test("rows with a field too few, or an empty one, are no plain grid", arguments: ["1\t2", "1\t\t3"])
    func gaps(row: String) throws {
        let table = try #require(Document(reading: Array("甲\t乙\t丙\n\(row)\n4\t5\t6\n".utf8)).tables.first)
        #expect(table.cells.kept.fields.isEmpty)
    }

    @Test("the cells that begin in a row are found in order, of both kinds", arguments: ["1\t2\t3", "1\t2"])
    func rows(row: String) throws {
        let table = try #require(Document(reading: Array("甲\t乙\t丙\n\(row)\n4\t5\t6\n".utf8)).tables.first)
        var end = 0
        for row in 0..<table.rowCount {
            let found = table.cells.indexes(ofRow: row, from: end)
            #expect(found.lowerBound == end && found.allSatisfy { table.cells[$0].row == row })
            end = found.upperBound
        }
        #expect(end == table.cells.count)
    }
}
