/// How well a row of the source fits a row of a form.
struct RowScore {
    let source: TokenRows
    let form: FormOutline
    let likeness: LabelLikeness

    /// The scores of a row of the source with every row of the form; 0 where they have nothing in common.
    func scores(of index: Int) -> [Int32] {
        let row = source.rows[index]
        var line = [Int32](repeating: 0, count: form.rows.count)
        let label = likeness.labelText(of: row, in: source)
        // Words that are like no label say nothing of the rows that have one.
        guard source.texts(of: row).contains(where: { !likeness[$0].isEmpty }) else {
            for (column, target) in form.rows.enumerated() where target.role == .values && target.label == nil {
                line[column] = Int32(unlabelled(index, label, target))
            }
            return line
        }
        // How like each label any text of the row is.
        var all = [Int](repeating: 0, count: likeness.labelCount)
        for text in source.texts(of: row) {
            for match in likeness[text] { all[match.label] = max(all[match.label], match.likeness) }
        }
        let last = label.map { likeness[$0] } ?? []
        // For each part, whether the row's own label is a word of its headers.
        let isHeaderWord = last.first.map { best in form.headerWords.map { $0.contains(best.label) } } ?? []
        let endsHeader = row.valueCount > 0 && endsHeader(index, isHeaderWord)
        for (column, target) in form.rows.enumerated() {
            switch target.role {
            case .values:
                guard let targetLabel = target.label else {
                    line[column] = Int32(unlabelled(index, label, target))
                    continue
                }
                if endsHeader {
                    // The last word of a header is no label of what stands behind it.
                    continue
                } else if row.valueCount == 0, let best = last.first, best.label != targetLabel,
                    isHeaderWord[target.part]
                {
                    // A word of a header, such as 总计, is no row of blanks.
                    continue
                } else if row.valueCount <= max(target.slotCount + 2, target.slotCount * 3 / 2),
                    let own = last.first(where: { $0.label == targetLabel })?.likeness
                {
                    let outer = target.outer.contains { all[$0] > Likeness.group } ? 4 : 0
                    line[column] = Int32(own + outer)
                }
            case .header, .heading:
                guard row.valueCount == 0 else { continue }
                let found = target.words.reduce(0) { $0 + all[$1] }
                line[column] = Int32(target.role == .heading ? found * 2 / 5 : found * 3 / 5 / max(1, target.words.count))
            }
        }
        return line
    }

    /// Whether the label of a row is a word of a header of which several more stand right in front of it.
    private func endsHeader(_ index: Int, _ isHeaderWord: [Bool]) -> Bool {
        zip(isHeaderWord, form.headerWords).contains { isWord, words in
            guard isWord else { return false }
            let rowsAbove = source.rows[..<index].lazy.reversed().prefix(Self.fewWords).prefix { $0.valueCount == 0 }
            let texts = ([source.rows[index]] + rowsAbove).flatMap { source.texts(of: $0).reversed() }
            return texts.count >= Self.fewWords
                && texts.prefix(Self.fewWords).allSatisfy { likeness[$0].first.map { words.contains($0.label) } ?? false }
        }
    }

    /// As many words of a header say that it is one: 3.其他 and （七）总计 are rows of which each ends with one.
    private static let fewWords = 4

    /// A row of a form without a label (the one of 行政复议、行政诉讼) is known by how many values it has.
    ///
    /// - Parameter label: the text that is the own label of the row of the source.
    private func unlabelled(_ index: Int, _ label: Int?, _ target: FormOutline.Row) -> Int {
        let row = source.rows[index]
        let isHeaderWord = label.map { text in
            form.headerWords[target.part].contains { likeness.of(text, $0) > Likeness.gluedToShort }
        }
        guard isHeaderWord ?? true else { return 0 }
        // Marks for nothing fill a cell as numbers do.
        let marks = row.tokens.count { source.tokens[$0].meaning == .blankMark }
        let missing = abs(target.slotCount - row.valueCount - marks)
        if missing * 3 <= target.slotCount { return 70 - missing * 6 }
        guard row.isPositional, row.labelToken == nil, target.slotCount > 7 else { return 0 }
        // A row of blanks is as wide as the table. One whose empty end was dropped stands below its header, as a page's number may.
        if row.tokens.count >= target.slotCount { return 40 }
        let isBelowHeader = row.valueCount > 0 && index > 0 && isHeader(index - 1, of: target.part)
        return isBelowHeader ? 39 : 0
    }

    /// Whether a row has no other words than some of a part's header, and several of them.
    private func isHeader(_ index: Int, of part: Int) -> Bool {
        let texts = Array(source.texts(of: source.rows[index]))
        return source.rows[index].valueCount == 0 && texts.count >= Self.fewWords
            && texts.allSatisfy { likeness[$0].first.map { form.headerWords[part].contains($0.label) } ?? false }
    }
}
