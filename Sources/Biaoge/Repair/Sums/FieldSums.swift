extension Sums {
    /// What the sums of a row say, were these fields its cells; `nil` for fields that hold nothing, or are not as many.
    func verdict(onFields fields: some Collection<FieldMeaning>, inside slots: Range<Int>) -> Verdict? {
        let readings = fields.compactMap { field in
            RowItems.content(of: field, isPositional: true).map {
                RowItems.Item(content: $0, token: 0).reading(isRepaired: false)
            }
        }
        guard readings.count == slots.count, readings.contains(where: { $0.number.mantissa != 0 }) else { return nil }
        return verdict(readings, inside: slots)
    }
}
