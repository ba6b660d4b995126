import TestSupport
import Testing

@testable import Biaoge

@Suite struct RTFTests {
    private func read(_ body: String, _ options: ReadingOptions = ReadingOptions()) throws -> Document {
        try Document(reading: Array(#"{\rtf1\ansi\ansicpg936\deff0 \#(body)}"#.utf8), options: options)
    }

    private func rows(_ body: String) throws -> [String] {
        var options = ReadingOptions()
        options.asIs = true
        return try read(body, options).tables.first.map { table in
            (0..<table.rowCount).map { row in
                table.cells.filter { $0.row == row }.map { table.text(of: $0) }.joined(separator: "|")
            }
        } ?? []
    }

    /// A table with a row for each line of cells.
    private func table(_ lines: [[String]]) -> String {
        lines.map { #"\trowd\cellx1\cellx2 "# + $0.map { #"\pard\intbl \#($0)\cell "# }.joined() + "\\row\n" }.joined()
    }

    @Test func cellsAndRowsMakeATable() throws {
        let body = #"\pard Title\par "# + table([["A", "B", "C"], ["D", "1", "2"], ["E", "4", "3"]]) + #"\pard End\par"#
        let document = try read(body)
        #expect(document.format == .rtf)
        #expect(document.tables.count == 1)
        #expect(document.blocks.count == 3)
        #expect(try rows(body) == ["A|B|C", "D|1|2", "E|4|3"])
    }

    @Test(arguments: [
        (#"\'ca\'c2\'cf\'ee"#, "事项"), (#"{\f1 \'a8\'c6}"#, "事"), (#"\u20107?\u39033?"#, "事项"), (#"\uc2\u20107\'3f\'3fx"#, "事x"),
        (#"\u-10179?\u-9216?"#, "🐀"), (#"a{\*\unknown b}c"#, "ac"), (#"a{\pict 0102}c"#, "ac"), (#"1{\v 5}2"#, "12"),
        (#"a\{b\}\\c"#, #"a{b}\c"#), (#"a{\field{\*\fldinst PAGE}{\fldrslt 3}}"#, "a3"), (#"1\par 2"#, "1 2"),
        (#"8{\super 1}"#, "8~~1~~"),
        (#"a\bin3 }{\b"#, "ab"), (#"{\listtext\'d2\'bb\'a1\'a2\tab}b"#, "一、 b"), (#"{\deleted 5}3"#, "3"),
        (#"x\emdash y"#, "x—y"),
    ])
    func whatACellShows(cell: String, text: String) throws {
        let fonts = #"{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset136 MingLiU;}}"#
        let table = table([["h", "i", "j"], [cell, "1", "2"], ["k", "3", "4"]])
        #expect(try rows(fonts + table)[1] == text + "|1|2")
    }

    @Test func aReportIsSolved() throws {
        let part = PartText("requests", ["received:person": "3", "received:total": "3"])
        let escaped = part.rows.map { row in
            row.map { cell in
                cell.utf16.map { $0 < 0x80 ? String(UnicodeScalar(UInt8($0))) : "\\u\(Int16(bitPattern: $0))?" }.joined()
            }
        }
        let values = try read(table(escaped)).values
        #expect(values.first { $0.key == "requests.received:total" }?.number == "3")
        #expect(values.first { $0.key == "requests.received:total" }?.state == .read)
    }

    @Test func whatIsTooMuchIsRefusedAndWhatIsBrokenIsNoTrap() throws {
        #expect(throws: ReadError.limit(.depth, found: 1_001, allowed: 1_000)) { try read(String(repeating: "{", count: 1_001)) }
        let alternating = String(repeating: #"\u20107?\'ca\'c2"#, count: 130_000)
        #expect(throws: ReadError.limit(.pieces, found: 250_001, allowed: 250_000)) { try read(alternating) }
        let whole = Array(
            #"{\rtf1{\fonttbl{\f0\fcharset134;}}\trowd\intbl\f0 \'ca\'c2\u-2?\cell 1\cell\row\bin9999999999 }"#.utf8)
        for end in 6..<whole.count {
            _ = try? Document(reading: Array(whole[..<end]))
            var broken = whole
            broken[end] = [0x7B, 0x7D, 0x5C, 0xFF, 0x2D, 0x39][end % 6]
            _ = try? Document(reading: broken)
        }
    }
}
