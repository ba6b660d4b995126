import TestSupport
import Testing

@testable import Biaoge

@Suite("DOCX revisions")
struct DOCXRevisionTests {
    @Test("insertions and deletions of text, on either side")
    func runs() throws {
        let body =
            "<w:p>\(run("a"))<w:ins>\(run("new"))</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
            + "<w:moveFrom>\(run("from"))</w:moveFrom><w:moveTo>\(run("to"))</w:moveTo></w:p>"
        #expect(try text(body) == ["anewto"])
        #expect(try text(body, revisions: .rejected) == ["aoldfrom"])
        #expect(try read(body).findings == [Finding(.trackedChanges, at: Place(), "accepted")])
    }

    @Test("inserted and deleted rows")
    func rows() throws {
        let body = table(
            row(cell("a")), row(cell("new"), properties: "<w:ins w:id='1'/>"), row(cell("old"), properties: "<w:del w:id='2'/>"))
        #expect(try grid(body) == ["a", "new"])
        #expect(try grid(body, revisions: .rejected) == ["a", "old"])
    }

    @Test("inserted, deleted and merged cells")
    func cells() throws {
        let body = table(
            row(cell("a"), cell("new", properties: "<w:cellIns/>"), cell("old", properties: "<w:cellDel/>")),
            row(cell("b"), cell("c")))
        #expect(try grid(body) == ["a|new", "b|c"])
        #expect(try grid(body, revisions: .rejected) == ["a|old", "b|c"])
        let merged = table(
            row(cell("a", properties: "<w:cellMerge w:vMerge='rest'/>")),
            row(cell("b", properties: "<w:cellMerge w:vMerge='cont'/>")))
        #expect(try grid(merged) == ["a 2×1", ""])
        #expect(try grid(merged, revisions: .rejected) == ["a", "b"])
    }

    @Test("a deleted row in front of a merge leaves the rest of it together, and apart from what stands above")
    func mergedRows() throws {
        let body = table(
            row(cell("head"), cell("h")),
            row(cell("a", properties: "<w:vMerge w:val='restart'/>"), cell("1"), properties: "<w:del/>"),
            row(cell("b", properties: "<w:vMerge/>"), cell("2")), row(cell("", properties: "<w:vMerge/>"), cell("3")))
        #expect(try grid(body) == ["head|h", "b 2×1|2", "3"])
    }

    @Test("a deleted paragraph mark joins two paragraphs, an inserted one parts them")
    func marks() throws {
        func body(_ change: String) -> String {
            paragraph("a", properties: "<w:rPr><w:\(change) w:id='1'/></w:rPr>") + paragraph("b")
        }
        #expect(try text(body("del")) == ["ab"])
        #expect(try text(body("del"), revisions: .rejected) == ["a", "b"])
        #expect(try text(body("ins")) == ["a", "b"])
        #expect(try text(body("ins"), revisions: .rejected) == ["ab"])
        #expect(try text(paragraph("a", properties: "<w:rPr><w:del/></w:rPr>") + table(row(cell("b")))) == ["a", "[table 0]"])
    }

    @Test("earlier properties count when changes are rejected")
    func properties() throws {
        let change = "<w:gridSpan w:val='2'/><w:tcPrChange><w:tcPr><w:gridSpan w:val='3'/></w:tcPr></w:tcPrChange>"
        let body = table(row(cell("a", properties: change)), row(cell("b"), cell("c"), cell("d")))
        #expect(try grid(body) == ["a 1×2|", "b|c|d"])
        #expect(try grid(body, revisions: .rejected) == ["a 1×3", "b|c|d"])
        let heading = paragraph("a", properties: "<w:outlineLvl w:val='0'/><w:pPrChange><w:pPr/></w:pPrChange>")
        #expect(try text(heading) == ["# a"])
        #expect(try text(heading, revisions: .rejected) == ["a"])
    }

    @Test("a table whose every row is deleted is no table, and those behind it keep their places")
    func wholeTable() throws {
        let gone = table(row(cell("x"), properties: "<w:del/>"))
        let document = try read(gone + paragraph("a") + table(row("<w:tc>\(table(row(cell("i"))))<w:p/></w:tc>", cell("o"))))
        #expect(text(document) == ["a", "[table 0]"])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 0, column: 0))
    }
}
