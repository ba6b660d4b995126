import TestSupport
import Testing

@testable import Biaoge

@Suite("DOCX text")
struct DOCXTextTests {
    @Test("tabs, breaks and hyphens stand in the text")
    func breaks() throws {
        let body =
            "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t>"
            + "<w:softHyphen/><w:lastRenderedPageBreak/><w:t>d</w:t><w:br w:type='page'/></w:r></w:p>"
        #expect(try text(body) == ["a\tb\nc\n1-2d"])
        #expect(try read(body).findings.isEmpty)
    }

    @Test("white space at the ends of a text counts only where it is preserved")
    func space() throws {
        #expect(try text("<w:p><w:r><w:t> a </w:t></w:r><w:r><w:t xml:space='preserve'> b\nc </w:t></w:r></w:p>") == ["a b c "])
    }

    @Test("entities and character references are resolved")
    func entities() throws {
        #expect(try text("<w:p><w:r><w:t>&lt;&amp;&#x4E2D;</w:t></w:r></w:p>") == ["<&中"])
    }

    @Test("a symbol is its Unicode character, and one without is a finding")
    func symbols() throws {
        func symbol(_ font: String, _ char: String) -> String { "<w:sym w:font='\(font)' w:char='\(char)'/>" }
        let body = "<w:p><w:r>\(symbol("Wingdings", "F0FE"))\(symbol("Symbol", "F0B3"))\(symbol("宋体", "2460"))</w:r></w:p>"
        #expect(try text(body) == ["☑≥①"])
        let strange = try read("<w:p><w:r>\(symbol("Nobody", "F041"))</w:r></w:p>")
        #expect(text(strange) == ["\u{FFFD}"])
        #expect(strange.findings.map(\.arguments) == [["Nobody F041"]])
    }

    @Test("hidden text is left out and said to be")
    func hidden() throws {
        let document = try read(
            "<w:p>\(run("a"))\(run("b", properties: "<w:vanish/>"))\(run("c", properties: "<w:vanish w:val='false'/>"))</w:p>")
        #expect(text(document) == ["ac"])
        #expect(document.kinds == [.hiddenTextLeftOut])
    }

    @Test("a raised digit behind a digit is not read as one more digit")
    func raised() throws {
        let raised = "<w:vertAlign w:val='superscript'/>"
        #expect(try text("<w:p>\(run("12"))\(run("3", properties: raised))</w:p>") == ["12³"])
        #expect(try text("<w:p>\(run("m"))\(run("2", properties: raised))</w:p>") == ["m2"])
    }

    @Test("in a cell, digits that are raised, struck out or white beside others are set apart")
    func marked() throws {
        func cellText(_ runs: String...) throws -> [String] {
            grid(try read(table(row("<w:tc><w:p>\(runs.joined())</w:p></w:tc>"))).tables[0])
        }
        let (struck, white) = ("<w:strike/>", "<w:color w:val='FFFFFF'/>")
        let raised = "<w:vertAlign w:val='superscript'/>"
        #expect(try cellText(run("8"), run("1", properties: raised)) == ["8¹"])
        #expect(try cellText(run("1", properties: raised), run("8")) == ["¹8"])
        #expect(try cellText(run("8"), run("1", properties: "<w:position w:val='6'/>")) == ["8¹"])
        #expect(try cellText(run("2", properties: raised)) == ["2"])
        #expect(try cellText(run("12", properties: struck), run("15")) == ["~~12~~15"])
        #expect(try cellText(run("12", properties: "<w:dstrike/>")) == ["~~12~~"])
        #expect(try cellText(run("12", properties: "<w:strike w:val='0'/>")) == ["12"])
        #expect(try cellText(run("1", properties: white), run("8")) == ["~~1~~8"])
        #expect(try cellText(run("18", properties: white)) == ["18"])
    }

    @Test("a field shows its stored result and never its code")
    func fields() throws {
        func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType='\(type)'/></w:r>" }
        let code = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        let inner = mark("begin") + code + run("no") + mark("separate") + run("7") + mark("end")
        #expect(try text("<w:p>\(run("a"))\(inner)\(run("b"))</w:p>") == ["a7b"])
        let nested = mark("begin") + code + inner + mark("separate") + run("x") + inner + mark("end")
        #expect(try text("<w:p>\(nested)</w:p>") == ["x7"])
        #expect(try text("<w:p><w:fldSimple w:instr=' DATE '>\(run("2021"))</w:fldSimple></w:p>") == ["2021"])
    }

    @Test("a field over several paragraphs keeps them apart")
    func longField() throws {
        let first =
            "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>\(run("a"))</w:p>"
        #expect(try text(first + "<w:p>\(run("b"))<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>") == ["a", "b"])
    }

    @Test("a field that never ends hides no other cell")
    func unclosed() throws {
        let open = "<w:tc><w:p>\(run("a"))<w:r><w:fldChar w:fldCharType='begin'/></w:r>\(run("code"))</w:p></w:tc>"
        let document = try read(table(row(open, cell("b"))))
        #expect(grid(document.tables[0]) == ["a|b"])
        #expect(document.kinds == [.unclosedField])
    }

    @Test("a field without result is a finding; an old check box shows its state")
    func withoutResult() throws {
        func field(_ begin: String, _ code: String) -> String {
            "<w:r><w:fldChar w:fldCharType='begin'>\(begin)</w:fldChar><w:instrText>\(code)</w:instrText><w:fldChar w:fldCharType='end'/></w:r>"
        }
        let equation = try read("<w:p>\(field("", " eq \\o\\ac(○,1)"))</w:p>")
        #expect(equation.findings.map(\.arguments) == [["EQ"]])
        let box = "<w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData>"
        #expect(try text("<w:p>\(field(box, " FORMCHECKBOX "))\(run("是"))</w:p>") == ["☒是"])
        let list =
            "<w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='甲'/><w:listEntry w:val='乙'/></w:ddList></w:ffData>"
        #expect(try text("<w:p>\(field(list, " FORMDROPDOWN "))</w:p>") == ["乙"])
    }

    @Test("comments and bookmarks leave no trace in the text, and comments are counted")
    func comments() throws {
        let document = try read(
            "<w:p><w:bookmarkStart w:id='0' w:name='_GoBack'/><w:bookmarkEnd w:id='0'/><w:commentRangeStart w:id='1'/>\(run("a"))"
                + "<w:commentRangeEnd w:id='1'/><w:r><w:commentReference w:id='1'/></w:r><w:proofErr w:type='spellEnd'/></w:p>")
        #expect(text(document) == ["a"])
        #expect(document.findings == [Finding(.commentsLeftOut, at: Place(), "1")])
    }

    @Test("headings come from the outline level or from the style, through basedOn")
    func headings() throws {
        var builder = DOCXBuilder(
            paragraph("a", properties: "<w:outlineLvl w:val='1'/>") + paragraph("b", properties: "<w:pStyle w:val='mine'/>")
                + paragraph("c", properties: "<w:pStyle w:val='2'/>") + paragraph("d", properties: "<w:pStyle w:val='t'/>")
                + paragraph("e", properties: "<w:pStyle w:val='mine'/><w:outlineLvl w:val='9'/>"))
        builder.styles =
            "<w:style w:type='paragraph' w:styleId='mine'><w:name w:val='mine'/><w:basedOn w:val='1'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/><w:basedOn w:val='mine'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 2'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>"
        let document = try read(builder)
        #expect(text(document) == ["## a", "# b", "## c", "d", "e"])
        #expect(document.title == "d")
    }

    @Test("a text box is read once, after the paragraph in which it is anchored")
    func textBoxes() throws {
        let content = "<w:txbxContent>\(paragraph("in"))\(table(row(cell("t"))))</w:txbxContent>"
        let box =
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>\(content)</wps:txbx></w:drawing></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox>\(content)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        #expect(try text("<w:p>\(run("a"))\(box)\(run("b"))</w:p>") == ["ab", "in", "[table 0]"])
        let document = try read(table(row("<w:tc><w:p>\(run("a"))\(box)\(run("b"))</w:p></w:tc>")))
        #expect(grid(document.tables[0]) == ["ab/in"])
        #expect(document.tables[1].parent == Table.Parent(table: 0, row: 0, column: 0))
        let unknown = box.replacing("'wps'", with: "'future'")
        #expect(try text("<w:p>\(unknown)</w:p>") == ["in", "[table 0]"])
    }

    @Test("a cell with a picture is not empty")
    func pictures() throws {
        let picture = "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>"
        let document = try read(table(row(cell("规章"), picture, "<w:tc><w:p/></w:tc>"), row(cell("a"), cell("b"), cell("c"))))
        #expect(document.tables[0].cells.map(\.holdsPicture) == [false, true, false, false, false, false])
    }

    @Test("footnotes and endnotes stand after the text with their marks")
    func notes() throws {
        var builder = DOCXBuilder(
            "<w:p>\(run("a"))<w:r><w:footnoteReference w:id='5'/></w:r></w:p>"
                + table(row("<w:tc><w:p>\(run("12"))<w:r><w:endnoteReference w:id='1'/></w:r></w:p></w:tc>"))
                + "<w:p>\(run("b"))<w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
        builder.footnotes =
            "<w:footnote w:id='-1' w:type='separator'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
            + "<w:footnote w:id='2'>\(paragraph("two"))</w:footnote><w:footnote w:id='3'>\(paragraph("nobody"))</w:footnote>"
            + "<w:footnote w:id='5'><w:p><w:r><w:footnoteRef/></w:r>\(run(" one"))</w:p></w:footnote>"
        builder.endnotes = "<w:endnote w:id='1'>\(paragraph("end"))</w:endnote>"
        let document = try read(builder)
        #expect(text(document) == ["a[1]", "[table 0]", "b[2]", "[1] one", "[2] two", "[i] end"])
        #expect(grid(document.tables[0]) == ["12[i]"])
    }

    @Test("formulas are written as a line of text")
    func formulas() throws {
        func text(_ content: String) -> String { "<m:r><m:t>\(content)</m:t></m:r>" }
        let power = "<m:sSup><m:e>\(text("10"))</m:e><m:sup>\(text("3"))</m:sup></m:sSup>"
        let fraction = "<m:f><m:fPr/><m:num>\(text("a+b"))</m:num><m:den>\(text("c"))</m:den></m:f>"
        let root = "<m:rad><m:radPr/><m:deg/><m:e>\(text("x"))</m:e></m:rad>"
        let brackets = "<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr><m:e>\(text("y"))</m:e></m:d>"
        let sum =
            "<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr><m:sub>\(text("i=1"))</m:sub><m:sup/><m:e>\(text("z"))</m:e></m:nary>"
        let body = "<w:p>\(run("a="))<m:oMath>\(power)\(fraction)\(root)\(brackets)\(sum)</m:oMath></w:p>"
        #expect(try Self.blocks(body) == ["a=10^3(a+b)/c√x[y]∑_(i=1)z"])
    }

    @Test("ruby shows its base")
    func ruby() throws {
        let body =
            "<w:p><w:r><w:ruby><w:rubyPr/><w:rt>\(run("hàn"))</w:rt><w:rubyBase>\(run("汉"))</w:rubyBase></w:ruby></w:r></w:p>"
        #expect(try text(body) == ["汉"])
    }

    @Test("what is not understood is a finding, once per kind")
    func unknown() throws {
        let document = try read(
            "<w:p>\(run("a"))<w:strange>\(run("b"))</w:strange><w:strange/></w:p><w:altChunk r:id='rId9'/><w:odd/>")
        #expect(text(document) == ["a"])
        #expect(document.findings.map(\.kind) == [.contentNotRead, .unknownElement, .unknownElement])
        #expect(document.findings.map(\.arguments) == [["altChunk"], ["strange"], ["odd"]])
    }

    @Test("tables in headers are counted and left out")
    func margins() throws {
        var builder = DOCXBuilder(paragraph("a"))
        builder.header = table(row(cell("x")))
        let document = try read(builder)
        #expect(document.tables.isEmpty)
        #expect(document.findings == [Finding(.marginTablesLeftOut, at: Place(), "1")])
    }

    private static func blocks(_ body: String) throws -> [String] { text(try read(body)) }
}
