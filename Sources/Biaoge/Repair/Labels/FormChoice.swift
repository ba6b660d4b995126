/// Which form each part of a report is of. The year does not decide it, and a report may mix forms: each part has the form whose labels
/// it has, those first that no other form has, or pieces of them; a part that both forms have alike is of the form of the others.
struct FormChoice {
    /// A part of the answer.
    struct Part {
        var form: Int
        var part: Int
        /// The share of the part's rows whose labels the source has; 0 for a part that was not found.
        var confidence: Double
        /// The first and the last row of the source that is part of it.
        var sourceRows: ClosedRange<Int>?
        /// Whether a label says so that no other form has.
        var isProved = false
        /// Whether a piece of such a label does at least.
        var isLikely = false
    }

    private(set) var parts: [Part] = []
    private let rowCount: Int

    init(
        _ forms: [Form], _ outlines: [FormOutline], _ alignments: [RowAlignment], source: TokenRows, likeness: LabelLikeness,
        document: Document
    ) {
        rowCount = source.rows.count
        var names: [String] = []
        for form in forms { for part in form.parts where !names.contains(part.id) { names.append(part.id) } }
        // Which form most of the report is of.
        var totals = forms.indices.map { alignments[$0].partScores.reduce(0, +) }
        for (index, form) in forms.enumerated() {
            if let year = document.year, form.firstYear ?? Int.min <= year, year <= form.lastYear ?? Int.max {
                totals[index] += 1
            }
        }
        var found: [String: Part] = [:]
        let texts = Set(source.rows.lazy.flatMap(source.texts)).map { likeness[$0] }
        // Of several labels the number in front tells which it is: 3.其他 is no word of a header.
        let exact = texts.compactMap { matches in
            matches.first.flatMap { best in
                best.likeness < Likeness.exact ? nil : matches.filter { $0.likeness == best.likeness }.map(\.label)
            }
        }
        let damaged = texts.compactMap { matches in matches.first.flatMap { $0.likeness < Likeness.exact ? [$0.label] : nil } }
        for name in names {
            var best: (part: Part, score: (Int, Int, Int, Int))?
            let labels = zip(forms, outlines).map { form, outline in
                form.parts.firstIndex { $0.id == name }.map(outline.labels(ofPart:)) ?? []
            }
            // A label that no other form has proves more than how many rows were found, and a piece of one, 本年新制作, more than nothing.
            let proofs = Self.countOfOwn(exact, labels)
            let hints = proofs.allSatisfy { $0 == 0 } ? Self.countOfOwn(damaged, labels) : proofs
            for (index, form) in forms.enumerated() {
                guard let number = form.parts.firstIndex(where: { $0.id == name }) else { continue }
                let part =
                    Self.evidence(index, number, outlines[index], alignments[index])
                    ?? Self.onlyRow(of: form.parts[number], index, number, outlines[index], alignments[index], source, document)
                guard var part else { continue }
                part.isProved = proofs[index] > 0
                part.isLikely = hints[index] > 0
                let score = (proofs[index], hints[index], alignments[index].partScores[number], totals[index])
                if let known = best, score <= known.score { continue }
                best = (part, score)
            }
            // Where more labels prove another form, of which too little stands in order, this one's are what both have alike.
            if let part = best?.part, hints[part.form] == hints.max() { found[name] = part }
        }
        // The form of a report is that of its parts that tell forms apart, else that of most labels.
        var main = forms.indices.max { totals[$0] < totals[$1] } ?? 0
        guard !found.isEmpty else { return }
        if !found.values.contains(where: { $0.form == main }), let first = names.lazy.compactMap({ found[$0] }).first {
            main = first.form
        }
        let order = forms[main].parts.map(\.id) + names.filter { name in !forms[main].parts.contains { $0.id == name } }
        for name in order {
            if let part = found[name] {
                parts.append(part)
            } else if let number = forms[main].parts.firstIndex(where: { $0.id == name }) {
                parts.append(Part(form: main, part: number, confidence: 0, sourceRows: nil))
            }
        }
    }

    /// The rows of the source that can belong to a part: those behind the part before it and before the part behind it.
    func limits(_ index: Int) -> Range<Int> {
        let before = parts[..<index].compactMap { $0.sourceRows?.upperBound }.max().map { $0 + 1 } ?? 0
        let behind = parts[(index + 1)...].compactMap { $0.sourceRows?.lowerBound }.min() ?? rowCount
        return before..<max(before, behind)
    }

    /// For each form how many texts are labels of its part, and not of the same part of any other form.
    private static func countOfOwn(_ texts: [[Int]], _ labels: [Set<Int>]) -> [Int] {
        labels.indices.map { index in
            texts.count { text in labels.indices.allSatisfy { labels[$0].isDisjoint(with: text) == ($0 != index) } }
        }
    }

    /// What of a part an alignment found; `nil` when that is too little to say that it is there.
    private static func evidence(_ form: Int, _ part: Int, _ outline: FormOutline, _ alignment: RowAlignment) -> Part? {
        let range = outline.parts[part]
        var values = 0
        var sources: [Int] = []
        for row in range {
            guard let source = alignment.sourceOfForm[row] else { continue }
            sources.append(source)
            if outline.rows[row].role == .values { values += 1 }
        }
        guard values > 0, sources.count >= 2, sources.count * 4 >= range.count, let first = sources.min(),
            let last = sources.max()
        else { return nil }
        return Part(form: form, part: part, confidence: Double(sources.count) / Double(range.count), sourceRows: first...last)
    }

    /// A part whose header is lost, known by the title over it: its only row of values stands there with a field for each.
    private static func onlyRow(
        of part: Form.Part, _ form: Int, _ number: Int, _ outline: FormOutline, _ alignment: RowAlignment, _ source: TokenRows,
        _ document: Document
    ) -> Part? {
        let rows = outline.parts[number].filter { outline.rows[$0].role == .values }
        guard rows.count == 1, let index = alignment.sourceOfForm[rows[0]] else { return nil }
        let row = source.rows[index]
        let isWhole = row.valueCount == part.slots.count || row.isPositional && row.tokens.count == part.slots.count
        guard isWhole, row.labelToken == nil else { return nil }
        let above = document.texts(before: row.source.table).map { LabelText($0).key }
        guard ([part.title] + part.otherTitles).contains(where: { above.contains(LabelText($0).key) }) else { return nil }
        return Part(form: form, part: number, confidence: 1 / Double(outline.parts[number].count), sourceRows: index...index)
    }
}
