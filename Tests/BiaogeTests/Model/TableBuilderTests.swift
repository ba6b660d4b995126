import TestSupport
import Testing

@testable import Biaoge

@Suite("TableBuilder")
struct TableBuilderTests {
    @Test("cells stand where they are added, and holes become empty cells in reading order")
    func holes() throws {
        var builder = TableBuilder()
        builder.beginRow()
        try builder.add("a", columns: 0..<1)
        try builder.add("c", columns: 2..<3)
        builder.beginRow()
        try builder.add("b", columns: 1..<2)
        let (table, findings) = try builder.finish()
        #expect(table.drawing == ["a||c", "|b|"])
        #expect(findings.isEmpty)
    }

    @Test("a later cell is cut back where an earlier one stands, with a finding")
    func overlap() throws {
        var builder = TableBuilder()
        builder.beginRow()
        try builder.add("a", columns: 0..<1)
        try builder.add("tall", columns: 1..<2, rowSpan: 2)
        builder.beginRow()
        try builder.add("wide", columns: 0..<3)
        let (table, findings) = try builder.finish()
        #expect(table.drawing == ["a|tall", "wide|^"])
        #expect(findings.map(\.kind) == [.overlappingSpan])
        #expect(findings.first?.place == Place(row: 1, column: 0))
    }

    @Test("a cell whose whole place is taken is dropped with its text, with a finding")
    func covered() throws {
        var builder = TableBuilder()
        builder.beginRow()
        try builder.add("tall", columns: 0..<2, rowSpan: 2)
        builder.beginRow()
        let lost = try builder.add("lost", columns: 0..<1)
        #expect(lost == nil)
        try builder.add("kept", columns: 2..<3)
        let (table, findings) = try builder.finish()
        #expect(table.drawing == ["tall|<|", "^|^|kept"])
        #expect(findings.map(\.kind) == [.coveredCell])
    }

    @Test("a row span that hangs below the last row is cut, with a finding")
    func hanging() throws {
        var builder = TableBuilder()
        builder.beginRow()
        try builder.add("a", columns: 0..<1, rowSpan: 65_534)
        let (table, findings) = try builder.finish()
        #expect(table.drawing == ["a"])
        #expect(findings.map(\.kind) == [.hangingRowSpan])
    }

    @Test("a cell is extended downwards only when it ends in the row above and its columns are free")
    func extending() throws {
        var builder = TableBuilder()
        builder.beginRow()
        let tall = try #require(try builder.add("tall", columns: 0..<2))
        builder.beginRow()
        let reached = builder.extend(tall)
        #expect(reached)
        builder.beginRow()
        try builder.add("x", columns: 1..<2)
        let reachedAgain = builder.extend(tall)
        #expect(!reachedAgain)
        let (table, _) = try builder.finish()
        #expect(table.drawing == ["tall|<", "^|^", "|x"])
    }

    @Test("too many columns or cells end in a limit")
    func limits() throws {
        var limits = Limits()
        limits.columns = 10
        limits.cells = 20
        var wide = TableBuilder(limits: limits)
        wide.beginRow()
        #expect(throws: ReadError.limit(.columns, found: 100_000_000, allowed: 10)) {
            try wide.add("", columns: 0..<100_000_000)
        }
        var long = TableBuilder(limits: limits)
        long.beginRow()
        try long.add("", columns: 0..<10)
        long.beginRow()
        long.beginRow()
        #expect(throws: ReadError.limit(.cells, found: 30, allowed: 20)) { try long.finish() }
    }

    @Test("whatever is added, every position is covered by exactly one cell", arguments: 0..<200)
    func invariant(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var builder = TableBuilder()
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            builder.beginRow()
            for _ in 0..<Int.random(in: 0...5, using: &random) {
                let start = Int.random(in: 0...6, using: &random)
                let width = Int.random(in: 1...4, using: &random)
                try builder.add("x", columns: start..<(start + width), rowSpan: Int.random(in: 1...4, using: &random))
            }
        }
        let (table, _) = try builder.finish()
        var times = [Int](repeating: 0, count: table.rowCount * table.columnCount)
        for cell in table.cells {
            for row in cell.rows { for column in cell.columns { times[row * table.columnCount + column] += 1 } }
        }
        #expect(times.allSatisfy { $0 == 1 })
        let order = table.cells.map { $0.row * table.columnCount + $0.column }
        #expect(order == order.sorted())
    }
}

extension TableBuilder {
    @discardableResult
    mutating func add(_ text: String, columns: Range<Int>, rowSpan: Int = 1) throws -> Int? {
        let start = utf8.count
        utf8 += Array(text.utf8)
        return try add(columns: columns, rowSpan: rowSpan, textStart: start)
    }
}

extension Table {
    /// The grid as text: a line for each row, cells parted by `|`; `<` and `^` stand for what a span covers.
    var drawing: [String] {
        let covering = coverage()
        return (0..<rowCount).map { row in
            (0..<columnCount).map { column in
                let cell = cells[covering[row * columnCount + column]]
                return cell.row == row && cell.column == column ? text(of: cell) : cell.row == row ? "<" : "^"
            }.joined(separator: "|")
        }
    }
}
