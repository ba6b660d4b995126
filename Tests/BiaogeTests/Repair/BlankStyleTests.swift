import Testing

@testable import Biaoge

/// What a document's empty cells say of one at the end of a row.
@Suite struct BlankStyleTests {
    /// Rows whose cells are empty here and there, and one that ends with an empty cell.
    private var proactive = PartText(
        "proactive", form: 1,
        [
            "rules:made": "", "normative:made": "", "normative:published": "", "licensing:change": "", "services:change": "",
            "penalty:previous_items": "", "penalty:decisions": "",
        ])
    private let requests = PartText("requests", form: 1, ["received:person": "3", "received:total": "3"])

    /// The states of the row that ends with an empty cell.
    ///
    /// - Parameter request: how a row of section 三 is written; `nil` where the file has no such section.
    private func states(_ request: (([String]) -> [String])?) throws -> Set<Value.State> {
        func lines(_ rows: [[String]]) -> String { rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined() }
        var text = "柳湾镇2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" + lines(proactive.rows)
        if let request {
            text += "\n三、收到和处理政府信息公开申请情况\n\n" + lines(requests.rows.map { $0.count == 8 ? request($0) : $0 })
        }
        let values = try Document(reading: Array(text.utf8)).values
        return Set(values.filter { $0.key.hasPrefix("proactive.penalty:") }.map(\.state))
    }

    @Test func anEmptyEndIsOneOfManyEmptyCells() throws {
        #expect(try states { [$0[0], "", ""] + $0.dropFirst() } == [.blank, .read])
        #expect(try states { $0 } == [.blank, .read])
    }

    @Test func whereRowsAreFilledUpAnEmptyEndMayBeACellLost() throws {
        #expect(try states { $0 + ["", ""] } == [.ambiguous])
    }

    @Test func whereRowsAreFilledUpSeveralEmptyEndsMayBeCellsLost() throws {
        var other = self
        other.proactive.rows[proactive.row("行政许可")][3] = ""
        #expect(try other.states { $0 } == [.blank, .read])
        #expect(try other.states { $0 + ["", ""] } == [.ambiguous])
    }

    @Test func whereNothingShowsHowRowsEndAnEmptyEndMayBeACellLost() throws {
        #expect(try states(nil) == [.ambiguous])
    }
}
