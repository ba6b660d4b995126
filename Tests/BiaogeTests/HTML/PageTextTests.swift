import Testing

@testable import Biaoge

@Suite struct PageTextTests {
    private func cell(_ html: String) throws -> String {
        try firstTable("<table><tr><td>k<td>\(html)</td></tr></table>").first.map { String($0.dropFirst(6)) } ?? ""
    }

    @Test(arguments: [
        ("a<br>b", "a⏎b"), ("a<br/>", "a"), ("<br>a", "a"), ("a<br><br>b", "a⏎⏎b"), ("<p>a</p><p>b</p>", "a⏎b"),
        ("<p>a<br></p><p>b</p>", "a⏎b"), ("<div><div>a</div></div>b", "a⏎b"), ("a<span>b</span> <i>c</i>", "ab c"),
        ("  a \n\t b  ", "a b"), ("a <br> b", "a⏎b"), ("a\u{A0}b", "a\u{A0}b"), ("&nbsp;", ""), ("\u{3000}", ""),
        ("&nbsp;1", "\u{A0}1"),
        ("<pre>\n a\n  b </pre>", " a⏎  b "), ("a&amp;b&lt;c&#x4E2D;&#20013;", "a&b<c中中"), ("<ul><li>a<li>b</ul>", "a⏎b"),
        ("<ol><li>a<li>b</ol>", "1. a⏎2. b"), ("<ol type=a start=3><li>a<li value=9>b</ol>", "c. a⏎i. b"),
        ("本年<br>\n制发件数", "本年⏎制发件数"), ("a<wbr>b", "ab"), ("<h3>a</h3>b", "a⏎b"),
    ])
    func `white space and lines are as a page shows them`(html: String, text: String) throws {
        #expect(try cell(html) == text, "\(html)")
    }

    @Test(arguments: [
        "<script>x</script>", "<style>x</style>", "<template>x<table><tr><td>y</table></template>", "<noscript>x</noscript>",
        "<span hidden>x</span>", "<span style='color:red; DISPLAY : none'>x</span>", "<!-- x -->", "<p hidden>x<b>y</b></p>",
        "<table style='display:none'><tr><td>x</table>", "<script>if (a < b) document.write('<td>x</td>')</script>",
    ])
    func `what is not shown is no text`(html: String) throws {
        #expect(try cell("a\(html)") == "a", "\(html)")
    }

    @Test func `hidden text is a finding, a script is none`() throws {
        #expect(try page("<p>a<span hidden>b</span>").findings.map(\.kind) == [.hiddenTextLeftOut])
        #expect(try page("<p>a<script>b</script><span hidden> </span>").findings.isEmpty)
    }

    @Test func `hidden rows and cells are not there`() throws {
        #expect(
            try firstTable("<table><tr><td>a<td style='display:none'>x<td>b<tr hidden><td>y<tr><td>c<td>d</table>") == [
                "0:a|1:b", "0:c|1:d",
            ])
    }

    @Test func `a page gives its title, headings, paragraphs and tables in order`() throws {
        let html = """
            <html><head><title> 柳湾镇
             年度报告 </title></head><body><h1>年度报告</h1>前言<p>一<br>二</p><h2><span>一、</span>总体情况</h2><ol><li>甲</ol>
            <table><caption>表<b>一</b></caption><tr><td>a<td>1<tr><td>b<td>2</table>尾</body></html>
            """
        let document = try page(html)
        #expect(document.title == "柳湾镇 年度报告")
        #expect(
            document.blocks == [
                .heading("年度报告", level: 1), .paragraph("前言"), .paragraph("一\n二"), .heading("一、总体情况", level: 2),
                .paragraph("1. 甲"), .table(0), .paragraph("尾"),
            ])
        #expect(document.tables[0].caption == "表一")
        #expect(document.tables[0].kind == .data)
    }
}
