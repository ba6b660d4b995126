extension Document {
    /// Numbers in section 一 that differ from the tables: applications received and carried over, reconsiderations, lawsuits.
    ///
    /// The text counts in many ways (收到 may mean 一 or 一 + 二), so a number is a hint only when it is none of those it may be.
    func numbersOfTheTextAgainstTheTable(_ sections: [ReportSection]) -> [Finding] {
        guard let section = sections.first(where: { $0.title.hasText("总体情况") }) else { return [] }
        return section.clauses.compactMap { clause in
            guard let (key, candidates) = counts(toldBy: clause), !Self.tellsOfAPart(clause), let told = Self.cases(in: clause),
                let table = candidates.first ?? nil, !candidates.contains(told),
                let value = values.first(where: { $0.key == key })
            else { return nil }
            return Finding(.textAgainstTable, at: value.place, part: value.part, key: key, [clause, table.text])
        }
    }

    /// The key of the number that a clause tells, and the numbers of the tables that it may be.
    private func counts(toldBy clause: String) -> (key: String, candidates: [ExactSum?])? {
        if clause.hasText("行政诉讼"), !clause.hasText("复议") {
            let lawsuits = sum(number("review.litigation_direct:total"), number("review.litigation_after:total"))
            return ("review.litigation_direct:total", [lawsuits])
        }
        if clause.hasText("行政复议"), !clause.hasText("诉讼") {
            return ("review.reconsideration:total", [number("review.reconsideration:total")])
        }
        if clause.hasText("公开"), clause.hasText("申请"), ["收到", "新收", "受理"].contains(where: clause.hasText) {
            let received = number("requests.received:total")
            return ("requests.received:total", [received, sum(received, number("requests.carried_over:total"))])
        }
        return nil
    }

    private func sum(_ left: ExactSum?, _ right: ExactSum?) -> ExactSum? {
        guard let left, let right else { return nil }
        return left + right
    }

    /// Whether a clause tells of a part of the whole, by the way it came or the kind it is.
    private static func tellsOfAPart(_ clause: String) -> Bool {
        ["其中", "网上", "网络", "信函", "当面", "邮", "电子", "窗口", "平台"].contains(where: clause.hasText)
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
