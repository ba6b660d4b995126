import Testing

@testable import Biaoge

/// WHATWG HTML 4.9.12.1, rule by rule.
@Suite struct FormingTableTests {
    @Test func `cells stand one after another, rows below each other`() throws {
        #expect(try firstTable("<table><tr><td>a<td>b<tr><td>c<td>d</table>") == ["0:a|1:b", "0:c|1:d"])
    }

    @Test func `a cell goes to the first column that no row span covers`() throws {
        let html = "<table><tr><td rowspan=2>a<td>b<td rowspan=3>c<tr><td>d<tr><td>e<td>f</table>"
        #expect(try firstTable(html) == ["0:a*2×1|1:b|2:c*3×1", "1:d", "0:e|1:f"])
    }

    @Test func `a row that is too short gets empty cells`() throws {
        #expect(try firstTable("<table><tr><td colspan=3>a<tr><td>b</table>") == ["0:a*1×3", "0:b|1:|2:"])
    }

    @Test func `rowspan 0 reaches to the end of its row group`() throws {
        let html = """
            <table><tbody><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</tbody><tbody><tr><td>e<td>f</tbody></table>
            """
        #expect(try firstTable(html) == ["0:a*3×1|1:b", "1:c", "1:d", "0:e|1:f"])
        #expect(try page(html).findings.isEmpty)
    }

    @Test func `a row span ends with its row group, with a finding`() throws {
        let html = "<table><thead><tr><th rowspan=5>a<th>b</thead><tbody><tr><td>c<td>d</tbody></table>"
        #expect(try firstTable(html) == ["0:a#|1:b#", "0:c|1:d"])
        #expect(try page(html).findings == [Finding(.hangingRowSpan, at: Place(table: 0, row: 0, column: 0))])
    }

    @Test(arguments: [
        ("1000", 1_000), ("1001", 1_000), ("99999999999999999999", 1_000), ("0", 1), ("-2", 1), ("2.9", 2), (" +2x", 2), ("x", 1),
        ("", 1),
    ])
    func `colspan is clamped and parsed as HTML parses numbers`(value: String, columns: Int) throws {
        let table = try #require(try page("<table><tr><td colspan='\(value)'>a</table>").tables.first)
        #expect(table.cells.first?.columnSpan == columns)
    }

    @Test func `rowspan is clamped to 65534`() {
        var span = CellSpan()
        span.setRows(Array("65535".utf8).span)
        #expect(span.rows == 65_534)
        span.setRows(Array("-1".utf8).span)
        #expect(span.rows == 1 && !span.growsDownward)
        span.setRows(Array("0".utf8).span)
        #expect(span.growsDownward)
    }

    @Test func `overlapping spans leave the place to the earlier cell`() throws {
        let html = "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c</table>"
        #expect(try firstTable(html) == ["0:a|1:b*2×1", "0:c"])
        #expect(try page(html).findings.map(\.kind) == [.overlappingSpan])
    }

    @Test func `a footer before the body goes to the end`() throws {
        let html = """
            <table><thead><tr><th>h<th>i</thead><tfoot><tr><td>sum<td><table><tr><td>1<td>2</table></tfoot>
            <tbody><tr><td>a<td>b<tr><td>c<td>d</tbody></table>
            """
        let document = try page(html)
        #expect(sketch(document.tables[0]) == ["0:h#|1:i#", "0:a|1:b", "0:c|1:d", "0:sum|1:"])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 3, column: 1))
    }

    @Test func `th, thead and scope make headers`() throws {
        let html = "<table><thead><tr><td>a</thead><tr><th>b<tr><td scope=row>c<tr><td>d</table>"
        #expect(try firstTable(html) == ["0:a#", "0:b#", "0:c#", "0:d"])
    }

    @Test func `an empty row is a row, and a table without cells is none`() throws {
        #expect(try firstTable("<table><tr><td>a<tr></tr><tr><td>b</table>") == ["0:a", "0:", "0:b"])
        #expect(try page("<table><tr></tr></table><table><tr><td>a</table>").blocks == [.paragraph("a")])
        #expect(try page("<table><tr></tr></table><p>x").tables.isEmpty)
    }

    @Test func `random spans give a grid in which every position is covered once`() throws {
        var state: UInt64 = 7
        func next(_ bound: UInt64) -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state >> 33) % bound
        }
        for _ in 0..<200 {
            var html = "<table>"
            for _ in 0..<(1 + next(8)) {
                html += next(6) == 0 ? "<tbody><tr>" : "<tr>"
                for _ in 0..<next(6) { html += "<td rowspan=\(next(5)) colspan=\(next(4))>x" }
            }
            guard let table = try page(html).tables.first else { continue }
            var covered = [Int](repeating: 0, count: table.rowCount * table.columnCount)
            for cell in table.cells {
                for row in cell.rows { for column in cell.columns { covered[row * table.columnCount + column] += 1 } }
            }
            #expect(covered.allSatisfy { $0 == 1 }, "\(html)")
        }
    }
}
