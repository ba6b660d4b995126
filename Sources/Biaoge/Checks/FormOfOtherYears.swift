extension Document {
    /// Forms that reports of this year do not use, such as that of 2019 for a year from 2021 on.
    func formsOfOtherYears(_ forms: [Form]) -> [Finding] {
        guard let year else { return [] }
        var named: Set<String> = []
        return self.forms.compactMap { match in
            guard let form = forms.first(where: { $0.id == match.form }), let first = form.firstYear,
                named.insert(form.id).inserted
            else { return nil }
            let last = form.lastYear ?? Int.max
            guard year < first || year > last else { return nil }
            let years = form.lastYear.map { first == $0 ? "\(first)" : "\(first)–\($0)" } ?? "\(first)–"
            return Finding(.formOfOtherYears, at: Place(), part: match.part, key: nil, [form.title, years, String(year)])
        }
    }
}
