extension Document {
    /// 规章 above 0 in the report of a township: only ministries, provinces and cities with districts issue them (立法法 第八十二条).
    func rulesOfATownship() -> [Finding] {
        guard let issuer, Self.isTownship(issuer) else { return [] }
        return values.compactMap { value in
            guard value.part == "proactive", value.key.utf8.starts(with: "proactive.rules:".utf8), value.state.hasNumber,
                let number = ExactSum(value.number), number > .zero
            else { return nil }
            return Finding(
                .rulesOfTownship, at: value.place, part: value.part, key: value.key, [value.columnLabel, value.number])
        }
    }

    /// Whether an issuer is a township, a town or a sub-district, as its name ends: 柳湾镇, 加吾乡人民政府, 城关街道办事处.
    static func isTownship(_ issuer: String) -> Bool {
        var name = Substring(issuer).utf8
        for ending in ["党政综合办公室", "办事处", "人民政府", "政府"] where name.ends(with: ending) {
            name = name.dropLast(ending.utf8.count)
        }
        return ["镇", "乡", "街道", "苏木"].contains { name.ends(with: $0) }
    }
}

extension Substring.UTF8View {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
