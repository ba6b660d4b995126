import Testing

@testable import Biaoge

/// Tables that a page types.
@Suite struct TypedTablesTests {
    private let rows = PartText(
        "requests",
        [
            "received:person": "3", "received:total": "3", "granted:person": "2", "granted:total": "2", "total:person": "2",
            "total:total": "2", "carried_forward:person": "1", "carried_forward:total": "1",
        ]
    ).rows

    private func document(_ body: String) throws -> Document {
        try Document(reading: Array("<html><body><h2>三、收到和处理政府信息公开申请情况</h2>\(body)<h2>四、其他</h2></body></html>".utf8))
    }

    /// What some slots have whose rows a page has written in some way.
    private func values(_ body: String) throws -> [String] {
        let values = try document(body).values
        return ["received:person", "received:total", "denied.state_secret:total", "carried_forward:person"].map { key in
            values.first { $0.key == "requests." + key }.map { "\($0.state) \($0.number)" } ?? "none"
        }
    }

    private func lines(_ separator: String, _ write: (String) -> String = { $0 }) -> String {
        rows.map { write($0.joined(separator: separator)) }.joined(separator: "\n")
    }

    @Test func areReadLikeADump() throws {
        let expected = ["read 3", "read 3", "read 0", "read 1"]
        #expect(try values("<pre>\n\(lines("\t"))\n</pre>") == expected)
        #expect(try values("<pre>\n\(lines(" | "))\n</pre>") == expected)
        #expect(try values("<p>\(lines("&nbsp;&nbsp;") { $0 + "<br>" })</p>") == expected)
        #expect(try values("<ul>\(lines(" ") { "<li>\($0)</li>" })</ul>") == expected)
        #expect(try values(lines(" ") { "<p>\($0)</p>" }) == expected)
        #expect(try values(rows.joined().map { "<div>\($0)</div>" }.joined()) == expected)
        #expect(try values(rows.joined().map { "<span style='display: table-cell'>\($0)</span>" }.joined()) == expected)
        #expect(
            try values("<dl>" + rows.map { "<dt>\($0[0])" + $0.dropFirst().map { "<dd>\($0)" }.joined() }.joined() + "</dl>")
                == expected)
    }

    @Test func keepTheirPlaceAmongThePagesText() throws {
        let document = try document("<pre>\n\(lines("\t"))\n</pre>")
        #expect(document.format == .html)
        #expect(document.blocks.count == 3)
        #expect(document.blocks[0].text == "三、收到和处理政府信息公开申请情况")
        #expect(document.blocks[2].text == "四、其他")
    }

    /// A page with a table has its tables marked up; its text is prose.
    @Test func areNotLookedForBesideATable() throws {
        let table = "<table><tr><td>事项</td><td>3</td></tr><tr><td>其他</td><td>5</td></tr></table>"
        #expect(try document(table + "<pre>\n\(lines("\t"))\n</pre>").tables.count == 1)
    }

    @Test func proseWithSomeNumbersIsNone() throws {
        let prose = (1...20).map { "<p>2023年\($0)月，公开信息\($0 * 7)条，受理申请\($0)件。</p>" }.joined()
        let document = try document(prose)
        #expect(document.tables.isEmpty)
        #expect(document.blocks.count == 22)
    }

    @Test func numbersThatAreStruckOutOrNotSeenAreInDoubt() throws {
        for mark in ["<del>7</del>", "<span style='visibility: hidden'>7</span>"] {
            var marked = rows
            marked[marked.firstIndex { $0[0].hasPrefix("一") } ?? 0][1] = mark
            let body = marked.map { "<p>" + $0.joined(separator: " ") + "</p>" }.joined()
            #expect(try values(body)[0] == "ambiguous ")
        }
    }

    @Test func aLineThatWasCutIsInDoubt() throws {
        var cut = rows
        cut[3].removeLast(2)
        let body = cut.map { $0.joined(separator: "\t") }.joined(separator: "\n")
        #expect(try values("<pre>\n\(body)\n</pre>")[0] != "read 0")
    }
}
