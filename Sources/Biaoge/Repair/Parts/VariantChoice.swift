/// Which variant of the form a part is: which alternative of each group of rows the source has.
extension PartRows {
    /// Of each group of variants, the alternative with the most rows found.
    mutating func chooseVariants() {
        var freed: Set<Int> = []
        defer { owned.subtract(freed) }
        var found: [String: [String: Int]] = [:]
        for (row, form) in part.rows.enumerated() {
            guard let variant = form.variant else { continue }
            if let index = sourceOf[row], isLabelledLikeGroup(row),
                isBeforeUnlabelled(index) && !hasOwnValuesBelow(row) || hasLabelOfItem(row)
            {
                // Rows of another variant may have lost their labels behind the group's.
                freed.insert(index)
                giveUp(row)
            }
            found[variant.group, default: [:]][variant.alternative, default: 0] += sourceOf[row] == nil ? 0 : 1
        }
        for (group, counts) in found {
            // The label of a group alone looks like the row of the alternative that does not split the group: the usual one goes first.
            let usual = part.rows.first { $0.variant?.group == group && $0.variant?.isUsual == true }?.variant?.alternative
            guard let most = counts.values.max(), most > 0 else { continue }
            if let proved = provedAlternative(of: group) {
                alternatives[group] = proved
                continue
            }
            guard !mayHideItems(of: group) else { continue }
            let best = counts.filter { $0.value == most }.map(\.key).sorted()
            alternatives[group] = best.first { $0 == usual } ?? best[0]
        }
        for (row, form) in part.rows.enumerated() {
            guard let variant = form.variant, let chosen = alternatives[variant.group], variant.alternative != chosen else {
                continue
            }
            if let index = sourceOf[row] { freed.insert(index) }
            giveUp(row, as: .absent)
        }
        // Another form may have the row's label for a group.
        duplicated.formUnion(disputed.filter(mayHideItem))
    }

    /// The alternative of a group of which the source has a label that the others lack, whether or not there are values behind it that fit the
    /// row; the label of the group stands in all.
    private func provedAlternative(of group: String) -> String? {
        let exact = part.rows.indices.filter { row in
            guard part.rows[row].variant?.group == group else { return false }
            if let index = sourceOf[row] { return isProof(index, of: row) }
            return limits.contains { isProof($0, of: row) }
        }
        let deepest = exact.max { part.rows[$0].labelCells.count < part.rows[$1].labelCells.count }
        let shallowest = exact.min { part.rows[$0].labelCells.count < part.rows[$1].labelCells.count }
        guard let deepest, let shallowest, deepest != shallowest,
            part.rows[deepest].labelCells.count > part.rows[shallowest].labelCells.count
        else { return nil }
        return part.rows[deepest].variant?.alternative
    }

    /// Whether a row of the source has the label of a row of the form or, damaged, one that is clearly of its variant, such as two in one.
    private func isProof(_ index: Int, of formRow: Int) -> Bool {
        guard let text = labelText(source: index, form: formRow), isLabel(text, of: formRow) else { return false }
        let own = part.rows.indices.filter { part.rows[$0].variant == part.rows[formRow].variant }.map { outlineRow($0).label }
        return hasExactLabel(formRow, at: index) || isLabelClear(index, of: formRow, besides: Set(own.compactMap(\.self)))
    }

    /// Whether the rows of another variant of a row's group stand under a label like the row's own.
    private func isLabelledLikeGroup(_ row: Int) -> Bool {
        part.rows.contains { other in
            other.variant?.group == part.rows[row].variant?.group && other.labelCells.count > part.rows[row].labelCells.count
        }
    }

    private func mayHideItems(of group: String) -> Bool {
        part.rows.contains { $0.variant?.group == group && isLabelledLikeGroup($0.index) && mayHideItem($0.index) }
    }

    /// Whether the values behind the label of a group that stands alone may be those of its first item: where rows have no ends, a
    /// row whose label is lost leaves nothing else where empty cells vanish or labels stand together, and other rows have lost theirs.
    private func mayHideItem(_ formRow: Int) -> Bool {
        let lost = part.rows.count { $0.role == .values && $0.variant == nil && presence[$0.index] == .lost }
        guard lost > 1, let index = sourceOf[formRow] else { return false }
        let row = source.rows[index]
        return !row.isPositional
            && (row.valueCount != part.rows[formRow].slots.count || isBelowOtherGroup(index))
    }

    /// Whether the row above a row of the source is nothing but the label of a group: where labels stand together, values are another's.
    private func isBelowOtherGroup(_ index: Int) -> Bool {
        guard index > 0, source.rows[index - 1].valueCount == 0,
            let label = source.labelText(of: source.rows[index - 1]).flatMap(likeness.exactLabel)
        else { return false }
        return range.contains { outline.rows[$0].outer.last == label && outline.rows[$0].outer.count > 1 }
    }

    /// Whether the row behind a row has values and no label, or one that is no label of any form, such as a number alone.
    private func isBeforeUnlabelled(_ index: Int) -> Bool {
        guard source.rows.indices.contains(index + 1) else { return false }
        let next = source.rows[index + 1]
        // Below a row of fields a lone number is a page's.
        if source.rows[index].isPositional, next.tokens.count == 1, next.valueCount == 1 { return false }
        // Several words and nothing else are a header that somebody made up.
        let isHeader = next.valueCount == 0 && next.tokens.count { source.tokens[$0].meaning == .text } > 2
        let isNameless = !isHeader && next.labelToken.map(isWord) ?? true
        let isNumber = isNameless && source.labelText(of: next).map { source.texts[$0].isNumber } ?? false
        // A row that lost its label and drops its empty end has the fields in front of that label left.
        let isEmptyRow = next.tokens.count > (next.geometry == .tabbed ? 1 : 3)
        return isNameless && (next.valueCount > 0 || isEmptyRow) || isNumber || isLabelledAlike(index, index + 1)
    }

    /// Whether two rows of the source have the same label and other numbers: that of their group, which stands in each.
    private func isLabelledAlike(_ index: Int, _ other: Int) -> Bool {
        guard let label = likeness.labelText(of: source.rows[index], in: source),
            let again = likeness.labelText(of: source.rows[other], in: source), source.rows[index].valueCount > 0
        else { return false }
        return source.texts[label].key == source.texts[again].key && source.rows[other].valueCount > 0
            && !hasSameValues(index, other)
    }

    /// Whether other words stand between the label of a group and the values: what is left of the label of an item.
    private func hasLabelOfItem(_ row: Int) -> Bool {
        guard let own = labelToken(of: row), let last = sourceRow(of: row)?.labelToken, last > own,
            let group = source.tokens[own].text, let item = source.tokens[last].text
        else { return false }
        return source.texts[group].key != source.texts[item].key
    }

    /// A line with nothing but the label of a group looks like the row of the variant that does not split the group; the rows behind it
    /// tell, where they have labels of their own.
    mutating func splitGroups() {
        for row in part.rows.indices where part.rows[row].variant != nil {
            guard let index = sourceOf[row], source.rows[index].valueCount == 0, source.rows[index].tokens.count == 1 else {
                continue
            }
            var next = index + 1
            while next < source.rows.count, !owned.contains(next), let member = member(ofGroupOf: row, at: next) {
                take(next, as: member, .found)
                next += 1
            }
            guard next > index + 1 else { continue }
            giveUp(row)
            owned.remove(index)
        }
    }

    /// The row of another variant of a row's group whose exact label a row of the source has.
    private func member(ofGroupOf row: Int, at index: Int) -> Int? {
        guard let variant = part.rows[row].variant else { return nil }
        return part.rows.indices.first { other in
            guard let theirs = part.rows[other].variant, theirs.group == variant.group, theirs.alternative != variant.alternative,
                sourceOf[other] == nil
            else { return false }
            return hasExactLabel(other, at: index)
        }
    }

    /// Whether a row of the source has the label of a row of the form, without damage.
    func hasExactLabel(_ formRow: Int, at index: Int) -> Bool {
        guard let text = labelText(source: index, form: formRow), let label = outlineRow(formRow).label else { return false }
        return likeness.isExact(text, label)
    }
}
