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
        /// The field of the source.
        var token: Int
    }

    /// Where things would stand in the row, were it whole.
    struct Whole: Sendable {
        /// Where the fields behind the label would begin; 0 where the form's row has none.
        var labelEnd = 0
        /// Where the values would begin.
        var start: Int
        /// How many fields there would be.
        var fieldCount: Int

        init(_ formRow: Form.Row, of part: Form.Part, isBoxed: Bool) {
            start = isBoxed ? formRow.labelCells.count : part.slots[formRow.slots.lowerBound].column
            fieldCount = isBoxed ? formRow.cellCount : part.table.columnCount
            if let column = part.labelColumn(of: formRow) { labelEnd = isBoxed ? start : column + 1 }
        }
    }

    /// The row of the form.
    let formRow: Int
    /// The row of the source, as an index of its rows.
    let sourceIndex: Int
    /// The row of the source.
    private(set) var row: TokenRow
    /// The fields between the first and the last value, those two included; empty when the row has no value.
    var items: [Item] = []
    /// How many fields stand in front of the first of ``items``.
    var lead = 0
    /// Where the fields behind the row's label begin; 0 where it has none.
    private(set) var labelEnd = 0
    /// Whether the label is the row's own, so that rows with a label at the same place are like it.
    var hasOwnLabel = false
    /// How many values the form's row has.
    let slotCount: Int
    /// Where things would stand in the row, were it whole.
    private(set) var whole: Whole
    /// The positions behind the label that have words and are none of ``items``.
    private(set) var words: Set<Int> = []
    /// Whether a field has several numbers among words, `3 0 见附件`, or marks for nothing among them.
    private(set) var mixesNumbersAndWords = false
    /// Whether rows of the same piece, or several of the part, have several numbers in one field and none in another, so that the place of a
    /// field says little.
    var standsAmongGathered = false
    /// Whether the row has more fields than rows like it.
    var isTooWide = false
    /// Whether the row has a field or two less than rows like it.
    var isTooNarrow = false
    /// Whether several rows like it have a field for every column of the form, and this one has not.
    var isNarrowerThanOthers = false

    /// How many fields the row has.
    var fieldCount: Int { row.tokens.count }
    /// Where the fields behind the last value begin.
    var end: Int { lead + items.count }
    /// How many columns the label of the form's row covers besides its own.
    var coveredColumns: Int { whole.start - whole.labelEnd }
    /// Whether writers may have filled the row up at its end for what its label covers.
    var mayBeFilledUp: Bool { row.geometry == .tabbed && coveredColumns > 0 }
    /// Whether the source has a field less behind the label than the row should have values.
    var lacksFields: Bool { fieldCount - row.addedCount - labelEnd < slotCount }
    /// Whether the row has more fields than rows like it, or more cells behind its label than it should have values.
    var hasFieldTooMany: Bool { isTooWide || row.geometry == .boxed && fieldCount - labelEnd > slotCount }
    /// Whether the row has as many fields as the whole row of the form.
    var isWhole: Bool { fieldCount == whole.fieldCount }
    /// Whether the row is whole and its label stands where it should: every field is in its place then.
    var isAnchored: Bool { isAnchored(lacking: 0) }
    /// Whether the row would be anchored, had it some columns more behind its label.
    func isAnchored(lacking columns: Int) -> Bool {
        fieldCount + columns == whole.fieldCount && labelEnd == whole.labelEnd
    }
    /// The numbers of the row, from left to right.
    var numbers: [Number] {
        items.compactMap { if case .number(let number) = $0.content { number } else { nil } }
    }
    /// Whether a row that has no label of the form begins with a number that may be a year, and its label.
    var mayBeginWithYear: Bool {
        guard labelEnd == 0, case .number(let number)? = items.first?.content, number.decimals == 0 else { return false }
        return Document.possibleYears.contains(Int(number.mantissa))
    }
    /// Whether the last number is the sum of the others.
    var addsUp: Bool { Self.addsUp(numbers) }
    /// Whether the last number is the sum of others and more than 0, so that it is a 总计.
    var endsWithItsSum: Bool { numbers.count > 1 && numbers.last?.mantissa != 0 && addsUp }
    /// Whether the last number is the sum of the others but one, as with a subtotal among them.
    var addsUpWithoutOne: Bool {
        let numbers = numbers
        guard numbers.count > 2, numbers.last?.mantissa != 0 else { return false }
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
    var hasItemInLabel: Bool { items.first.map { $0.token == row.tokens.lowerBound + labelEnd - 1 } ?? false }
    /// Whether the last item is a mark for nothing.
    var endsWithMark: Bool { if case .blank? = items.last?.content { true } else { false } }
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
        let form = part.rows[formRow]
        slotCount = form.slots.count
        whole = Whole(form, of: part, isBoxed: row.geometry == .boxed)
        labelEnd = labelToken.map { $0 + 1 - row.tokens.lowerBound } ?? 0
        settleLabel()
        if form.labelCells.isEmpty { settleYear(source) }
        let mayBeWords = labelToken != nil || form.labelCells.isEmpty
        guard let run = run(in: source, isWord: mayBeWords ? isWord : { _ in false }) else {
            if let labelToken, items.isEmpty {
                items = ValuesInLabel.items(labelToken, source, count: slotCount, of: part)
            }
            return
        }
        lead = run.lowerBound - row.tokens.lowerBound
        for position in labelEnd..<fieldCount {
            let index = row.tokens.lowerBound + position
            if !run.contains(index), source.tokens[index].meaning == .text { words.insert(position) }
        }
        for index in run {
            guard let content = Self.content(of: source.tokens[index].meaning, isPositional: row.isPositional) else { continue }
            items.append(Item(content: content, token: index))
            if case .doubtful = content, Self.hasSeveralValues(source.raw(index)) { mixesNumbersAndWords = true }
        }
        // What is glued to the label belongs to the row as well, nobody knows where.
        if let labelToken, !ValuesInLabel.items(labelToken, source, count: 0, of: part).isEmpty {
            items.insert(Item(content: .doubtful, token: labelToken), at: 0)
            lead -= 1
        }
    }

    /// Settles where the label ends in a row that has lost cells in front of it: behind it there is one for each value still.
    private mutating func settleLabel() {
        guard row.geometry == .boxed, labelEnd > 0, labelEnd < whole.labelEnd, fieldCount - labelEnd == slotCount else { return }
        (whole.labelEnd, whole.start, whole.fieldCount) = (labelEnd, labelEnd, fieldCount)
    }

    /// Settles that a year in front of a row that has no label on the form is its label, and none of its values.
    private mutating func settleYear(_ source: TokenRows) {
        guard labelEnd == 0, let first = row.tokens.first, TokenRows.bareYear(source.raw(first)) != nil else { return }
        (labelEnd, whole.labelEnd, whole.start, whole.fieldCount) = (1, 1, whole.start + 1, whole.fieldCount + 1)
    }

    /// Settles that a row without a label has a field for each value, and no others.
    mutating func takeFieldsForCells() {
        row.geometry = .boxed
        (labelEnd, whole.labelEnd, whole.start, whole.fieldCount) = (0, 0, 0, fieldCount)
    }

    /// The fields from the first value to the last. Where there is none, or nobody can say where they stand, what is known of the row is
    /// settled here.
    private mutating func run(in source: TokenRows, isWord: (Int) -> Bool) -> Range<Int>? {
        let behind = (row.tokens.lowerBound + labelEnd)..<row.tokens.upperBound
        var run: Range<Int>?
        for index in behind where source.tokens[index].meaning.isValueOrMark {
            run = (run?.lowerBound ?? index)..<(index + 1)
        }
        // Words behind a label stand where values should, unless the row has all of its values without them.
        if run?.count ?? 0 < slotCount {
            let first = run?.lowerBound ?? behind.lowerBound
            // In a row that has no label of the form, words in front are a label, 件数, where empty cells have vanished.
            for index in behind where isWord(index) && (labelEnd > 0 || row.isPositional || index > first) {
                if row.isPositional, !isWhole, index - behind.lowerBound >= slotCount {
                    // They may as well stand in a column behind the values: where the values stand nobody can say.
                    items = [Item](repeating: Item(content: .doubtful, token: index), count: slotCount)
                    lead = labelEnd
                    return nil
                }
                run = min(run?.lowerBound ?? index, index)..<max(run?.upperBound ?? 0, index + 1)
            }
        }
        if run == nil { lead = max(0, labelEnd - 1) }
        return run
    }

    /// What a field is as a value; `nil` for an empty one where empty cells have vanished.
    static func content(of meaning: FieldMeaning, isPositional: Bool) -> Item.Content? {
        switch meaning {
        case .number(let number, _): .number(number)
        case .parts(let numbers): .parts(numbers)
        case .digits(let digits): .digits(digits)
        case .doubtful, .text: .doubtful
        case .blankMark: .blank
        case .empty: isPositional ? .blank : nil
        }
    }

    private static func hasSeveralValues(_ text: String) -> Bool {
        let words = Array(text.utf8).split(separator: 0x20)
        return words.count { $0.contains(where: \.isDigit) } > 1
            || words.count > 1 && words.allSatisfy { FieldMeaning($0).isValueOrMark }
    }

    /// Several numbers in one field while others have none; all together they add up.
    var isGathered: Bool {
        guard hasParts, row.geometry == .tabbed, filledCount < items.count else { return false }
        let numbers = gatheredNumbers
        return numbers.count > 2 && numbers.count <= slotCount && Self.addsUp(numbers) && numbers.contains { $0.mantissa != 0 }
    }

    /// Whether all together they are as many as the form has cells as well.
    var isFullyGathered: Bool { isGathered && gatheredNumbers.count == slotCount }

    /// Whether the numbers of all fields, those that white space parts for themselves, are as many as the form has cells and add up.
    var addsUpTakenApart: Bool {
        guard hasParts else { return false }
        let numbers = gatheredNumbers
        return numbers.count == slotCount && Self.addsUp(numbers) && numbers.contains { $0.mantissa != 0 }
    }

    /// All numbers of the row, be they several in one field.
    private var gatheredNumbers: [Number] {
        items.flatMap { item -> [Number] in
            switch item.content {
            case .number(let number): [number]
            case .parts(let parts): parts
            default: []
            }
        }
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
