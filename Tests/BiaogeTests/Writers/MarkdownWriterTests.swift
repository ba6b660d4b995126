import Testing

@testable import Biaoge

@Suite("Markdown writer")
struct MarkdownWriterTests {
    @Test("tables are pipe tables, spans flattened with a finding")
    func table() throws {
        var document = Sample.document(try Sample.table([["a|b", "<", "c"], ["d\ne", "f", "^"]]))
        document.blocks.insert(.heading("标题", level: 2), at: 0)
        let (text, findings) = try Sample.write(document, as: .markdown, flushSize: 1)
        #expect(text == "## 标题\n\n| a\\|b |  | c |\n| --- | --- | --- |\n| d<br>e | f |  |\n")
        #expect(findings.map(\.kind) == [.spansFlattened])
        #expect(findings.first?.place == Place(table: 0))
    }

    @Test("what Markdown would take for markup is escaped, and nothing else")
    func escaping() throws {
        var document = Document(format: .text)
        document.blocks = [.paragraph("# no\n1. no\n12) no\n- no\n    no\na-b 3.5 *x* [y](z) <i> &amp; a_b")]
        #expect(
            try Sample.write(document, as: .markdown).text
                == "\\# no\\\n1\\. no\\\n12\\) no\\\n\\- no\\\nno\\\na-b 3.5 \\*x\\* \\[y\\](z) \\<i> \\&amp; a\\_b\n")
    }
}
