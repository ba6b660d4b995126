/// Which rows of the source are which rows of one part of a form, once the alignment has placed those whose labels say so.
struct PartRows {
    let part: Form.Part
    let outline: FormOutline
    /// The rows of the part in ``FormOutline/rows``.
    let range: Range<Int>
    let source: TokenRows
    let likeness: LabelLikeness
    /// The rows of the source between the part before and the part behind.
    let limits: Range<Int>

    /// The rows of the part that another form has otherwise; see ``FormChoice/Part/disputedRows``.
    let disputed: Set<Int>

    /// For each row of the part the row of the source, or -1.
    var sourceOf: [Int]
    var presence: [Solution.Row.Presence]
    /// The chosen alternative of each group of variants; `nil` for a group whose choice the source does not tell.
    var alternatives: [String: String] = [:]
    /// Rows of the form and rows without a label that may be they, in order, where nothing tells which is which.
    private(set) var contested: [(form: [Int], source: [Int])] = []
    /// Rows of the form whose label two rows of the source have, with different numbers.
    var duplicated: Set<Int> = []
    /// Rows of the source with values that are no row of the form.
    private(set) var unknown: [Int] = []
    /// The rows of the source from the first to the last of the part.
    private(set) var region: Range<Int> = 0..<0

    /// - Parameter alignment: the alignment with the form.
    init(
        part: Form.Part, outline: FormOutline, range: Range<Int>, alignment: RowAlignment, source: TokenRows,
        likeness: LabelLikeness,
        limits: Range<Int>, disputed: Set<Int>
    ) {
        self.part = part
        self.outline = outline
        self.range = range
        self.source = source
        self.likeness = likeness
        self.limits = limits
        self.disputed = disputed
        sourceOf = Array(alignment.sourceOfForm[range])
        presence = sourceOf.map { $0 < 0 ? .lost : .found }
        dropWeak()
        var owned = Set(sourceOf.filter { $0 >= 0 })
        splitGroups(&owned)
        takeMovedRows(&owned, limits: limits)
        chooseVariants(&owned, limits: limits)
        takeValuesBelowLabels(&owned)
        placeByOrder(&owned, limits: limits)
        findUnknown(owned)
        doubtGluedLabels()
    }

    /// The token of the label of a form's row, or -1.
    func labelToken(of formRow: Int) -> Int {
        let row = sourceOf[formRow]
        return row < 0 ? -1 : labelToken(source: row, form: formRow)
    }

    /// Whether the source has the own label of a row of the form, not only that of its group.
    func hasOwnLabel(_ formRow: Int) -> Bool {
        let token = labelToken(of: formRow)
        guard token >= 0, source.tokens[token].text >= 0, presence[formRow] != .placed else { return false }
        return likeness.of(source.tokens[token].text, outline.rows[range.lowerBound + formRow].label) > 0
    }

    /// Whether a field has words that are no label of any form.
    func isWord(_ token: Int) -> Bool {
        let text = source.tokens[token].text
        return text >= 0 && likeness[text].isEmpty
    }

    /// Whether a row of the source has words that are like a label of any form.
    func hasLabel(_ index: Int) -> Bool {
        source.rows[index].tokens.contains { token in
            let text = source.tokens[token].text
            return text >= 0 && !likeness[text].isEmpty
        }
    }

    func labelToken(source index: Int, form formRow: Int) -> Int {
        let row = source.rows[index]
        guard row.labelToken >= 0 else { return -1 }
        for token in (row.tokens.lowerBound...row.labelToken).reversed() {
            let text = source.tokens[token].text
            if text >= 0, !likeness[text].isEmpty { return token }
        }
        return outline.rows[range.lowerBound + formRow].label < 0 ? -1 : row.labelToken
    }

    /// A damaged label that is nearly as like another row of the part says nothing.
    private mutating func dropWeak() {
        let labels = range.map { outline.rows[$0].label }
        for row in labels.indices where sourceOf[row] >= 0 && labels[row] >= 0 {
            let token = labelToken(of: row)
            guard token >= 0, source.tokens[token].text >= 0 else { continue }
            let matches = likeness[source.tokens[token].text]
            let own = matches.first { $0.label == labels[row] }?.likeness ?? 0
            // The group's own label in front is no rival.
            let outer = outline.rows[range.lowerBound + row].outer
            let next =
                matches.filter { match in
                    match.label != labels[row] && labels.contains(match.label) && !outer.contains(match.label)
                        && !isRivalVariant(match.label, of: row)
                }.map(\.likeness).max() ?? 0
            // 3.其他 and （六）其他处理 are alike in their short forms; an exact label needs no margin.
            if own < Likeness.exact, own < Likeness.weak || own - next < Likeness.margin {
                sourceOf[row] = -1
                presence[row] = .lost
            }
        }
    }

    /// Whether a label is that of a row which another variant of a row's group has in its place.
    private func isRivalVariant(_ label: Int, of row: Int) -> Bool {
        guard let variant = part.rows[row].variant else { return false }
        return part.rows.indices.contains { other in
            outline.rows[range.lowerBound + other].label == label && part.rows[other].variant?.group == variant.group
                && part.rows[other].variant?.alternative != variant.alternative
        }
    }

    /// Rows with the exact label of a free row of the form stand at another place than the form has them.
    private mutating func takeMovedRows(_ owned: inout Set<Int>, limits: Range<Int>) {
        for index in limits where !owned.contains(index) {
            let row = source.rows[index]
            guard row.labelToken >= 0, row.valueCount > 0 || row.tokens.count > 3 else { continue }
            for formRow in sourceOf.indices {
                let target = outline.rows[range.lowerBound + formRow]
                guard target.role == .values, target.label >= 0, row.valueCount <= target.slotCount + 1 else { continue }
                let token = labelToken(source: index, form: formRow)
                guard token >= 0, source.tokens[token].text >= 0 else { continue }
                let text = source.tokens[token].text
                guard likeness[text].first?.label == target.label else { continue }
                guard likeness.exactLabel(of: text) != nil else {
                    // Beside its row, a label that is nearly the same is the same, misread.
                    if row.valueCount == target.slotCount, isBeside(index, sourceOf[formRow]),
                        !hasSameValues(index, sourceOf[formRow])
                    {
                        duplicated.insert(formRow)
                    }
                    continue
                }
                if sourceOf[formRow] < 0 {
                    sourceOf[formRow] = index
                    presence[formRow] = .moved
                    owned.insert(index)
                } else if !hasSameValues(index, sourceOf[formRow]), row.valueCount > 0 {
                    duplicated.insert(formRow)
                }
                break
            }
        }
    }

    /// Whether no values stand between two rows of the source.
    private func isBeside(_ left: Int, _ right: Int) -> Bool {
        right >= 0 && (min(left, right)..<max(left, right)).dropFirst().allSatisfy { source.rows[$0].valueCount == 0 }
    }

    private func hasSameValues(_ left: Int, _ right: Int) -> Bool {
        func values(_ row: Int) -> [FieldMeaning] { source.rows[row].tokens.map { source.tokens[$0].meaning }.filter(\.isValue) }
        return values(left) == values(right)
    }

    /// Rows without a label are known by their order where a gap has as many of them as the form has rows free.
    private mutating func placeByOrder(_ owned: inout Set<Int>, limits: Range<Int>) {
        var free: [Int] = []
        var before = limits.lowerBound
        for row in sourceOf.indices {
            let isFound = sourceOf[row] >= 0 && presence[row] == .found
            if isFound {
                // A damaged source may have a row of the part in front of where the part begins.
                fill(&free, between: before..<max(before, sourceOf[row]), &owned)
                before = max(before, sourceOf[row] + 1)
            } else if part.rows[row].role == .values, presence[row] == .lost {
                free.append(row)
            }
        }
        let last = sourceOf.filter { $0 >= 0 }.max() ?? limits.lowerBound
        // Behind the last row of a part nothing says where the part ends, but for the part behind it.
        fill(&free, between: before..<max(before, min(limits.upperBound, last + 1 + free.count * 2)), &owned)
    }

    private mutating func fill(_ free: inout [Int], between rows: Range<Int>, _ owned: inout Set<Int>) {
        defer { free = [] }
        guard !free.isEmpty else { return }
        let candidates = rows.filter { !owned.contains($0) && isUnlabelled($0, for: free) }
        guard !candidates.isEmpty else { return }
        let bare = candidates.compactMap(formRow(above:)).filter(isBare)
        duplicated.formUnion(bare)
        let isVariantOpen = free.contains { row in part.rows[row].variant.map { alternatives[$0.group] == nil } ?? false }
        // Where rows stand out of order, order says nothing.
        if candidates.count == free.count, !isVariantOpen, !presence.contains(.moved), bare.isEmpty {
            for (row, index) in zip(free, candidates) {
                sourceOf[row] = index
                presence[row] = .placed
                owned.insert(index)
            }
        } else {
            contested.append((free, candidates))
            owned.formUnion(candidates)
            guard candidates.count > free.count else { return }
            // One too many may be the row whose label stands beside it.
            let beside = Set(candidates.flatMap { [$0 - 1, $0 + 1] })
            duplicated.formUnion(sourceOf.indices.filter { part.rows[$0].role == .values && beside.contains(sourceOf[$0]) })
        }
    }

    /// The row of the form that stands right above a row of the source.
    private func formRow(above index: Int) -> Int? { sourceOf.firstIndex { $0 >= 0 && $0 + 1 == index } }

    /// Whether a row of the form has its label in the source and nothing behind it: the numbers of the next line may be its own.
    func isBare(_ formRow: Int) -> Bool {
        let index = sourceOf[formRow]
        return index >= 0 && part.rows[formRow].role == .values
            && source.rows[index].labelToken == source.rows[index].tokens.upperBound - 1
    }

    /// Whether a row has values and no label that names another row.
    private func isUnlabelled(_ index: Int, for free: [Int]) -> Bool {
        let row = source.rows[index]
        let widest = free.map { part.rows[$0].slots.count }.max() ?? 0
        // A lone number is a page number sooner than a row.
        guard row.tokens.count > 1, row.valueCount > 0 || row.tokens.count > widest && isInPiece(index),
            row.valueCount <= widest + 1
        else {
            return false
        }
        if widest > 2, row.valueCount > 0, row.valueCount * 3 < widest, !row.isPositional { return false }
        let labels = Set(free.map { outline.rows[range.lowerBound + $0].label })
        let outer = Set(free.flatMap { outline.rows[range.lowerBound + $0].outer })
        for token in row.tokens where source.tokens[token].meaning == .text {
            let text = source.tokens[token].text
            guard text >= 0, likeness[text].contains(where: { labels.contains($0.label) || outer.contains($0.label) }) else {
                return false
            }
        }
        return true
    }

    /// Whether a row of the source stands in one piece with rows that were found; one of another piece that has nothing is none.
    private func isInPiece(_ index: Int) -> Bool {
        sourceOf.contains { $0 >= 0 && source.rows[$0].piece == source.rows[index].piece }
    }

    /// Whether the rows of values that were found around a row of the form stand side by side in one piece of the source.
    func isBetweenNeighbours(_ formRow: Int) -> Bool {
        let before = sourceOf[..<formRow].last { $0 >= 0 } ?? -1
        let behind = sourceOf[formRow...].first { $0 >= 0 } ?? -1
        return before >= 0 && behind == before + 1 && source.rows[before].piece == source.rows[behind].piece
    }

    /// Whether a row of the source that is no row of the form looks like one of the form's.
    func hasTrace(of formRow: Int) -> Bool {
        let label = outline.rows[range.lowerBound + formRow].label
        let taken = Set(sourceOf)
        return region.contains { index in
            guard !taken.contains(index) else { return false }
            return source.rows[index].tokens.contains { token in
                let text = source.tokens[token].text
                return text >= 0 && likeness.of(text, label) > 0
            }
        }
    }

    private mutating func findUnknown(_ owned: Set<Int>) {
        let rows = sourceOf.filter { $0 >= 0 } + contested.flatMap(\.source)
        guard let first = rows.min(), let last = rows.max() else { return }
        region = first..<(last + 1)
        unknown = region.filter { !owned.contains($0) && source.rows[$0].valueCount > 0 && source.rows[$0].tokens.count > 1 }
        for index in unknown {
            // A row too many without a label may be the one whose label the row above it has.
            if source.rows[index].labelToken < 0, let above = formRow(above: index) { duplicated.insert(above) }
            // A label with nothing behind it may be the rest of one that was torn.
            if let below = sourceOf.firstIndex(of: index + 1), isBare(below) { duplicated.insert(below) }
        }
    }
}
