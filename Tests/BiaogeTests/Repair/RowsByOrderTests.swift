import Testing

@testable import Biaoge

/// Rows without a label that may be several rows of the form.
@Suite struct RowsByOrderTests {
    /// A point parts the thousands of one of the last two rows; the other is gone, and so are their labels.
    @Test func numbersThatNoRowCanHoldAreInDoubt() throws {
        var part = PartText("requests")
        part.put([
            "一、": "3.787,2.035,5月3日,5.589,2.950,4.790,24.147", "（一）": "66,2,#REF!,97,774,179,1.326",
            "（二）": "122,63,####,2,54,64,309", "1.属于": "89,4,571,39,9,35,4月3日", "3.其他": "421,97,583,1,9,3,1.114",
            "（七）": "3.851,2.055,4.975,5.407,2.955,4.786,24.029",
        ])
        let header = part.rows[..<part.row("一、")]
        part.rows = header + ["一、", "（一）", "（二）", "1.属于", "3.其他", "（七）"].map { part.rows[part.row($0)] }
        part.rows[part.rows.count - 1][0] = "（七）??"
        part.putLabelsInPlace(withCovered: true)
        let values = try part.solved(PartText.bars)
        for row in ["outcome_total", "carried_forward"] {
            #expect(PartText.states(values, row).isDisjoint(with: ["read", "repaired"]), "\(row)")
        }
    }
}
