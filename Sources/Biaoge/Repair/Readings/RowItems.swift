/// The fields of a row from its first value to its last, as values of a form's row.
struct RowItems: Sendable {
    /// One field.
    struct Item: Sendable {
        enum Content: Sendable {
            case number(Number)
            case blank
            case doubtful
            /// Digits parted by white space.
            case parts([Number])
            /// Digits that are no one number.
            case digits([UInt8])
        }

        var content: Content
        var token: Int
    }

    /// The row of the form.
    let formRow: Int
    /// The row of the source, as an index of its rows.
    let sourceIndex: Int
    /// The row of the source.
    let row: TokenRow
    /// The fields between the first and the last value, those two included; empty when the row has no value.
    var items: [Item] = []
    /// How many fields stand in front of the first of ``items``.
    var lead = 0
    /// The position of the row's label among its fields, or -1.
    var labelPosition = -1
    /// Whether the label is the row's own, so that rows with a label at the same place are like it.
    var hasOwnLabel = false
    /// How many values the form's row has.
    let slotCount: Int
    /// Where the values of the form's row would begin, and how many fields it would have, were the row whole.
    var wholeStart = 0
    var wholeCount = 0

    var fieldCount: Int { row.tokens.count }
    /// Where the label of the form's row would stand, were the row whole; -1 when it has none.
    var wholeLabelPosition = -1

    /// Where the fields behind the last value begin.
    var end: Int { lead + items.count }
    /// How many columns the label of the form's row covers besides its own.
    var coveredColumns: Int { wholeStart - wholeLabelPosition - 1 }
    /// Whether the source has a field less behind the label than the row should have values.
    var lacksFields: Bool { fieldCount - row.addedCount - labelPosition - 1 < slotCount }
    /// Whether the row has as many fields as the whole row of the form.
    var isWhole: Bool { fieldCount == wholeCount }
    /// Whether the row is whole and its label stands where it should: every field is in its place then.
    var isAnchored: Bool { isAnchored(lacking: 0) }
    /// Whether the row would be anchored, had it some columns more behind its label.
    func isAnchored(lacking columns: Int) -> Bool {
        fieldCount + columns == wholeCount && labelPosition == wholeLabelPosition
    }
    /// The positions behind the label that have words and are none of ``items``.
    private(set) var words: Set<Int> = []
    /// Whether a field has several numbers or marks for nothing among other signs.
    var hasGluedWords = false
    /// Whether rows of the same piece have several numbers in one field and none in another, so that the place of a field says little.
    var standsAmongGlued = false
    /// Whether the row has more fields than rows like it.
    var isTooWide = false
    /// Whether the row has a field or two less than rows like it.
    var isTooNarrow = false
    /// The numbers of the row, from left to right.
    var numbers: [Number] {
        items.compactMap { if case .number(let number) = $0.content { number } else { nil } }
    }
    /// Whether the last number is the sum of the others.
    var addsUp: Bool { Self.addsUp(numbers) }
    /// Whether the last number is the sum of the others but one, as with a subtotal among them.
    var addsUpWithoutOne: Bool {
        let numbers = numbers
        guard numbers.count > 2 else { return false }
        return numbers.indices.dropLast().contains { index in
            numbers[index].mantissa != 0 && Self.addsUp(Array(numbers[..<index] + numbers[(index + 1)...]))
        }
    }

    private static func addsUp(_ numbers: [Number]) -> Bool {
        let decimals = numbers.map(\.decimals).max() ?? 0
        let values = numbers.compactMap { $0.scaled(to: decimals) }
        return values.count == numbers.count && values.dropLast().reduce(0, +) == values.last ?? 0
    }

    /// Whether every item is a number that can be read.
    var areAllNumbers: Bool {
        items.allSatisfy { if case .number = $0.content { true } else { false } }
    }
    /// Whether every item is a number that can be read, or a mark for nothing.
    var areAllNumbersOrMarks: Bool {
        items.allSatisfy { if case .number = $0.content { true } else if case .blank = $0.content { true } else { false } }
    }
    /// Whether an item stands in the field of the label.
    var hasGluedItem: Bool { items.first.map { $0.token == row.tokens.lowerBound + labelPosition } ?? false }
    /// Whether an item's digits are parted by white space.
    var hasParts: Bool {
        items.contains { if case .parts = $0.content { true } else { false } }
    }
    /// Whether an item is digits that are no one number.
    var hasDigits: Bool {
        items.contains { if case .digits = $0.content { true } else { false } }
    }
    /// How many items hold something.
    var filledCount: Int {
        items.reduce(0) { if case .blank = $1.content { $0 } else { $0 + 1 } }
    }

    /// - Parameter isWord: whether a field has words that are no label of any form.
    init(
        formRow: Int, sourceIndex: Int, source: TokenRows, labelToken: Int?, part: Form.Part,
        isWord: (Int) -> Bool = { _ in false }
    ) {
        self.formRow = formRow
        self.sourceIndex = sourceIndex
        row = source.rows[sourceIndex]
        let slots = part.rows[formRow].slots
        slotCount = slots.count
        let isBoxed = row.geometry == .boxed
        wholeStart = isBoxed ? part.rows[formRow].labelCells.count : part.slots[slots.lowerBound].column
        wholeCount = isBoxed ? wholeStart + slots.count : part.table.columnCount
        if let cell = part.rows[formRow].labelCells.last {
            wholeLabelPosition = isBoxed ? wholeStart - 1 : part.table.cells[cell].column
        }
        labelPosition = labelToken.map { $0 - row.tokens.lowerBound } ?? -1
        // Cells in front of the label may be gone: behind it there is one for each value still.
        if isBoxed, labelPosition >= 0, labelPosition < wholeLabelPosition, fieldCount - labelPosition - 1 == slots.count {
            wholeStart = labelPosition + 1
            wholeCount = fieldCount
            wholeLabelPosition = labelPosition
        }
        let begin = labelToken.map { $0 + 1 } ?? row.tokens.lowerBound
        var run: Range<Int>?
        for index in begin..<row.tokens.upperBound {
            let meaning = source.tokens[index].meaning
            guard meaning.isValue || meaning == .blankMark else { continue }
            run = (run?.lowerBound ?? index)..<(index + 1)
        }
        // Words behind a label stand where values should, unless the row has all of its values without them.
        if labelToken != nil || part.rows[formRow].labelCells.isEmpty, (run?.count ?? 0) < slots.count {
            for index in begin..<row.tokens.upperBound where isWord(index) {
                if row.isPositional, !isWhole, index - row.tokens.lowerBound - labelPosition > slots.count {
                    // They may as well stand in a column behind the values: where the values stand nobody can say.
                    items = slots.map { _ in Item(content: .doubtful, token: index) }
                    lead = labelPosition + 1
                    return
                }
                run = min(run?.lowerBound ?? index, index)..<max(run?.upperBound ?? 0, index + 1)
            }
        }
        guard let run else {
            if let labelToken { items = Self.digits(behind: labelToken, source, count: slots.count) }
            lead = max(0, labelPosition)
            return
        }
        lead = run.lowerBound - row.tokens.lowerBound
        for index in begin..<row.tokens.upperBound where !run.contains(index) && source.tokens[index].meaning == .text {
            words.insert(index - row.tokens.lowerBound)
        }
        for index in run {
            let content: Item.Content? =
                switch source.tokens[index].meaning {
                case .number(let number, _): .number(number)
                case .parts(let numbers): .parts(numbers)
                case .digits(let digits): .digits(digits)
                case .doubtful, .text: .doubtful
                case .blankMark: .blank
                case .empty: row.isPositional ? .blank : nil
                }
            if let content { items.append(Item(content: content, token: index)) }
            if case .doubtful = content { hasGluedWords = hasGluedWords || Self.hasGluedValues(source.raw(index)) }
        }
        // What is glued to the label belongs to the row as well, nobody knows where.
        if let labelToken, !Self.digits(behind: labelToken, source, count: 0).isEmpty {
            items.insert(Item(content: .doubtful, token: labelToken), at: 0)
            lead -= 1
        }
    }

    private static func hasGluedValues(_ text: String) -> Bool {
        let words = Array(text.utf8).split(separator: 0x20)
        return words.count { $0.first?.isDigit == true } > 1
            || words.count > 1 && words.allSatisfy { FieldMeaning($0).isValue || FieldMeaning($0) == .blankMark }
    }

    /// Several numbers in one field while others have none; all together they are as many as the form has cells, and add up.
    var isGlued: Bool {
        guard hasParts, row.geometry == .tabbed, filledCount < items.count else { return false }
        let numbers = items.flatMap { item -> [Number] in
            switch item.content {
            case .number(let number): [number]
            case .parts(let parts): parts
            default: []
            }
        }
        return numbers.count == slotCount && Self.addsUp(numbers) && numbers.contains { $0.mantissa != 0 }
    }

    /// The values that stand behind a label in the same field, `规章000`: as many digits as the row has values are one each; what else
    /// they may be nobody can say.
    private static func digits(behind label: Int, _ source: TokenRows, count: Int) -> [Item] {
        let scalars = PlainScalars.of(Array(source.label(label).utf8)[...])
        let digits = scalars.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.reversed()
        guard !digits.isEmpty, digits.count < scalars.count else {
            // Words and a mark for none: `结果维持 无`.
            let behind = scalars.split(separator: 0x20).dropFirst()
            let isNone = behind.last.map(FieldMeaning.isBlankMark) ?? false
            // Or numbers with words behind them: `结果维持 3 0 见附件`; but not the number of an item: `1 . 属 于 国 家 秘 密`.
            let hasNumber = zip(behind, behind.dropFirst()).contains { number, next in
                number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } && !isItemMark(next.first)
            }
            return isNone || hasNumber || hasCounts(scalars) ? [Item(content: .doubtful, token: label)] : []
        }
        let isNumber = scalars.dropLast(digits.count).last.map { $0 == 0x2D || $0 == 0x2E || $0 == 0x2C } ?? false
        guard digits.count == count, !isNumber else { return [Item(content: .doubtful, token: label)] }
        return digits.map { Item(content: .number(Number(mantissa: Int64($0 - 0x30), decimals: 0)), token: label) }
    }

    /// Whether a label has numbers with units behind it, with the words of their columns: `（一）予以公开：自然人5件，总计5件`.
    private static func hasCounts(_ scalars: [UInt16]) -> Bool {
        zip(scalars, scalars.dropFirst()).contains { digit, next in digit >= 0x30 && digit <= 0x39 && next == 0x4EF6 }  // 件
    }

    /// Whether a character stands behind the number of an item: a full stop of either width or an enumeration comma.
    private static func isItemMark(_ scalar: UInt16?) -> Bool { scalar == 0x2E || scalar == 0xFF0E || scalar == 0x3001 }

    /// What the slots of the row hold when nobody knows the order of the columns: numbers that are all the same stand in each.
    func readingsInAnyOrder(_ count: Int) -> [SlotReading] {
        guard items.count == count, areAllNumbers, numbers.allSatisfy({ $0 == numbers[0] }) else {
            return [SlotReading](repeating: .doubtful, count: count)
        }
        return items.map { $0.reading(isRepaired: true) }
    }

    /// Gives every item a number of the form's unit where the cell names another unit of money.
    mutating func convert(_ source: TokenRows, slots: ArraySlice<Form.Slot>) {
        let formUnits = slots.map { slot -> Int? in
            if case .amount(let unit?) = slot.content { FieldMeaning.powerOfYuan(unit) } else { nil }
        }
        guard let power = formUnits.compactMap(\.self).first else { return }
        for index in items.indices {
            guard case .number(let number, let unit?) = source.tokens[items[index].token].meaning,
                let own = FieldMeaning.powerOfYuan(unit)
            else { continue }
            items[index].content = number.shifted(by: own - power).map { .number($0) } ?? .doubtful
        }
    }
}

extension RowItems {
    /// The field at a position as the reading of one slot; where there is none of ``items``, a blank cell, unless words stand there.
    func reading(at position: Int) -> SlotReading {
        if items.indices.contains(position - lead) { return items[position - lead].reading(isRepaired: false) }
        let token = position < fieldCount ? row.tokens.lowerBound + position : nil
        return SlotReading(kind: words.contains(position) ? .doubtful : .blank, token: token)
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
