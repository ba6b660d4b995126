import Testing

@testable import Biaoge

/// A report whose own sums are wrong comes out as printed.
@Suite struct WrongSumsTests {
    /// Two rows that fit in no way, and one that a number in an empty cell would mend, but not its column.
    @Test func amongEmptyCellsSeveralWrongRowsAreAsPrinted() throws {
        let part = PartText(
            "requests", form: 1,
            [
                "denied.third_party:nonprofit": "10", "denied.third_party:total": "1", "unavailable.needs_creation:research": "7",
                "unavailable.needs_creation:total": "24", "rejected.published:nonprofit": "14", "rejected.published:other": "21",
                "rejected.published:total": "21", "outcome_total:research": "7", "outcome_total:nonprofit": "24",
                "outcome_total:other": "21", "outcome_total:total": "52",
            ], other: "")
        let rows = part.rows.map {
            $0.count == 8 ? "<td colspan=3>" + $0.joined(separator: "<td>") : "<td>" + $0.joined(separator: "<td>")
        }
        let html = "<html><h1>三、收到和处理政府信息公开申请情况</h1><table><tr>\(rows.joined(separator: "<tr>"))</table></html>"
        let values = try Document(reading: Array(html.utf8)).values
        func printed(_ key: String) -> String? { values.first { $0.key == "requests." + key }.map { "\($0.state) \($0.number)" } }
        #expect(printed("denied.third_party:total") == "read 1")
        #expect(printed("denied.third_party:nonprofit") == "read 10")
        #expect(printed("unavailable.needs_creation:total") == "read 24")
        #expect(printed("rejected.published:other") == "read 21")
    }
}
