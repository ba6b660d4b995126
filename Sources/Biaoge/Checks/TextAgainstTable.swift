extension Document {
    /// Numbers in section 一 that differ from the tables: applications received and carried over, reconsiderations, lawsuits.
    ///
    /// The text counts in many ways (收到 may mean 一 or 一 + 二), so a number is a hint only when it is none of those it may be.
    func numbersOfTheTextAgainstTheTable(_ sections: [ReportSection]) -> [Finding] {
        guard let section = sections.first(where: { $0.title.hasText("总体情况") }) else { return [] }
        let received = number("requests.received:total")
        let carriedOver = number("requests.carried_over:total")
        let direct = number("review.litigation_direct:total")
        let after = number("review.litigation_after:total")
        var both: ExactSum?
        if let received, let carriedOver { both = received + carriedOver }
        var lawsuits: ExactSum?
        if let direct, let after { lawsuits = direct + after }
        return section.clauses.compactMap { clause in
            // A part of the whole, told by the way it came or the kind it is.
            guard !["其中", "网上", "网络", "信函", "当面", "邮", "电子", "窗口", "平台"].contains(where: clause.hasText) else { return nil }
            let candidates: [ExactSum?]
            let key: String
            if clause.hasText("行政诉讼"), !clause.hasText("复议") {
                (candidates, key) = ([lawsuits], "review.litigation_direct:total")
            } else if clause.hasText("行政复议"), !clause.hasText("诉讼") {
                (candidates, key) = ([number("review.reconsideration:total")], "review.reconsideration:total")
            } else if clause.hasText("公开"), clause.hasText("申请"), ["收到", "新收", "受理"].contains(where: clause.hasText) {
                (candidates, key) = ([received, both], "requests.received:total")
            } else {
                return nil
            }
            guard let told = Self.cases(in: clause), let table = candidates.first ?? nil, !candidates.contains(told) else {
                return nil
            }
            guard let value = values.first(where: { $0.key == key }) else { return nil }
            return Finding(.textAgainstTable, at: value.place, part: value.part, key: key, [clause, table.text])
        }
    }

    /// How many cases a clause tells of: the only number before 件, 起 or 宗, or 0 where it says there was none.
    static func cases(in clause: String) -> ExactSum? {
        let scalars = clause.unicodeScalars.map { scalar in
            (0xFF10...0xFF19).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
        }.filter { !$0.properties.isWhitespace }
        var found: [ExactSum] = []
        var digits = ""
        for scalar in scalars {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
            } else {
                if "件起宗".unicodeScalars.contains(scalar), let number = ExactSum(digits) { found.append(number) }
                digits = ""
            }
        }
        if found.count == 1 { return found[0] }
        return found.isEmpty && ["未收到", "没有收到", "未发生", "没有发生", "未新收"].contains(where: clause.hasText) ? .zero : nil
    }
}
