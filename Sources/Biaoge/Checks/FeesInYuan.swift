extension Document {
    /// A fee of section 六 in 元 whose digits stand in the table too, where the unit is 万元.
    func feesInYuan(_ sections: [ReportSection]) -> [Finding] {
        guard let value = values.first(where: { $0.key == "proactive.fees:amount" }), value.state.hasNumber,
            let table = ExactSum(value.number), table > .zero
        else { return [] }
        let others = sections.filter { $0.title.hasText("其他需要报告") }
        return others.flatMap(\.clauses).compactMap { clause in
            guard clause.hasText("费"), Self.yuan(in: clause).contains(table) else { return nil }
            return Finding(.feeInYuan, at: value.place, part: value.part, key: value.key, [value.number, table.text])
        }
    }

    /// The amounts that stand before 元 itself.
    private static func yuan(in clause: String) -> [ExactSum] {
        var amounts: [ExactSum] = []
        var digits = ""
        for scalar in clause.unicodeScalars where !scalar.properties.isWhitespace {
            if ("0"..."9").contains(scalar) || scalar == "." {
                digits.unicodeScalars.append(scalar)
            } else {
                if scalar == "元", let amount = ExactSum(digits) { amounts.append(amount) }
                digits = ""
            }
        }
        return amounts
    }
}
