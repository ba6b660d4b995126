extension Document {
    /// What the checks have to say about a document whose forms were recognised: first the sums that fail, then those that cannot be
    /// judged, then hints. A document without a form has nothing to check.
    func checked(by forms: [Form]) -> [Finding] {
        guard !values.isEmpty else { return [] }
        let sums = IdentityCheck.findings(in: self, forms: forms)
        let sections = ReportSection.all(of: self)
        let hints =
            formsOfOtherYears(forms) + rulesOfATownship() + emptySections(sections) + numbersOfTheTextAgainstTheTable(sections)
            + feesInYuan(sections)
        return sums.filter(\.isFailure) + sums.filter { !$0.isFailure } + hints
    }

    /// The value with a key, when the document has a number there.
    func number(_ key: String) -> ExactSum? {
        guard let value = values.first(where: { $0.key == key }), value.state.hasNumber else { return nil }
        return ExactSum(value.number)
    }
}
