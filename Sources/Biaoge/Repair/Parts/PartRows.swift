/// Which rows of the source are which rows of one part of a form, once the alignment has placed those whose labels say so.
struct PartRows {
    let part: Form.Part
    let outline: FormOutline
    /// The rows of the part in ``FormOutline/rows``.
    let range: Range<Int>
    /// All rows of the source. Only when the rows of the form are found is it known of some that they have a field for each cell.
    var source: TokenRows
    let likeness: LabelLikeness
    /// The rows of the source between the part before and the part behind.
    let limits: Range<Int>

    /// The rows of the part that another form has otherwise, where no label says which form it is: the source may never have had them.
    let disputed: Set<Int>
    /// The rows whose label another form has in front of other values, where nothing says which form it is.
    let ambiguous: Set<Int>

    /// For each row of the part the row of the source; `nil` for one that was not found.
    private(set) var sourceOf: [Int?]
    /// The rows of the source that are rows of the form, or may be.
    var owned: Set<Int> = []
    /// For each row of the part how it was found.
    private(set) var presence: [Solution.Row.Presence]
    /// The chosen alternative of each group of variants; `nil` for a group whose choice the source does not tell.
    var alternatives: [String: String] = [:]
    /// Rows of the form and rows without a label that may be they, in order, where nothing tells which is which.
    var contested: [(form: [Int], source: [Int])] = []
    /// Rows of the form whose label two rows of the source have, with different numbers.
    var duplicated: Set<Int> = []
    /// Rows of the form whose values stand below their label, a field for each.
    var belowLabels: Set<Int> = []
    /// Rows of the source with values that are no row of the form.
    private(set) var unknown: [Int] = []
    /// The rows of the source from the first to the last of the part.
    private(set) var region: Range<Int> = 0..<0

    /// - Parameter alignment: the alignment with the form.
    init(
        part: Form.Part, outline: FormOutline, range: Range<Int>, alignment: RowAlignment, source: TokenRows,
        likeness: LabelLikeness,
        limits: Range<Int>, disputed: Set<Int>, ambiguous: Set<Int>
    ) {
        self.part = part
        self.outline = outline
        self.range = range
        self.source = source
        self.likeness = likeness
        self.limits = limits
        self.disputed = disputed
        self.ambiguous = ambiguous
        sourceOf = Array(alignment.sourceOfForm[range])
        presence = sourceOf.map { $0 == nil ? .lost : .found }
        dropWeak()
        owned = Set(sourceOf.compactMap(\.self))
        // Labels speak before order does: only when all rows with labels have their places do the others lie in gaps between them, and only
        // when the variant is chosen is it known which rows of the form a gap lacks.
        splitGroups()
        takeMovedRows()
        chooseVariants()
        doubtLabelsAgain()
        doubtLabelsEndingFieldsAbove()
        doubtLabelsBesideOtherItems()
        takeValuesBelowLabels()
        placeByOrder()
        findUnknown()
        doubtGluedLabels()
    }

    /// Takes a row of the source for a row of the form.
    mutating func take(_ index: Int, as formRow: Int, _ how: Solution.Row.Presence) {
        sourceOf[formRow] = index
        presence[formRow] = how
        owned.insert(index)
    }

    /// Gives up what was taken for a row of the form; whose the row of the source is, is for others to say.
    mutating func giveUp(_ formRow: Int, as how: Solution.Row.Presence = .lost) {
        sourceOf[formRow] = nil
        presence[formRow] = how
    }

    /// The row of the source that is a row of the form.
    func sourceRow(of formRow: Int) -> TokenRow? { sourceOf[formRow].map { source.rows[$0] } }

    /// What the alignment needs to know of a row of the form.
    func outlineRow(_ formRow: Int) -> FormOutline.Row { outline.rows[range.lowerBound + formRow] }

    /// The token of the label of a form's row.
    func labelToken(of formRow: Int) -> Int? { sourceOf[formRow].flatMap { labelToken(source: $0, form: formRow) } }

    /// The text of the label of a form's row.
    func labelText(of formRow: Int) -> Int? { labelToken(of: formRow).flatMap { source.tokens[$0].text } }

    /// Whether the source has the own label of a row of the form, not only that of its group.
    func hasOwnLabel(_ formRow: Int) -> Bool {
        guard let text = labelText(of: formRow), let label = outlineRow(formRow).label, presence[formRow] != .placed else {
            return false
        }
        return likeness.of(text, label) > 0
    }

    /// Whether a field has words that are no label of any form.
    func isWord(_ token: Int) -> Bool { source.tokens[token].text.map { !likeness.isLabel($0) } ?? false }

    /// Whether a field has words that are no whole label of any form: what is only like one may say that there is no value, such as 不公开.
    func isNoLabel(_ token: Int) -> Bool { source.tokens[token].text.map { likeness.exactLabel(of: $0) == nil } ?? false }

    /// Whether a row of the source has words that are like a label of any form.
    func hasLabel(_ index: Int) -> Bool { source.texts(of: source.rows[index]).contains(where: likeness.isLabel) }

    /// The token of the label that a row of the source has, were it a row of the form.
    private func labelToken(source index: Int, form formRow: Int) -> Int? {
        let row = source.rows[index]
        if let token = likeness.labelToken(of: row, in: source) { return token }
        return outlineRow(formRow).label == nil ? nil : row.labelToken
    }

    /// The text of that label.
    func labelText(source index: Int, form formRow: Int) -> Int? {
        labelToken(source: index, form: formRow).flatMap { source.tokens[$0].text }
    }

    /// A damaged label that is nearly as like another row of the part says nothing.
    private mutating func dropWeak() {
        let labels = range.map { outline.rows[$0].label }
        for row in labels.indices {
            guard let label = labels[row], let text = labelText(of: row) else { continue }
            if let own = sourceRow(of: row), source.isNoRow(own) {
                giveUp(row)
                continue
            }
            let matches = likeness[text]
            let own = matches.first { $0.label == label }?.likeness ?? 0
            // The group's own label in front is no rival.
            let outer = outlineRow(row).outer
            let next =
                matches.filter { match in
                    match.label != label && labels.contains(match.label) && !outer.contains(match.label)
                        && !isRivalVariant(match.label, of: row)
                }.map(\.likeness).max() ?? 0
            // 3.其他 and （六）其他处理 are alike in their short forms; an exact label needs no margin.
            if own < Likeness.exact, own < Likeness.weak || own - next < Likeness.margin { giveUp(row) }
        }
    }

    /// Whether a label is that of a row which another variant of a row's group has in its place.
    private func isRivalVariant(_ label: Int, of row: Int) -> Bool {
        guard let variant = part.rows[row].variant else { return false }
        return part.rows.indices.contains { other in
            outlineRow(other).label == label && part.rows[other].variant?.group == variant.group
                && part.rows[other].variant?.alternative != variant.alternative
        }
    }

    /// Whether the rows of values that were found around a row of the form stand side by side in one piece of the source, and the one above
    /// has no more numbers than its own.
    func isBetweenNeighbours(_ formRow: Int) -> Bool {
        guard let above = sourceOf[..<formRow].lastIndex(where: { $0 != nil }), let before = sourceOf[above],
            let behind = sourceOf[formRow...].compactMap(\.self).first
        else { return false }
        return behind == before + 1 && source.rows[before].piece == source.rows[behind].piece
            && source.rows[before].valueCount <= part.rows[above].slots.count
    }

    /// Whether the source lacks a row that every report has, in front of one that it has.
    var haveLostOthers: Bool {
        let last = presence.lastIndex { $0 != .lost && $0 != .absent } ?? 0
        return part.rows.prefix(last).contains { $0.role == .values && $0.variant == nil && presence[$0.index] == .lost }
    }

    /// Whether a row of the source that is no row of the form looks like one of the form's.
    func hasTrace(of formRow: Int) -> Bool {
        guard let label = outlineRow(formRow).label else { return false }
        let taken = Set(sourceOf.compactMap(\.self))
        return region.contains { index in
            !taken.contains(index) && source.texts(of: source.rows[index]).contains { likeness.of($0, label) > 0 }
        }
    }

    /// The first item of a group, whose numbers those behind the group's label alone may be, and which has others.
    private func otherItem(_ index: Int) -> Int? {
        guard let label = likeness.labelText(of: source.rows[index], in: source) else { return nil }
        return sourceOf.indices.first { formRow in
            guard let below = sourceOf[formRow], below > index, isBeside(index, below) else { return false }
            return source.rows[index].valueCount == part.rows[formRow].slots.count && !hasSameValues(index, below)
                && outlineRow(formRow).outer.contains { likeness.isExact(label, $0) }
        }
    }

    /// Whether the numbers of a row of the form are not known to be its own by their sum.
    private func mayHaveOtherNumbers(_ formRow: Int) -> Bool {
        guard presence[formRow] == .found, part.rows[formRow].role == .values, let index = sourceOf[formRow],
            source.rows[index].valueCount > 0
        else { return false }
        let label = labelToken(of: formRow)
        return part.identities.isEmpty
            || !RowItems(formRow: formRow, sourceIndex: index, source: source, labelToken: label, part: part).addsUp
    }

    private mutating func findUnknown() {
        let rows = sourceOf.compactMap(\.self) + contested.flatMap(\.source)
        guard let first = rows.min(), let last = rows.max() else { return }
        region = first..<(last + 1)
        unknown = region.filter { !owned.contains($0) && source.rows[$0].valueCount > 0 && source.rows[$0].tokens.count > 1 }
        // A part whose rows have no labels goes on as long as rows of numbers do.
        let next = last + 1
        if limits.contains(next), !owned.contains(next), source.rows[next].labelToken == nil,
            source.rows[next].piece == source.rows[last].piece, source.rows[next].tokens.count > 1,
            let above = formRow(above: next), source.rows[next].valueCount > 0,
            source.rows[next].valueCount <= part.rows[above].slots.count
        {
            unknown.append(next)
        }
        for index in unknown {
            let below = sourceOf.firstIndex(of: index + 1)
            if source.rows[index].labelToken == nil {
                // A row too many without a label may be the one whose label the row above it has, or the row below it, if this one's numbers look
                // like others.
                if let above = formRow(above: index) { duplicated.insert(above) }
                if let below, mayHaveOtherNumbers(below) { duplicated.insert(below) }
            }
            // A label with nothing behind it may be the rest of one that was torn.
            if let below, isBare(below) { duplicated.insert(below) }
            if let item = otherItem(index) { duplicated.insert(item) }
        }
    }
}
