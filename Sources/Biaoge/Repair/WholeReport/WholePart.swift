/// A part of a form as it is printed whole: every row of one of its variants, every label in its place, a number in every value cell.
struct WholePart: Sendable {
    /// What a row has in one place, from left to right, wherever the columns of the grid are.
    private enum Field: Sendable {
        /// A label, in any of its wordings.
        case label([[UInt8]])
        /// What a cell from above covers.
        case covered
        /// The value of a slot. Only a row without units of its own may name one in a cell.
        case slot(Int, mayNameUnit: Bool)
    }

    /// What a table has that is the part.
    struct Reading {
        /// For each slot of the part the index of its cell in the table; `nil` where the variant has no such row.
        var cells: [Int?]
        /// For each slot its number.
        var numbers: [Number]
        /// The units that cells name themselves, by slot.
        var units: [Int: String] = [:]
        /// For each row of the part the cell of its innermost label, if it has one.
        var labels: [Int?]
    }

    let part: Form.Part
    /// The alternative of each group of variants.
    let alternatives: [String: String]
    /// The rows of the form that this variant has.
    let rows: [Int]
    private let fields: [[Field]]

    /// All variants of a part.
    static func variants(of part: Form.Part) -> [WholePart] {
        var groups: [(name: String, alternatives: [String])] = []
        for variant in part.rows.compactMap(\.variant) {
            let group = groups.firstIndex { $0.name == variant.group } ?? groups.count
            if group == groups.count { groups.append((variant.group, [])) }
            if !groups[group].alternatives.contains(variant.alternative) {
                groups[group].alternatives.append(variant.alternative)
            }
        }
        var variants: [WholePart] = []
        forEachCombination(of: groups.map(\.alternatives.count)) { picked in
            let pairs = zip(groups, picked).map { ($0.name, $0.alternatives[$1]) }
            variants.append(WholePart(part, alternatives: Dictionary(pairs) { first, _ in first }))
        }
        return variants
    }

    private init(_ part: Form.Part, alternatives: [String: String]) {
        self.part = part
        self.alternatives = alternatives
        rows = part.rows.indices.filter { row in
            part.rows[row].variant.map { alternatives[$0.group] == $0.alternative } ?? true
        }
        let table = part.table
        let coverage = table.coverage()
        let slotOfCell = part.slotOfCell(coverage)
        // A label that reaches down begins in the first of its rows that is there.
        var isShown = [Bool](repeating: false, count: table.cells.count)
        fields = rows.map { row in
            let mayNameUnit = part.slots[part.rows[row].slots].allSatisfy { slot in
                if case .amount(_?) = slot.content { false } else { true }
            }
            var fields: [Field] = []
            var last: Int?
            for cell in coverage[table.positions(ofRow: row)] where cell != last {
                last = cell
                if isShown[cell] {
                    fields.append(.covered)
                } else if let slot = slotOfCell[cell] {
                    fields.append(.slot(slot, mayNameUnit: mayNameUnit))
                } else {
                    let wordings = part.otherWordings[cell]?.map { Array($0.utf8) } ?? []
                    fields.append(.label([Array(table.utf8[table.cells[cell].textRange])] + wordings))
                }
                isShown[cell] = true
            }
            return fields
        }
    }

    /// What a table has of the part; `nil` unless it is the whole part, and all its sums hold.
    func reading(_ table: Table) -> Reading? {
        guard table.fieldRows == nil, table.rowCount == rows.count else { return nil }
        var reading = Reading(
            cells: [Int?](repeating: nil, count: part.slots.count),
            numbers: [Number](repeating: Number(mantissa: 0, decimals: 0), count: part.slots.count),
            labels: [Int?](repeating: nil, count: part.rows.count))
        let coverage = table.coverage()
        for (row, fields) in fields.enumerated() {
            var next = fields.makeIterator()
            var last: Int?
            for index in coverage[table.positions(ofRow: row)] where index != last {
                last = index
                let cell = table.cells[index]
                guard let field = next.next(), !cell.isFiller else { return nil }
                switch field {
                case .covered: guard cell.row < row else { return nil }
                case .label(let wordings):
                    guard cell.row == row, Self.isOne(of: wordings, table.utf8[cell.textRange]) else { return nil }
                    reading.labels[rows[row]] = index
                case .slot(let slot, let mayNameUnit):
                    guard cell.row == row, case .number(let number, let unit) = FieldMeaning(table.utf8[cell.textRange]),
                        mayNameUnit || unit == nil, part.slots[slot].canHold(number)
                    else { return nil }
                    reading.cells[slot] = index
                    reading.numbers[slot] = number
                    if let unit { reading.units[slot] = unit }
                }
            }
            guard next.next() == nil else { return nil }
        }
        return sumsHold(reading.numbers) ? reading : nil
    }

    /// Whether a text is a label, white space, width and the like aside.
    private static func isOne(of wordings: [[UInt8]], _ text: ArraySlice<UInt8>) -> Bool {
        if wordings.contains(where: { $0.elementsEqual(text) }) { return true }
        guard FieldMeaning(text) == .text else { return false }
        let label = LabelText(text)
        return !label.isEmpty && wordings.contains { LabelText($0[...]) == label }
    }

    /// Whether all sums hold; a row that the variant does not have counts nothing.
    private func sumsHold(_ numbers: [Number]) -> Bool {
        let decimals = numbers.reduce(0) { max($0, $1.decimals) }
        guard decimals <= Sums.maximumDecimals else { return false }
        var values: [Int64] = []
        values.reserveCapacity(numbers.count)
        for number in numbers {
            guard let value = number.scaled(to: decimals) else { return false }
            values.append(value)
        }
        return part.identities.allSatisfy { identity in
            identity.left.reduce(0) { $0 + values[$1] } == identity.right.reduce(0) { $0 + values[$1] }
        }
    }
}

extension Table {
    /// The positions of a grid row in ``coverage()``.
    fileprivate func positions(ofRow row: Int) -> Range<Int> { (row * columnCount)..<((row + 1) * columnCount) }
}
