/// The fields of a row as readings of its slots.
extension RowItems {
    /// The field at a position as the reading of one slot; where there is none of ``items``, a blank cell, unless words stand there.
    func reading(at position: Int) -> SlotReading {
        if items.indices.contains(position - lead) { return items[position - lead].reading(isRepaired: false) }
        let token = position < fieldCount ? row.tokens.lowerBound + position : nil
        return SlotReading(kind: words.contains(position) ? .doubtful : .blank, token: token)
    }

    /// Whether its values are the digits behind the label in one field, not all of them 0: where cells may be empty they may be fewer numbers,
    /// `规章 275`.
    var isGluedToLabel: Bool {
        hasItemInLabel && items.count > 1 && items.allSatisfy { $0.token == items[0].token }
            && numbers.contains { $0.mantissa != 0 }
    }

    /// What the slots of the row hold when nobody knows the order of the columns: numbers that are all the same stand in each.
    func readingsInAnyOrder(_ count: Int) -> [SlotReading] {
        guard items.count == count, areAllNumbers, numbers.allSatisfy({ $0 == numbers[0] }) else {
            return [SlotReading](repeating: .doubtful, count: count)
        }
        return items.map { $0.reading(isRepaired: true) }
    }
}

extension RowItems.Item {
    /// The item as the reading of one slot.
    func reading(isRepaired: Bool) -> SlotReading {
        switch content {
        case .number(let number): SlotReading(kind: .number, number: number, token: token, isRepaired: isRepaired)
        case .blank: SlotReading(kind: .blank, token: token)
        case .doubtful: SlotReading(kind: .doubtful, token: token)
        case .digits(let digits):
            // Zeros in front count nothing, if a sum says that it is one number at all.
            Self.number(digits).map { .recut($0, token) } ?? SlotReading(kind: .doubtful, token: token)
        case .parts(let numbers): joined(numbers).map { .recut($0, token) } ?? SlotReading(kind: .doubtful, token: token)
        }
    }

    /// Whether nobody can say what number the item is.
    var isDoubtful: Bool { if case .doubtful = content { true } else { false } }

    /// How many digits the item has where it is one number, or digits that are none.
    var digitCount: Int {
        switch content {
        case .number(let number): number.text.utf8.count
        case .digits(let digits): digits.count
        case .blank, .doubtful, .parts: 0
        }
    }

    private static func number(_ digits: [UInt8]) -> Number? {
        guard digits.count <= Number.maximumDigits else { return nil }
        return Int64(String(decoding: digits, as: UTF8.self)).map { Number(mantissa: $0, decimals: 0) }
    }

    private func joined(_ numbers: [Number]) -> Number? {
        guard var result = numbers.first else { return nil }
        for next in numbers.dropFirst() {
            guard let joined = result.joined(with: next) else { return nil }
            result = joined
        }
        return result
    }

    /// The number that an item and the next one make when a cell border cut it.
    func joined(with next: RowItems.Item) -> Number? {
        guard case .number(let left) = content else { return nil }
        switch next.content {
        case .number(let right): return left.joined(with: right)
        case .digits(let digits):
            guard left.decimals == 0, left.mantissa > 0 else { return nil }
            let text = left.text + String(decoding: digits, as: UTF8.self)
            return text.utf8.count <= Number.maximumDigits ? Int64(text).map { Number(mantissa: $0, decimals: 0) } : nil
        default: return nil
        }
    }

    /// The ways to see the item as two values that stand in one field.
    var pairs: [[SlotReading]] {
        func number(_ digits: some Collection<UInt8>) -> Number? {
            guard let first = digits.first, first != 0x30 || digits.count == 1 else { return nil }
            return Int64(String(decoding: digits, as: UTF8.self)).map { Number(mantissa: $0, decimals: 0) }
        }
        func splits(_ digits: [UInt8]) -> [[SlotReading]] {
            guard digits.count > 1 else { return [] }
            return (1..<digits.count).compactMap { cut in
                guard let left = number(digits[..<cut]), let right = number(digits[cut...]) else { return nil }
                return [.recut(left, token), .recut(right, token)]
            }
        }
        switch content {
        case .number(let number) where number.decimals == 0 && number.mantissa >= 10:
            return splits(Array(String(number.mantissa).utf8))
        case .digits(let digits): return splits(digits)
        case .parts(let numbers) where numbers.count == 2: return [numbers.map { .recut($0, token) }]
        default: return []
        }
    }
}
