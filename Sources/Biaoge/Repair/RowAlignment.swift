/// Which row of the source is which row of a form: one monotone alignment of all rows with all rows (Needleman and Wunsch 1970),
/// headings and headers included, in which rows of either side may be left out.
struct RowAlignment: Sendable {
    /// For each row of the form the row of the source, or -1.
    var sourceOfForm: [Int]
    /// For each part, the sum of the scores of its rows.
    var partScores: [Int]

    /// Aligns the rows of a document with those of a form.
    ///
    /// - Parameter likeness: for each text of the source, how like each label it is.
    init(_ source: TokenRows, _ form: FormOutline, likeness: LabelLikeness) {
        let columns = form.rows.count
        let scorer = RowScore(source: source, form: form, likeness: likeness)
        // Rows of the source that nothing of the form is like have no part in the alignment.
        var kept: [Int] = []
        var scores: [[Int32]] = []
        for row in source.rows.indices {
            let line = scorer.scores(of: row)
            guard line.contains(where: { $0 > 0 }) else { continue }
            kept.append(row)
            scores.append(line)
        }
        var best = [Int32](repeating: 0, count: (kept.count + 1) * (columns + 1))
        for (index, line) in scores.enumerated() {
            let above = index * (columns + 1)
            let here = above + columns + 1
            for column in 0..<columns {
                var value = max(best[above + column + 1], best[here + column])
                if line[column] > 0 { value = max(value, best[above + column] + line[column]) }
                best[here + column + 1] = value
            }
        }
        sourceOfForm = [Int](repeating: -1, count: columns)
        partScores = [Int](repeating: 0, count: form.parts.count)
        var index = kept.count
        var column = columns
        while index > 0, column > 0 {
            let here = index * (columns + 1) + column
            if best[here] == best[here - columns - 1] {
                index -= 1
            } else if best[here] == best[here - 1] {
                column -= 1
            } else {
                index -= 1
                column -= 1
                sourceOfForm[column] = kept[index]
                partScores[form.rows[column].part] += Int(scores[index][column])
            }
        }
    }
}

/// How like each label each text of a document is, found out once.
struct LabelLikeness: Sendable {
    private let matches: [[LabelBook.Match]]
    /// How many labels there are.
    let labelCount: Int

    init(_ texts: [LabelText], book: LabelBook) {
        matches = texts.map { book.matches($0) }
        labelCount = book.labelCount
    }

    /// The labels that some text in the rows of a document is without damage.
    func exactLabels(of source: TokenRows) -> Set<Int> {
        var texts = Set(source.rows.lazy.flatMap(\.tokens).map { source.tokens[$0].text })
        texts.remove(-1)
        return Set(texts.compactMap(exactLabel))
    }

    /// The label that a text is without damage; of several, the one that its number speaks for.
    func exactLabel(of text: Int) -> Int? {
        matches[text].first.flatMap { $0.likeness >= Likeness.exact ? $0.label : nil }
    }

    /// Whether a text is a label without damage.
    func isExact(_ text: Int, _ label: Int) -> Bool { of(text, label) >= Likeness.exact }

    /// What a text may be, the likeliest first.
    subscript(text: Int) -> [LabelBook.Match] { matches[text] }

    /// How like a label a text is, 0 when not at all.
    func of(_ text: Int, _ label: Int) -> Int {
        matches[text].first { $0.label == label }?.likeness ?? 0
    }
}

/// How well a row of the source fits a row of a form.
struct RowScore {
    let source: TokenRows
    let form: FormOutline
    let likeness: LabelLikeness

    /// The scores of a row of the source with every row of the form; 0 where they have nothing in common.
    func scores(of index: Int) -> [Int32] {
        let row = source.rows[index]
        var line = [Int32](repeating: 0, count: form.rows.count)
        // How like each label any text of the row is.
        var all = [Int](repeating: 0, count: likeness.labelCount)
        for token in row.tokens where source.tokens[token].text >= 0 {
            for match in likeness[source.tokens[token].text] { all[match.label] = max(all[match.label], match.likeness) }
        }
        let last = labelText(of: row).map { likeness[$0] } ?? []
        // For each part, whether the row's own label is a word of its headers.
        let isHeaderWord = last.first.map { best in form.headerWords.map { $0.contains(best.label) } } ?? []
        for (column, target) in form.rows.enumerated() {
            switch target.role {
            case .values:
                if target.label < 0 {
                    line[column] = Int32(unlabelled(row, target))
                } else if row.valueCount == 0, let best = last.first, best.label != target.label,
                    isHeaderWord[target.part]
                {
                    // A word of a header, such as 总计, is no row of blanks.
                    continue
                } else if row.valueCount <= max(target.slotCount + 2, target.slotCount * 3 / 2),
                    let own = last.first(where: { $0.label == target.label })?.likeness
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

    /// The text that is the row's own label: the last words before the first value that look like a label.
    func labelText(of row: TokenRow) -> Int? {
        guard row.labelToken >= 0 else { return nil }
        for token in (row.tokens.lowerBound...row.labelToken).reversed() {
            let text = source.tokens[token].text
            if text >= 0, !likeness[text].isEmpty { return text }
        }
        return nil
    }

    /// A row of a form without a label (the one of 行政复议、行政诉讼) is known by how many values it has.
    private func unlabelled(_ row: TokenRow, _ target: FormOutline.Row) -> Int {
        let isHeaderWord = labelText(of: row).map { text in
            form.headerWords[target.part].contains { likeness.of(text, $0) > Likeness.gluedToShort }
        }
        guard isHeaderWord ?? true else { return 0 }
        // Marks for nothing fill a cell as numbers do.
        let marks = row.tokens.count { source.tokens[$0].meaning == .blankMark }
        let missing = abs(target.slotCount - row.valueCount - marks)
        if missing * 3 <= target.slotCount { return 70 - missing * 6 }
        // A row of blanks is as wide as the table.
        return row.isPositional && row.labelToken < 0 && row.tokens.count >= target.slotCount && target.slotCount > 7 ? 40 : 0
    }
}
