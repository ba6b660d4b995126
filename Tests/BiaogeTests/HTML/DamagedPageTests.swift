import Testing

@testable import Biaoge

@Suite struct DamagedPageTests {
    @Test(arguments: ["<table><tr><td>", "<div>", "<table>"])
    func `a hundred thousand elements inside each other are over a limit`(element: String) {
        #expect(throws: ReadError.limit(.depth, found: 1_001, allowed: 1_000)) {
            try page(String(repeating: element, count: 100_000))
        }
    }

    @Test func `inline elements left open by the thousand are no error`() throws {
        let html = String(repeating: "<p><font><b>x</p>", count: 5_000)
        #expect(try page(html).blocks.count == 5_000)
    }

    @Test func `a million unclosed inline elements end in a limit`() {
        #expect(throws: ReadError.self) { try page(String(repeating: "<b>", count: 1_000_000)) }
    }

    @Test func `a million stray end tags inside thousands of elements end in a limit`() {
        let html = String(repeating: "<b>", count: 50_000) + String(repeating: "</i>", count: 1_000_000)
        #expect(throws: ReadError.self) { try page(html) }
    }

    @Test func `a grid over the limits is an error`() {
        #expect(throws: ReadError.self) { try page("<table><tr>" + String(repeating: "<td colspan=1000>", count: 17)) }
        let rows = String(repeating: "<tr>", count: 5_000) + "<tr><td colspan=1000>"
        #expect(throws: ReadError.self) { try page("<table>" + rows) }
    }

    @Test func `an attribute of megabytes and a comment without end are read over`() throws {
        let attribute = String(repeating: "x", count: 4 << 20)
        #expect(try firstTable("<table><tr><td title='\(attribute)'>a<td>b</table>") == ["0:a|1:b"])
        #expect(try firstTable("<table><tr><td>a<td>b</table><!-- " + attribute) == ["0:a|1:b"])
    }

    @Test func `control characters do not end the page`() throws {
        #expect(try firstTable("<table><tr><td>a\u{1}\u{FFFE}<td>b&#0;&#xD800;<tr><td>c<td>d</table>").last == "0:c|1:d")
    }

    @Test func `pages cut anywhere are read without a crash`() throws {
        let html = """
            <!DOCTYPE html><html><head><meta charset="gbk"><title>柳湾镇</title><!--[if x]>y<![endif]--></head><body>
            <table border="1"><caption>表一</caption><thead><tr><th rowspan="2">甲&amp;乙</th><th colspan=2>丙</th></tr></thead>
            <tr><td><table><tr><td>1</td></tr></table></td><td style="display:none">x</td><td>&nbsp;2</td></tr></table></body></html>
            """
        let bytes = Array(html.utf8)
        for end in 0..<bytes.count {
            _ = try? Document(
                reading: Array(bytes[..<end]),
                options: {
                    var options = ReadingOptions(); options.asIs = true; return options
                }())
        }
    }

    @Test func `random soup of tags is read without a crash`() throws {
        let pieces = [
            "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td rowspan=0>", "<th colspan=3>", "<tbody>", "</tbody>",
            "<tfoot>",
            "<caption>", "</caption>", "<p>", "</p>", "<b>", "</b>", "<br>", "x", "1", "<div hidden>", "</div>", "<h1>", "</h1>",
            "<ol><li>",
            "<script>", "</script>", "<title>", "</title>", "<a href=x>", "<pre>", "</pre>", "<td hidden>", "<!--", "-->", "<",
            "&", "&nbsp;",
        ]
        var state: UInt64 = 11
        for _ in 0..<3_000 {
            var html = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                html += pieces[Int((state >> 33) % UInt64(pieces.count))]
            }
            let document = try page(html)
            for case .table(let index) in document.blocks { #expect(document.tables.indices.contains(index)) }
            for (index, table) in document.tables.enumerated() {
                if let parent = table.parent { #expect(parent.table < index, "\(html)") }
            }
        }
    }
}
