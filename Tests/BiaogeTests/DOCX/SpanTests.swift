import TestSupport
import Testing

@testable import Biaoge

@Suite("DOCX spans")
struct DOCXSpanTests {
    @Test("a plain table gives its rows")
    func plain() throws {
        #expect(try grid(table(row(cell("a"), cell("b")), row(cell("c"), cell("d")))) == ["a|b", "c|d"])
    }

    @Test("gridSpan makes a cell wide")
    func wide() throws {
        #expect(try grid(table(row(cell("a", span: 2)), row(cell("b"), cell("c")))) == ["a 1×2", "b|c"])
    }

    @Test("vMerge makes a cell high, and the text of a continuation does not show")
    func high() throws {
        let body = table(
            row(cell("a", properties: restart), cell("b")), row(cell("hidden", properties: proceed), cell("c")),
            row(cell("", properties: "<w:vMerge w:val='continue'/>"), cell("d")))
        #expect(try grid(body) == ["a 3×1|b", "c", "d"])
        #expect(try read(body).kinds == [.mergedTextLeftOut])
    }

    @Test("a new restart under a merged cell begins another")
    func restarts() throws {
        let body = table(
            row(cell("a", properties: restart)), row(cell("", properties: proceed)), row(cell("b", properties: restart)),
            row(cell("", properties: proceed)), row(cell("c")))
        #expect(try grid(body) == ["a 2×1", "", "b 2×1", "", "c"])
    }

    @Test("a continuation with another gridSpan starts its own cell")
    func otherWidth() throws {
        let body = table(
            row(cell("a", span: 2, properties: restart), cell("b")),
            row(cell("x", properties: proceed), cell("y"), cell("z")),
            row(cell("", properties: proceed), cell("v"), cell("w")))
        #expect(try grid(body) == ["a 1×2|b", "x 2×1|y|z", "v|w"])
    }

    @Test("a continuation below a cell that is not merged starts its own cell")
    func orphan() throws {
        #expect(try grid(table(row(cell("a")), row(cell("b", properties: proceed)))) == ["a", "b"])
    }

    @Test("legacy hMerge joins cells of a row")
    func legacy() throws {
        let body = table(
            row(
                cell("a", properties: "<w:hMerge w:val='restart'/>"), cell("no", properties: "<w:hMerge/>"), cell("b")),
            row(cell("c"), cell("d"), cell("e")),
            row(cell("f"), cell("g", properties: "<w:hMerge w:val='restart'/>"), cell("", properties: "<w:hMerge/>")))
        #expect(try grid(body) == ["a 1×2|b", "c|d|e", "f|g 1×2"])
    }

    @Test("gridBefore moves a row to the right, gridAfter leaves its end empty")
    func before() throws {
        let body = table(
            row(cell("a"), cell("b"), cell("c")), row(cell("d"), properties: "<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>"))
        #expect(try grid(body) == ["a|b|c", "|d|"])
    }

    @Test("rows shorter and longer than the grid are read as they are")
    func ragged() throws {
        #expect(try grid(table(row(cell("a")), row(cell("b"), cell("c"), cell("d")), columns: 2)) == ["a||", "b|c|d"])
    }

    @Test("a nested table is a table of its own with its place, and its text is not in the outer cell")
    func nested() throws {
        let inner = table(row(cell("x"), cell("y")))
        let document = try read(
            table(row(cell("a"), "<w:tc>\(paragraph("before"))\(inner)\(paragraph("after"))</w:tc>"), row(cell("b"), cell("c"))))
        #expect(grid(document.tables[0]) == ["a|before/after", "b|c"])
        #expect(grid(document.tables[1]) == ["x|y"])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 0, column: 1))
        #expect(text(document) == ["[table 0]"])
    }

    @Test("a table that only holds other tables is layout")
    func layout() throws {
        let document = try read(table(row("<w:tc>\(table(row(cell("x"))))<w:p/></w:tc>")))
        #expect(document.tables.map(\.kind) == [.layout, .data])
    }

    @Test("header rows are those marked at the top of a table, and no others")
    func headers() throws {
        let header = "<w:tblHeader/>"
        let document = try read(
            table(
                row(cell("h"), properties: header), row(cell("a"), properties: "<w:tblHeader w:val='0'/>"),
                row(cell("b"), properties: header)))
        #expect(document.tables[0].cells.map(\.isHeader) == [true, false, false])
    }

    @Test("paragraphs of a cell are its lines; empty ones count only between others")
    func lines() throws {
        let content = "<w:p/>" + paragraph("a") + "<w:p/>" + paragraph("b") + "<w:p/><w:p/>"
        #expect(try grid(table(row("<w:tc>\(content)</w:tc>"))) == ["a//b"])
    }

    @Test("content controls and custom XML around rows, cells, blocks and runs leave no trace")
    func wrappers() throws {
        func control(_ content: String) -> String {
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent><w:customXml><w:customXmlPr/>\(content)</w:customXml></w:sdtContent></w:sdt>"
        }
        let word = "<w:p>\(control(run("a")))<w:smartTag>\(run("b"))</w:smartTag><w:hyperlink>\(run("c"))</w:hyperlink></w:p>"
        #expect(try grid(control(table(control(row(control("<w:tc>\(control(word))</w:tc>"), cell("d")))))) == ["abc|d"])
    }

    private let restart = "<w:vMerge w:val='restart'/>"
    private let proceed = "<w:vMerge/>"
}
