extension Document {
    /// For each value that people should look at, what to tell them of it; values read as they stand have none.
    ///
    /// - Returns: the lines of each remark, by the value's index in ``values``.
    func valueRemarks(_ language: Language) -> [Int: [String]] {
        guard values.contains(where: { $0.state != .read }) else { return [:] }
        var messages: [Place: [String]] = [:]
        for finding in findings where finding.place != Place() {
            messages[finding.place, default: []].append(finding.message(in: language))
        }
        var remarks: [Int: [String]] = [:]
        for (index, value) in values.enumerated() where value.state != .read && value.state != .absent {
            var lines = [value.state.remark(language)]
            if !value.note.isEmpty { lines.append(value.note) }
            if !value.raw.isEmpty, value.raw != value.number { lines.append(Value.State.rawText(value.raw, language)) }
            for message in messages[value.place, default: []] where message != value.note { lines.append(message) }
            if value.place != Place() { lines.append(Value.State.place(value.place.citation(in: language), language)) }
            remarks[index] = lines
        }
        return remarks
    }
}
