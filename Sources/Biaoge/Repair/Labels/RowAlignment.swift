/// Which row of the source is which row of a form: one monotone alignment of all rows with all rows (Needleman and Wunsch 1970),
/// headings and headers included, in which rows of either side may be left out.
struct RowAlignment: Sendable {
    /// For each row of the form the row of the source; `nil` for one that was not found.
    private(set) var sourceOfForm: [Int?]
    /// For each part, the sum of the scores of its rows.
    private(set) var partScores: [Int]

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
        sourceOfForm = [Int?](repeating: nil, count: columns)
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
