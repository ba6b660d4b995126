import Testing

@testable import Biaoge

@Suite("Text writer")
struct TextWriterTests {
    @Test("columns are aligned by the width of the characters, numbers to the right")
    func alignment() throws {
        let table = try Sample.table([["信息内容", "n"], ["ab", "12"], ["e\u{301}", "-1"]])
        #expect(
            try Sample.write(Sample.document(table), as: .text).text == """
                | 信息内容 | n  |
                | ab       | 12 |
                | e\u{301}        | -1 |

                """)
    }

    @Test("a cell that spans takes the width of its columns and runs down its rows")
    func spans() throws {
        let table = try Sample.table([["title of it", "<", "<"], ["自\n然\n人", "b", "c\nd"], ["^", "x", "y"]])
        #expect(
            try Sample.write(Sample.document(table), as: .text, flushSize: 1).text == """
                | title of it |
                | 自  | b | c |
                | 然  |   | d |
                | 人  | x | y |

                """)
    }

    @Test("headings, paragraphs and tables are parted by an empty line, over all documents")
    func blocks() throws {
        var document = Sample.document(try Sample.table([["a"]]))
        document.blocks = [.heading("H", level: 1), .paragraph("p\nq"), .paragraph(""), .table(0)]
        #expect(try Sample.write(document, document, as: .text).text == "H\n\np\nq\n\n| a |\n\nH\n\np\nq\n\n| a |\n")
    }

    @Test("a layout table is written as paragraphs, each nested table behind its cell")
    func layout() throws {
        var outer = try Sample.table([["menu", "body"]])
        outer.kind = .layout
        var inner = try Sample.table([["x", "y"]])
        inner.parent = Table.Parent(table: 0, row: 0, column: 0)
        var document = Sample.document(outer, inner)
        document.blocks = [.table(0)]
        #expect(try Sample.write(document, as: .text).text == "menu\n\n| x | y |\n\nbody\n")
    }

    @Test("a text wider than any column goes on, and the other rows are not filled up to it")
    func wide() throws {
        let long = String(repeating: "长", count: 400)
        let text = try Sample.write(Sample.document(try Sample.table([[long, "a"], ["b", "c"]])), as: .text).text
        #expect(text.contains("| " + long + " | a |"))
        #expect(text.utf8.count < 1_500)
    }

    @Test(
        "widths are those of Unicode Standard Annex 11",
        arguments: [
            ("a", 1), ("表", 2), ("ｆ", 2), ("ﾊ", 1), ("（", 2), ("é", 1), ("…", 1), ("①", 1), ("\u{200B}", 0), ("\u{3099}", 0),
            ("😀", 2), ("𠀀", 2), ("\u{301}", 0), ("한", 2),
        ])
    func width(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
