import Testing

@testable import Biaoge

@Suite("JSON writer")
struct JSONWriterTests {
    @Test("a document is one object on one line, with every field of the contract")
    func everything() throws {
        var document = try Sample.report()
        document.blocks.insert(.heading("一、总体情况", level: 1), at: 0)
        document.blocks.insert(.paragraph("a\nb"), at: 1)
        document.values = [document.values[0]]
        document.findings = [Finding(.hangingRowSpan, at: Place(table: 1, row: 16, column: 0, line: 88))]
        let cells = ["信息内容", "甲", "乙", "丙", "丁", "规章", " 1，024", "", "", "1 2"].enumerated().map { index, text in
            #"{"row":\#(index / 5),"column":\#(index % 5),"rowSpan":1,"columnSpan":1,"text":"\#(text)","header":\#(index < 5)}"#
        }
        let expected =
            #"{"source":"a.docx","sha256":"00ff","version":"\#(Biaoge.version)","format":"docx","encoding":null,"#
            + #""title":"柳湾镇2024年报告","issuer":"柳湾镇","year":2024,"#
            + #""blocks":[{"heading":"一、总体情况","level":1},{"paragraph":"a\nb"},{"table":0}],"#
            + #""tables":[{"caption":null,"kind":"data","rows":2,"columns":5,"parent":null,"cells":["#
            + cells.joined(separator: ",") + "]}],"
            + #""forms":[{"form":"annual-report-2021","table":0,"part":"proactive","confidence":0.99}],"#
            + #""values":[{"source":"a.docx","issuer":"柳湾镇","year":2024,"form":"annual-report-2021","part":"proactive","#
            + #""key":"proactive.rules:0","row_label":"规章","column_label":"甲","value":"1024","state":"read","raw":" 1，024","#
            + #""place":"table 1, row 2, column 2","note":""}],"#
            + #""findings":[{"kind":"hanging-row-span","table":1,"row":16,"column":0,"line":88,"#
            + #""message":"A row span hung below the last row and was cut"}]}"# + "\n"
        #expect(try Sample.write(document, as: .json).text == expected)
        #expect(try Sample.write(document, as: .json, flushSize: 1).text == expected)
    }

    @Test("control characters and line separators are escaped, everything else stands as it is")
    func escaping() {
        var json = JSONText()
        json.string("a\"\\\u{1}\n\t\r\u{7F}\u{9B}\u{2028}\u{2029}\u{A0}\u{2027}\u{20A8}€表🀄")
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == #""a\"\\\u0001\n\t\r\u007f\u009b\u2028\u2029"# + "\u{A0}\u{2027}\u{20A8}€表🀄\"")
    }

    @Test("a nested table names its parent, and an inferred span says so")
    func nested() throws {
        var inner = try Sample.table([["x"]])
        inner.parent = Table.Parent(table: 0, row: 1, column: 2)
        inner.cells[0].isInferred = true
        let text = try Sample.write(Sample.document(inner), as: .json).text
        #expect(text.contains(#""parent":{"table":0,"row":1,"column":2}"#))
        #expect(text.contains(#""header":false,"inferred":true}"#))
    }
}
