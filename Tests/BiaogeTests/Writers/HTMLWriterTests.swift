import Foundation
import Testing

@testable import Biaoge

@Suite("HTML writer")
struct HTMLWriterTests {
    /// A report whose table was put together from two pieces.
    private func repaired() throws -> Document {
        var document = try Sample.report()
        document.tablesAsRead = [try Sample.table([["信息内容", "甲"]]), try Sample.table([["规章", "<script>"]])]
        document.tableSources = [[0, 1]]
        document.findings = [
            Finding(.hangingRowSpan, at: Place(table: 0, row: 1)),
            Finding(.identityFails, at: Place(line: 88), "requests", "自然人", "1 + 2 = 3", "4", "1"),
        ]
        return document
    }

    @Test("spans are kept, and everything from the document is escaped")
    func escaping() throws {
        var document = Sample.document(try Sample.table([["<b>&\"", "<"], ["x\ny", "z"]], headerRows: 1))
        document.title = "<script>alert(1)</script>"
        document.blocks.insert(.paragraph("<img onerror=x>\nb"), at: 0)
        let page = try Sample.write(document, as: .html, flushSize: 1).text
        #expect(page.contains("<tr><th colspan=\"2\">&lt;b&gt;&amp;&quot;</th></tr>\n<tr><td>x<br>y</td><td>z</td></tr>"))
        #expect(page.contains("<title>&lt;script&gt;alert(1)&lt;/script&gt;</title>"))
        #expect(page.contains("<p>&lt;img onerror=x&gt;</p>\n<p>b</p>"))
        #expect(!page.contains("<script") && !page.contains("<img"))
    }

    @Test("sums that fail stand before everything else")
    func failures() throws {
        let page = try Sample.write(try repaired(), as: .html).text
        let failure = try #require(page.range(of: "<section class=\"failures\">"))
        let other = try #require(page.range(of: "A row span hung"))
        let table = try #require(page.range(of: "<main>"))
        #expect(failure.lowerBound < other.lowerBound && other.lowerBound < table.lowerBound)
        #expect(page.contains("Sums that fail: 1"))
    }

    @Test("a value has its state as a class, its reason on hover and below the table, and marks that can be seen")
    func values() throws {
        let page = try Sample.write(try repaired(), as: .html).text
        #expect(page.contains("<td class=\"read number\">1024</td>"))
        #expect(page.contains("<td class=\"derived number\" title=\"derived: It does not stand in the source;"))
        #expect(page.contains("<sup><a href=\"#t1r1\">Σ</a></sup>"))
        #expect(page.contains("<li id=\"t1r1\"><b>规章 / 乙</b> derived:"))
        #expect(page.contains("<small>missing</small>"))
        #expect(page.contains("<small>ambiguous</small>"))
    }

    @Test("beside a repaired table stands what the source had")
    func original() throws {
        let page = try Sample.write(try repaired(), as: .html).text
        #expect(page.contains("<details class=\"original\" open>"))
        #expect(page.contains("<tr><td>规章</td><td>&lt;script&gt;</td></tr>"))
        var dump = try repaired()
        var rows = FieldRows(layout: .tabs)
        for text in ["规章", "1"] {
            let start = rows.utf8.count
            rows.utf8 += Array(text.utf8)
            rows.addField(textStart: start, line: 12)
        }
        rows.endRow()
        dump.tablesAsRead[1].fieldRows = rows
        let dumped = try Sample.write(dump, as: .html).text
        #expect(dumped.contains("<tr><th class=\"number\">12</th><td>规章</td><td>1</td></tr>"))
        #expect(try !Sample.write(try Sample.report(), as: .html).text.contains("class=\"original\""))
    }
}
