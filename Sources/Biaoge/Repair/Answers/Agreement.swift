/// What all readings of a part that are left agree on, and what follows from it for slots that the source lost.
struct Agreement {
    let part: Form.Part
    let sums: Sums
    let rows: PartRows
    let style: BlankStyle
    /// For each row of the form, whether the layout alone tells the place of its values.
    let isRegular: [Bool]
    /// For each row of the form, whether its row in the source has every field, as if nothing were lost.
    let isAnchored: [Bool]
    /// The rows of the form with a label and nothing behind it, where empty cells vanish and numbers stand on lines of their own.
    let bare: Set<Int>
    /// Whether no readings fit together, so that some sum fails of those that have a value in doubt.
    let isUndecided: Bool

    /// The answers, one for each slot.
    ///
    /// - Parameter policy: what blanks count for in the sums that chose the readings. Nothing is derived from a blank as 0.
    func answers(_ readings: [[SlotReading]], _ policy: Sums.Policy) -> [SlotAnswer] {
        var readings = readings
        var derived: [[SlotAnswer.Derived?]] = []
        let mayBeBlank = slotsThatMayBeBlank
        for index in readings.indices {
            settleOptionalRows(&readings[index])
            doubtBareRows(&readings[index])
            let outcome = sums.evaluate(readings[index], .blankIsUnknown)
            if policy != .blankIsUnknown { settleBlanks(&readings[index], sums.evaluate(readings[index], policy), outcome) }
            derived.append(withoutHalfRows(trusted(readings[index], outcome, mayBeBlank), readings[index]))
        }
        let isDoubted = doubted(readings, policy)
        return part.slots.indices.map { slot in
            let derived = derived.map { $0[slot] }
            // What follows from a number in doubt is in doubt; what is printed does not follow.
            let restsOnDoubt = zip(readings, derived).contains { reading, derived in
                reading[slot].kind == .lost && derived.map { rests($0, on: isDoubted) } ?? false
            }
            return SlotAnswer(readings.map { $0[slot] }, derived: derived, isDoubted: isDoubted[slot] || restsOnDoubt)
        }
    }

    /// A label with nothing behind it may have its numbers in the row above or below, where nobody knows what that has.
    private func doubtBareRows(_ reading: inout [SlotReading]) {
        guard !bare.isEmpty else { return }
        let found = part.rows.filter { rows.sourceOf[$0.index] != nil && $0.role == .values }
        let isUnreadable = found.map { row in row.slots.allSatisfy { reading[$0].kind == .doubtful } }
        for (index, row) in found.enumerated() where bare.contains(row.index) {
            let neighbours = [index - 1, index + 1].filter(found.indices.contains)
            guard neighbours.contains(where: { isUnreadable[$0] }) else { continue }
            for slot in row.slots { reading[slot] = .doubtful }
        }
    }

    private func rests(_ derived: SlotAnswer.Derived, on isDoubted: [Bool]) -> Bool {
        sums.identities[derived.identity].slots.contains { isDoubted[$0] }
    }

    /// What stands in an identity that fails and was not put there by the layout alone; what was joined or cut without a sum that says
    /// so; and what was moved in a row that looks whole, when no sum of several numbers says so of anything in it.
    private func doubted(_ readings: [[SlotReading]], _ policy: Sums.Policy) -> [Bool] {
        var result = [Bool](repeating: false, count: part.slots.count)
        var isOpen = result
        for (index, row) in part.rows.enumerated() where !isRegular[index] || rows.isPlacedByOrder(index) {
            for slot in row.slots { isOpen[slot] = true }
        }
        guard let reading = readings.first, isOpen.contains(true) || reading.contains(where: \.isRecut) else { return result }
        let outcome = sums.evaluate(reading, policy == .blankTotalIsUnknown ? policy : .blankIsZero)
        var isProved = result
        // That a single number equals its sum, two misprints may bring about; that several do, hardly.
        var isAddedUp = result
        for (index, identity) in sums.identities.enumerated() {
            let slots = identity.slots
            if outcome.fails[index] {
                // A number that was put together is to blame, and what moved with it; what stands beside it is as printed.
                let isRecut = slots.contains { reading[$0].isRecut }
                for slot in slots where isOpen[slot] && (!isRecut || reading[slot].isRepaired) { result[slot] = true }
            } else if slots.allSatisfy({ reading[$0].kind != .lost && reading[$0].kind != .doubtful }) {
                let numbers = slots.filter { reading[$0].number.mantissa != 0 }
                for slot in slots { isProved[slot] = true }
                for slot in numbers where numbers.count > 2 { isAddedUp[slot] = true }
            }
        }
        for slot in result.indices where reading[slot].isRecut && !isProved[slot] { result[slot] = true }
        for (index, row) in part.rows.enumerated() where isAnchored[index] && !isRegular[index] {
            let moved = row.slots.filter { reading[$0].isRepaired && reading[$0].kind == .number }
            guard let first = moved.first, !moved.contains(where: { isAddedUp[$0] }) else { continue }
            for slot in row.slots {
                let isBehind = slot > first && reading[slot].kind == .blank
                // What is lost only so that the others can have moved is no more sure than they are.
                if moved.contains(slot) || isBehind || reading[slot].kind == .lost { result[slot] = true }
            }
        }
        return result
    }

    /// A row that even a report of its variant may lack is absent, not lost, where the sums leave nothing for it, or what it cannot hold. Blanks
    /// are taken for what they nearly always are. Where a page broken off, or a paragraph, stands in its place, it may be lost, as it may be
    /// where rows of empty cells are.
    private func settleOptionalRows(_ reading: inout [SlotReading]) {
        // Rows that nobody knows may be it.
        guard rows.unknown.isEmpty else { return }
        for (index, row) in part.rows.enumerated() where row.variant?.isOptional == true && rows.presence[index] == .lost {
            guard row.slots.allSatisfy({ reading[$0].kind == .lost }), !rows.hasTrace(of: index) else { continue }
            // One of two rows with the same label may be it.
            guard !rows.duplicated.contains(where: { part.rows[$0].variant == row.variant }) else { continue }
            guard leavesNothing(for: row, reading) || cannotHold(row, reading) else { continue }
            let isAbsent = rows.isBetweenNeighbours(index) && !(style.hasBlanks && rows.haveLostOthers)
            for slot in row.slots { reading[slot] = isAbsent ? .absent : .doubtful }
        }
    }

    /// Whether the sums leave nothing for any slot of a row, and nothing in them is in doubt.
    private func leavesNothing(for row: Form.Row, _ reading: [SlotReading]) -> Bool {
        let outcome = sums.evaluate(reading, .blankIsZero)
        return row.slots.allSatisfy { slot in
            outcome.values[slot] == 0
                && sums.touching[slot].contains { index in
                    !outcome.fails[index] && sums.identities[index].slots.allSatisfy { reading[$0].kind != .doubtful }
                }
        }
    }

    /// Whether the columns add up without a row, but for some whose sums it could not mend: when nothing is left for its total, nothing is for
    /// the numbers that it adds up, and the other way round. Those columns have a misprint.
    private func cannotHold(_ row: Form.Row, _ reading: [SlotReading]) -> Bool {
        guard let own = sums.ofRow[row.slots.lowerBound], own.count == 1 else { return false }
        var without = reading
        for slot in row.slots { without[slot] = .absent }
        let columns = Set(row.slots.flatMap { sums.touching[$0] }).subtracting(own).sorted()
        guard columns.allSatisfy({ sums.identities[$0].slots.allSatisfy { ![.lost, .doubtful].contains(without[$0].kind) } })
        else {
            return false
        }
        let outcome = sums.evaluate(without, .blankIsZero, among: columns)
        return [sums.identities[own[0]].left, sums.identities[own[0]].right].contains { side in
            let over = columns.filter { sums.identities[$0].slots.contains(where: side.contains) }
            // Columns that an office leaves empty say nothing.
            return over.allSatisfy { !outcome.fails[$0] }
                && over.contains { sums.identities[$0].slots.contains { without[$0].number.mantissa != 0 } }
        }
    }

    /// A row that the report need not have is derived as a whole or not at all: some zeros do not show that it was ever there. One that
    /// another form has otherwise is not derived.
    private func withoutHalfRows(_ derived: [SlotAnswer.Derived?], _ reading: [SlotReading]) -> [SlotAnswer.Derived?] {
        var result = derived
        for (index, row) in part.rows.enumerated() where rows.presence[index] == .lost {
            let isHalf = row.slots.contains { reading[$0].kind == .lost && derived[$0]?.isTrusted != true }
            guard row.variant?.isOptional == true && isHalf || rows.disputed.contains(index) else { continue }
            for slot in row.slots { result[slot] = nil }
        }
        return result
    }

    /// A cell that was lost among blanks, and for which nothing is left, was blank like the others of a source that prints no 0.
    private func settleBlanks(_ reading: inout [SlotReading], _ likely: Sums.Outcome, _ certain: Sums.Outcome) {
        guard !style.printsZeros else { return }
        for row in part.rows where row.slots.contains(where: { reading[$0].kind == .blank }) {
            for slot in row.slots where reading[slot].kind == .lost && likely.values[slot] == 0 {
                reading[slot] = SlotReading(kind: .blank, isRepaired: true)
            }
        }
    }

    /// The derived numbers that no identity contradicts: one inside an identity that fails is worth nothing, and so is what was derived
    /// from it.
    ///
    /// - Parameter mayBeBlank: the slots for which a sum that leaves nothing shows no 0.
    private func trusted(_ reading: [SlotReading], _ outcome: Sums.Outcome, _ mayBeBlank: Set<Int>) -> [SlotAnswer.Derived?] {
        var isTrusted = outcome.derivedFrom.map { $0 != nil }
        // Any number in an identity that fails may be the wrong one.
        var isSuspect = [Bool](repeating: false, count: isTrusted.count)
        let asPrinted = failsAsPrinted(reading)
        for (index, identity) in sums.identities.enumerated() {
            let mayFail = isUndecided && identity.slots.contains { reading[$0].kind == .doubtful }
            guard outcome.fails[index] || asPrinted?[index] == true || mayFail else { continue }
            for slot in identity.slots { isSuspect[slot] = true }
        }
        for slot in isTrusted.indices {
            guard let identity = outcome.derivedFrom[slot].map({ sums.identities[$0] }) else { continue }
            if isSuspect[slot] || identity.slots.contains(where: { isSuspect[$0] }) { isTrusted[slot] = false }
        }
        var changed = true
        while changed {
            changed = false
            for slot in isTrusted.indices where isTrusted[slot] {
                guard let identity = outcome.derivedFrom[slot].map({ sums.identities[$0] }) else { continue }
                let rests = identity.slots.contains {
                    $0 != slot && outcome.derivedFrom[$0] != nil && !isTrusted[$0]
                }
                if rests {
                    isTrusted[slot] = false
                    changed = true
                }
            }
        }
        return reading.indices.map { slot in
            if outcome.values[slot] == 0, mayBeBlank.contains(slot) { isTrusted[slot] = false }
            guard let identity = outcome.derivedFrom[slot], let value = outcome.values[slot] else { return nil }
            let number = Number(mantissa: value, decimals: sums.decimals).withoutTrailingZeros
            return SlotAnswer.Derived(value: number, identity: identity, isTrusted: isTrusted[slot])
        }
    }

    /// Which identities fail with the numbers in doubt as they are printed: what these speak against is not sure either; `nil` where none is in
    /// doubt.
    private func failsAsPrinted(_ reading: [SlotReading]) -> [Bool]? {
        func isPrinted(_ reading: SlotReading) -> Bool { reading.kind == .doubtful && reading.number.mantissa != 0 }
        guard reading.contains(where: isPrinted) else { return nil }
        let printed = reading.map { isPrinted($0) ? SlotReading(kind: .number, number: $0.number) : $0 }
        return sums.evaluate(printed, .blankIsUnknown).fails
    }

    /// The slots for which a sum that leaves nothing shows no 0: those of a source that prints none, and, where it prints some, those of lost
    /// rows that may be rows which nobody knows, or whose empty cells were dropped as those of others.
    private var slotsThatMayBeBlank: Set<Int> {
        if style.hasBlanks && !style.printsZeros || style.hidesBlanks { return Set(part.slots.indices) }
        let areEndsDropped = rows.source.rows[rows.limits].contains { $0.addedCount > 0 }
        guard style.hasBlanks, !rows.unknown.isEmpty || areEndsDropped else { return [] }
        return Set(part.rows.filter { $0.role == .values && rows.presence[$0.index] == .lost }.flatMap(\.slots))
    }
}
