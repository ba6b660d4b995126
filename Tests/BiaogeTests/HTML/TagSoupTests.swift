import Testing

@testable import Biaoge

@Suite struct TagSoupTests {
    @Test(arguments: [
        "<table><tr><td>a<td>b<tr><td>c<td>d",
        "<table><td>a</td><td>b</td><tr><td>c</td><td>d</td></table>",
        "<table><tr><td>a</td><td>b</td></tr><td>c</td><td>d</td></tr></table>",
        "<table><tbody><tr><td><p>a<td><div>b<tr><td><font>c<td><b><i>d</table>",
        "<table><tr><td><span>a<td><o:p>b</o:p><tr><td><span lang=EN-US>c<td><em>d</tr></table>",
        "<table><form><tr><td>a</td><td>b</td></tr></form><tr><td>c</td><td>d</td></tr></table>",
        "<TABLE><TR><TD>a</TD></TD><TD>b</P></TD></TR></TR><TR><TD>c<TD>d</TABLE>",
        "<table><colgroup><col><col></colgroup><tr><td>a<td>b</tbody><tr><td>c<td>d</table>",
        "<table><tr><td>a</td>\n<!-- x --><td>b</td></tr>\n<![if !supportLists]><tr><![endif]><td>c</td><td>d</td></tr></table>",
    ])
    func `missing and needless tags do not move cells`(html: String) throws {
        #expect(try firstTable(html) == ["0:a|1:b", "0:c|1:d"], "\(html)")
    }

    @Test func `a table in a cell is a table of its own`() throws {
        let document = try page("<table><tr><td>x<td>a<table><tr><td>1<td>2</table>b<tr><td>y<td>z</table>")
        #expect(document.tables.map(sketch) == [["0:x|1:a⏎b", "0:y|1:z"], ["0:1|1:2"]])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 0, column: 1))
        #expect(document.blocks == [.table(0)])
    }

    @Test func `a table between rows does not end the one around it`() throws {
        let document = try page("<table><tr><td>a<td>1</tr><table><tr><td>b<td>2</table><tr><td>c<td>3</table>")
        #expect(document.tables.map(sketch) == [["0:a|1:1", "0:c|1:3"], ["0:b|1:2"]])
        #expect(document.tables[1].parent == nil)
    }

    @Test func `text between rows is kept before the table, with a finding`() throws {
        let document = try page("<p>x</p><table><tr><td>a<td>1</tr>单位：<b>件</b><tr><td>b<td>2</tr></table><p>y</p>")
        #expect(document.blocks == [.paragraph("x"), .paragraph("单位：件"), .table(0), .paragraph("y")])
        #expect(document.findings == [Finding(.textBetweenRows, at: Place(table: 0))])
    }

    @Test func `rows and cells without a table are text`() throws {
        #expect(try page("<tr><td>a</td><td>b</td></tr>").blocks == [.paragraph("a"), .paragraph("b")])
    }

    @Test func `what Word pastes is read without its machinery`() throws {
        let html = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
            <style><!-- td {mso-style-parent:""} --></style></head><body>
            <table class=MsoNormalTable><![if !vml]><tr style='mso-yfti-irow:0'><td width=100 style='border:solid'>
            <p class=MsoNormal><span style='font-family:宋体'>规</span><span style='font-family:宋体'>章</span><span lang=EN-US><o:p></o:p></span></p></td>
            <td><p class=MsoNormal><span lang=EN-US>1<o:p>&nbsp;</o:p></span></p></td></tr><![endif]></table></body></html>
            """
        #expect(try firstTable(html) == ["0:规章|1:1\u{A0}"])
    }

    @Test func `a hidden cell without an end does not hide the rest`() throws {
        #expect(try firstTable("<table><tr><td hidden><b>x<td>a<td>b</table>") == ["0:a|1:b"])
        #expect(try page("<p style='display:none'><b>x</p><p>y</p><div>z</div>").blocks == [.paragraph("y"), .paragraph("z")])
    }

    @Test func `half a tag at the end does no harm`() throws {
        // The row had begun; of the cell only half is there.
        #expect(try firstTable("<table><tr><td>a<td>b</tr><tr><td col") == ["0:a|1:b", "0:|1:"])
        #expect(try firstTable("<table><tr><td>a<td>b</tr><") == ["0:a|1:b"])
        #expect(try firstTable("<table><tr><td>a<td title=\"b").first?.hasPrefix("0:a") == true)
    }
}
