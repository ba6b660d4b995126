import Testing

@testable import Biaoge

/// Dumps of tabs and bars whose rows have a field for each cell, or one for each grid column.
@Suite("A field for each cell")
struct CellPiecesTests {
    /// The requests with all labels of each row, as a writer that follows the cells prints them.
    private func cells() -> PartText {
        var part = PartText("requests", ["received:research": "3", "received:total": "3"], other: "")
        for (label, outer) in [("（", 1), ("1.", 2), ("2.", 2), ("3.", 2), ("4.", 2), ("5.", 2), ("6.", 2), ("7.", 2), ("8.", 2)] {
            for row in part.rows.indices where part.rows[row][0].hasPrefix(label) && part.rows[row].count == 8 {
                part.rows[row] = [String](repeating: "", count: outer) + part.rows[row]
            }
        }
        return part
    }

    @Test("rows with a blank first value are read where they stand")
    func firstValueBlank() throws {
        let values = try cells().solved()
        #expect(values["received:person"] == "blank ")
        #expect(values["received:research"] == "read 3")
        #expect(values["received:total"] == "read 3")
    }

    @Test("one row that is short has lost a cell, nobody knows which")
    func shortRow() throws {
        var part = cells()
        part.rows[part.row("一、")].remove(at: 2)
        let values = try part.solved()
        #expect(values["received:business"] == "ambiguous ")
        #expect(values["received:research"] == "ambiguous ")
        // The sum leaves nothing for what may be gone in front, and blank is how the source writes that.
        #expect(values["received:person"] == "blank ")
    }

    @Test("a cell in front of the label is gone")
    func labelSlid() throws {
        var part = PartText("requests", ["denied.security:research": "3", "denied.security:total": "3"], other: "")
        let row = part.row("3.危及")
        part.rows[row].insert("", at: 0)
        for other in part.rows.indices where other != row && part.rows[other].count == 8 { part.rows[other].insert("", at: 0) }
        let text = part.rows.map { $0.map { "<td>\($0)</td>" }.joined() }.map { "<tr>\($0)</tr>" }.joined()
        let html = "<html><title>柳湾镇2022年政府信息公开工作年度报告</title><table>\(text)</table></html>"
        let document = try Document(reading: Array(html.utf8))
        let value = document.values.first { $0.key == "requests.denied.security:research" }
        #expect(value?.number == "3")
    }
}

extension CellPiecesTests {
    @Test("a blank row whose label slid to the left has a cell for each value")
    func blankRowSlid() throws {
        let numbers = ["received", "denied.security", "outcome_total"].flatMap {
            [($0 + ":research", "3"), ($0 + ":total", "3")]
        }
        var part = PartText("requests", Dictionary(uniqueKeysWithValues: numbers), other: "")
        for row in part.rows.indices where part.rows[row].count == 8 {
            let isSlid = part.rows[row][0].hasPrefix("2.重复")
            let place = part.rows[row][0].first == "（" ? 1 : part.rows[row][0].first?.isASCII == true && !isSlid ? 2 : 0
            part.rows[row] = [String](repeating: "", count: place) + part.rows[row] + (isSlid ? [""] : [])
        }
        let text = part.rows.map { $0.map { "<td>\($0)</td>" }.joined() }.map { "<tr>\($0)</tr>" }.joined()
        let html = "<html><title>柳湾镇2022年政府信息公开工作年度报告</title><table>\(text)</table></html>"
        let values = try Document(reading: Array(html.utf8)).values.filter { $0.key.hasPrefix("requests.rejected.repeat") }
        #expect(values.map(\.state) == [Value.State](repeating: .blank, count: 7))
    }
}

/// How a document leaves its zeros, told by all of its tables.
@Suite("Blank cells of a document")
struct BlankDocumentTests {
    private func solved(_ proactive: PartText) throws -> [String: String] {
        var requests = PartText("requests", ["granted:person": "3", "granted:total": "3"], other: "")
        for row in requests.rows.indices where requests.rows[row].count == 8 {
            requests.rows[row] = [requests.rows[row][0], "", ""] + requests.rows[row].dropFirst()
        }
        var both = proactive
        both.rows += [["三、收到和处理政府信息公开申请情况"]] + requests.rows
        return try both.solved()
    }

    @Test("where other tables leave cells empty, rows that end empty are read, but not one alone")
    func endsEmpty() throws {
        var part = PartText(
            "proactive", form: 1, ["rules:made": "2", "normative:published": "5", "licensing:change": "4"], other: "")
        let values = try solved(part)
        #expect(values["normative:published"] == "read 5")
        #expect(values["normative:public_total"] == "blank ")
        part = PartText("proactive", form: 1, ["rules:made": "2"], other: "7")
        part.rows[part.row("规章")] = ["规章", "2", "7", ""]
        #expect(try solved(part)["rules:public_total"] == "ambiguous ")
    }
}
