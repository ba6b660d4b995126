extension Sums {
    /// What the sums of a row say, were these fields its first cells and the others empty; `nil` for fields that hold nothing, or are too many.
    func verdict(onFields fields: some Collection<FieldMeaning>, inside slots: Range<Int>) -> Verdict? {
        var readings = fields.compactMap { field in
            RowItems.content(of: field, isPositional: true).map {
                RowItems.Item(content: $0, token: 0).reading(isRepaired: false)
            }
        }
        guard readings.count <= slots.count, readings.contains(where: { $0.number.mantissa != 0 }) else { return nil }
        while readings.count < slots.count { readings.append(SlotReading(kind: .blank)) }
        return verdict(readings, inside: slots)
    }
}
