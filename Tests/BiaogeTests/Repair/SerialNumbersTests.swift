import Testing

@testable import Biaoge

/// Numbers that count the rows are no values.
@Suite struct SerialNumbersTests {
    /// The first table of requests, with numbers in front of its rows and a header for them.
    private func part(header: String = "序号", from first: Int = 1) -> PartText {
        var part = PartText(
            "requests", ["received:person": "1", "received:total": "1", "granted:person": "1", "granted:total": "1"])
        let start = part.row("一、")
        for row in part.rows.indices {
            part.rows[row].insert(row < start ? (row == 0 ? header : "") : String(row - start + first), at: 0)
        }
        return part
    }

    @Test(arguments: ["\t", " | ", "  "])
    func aColumnOfThemIsLeftOut(separator: String) throws {
        for header in ["序号", "序 号", ""] {
            let values = try part(header: header).solved { $0.joined(separator: separator) }
            #expect(values["received:person"] == "read 1")
            #expect(values["denied.state_secret:person"] == "read 0")
            #expect(values["carried_forward:total"] == "read 0")
        }
    }

    @Test func whereRowsHaveNoEndsTheHeaderSaysWhatTheyAre() throws {
        let values = try part().solved { $0.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n" }
        #expect(values["received:person"] == "read 1")
        #expect(values["received:total"] == "read 1")
        #expect(values["denied.state_secret:total"] == "read 0")
    }

    /// A page's table may begin with any number.
    @Test func theyMayGoOnFromAnotherTable() throws {
        #expect(try part(from: 12).solved()["received:total"] == "read 1")
    }

    @Test func inACellOfItsOwn() throws {
        let rows = part().rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        let page = "<html><h2>三、收到和处理政府信息公开申请情况</h2><table>\(rows.joined())</table></html>"
        let values = try Document(reading: Array(page.utf8)).values
        #expect(values.first { $0.key == "requests.received:person" }?.number == "1")
        #expect(values.first { $0.key == "requests.granted:total" }?.state == .read)
    }

    /// Each block of a table has the header again; the numbers go on, or begin again, and other tables behind it have none.
    @Test(arguments: [true, false])
    func theyMayGoOnBehindAFurtherHeader(goOn: Bool) throws {
        var part = PartText("proactive", ["rules:issued": ""], other: "9")
        var number = 0
        for row in part.rows.indices {
            let isValues = part.rows[row].last == "9"
            number = isValues ? number + 1 : goOn ? number : 0
            part.rows[row].insert(isValues ? "\(number)" : "序号", at: 0)
        }
        let requests = PartText("requests", ["received:person": "7", "received:total": "7"])
        let text = (part.rows + [[requests.title]] + requests.rows).flatMap { $0.filter { !$0.isEmpty } }.joined(
            separator: "\n\n")
        let values = try Document(reading: Array("二、主动公开政府信息情况\n\n\(text)\n".utf8)).values
        #expect(values.first { $0.key == "proactive.rules:in_force" }?.number != "2")
        #expect(values.first { $0.key == "proactive.penalty:decisions" }?.number == "9")
        #expect(values.first { $0.key == "requests.received:total" }?.number == "7")
    }
}
