/// Rows of the source that the alignment did not place: those whose label stands out of order, and those without one, which only their
/// order can place.
extension PartRows {
    /// Rows with the label of a free row of the form, exact or clearly like it, stand at another place than the form has them.
    mutating func takeMovedRows() {
        for index in limits where mayBeLabelledRow(index) && mayHoldValues(index) {
            let named = sourceOf.indices.first {
                isLabelled(index, like: $0) && (hasExactLabel($0, at: index) || isLabelClear(index, of: $0))
            }
            guard let named, sourceOf[named] == nil else { continue }
            take(index, as: named, .moved)
            if standsAmongOthers(named, beside: index) { duplicated.insert(named) }
        }
    }

    /// Whether the label of a row of the form, which a row of the source has, stands as well in a field with those of other rows, whose
    /// numbers share their fields then.
    private func standsAmongOthers(_ formRow: Int, beside index: Int) -> Bool {
        guard let own = labelText(source: index, form: formRow), case let key = source.texts[own].key, key.count > 3 else {
            return false
        }
        return limits.contains { other in
            source.rows[other].valueCount > 0
                && source.texts(of: source.rows[other]).contains {
                    source.texts[$0].key.count > key.count && source.texts[$0].key.contains(key)
                }
        }
    }

    /// Rows whose label stands in another row as well, with other numbers, are in doubt. This is asked when the variants are chosen: what seemed
    /// to be a row of another one may have the label of a row of the chosen.
    mutating func doubtLabelsAgain() {
        for index in limits where mayBeLabelledRow(index) {
            guard mayHoldValues(index) else {
                doubtBareLabelAgain(index)
                continue
            }
            let row = source.rows[index]
            for formRow in sourceOf.indices where isLabelled(index, like: formRow) {
                let isExact = hasExactLabel(formRow, at: index)
                if let other = sourceOf[formRow], !hasSameValues(index, other) {
                    let hasValues = row.valueCount + source.rows[other].valueCount > 0
                    // Beside its row, a label that is nearly the same is the same, misread.
                    let isMisread = row.valueCount > 0 && isBeside(index, other)
                    if isExact ? hasValues : isMisread { duplicated.insert(formRow) }
                }
                if isExact { break }
            }
        }
    }

    /// Whether a row of the source that is no row of the form yet has a label, and not one behind which others' numbers stand.
    private func mayBeLabelledRow(_ index: Int) -> Bool {
        !owned.contains(index) && source.rows[index].labelToken != nil && !source.isNoRow(source.rows[index])
    }

    /// Whether a row of the source has values, or room for some.
    private func mayHoldValues(_ index: Int) -> Bool { source.rows[index].valueCount > 0 || source.rows[index].tokens.count > 3 }

    /// Whether a row of the source has the label of a row of the form, or one like it, and no more values than that has.
    private func isLabelled(_ index: Int, like formRow: Int) -> Bool {
        let target = outlineRow(formRow)
        guard target.role == .values, presence[formRow] != .absent, source.rows[index].valueCount <= target.slotCount + 1,
            let text = labelText(source: index, form: formRow)
        else { return false }
        return isLabel(text, of: formRow)
    }

    /// Whether a row of the source has a damaged label that is much more like that of a row of the form than like any other.
    ///
    /// - Parameter others: labels that it may be like as well.
    func isLabelClear(_ index: Int, of formRow: Int, besides others: Set<Int> = []) -> Bool {
        guard let text = labelText(source: index, form: formRow), let best = likeness[text].first else { return false }
        let next = likeness[text].dropFirst().first { !others.contains($0.label) }?.likeness ?? 0
        return best.likeness > Likeness.group && best.likeness - next >= Likeness.margin
    }

    /// Whether a text is likest to the label of a row of the form. Of two characters it is not where it has another number in front: 2.其他
    /// is what is left of another label.
    func isLabel(_ text: Int, of formRow: Int) -> Bool {
        guard let label = outlineRow(formRow).label, likeness[text].first?.label == label else { return false }
        guard source.texts[text].key.count <= 2, let number = source.texts[text].ordinal,
            let own = part.rows[formRow].labels.last.flatMap({ LabelText($0).ordinal })
        else { return true }
        return number.value == own.value
    }

    /// A label that stands again behind its row, where rows have no ends and empty cells vanish: whose the numbers between are nobody can say.
    private mutating func doubtBareLabelAgain(_ index: Int) {
        guard !source.rows[index].isPositional, let text = source.labelText(of: source.rows[index]),
            source.texts[text].key.count > 2,
            let label = likeness.exactLabel(of: text)
        else { return }
        let row = sourceOf.indices.first { outlineRow($0).label == label }
        guard let row, let other = sourceOf[row], other < index, source.rows[other].valueCount > 0, isBeside(other + 1, index)
        else {
            return
        }
        duplicated.insert(row)
    }

    /// Whether no values stand between two rows of the source.
    func isBeside(_ left: Int, _ right: Int) -> Bool {
        (min(left, right)..<max(left, right)).dropFirst().allSatisfy { source.rows[$0].valueCount == 0 }
    }

    func hasSameValues(_ left: Int, _ right: Int) -> Bool {
        func values(_ row: Int) -> [FieldMeaning] { source.rows[row].tokens.map { source.tokens[$0].meaning }.filter(\.isValue) }
        return values(left) == values(right)
    }

    /// Rows without a label are known by their order where a gap has as many of them as the form has rows free.
    mutating func placeByOrder() {
        var free: [Int] = []
        var before = limits.lowerBound
        for row in sourceOf.indices {
            if let index = sourceOf[row], presence[row] == .found {
                // A damaged source may have a row of the part in front of where the part begins.
                fill(&free, between: before..<max(before, index))
                before = max(before, index + 1)
            } else if part.rows[row].role == .values, presence[row] == .lost {
                free.append(row)
            }
        }
        let last = sourceOf.compactMap(\.self).max() ?? limits.lowerBound
        // Behind the last row of a part nothing says where the part ends, but for the part behind it.
        let behind = before..<max(before, min(limits.upperBound, last + 1 + free.count * 2))
        fill(&free, between: before..<(firstHeaderOfOtherPart(in: behind) ?? behind.upperBound))
    }

    /// The first of some rows of the source with a word that only the header of another part of the form has.
    private func firstHeaderOfOtherPart(in rows: Range<Int>) -> Int? {
        let words = Set(outline.headerWords.joined()).subtracting(outline.rows[range].lazy.flatMap(\.labels))
        return rows.first { index in
            source.texts(of: source.rows[index]).contains { likeness.exactLabel(of: $0).map(words.contains) ?? false }
        }
    }

    private mutating func fill(_ free: inout [Int], between rows: Range<Int>) {
        defer { free = [] }
        guard !free.isEmpty else { return }
        let candidates = rows.filter { index in
            !owned.contains(index) && !source.isNoRow(source.rows[index]) && isUnlabelled(index, for: free)
                && !free.allSatisfy { isNumberedOtherwise(index, than: $0) }
        }
        guard !candidates.isEmpty else { return }
        duplicated.formUnion(free.filter { isLineOfAny($0, in: rows) })
        let bare = candidates.compactMap(formRow(above:)).filter(isBare)
        duplicated.formUnion(bare)
        let isVariantOpen = free.contains { row in part.rows[row].variant.map { alternatives[$0.group] == nil } ?? false }
        // Where rows stand out of order, order says nothing.
        let isNumbered = zip(free, candidates).contains { isNumberedOtherwise($1, than: $0) }
        if candidates.count == free.count, !isVariantOpen, !presence.contains(.moved), bare.isEmpty, !isNumbered {
            for (row, index) in zip(free, candidates) { take(index, as: row, .placed) }
        } else {
            contested.append((free, candidates))
            owned.formUnion(candidates)
            guard candidates.count > free.count else { return }
            // One too many may be the row whose label stands beside it.
            let beside = Set(candidates.flatMap { [$0 - 1, $0 + 1] })
            duplicated.formUnion(
                sourceOf.indices.filter { part.rows[$0].role == .values && sourceOf[$0].map(beside.contains) ?? false })
        }
    }

    /// Whether what is left of a row's label has the number of another item than that of a row of the form.
    private func isNumberedOtherwise(_ index: Int, than formRow: Int) -> Bool {
        guard let text = source.labelText(of: source.rows[index]), let number = source.texts[text].ordinal,
            let own = part.rows[formRow].labels.last.flatMap({ LabelText($0).ordinal })
        else { return false }
        return number.style == own.style && number.value != own.value
    }

    /// Whether nothing but its order tells which row of the form a row of the source is: its label does not stand above it either.
    func isPlacedByOrder(_ formRow: Int) -> Bool {
        guard presence[formRow] == .placed, let index = sourceOf[formRow] else { return false }
        return index == 0 || !hasExactLabel(formRow, at: index - 1)
    }

    /// The row of the form that stands right above a row of the source.
    func formRow(above index: Int) -> Int? { sourceOf.firstIndex { $0 == index - 1 } }

    /// Whether a row of the form has its label in the source and nothing behind it: the numbers of the next line may be its own.
    func isBare(_ formRow: Int) -> Bool {
        guard let row = sourceRow(of: formRow), part.rows[formRow].role == .values else { return false }
        return row.labelToken == row.tokens.upperBound - 1
    }

    /// Whether a row has values and no label that names another row.
    private func isUnlabelled(_ index: Int, for free: [Int]) -> Bool {
        let row = source.rows[index]
        let widest = free.map { part.rows[$0].slots.count }.max() ?? 0
        // Where empty cells vanish, fields without values are words, such as those of a group's label from top to bottom.
        let hasRoom = row.isPositional && row.tokens.count > widest && isInPiece(index)
        // A lone number is a page number sooner than a row.
        guard row.tokens.count > 1, row.valueCount > 0 || hasRoom, row.valueCount <= widest + 1 else { return false }
        if widest > 2, row.valueCount > 0, row.valueCount * 3 < widest, !row.isPositional { return false }
        let labels = Set(free.compactMap { outlineRow($0).label })
        let outer = hasTotalsOfGroups ? [] : Set(free.flatMap { outlineRow($0).outer })
        return row.tokens.allSatisfy { token in
            guard source.tokens[token].meaning == .text, let text = source.tokens[token].text else { return true }
            return !source.texts[text].isSubtotal
                && (likeness[text].contains { labels.contains($0.label) || outer.contains($0.label) }
                    || free.contains { isPiece(text, ofOuterLabelOf: $0) })
        }
    }

    /// Whether a text is a piece of an outer label of a row of the form: one that reaches down stands broken over its rows.
    ///
    ///     度办 | （三）不予公开 | 1.属于国家秘密
    ///     理结 |                | 2.其他法律行政法规禁止公开
    private func isPiece(_ text: Int, ofOuterLabelOf formRow: Int) -> Bool {
        let piece = source.texts[text]
        return part.rows[formRow].labels.dropLast().contains { label in
            let whole = LabelText(label)
            return piece.key.count < whole.key.count && whole.hasPiece(piece.key) || piece.isNumber(of: whole)
        }
    }

    /// Whether the label of a group stands in front of numbers, and its first item right below with others: such rows sum up their groups.
    private var hasTotalsOfGroups: Bool {
        sourceOf.indices.contains { formRow in
            guard let index = sourceOf[formRow], index > 0, presence[formRow] == .found, !owned.contains(index - 1),
                source.rows[index - 1].valueCount == part.rows[formRow].slots.count, part.rows[formRow].slots.count > 1,
                let label = source.labelText(of: source.rows[index - 1]), let group = outlineRow(formRow).outer.last,
                formRow == 0 || !outlineRow(formRow - 1).outer.contains(group)
            else { return false }
            return likeness[label].first?.label == group
        }
    }

    /// Whether a row of the source stands in one piece with rows that were found; one of another piece that has nothing is none.
    private func isInPiece(_ index: Int) -> Bool {
        sourceOf.contains { other in other.map { source.rows[$0].piece == source.rows[index].piece } ?? false }
    }
}
