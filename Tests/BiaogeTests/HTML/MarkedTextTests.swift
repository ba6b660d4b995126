import Testing

@testable import Biaoge

@Suite struct MarkedTextTests {
    private func cell(_ html: String) throws -> String {
        try firstTable("<table><tr><td>k<td>\(html)</td></tr></table>").first.map { String($0.dropFirst(6)) } ?? ""
    }

    @Test(arguments: [
        ("8<sup>1</sup>", "8¹"), ("<sup>1</sup>8", "¹8"), ("8<sub>1</sub>", "8¹"), ("8 <sup>[1]</sup>", "8 [¹]"),
        ("8<span style='vertical-align:super'>1</span>", "8¹"), ("8<span style='mso-text-raise:3.0pt'>1</span>", "8¹"),
        ("m<sup>2</sup>", "m2"), ("<sup>2</sup>", "2"), ("<b>8</b><sup><b>1</b></sup>", "8¹"),
    ])
    func `a raised digit beside a digit is no digit of the number`(html: String, text: String) throws {
        #expect(try cell(html) == text, "\(html)")
    }

    @Test(arguments: [
        ("<s>12</s>15", "~~12~~15"), ("<del>12</del> 15", "~~12~~ 15"), ("<strike>12</strike>", "~~12~~"),
        ("8<span style='text-decoration: LINE-THROUGH'>1</span>", "8~~1~~"), ("<s>甲</s>乙", "甲乙"),
        ("<span style='visibility:hidden'>3</span>8", "~~3~~8"),
        ("<span style='color:#FFF'>3</span>8", "~~3~~8"), ("<font color=white>3</font>8", "~~3~~8"),
        ("<span style='color:white'>38</span>", "38"), ("<font color=red>3</font>8", "38"),
    ])
    func `digits that are struck out or perhaps not seen are set apart`(html: String, text: String) throws {
        #expect(try cell(html) == text, "\(html)")
    }

    @Test(arguments: [
        "<span style='font-size:0px'>3</span>", "<span style='mso-hide:all'>3</span>", "<span style='opacity: 0'>3</span>",
    ])
    func `what is not shown is left out`(html: String) throws {
        #expect(try cell(html + "8") == "8")
        #expect(try cell("<span style='font-size:10.5pt;opacity:0.5'>3</span>8") == "38")
    }

    @Test func `many marks take no time`() throws {
        _ = try page("<table><tr><td>" + String(repeating: "<s>1</s> ", count: 100_000))
    }

    @Test func `a mark ends with its cell`() throws {
        #expect(try firstTable("<table><tr><td><s>1<td>2<tr><td>3<td>4</table>") == ["0:~~1~~|1:2", "0:3|1:4"])
    }

    @Test func `a form field shows its value`() throws {
        #expect(try cell("<input value=3>") == "3")
        #expect(try cell("<input type='text' value='3'>件") == "3件")
        #expect(try cell("<input type=hidden value=3>8") == "8")
        #expect(try page("<p>搜索<input value='请输入'></p>").blocks == [.paragraph("搜索")])
    }

    @Test(arguments: ["<![if !supportEmptyParas]>&nbsp;<![endif]>8", "<!--[if gte mso 9]><![endif]-->8", "<![if a<b]>8"])
    func `the marks of conditional comments are no text`(html: String) throws {
        let text = try cell(html)
        #expect(text.hasSuffix("8") && !text.contains("endif"))
        #expect(try cell("<![if !vml]>8<![endif]>") == "8")
    }

    @Test(arguments: ["~~12~~15", "~~12~~", "¹8", "8¹", "8~~9~~"])
    func `nobody can say which number that is`(text: String) {
        #expect(FieldMeaning(Array(text.utf8)[...]) == .doubtful)
    }
}
