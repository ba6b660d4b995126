import Testing

@testable import Biaoge

/// A number of a page is what a reader of the page sees, or it is in doubt.
@Suite struct ShownNumbersTests {
    /// What the slot of 规章 has whose cell is this.
    private func value(_ cell: String, sheet: String = "") throws -> String {
        let page = """
            <html>\(sheet)<body><h2>二、主动公开政府信息情况</h2><table>
            <tr><td colspan=4>第二十条第（一）项</td></tr>
            <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
            <tr><td>规章</td><td>\(cell)</td><td>1</td><td>2</td></tr>
            <tr><td>行政规范性文件</td><td>3</td><td>1</td><td>2</td></tr></table></body></html>
            """
        let values = try Document(reading: Array(page.utf8)).values
        return values.first { $0.key == "proactive.rules:issued" }.map { "\($0.state.rawValue) \($0.number)" } ?? "none"
    }

    @Test(arguments: [
        ("<select><option>0</option><option selected>12</option><option>5</option></select>", "read 12"),
        ("<select><option>12<option>5</select>", "read 12"),
        ("<table><tr><td>12</td></tr></table>", "read 12"),
        ("12<table><tr><td>5</td></tr></table>", "ambiguous "),
        ("<table><tr><td>1</td><td>5</td></tr></table>", "ambiguous "),
        ("<ruby>12<rt>5</rt></ruby>", "ambiguous "),
        ("12<span style='position:absolute; left:-9999px'>5</span>", "ambiguous "),
        ("12<span style='position:absolute; left:-5px'>5</span>", "read 125"),
        ("12<span style='text-indent: -999em'>5</span>", "ambiguous "),
        ("12<span style='clip: rect(0 0 0 0)'>5</span>", "ambiguous "),
        ("12<span style='color: transparent'>5</span>", "ambiguous "),
        ("<img src=five.gif alt=5>", "ambiguous "), ("<img src=five.gif>", "ambiguous "),
        ("<svg><path d='M0 0h5'/></svg>", "ambiguous "), ("<svg><text>5</text></svg>", "read 5"),
        ("<canvas></canvas>", "ambiguous "),
        ("<input type=TEL value=12>", "read 12"), ("<input type=hidden value=5>", "blank "),
        ("12<input type=checkbox value=5>", "read 12"),
        ("<script>document.write(five)</script>", "ambiguous "), ("<object data=five.svg></object>", "ambiguous "),
        ("<object hidden data=five.svg></object>", "blank "),
        ("<span hidden><img src=five.gif></span>", "blank "),
        ("12<img src=dot.gif alt=圆点>", "read 12"),
        ("12<title>5</title>", "read 12"),
        ("12<span style='visibility:collapse'>5</span>", "ambiguous "),
    ]) func onlyWhatIsShownIsRead(cell: String, expected: String) throws {
        #expect(try value(cell) == expected)
    }

    /// The page's own style sheets say what is not shown; what is for other media or states of an element is.
    @Test(arguments: [
        (".old{text-decoration:line-through}", "12<b class=old>5</b>", "ambiguous "),
        (".old , #x { DISPLAY : none }", "12<b class='a old'>5</b>", "read 12"),
        ("b.old{display:none} .new.old{display:inline}", "12<b class='old new'>5</b>", "read 125"),
        ("/* .old{} */ @charset 'utf-8'; #old{display:none}", "12<b id=old>5</b>", "read 12"),
        ("@media print{.old{display:none}} .old:hover{display:none}", "12<b class=old>5</b>", "read 125"),
        ("@media screen { .old{display:none} }", "12<b class=old>5</b>", "read 12"),
        (".old{display:none}", "12<b class=old style='display:inline'>5</b>", "read 125"),
        (".old{display:none}", "12<b class=older>5</b>", "read 125"),
        (".a .old{display:none}", "12<b class=old>5</b>", "read 125"),
        (".old{color:#fff}", "12<b class=old>5</b>", "read 125"),
        (".old{color:#fff;display:inline}", "12<b class=old>5</b>", "read 125"),
        ("B{display:none}", "12<b>5</b>", "read 12"),
        (".new.old{display:inline} b.old{display:none}", "12<b class='new old'>5</b>", "read 125"),
        (".old{display:none} .new{display:inline}", "12<b class='new old'>5</b>", "read 125"),
        (".new{display:inline} .old{display:none}", "12<b class='old new'>5</b>", "read 12"),
        (".old .a{display:none}", "12<b class=old>5</b>", "read 125"),
        ("/* */.old{display:none}", "12<b class=old>5</b>", "read 12"),
        (".old.gone{display:none}", "12<b class=old>5</b>", "read 125"),
        ("i.old{display:none}", "12<b class=old>5</b>", "read 125"),
        (".old#x{display:none}", "12<b class=old id=y>5</b>", "read 125"),
        (".old{visibility:collapse}", "12<b class=old>5</b>", "ambiguous "),
        ("td{visibility:collapse}", "12", "read 12"),
    ]) func styleSheetsSayWhatIsShown(sheet: String, cell: String, expected: String) throws {
        #expect(try value(cell, sheet: "<style>\(sheet)</style>") == expected)
        #expect(try value(cell, sheet: "<style media=screen>\(sheet)</style>") == expected)
        let shown = cell.contains("5") ? "read 125" : "read 12"
        #expect(try value(cell, sheet: "<style media=print>\(sheet)</style>") == shown)
    }
}
