import TestSupport
import Testing

@testable import Biaoge

@Suite("DOCX numbering")
struct DOCXNumberingTests {
    static func level(_ level: Int, _ format: String, _ text: String, _ more: String = "") -> String {
        "<w:lvl w:ilvl='\(level)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/>\(more)<w:lvlText w:val='\(text)'/></w:lvl>"
    }

    static func numbered(_ text: String, _ list: Int, _ level: Int = 0) -> String {
        paragraph(text, properties: "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>")
    }

    static func list(_ id: Int, _ levels: String) -> String { "<w:abstractNum w:abstractNumId='\(id)'>\(levels)</w:abstractNum>" }
    static func use(_ id: Int, of list: Int, _ more: String = "") -> String {
        "<w:num w:numId='\(id)'><w:abstractNumId w:val='\(list)'/>\(more)</w:num>"
    }

    private func lines(_ body: String, _ numbering: String, styles: String? = nil) throws -> [String] {
        var builder = DOCXBuilder(body)
        builder.numbering = numbering
        builder.styles = styles
        return text(try read(builder))
    }

    @Test("numbers stand in front of the text as the level's text has them")
    func simple() throws {
        let numbering = Self.list(
            0, Self.level(0, "chineseCountingThousand", "%1、") + Self.level(1, "decimal", "（%2）", "<w:suff w:val='nothing'/>"))
        let body =
            Self.numbered("甲", 1) + Self.numbered("乙", 1, 1) + Self.numbered("丙", 1, 1) + Self.numbered("丁", 1)
            + Self.numbered("戊", 1, 1)
        #expect(try lines(body, numbering + Self.use(1, of: 0)) == ["一、甲", "（1）乙", "（2）丙", "二、丁", "（1）戊"])
    }

    @Test("numbers stand in table cells, also where a cell holds nothing else")
    func cells() throws {
        let numbering = Self.list(0, Self.level(0, "decimal", "%1.")) + Self.use(1, of: 0)
        var builder = DOCXBuilder(
            table(row("<w:tc>\(Self.numbered("", 1))</w:tc>", cell("a")), row("<w:tc>\(Self.numbered("x", 1))</w:tc>", cell("b")))
        )
        builder.numbering = numbering
        #expect(grid(try read(builder).tables[0]) == ["1. |a", "2. x|b"])
    }

    @Test("levels show the numbers above them; legal ones as decimals")
    func levels() throws {
        let numbering = Self.list(
            0,
            Self.level(0, "upperRoman", "%1.") + Self.level(1, "decimal", "%1.%2")
                + Self.level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"))
        let body = Self.numbered("a", 1) + Self.numbered("b", 1, 1) + Self.numbered("c", 1, 2)
        #expect(try lines(body, numbering + Self.use(1, of: 0)) == ["I. a", "I.1 b", "1.1.1 c"])
    }

    @Test("a level starts again when a higher one is used, or as lvlRestart says")
    func restarts() throws {
        let body = Self.numbered("a", 1) + Self.numbered("b", 1, 1) + Self.numbered("c", 1) + Self.numbered("d", 1, 1)
        let levels = { Self.level(0, "decimal", "%1") + Self.level(1, "decimal", "%2", $0) }
        #expect(try lines(body, Self.list(0, levels("")) + Self.use(1, of: 0)) == ["1 a", "1 b", "2 c", "1 d"])
        #expect(
            try lines(body, Self.list(0, levels("<w:lvlRestart w:val='0'/>")) + Self.use(1, of: 0)) == [
                "1 a", "1 b", "2 c", "2 d",
            ])
    }

    @Test("uses of one list go on counting, unless one has its own start")
    func uses() throws {
        let numbering =
            Self.list(0, Self.level(0, "decimal", "%1")) + Self.use(1, of: 0) + Self.use(2, of: 0)
            + Self.use(3, of: 0, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>")
        let body =
            Self.numbered("a", 1) + Self.numbered("b", 2) + Self.numbered("c", 3) + Self.numbered("d", 3) + Self.numbered("e", 1)
        #expect(try lines(body, numbering) == ["1 a", "2 b", "5 c", "6 d", "7 e"])
    }

    @Test("a style brings its numbering, by the level that names it, and numId 0 takes it away")
    func styles() throws {
        let numbering =
            Self.list(0, Self.level(0, "decimal", "%1.") + Self.level(1, "decimal", "%1.%2", "<w:pStyle w:val='sub'/>"))
            + Self.use(4, of: 0)
        let styles =
            "<w:style w:type='paragraph' w:styleId='top'><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type='paragraph' w:styleId='sub'><w:basedOn w:val='top'/></w:style>"
        let body =
            paragraph("a", properties: "<w:pStyle w:val='top'/>") + paragraph("b", properties: "<w:pStyle w:val='sub'/>")
            + paragraph("c", properties: "<w:pStyle w:val='top'/><w:numPr><w:numId w:val='0'/></w:numPr>")
        #expect(try lines(body, numbering, styles: styles) == ["1. a", "1.1 b", "c"])
    }

    @Test("a bullet is its character, and an unknown format counts in decimals with a finding")
    func bullets() throws {
        let font = "<w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr>"
        let numbering =
            Self.list(0, "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{F06C}'/>\(font)</w:lvl>")
            + Self.list(1, Self.level(0, "marsian", "%1")) + Self.use(1, of: 0) + Self.use(2, of: 1)
        #expect(try lines(Self.numbered("a", 1) + Self.numbered("b", 2), numbering) == ["● a", "1 b"])
        var builder = DOCXBuilder(Self.numbered("b", 2))
        builder.numbering = numbering
        #expect(try read(builder).findings == [Finding(.unknownNumberFormat, at: Place(), "marsian")])
    }

    @Test(
        "numbers are written as the formats have them",
        arguments: [
            ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("upperRoman", 1994, "MCMXCIV"), ("lowerRoman", 4, "iv"),
            ("upperLetter", 28, "BB"), ("lowerLetter", 26, "z"), ("ordinal", 12, "12th"), ("ordinal", 22, "22nd"),
            ("chineseCounting", 10, "十"), ("chineseCounting", 21, "二十一"), ("chineseCounting", 100, "一○○"),
            ("chineseCountingThousand", 11, "十一"), ("chineseCountingThousand", 101, "一百零一"),
            ("chineseCountingThousand", 110, "一百一十"), ("chineseCountingThousand", 10203, "一万零二百零三"),
            ("chineseLegalSimplified", 10, "壹拾"), ("chineseLegalSimplified", 2021, "贰仟零贰拾壹"),
            ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "甲"), ("ideographZodiac", 12, "亥"),
            ("japaneseCounting", 3, "三"), ("japaneseCounting", 15, "十五"), ("japaneseCounting", 110, "百十"),
            ("japaneseCounting", 10000, "一万"), ("taiwaneseCounting", 15, "十五"), ("taiwaneseCountingThousand", 10000, "一萬"),
            ("ideographDigital", 20, "二〇"), ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"),
            ("decimalEnclosedParen", 1, "⑴"), ("decimalEnclosedFullstop", 2, "⒉"), ("decimalFullWidth", 10, "１０"),
            ("numberInDash", 3, "- 3 -"), ("none", 3, ""),
        ])
    func formats(name: String, number: Int, expected: String) throws {
        #expect(try #require(NumberFormat(name: name)).text(of: number) == expected)
    }

    @Test("a custom format pads with zeros")
    func custom() {
        #expect(NumberFormat(name: "custom", custom: "001, 002, 003, ...")?.text(of: 12) == "012")
        #expect(NumberFormat(name: "custom", custom: "a, ç, ĝ, ...") == nil)
    }
}
