/// What the alignment needs to know of a form: all its rows as one sequence, with their labels as numbers of a ``LabelBook``.
struct FormOutline: Sendable {
    /// A row of the form.
    struct Row: Sendable {
        var part: Int
        /// The row in ``Form/Part/rows``.
        var index: Int
        var role: Form.Row.Role
        /// The innermost label of a row of values, if it has one.
        var label: Int?
        /// The labels outside it, the heading over the row left out.
        var outer: [Int]
        /// For a header, its words; for a heading, its only label.
        var words: [Int]
        var slotCount: Int

        /// All of its labels.
        var labels: [Int] { words + outer + [label].compactMap(\.self) }
    }

    var rows: [Row] = []
    /// For each part, the rows of ``rows`` that are it.
    var parts: [Range<Int>] = []
    /// For each part, the words of its headers.
    var headerWords: [Set<Int>] = []
    /// For each part, the rows whose labels another form's part of the same name lacks, or has in an unusual variant only.
    fileprivate(set) var disputedRows: [Set<Int>] = []

    /// For each part, the rows whose label another form's part of the same name has in front of other values.
    fileprivate(set) var ambiguousRows: [Set<Int>] = []

    /// The labels of a part's rows of values and the words of its headers.
    func labels(ofPart part: Int) -> Set<Int> {
        headerWords[part].union(rows[parts[part]].lazy.compactMap(\.label))
    }

    init(_ form: Form, book: inout LabelBook) {
        for (partIndex, part) in form.parts.enumerated() {
            let start = rows.count
            var words: Set<Int> = []
            for (index, row) in part.rows.enumerated() {
                var labels: [Int] = []
                for (text, cell) in zip(row.labels, row.labelCells) {
                    labels.append(book.add([text] + (part.otherWordings[cell] ?? [])))
                }
                let isValues = row.role == .values
                rows.append(
                    Row(
                        part: partIndex, index: index, role: row.role, label: isValues ? labels.last : nil,
                        outer: isValues ? Array(labels.dropLast()) : [], words: isValues ? [] : labels, slotCount: row.slots.count
                    ))
                if row.role == .header { words.formUnion(labels) }
            }
            parts.append(start..<rows.count)
            headerWords.append(words)
        }
    }
}

/// The outlines of all forms, and the book of their labels.
struct FormOutlines: Sendable {
    let book: LabelBook
    let outlines: [FormOutline]

    init(_ forms: [Form]) {
        var book = LabelBook()
        var outlines = forms.map { FormOutline($0, book: &book) }
        for form in forms.indices {
            outlines[form].disputedRows = forms[form].parts.indices.map { Self.disputedRows($0, of: form, forms, outlines) }
            outlines[form].ambiguousRows = forms[form].parts.indices.map { Self.ambiguousRows($0, of: form, forms, outlines) }
        }
        self.outlines = outlines
        self.book = book
    }

    private static func ambiguousRows(_ part: Int, of form: Int, _ forms: [Form], _ outlines: [FormOutline]) -> Set<Int> {
        /// The rows of values of a part, each with its label and the keys of its slots.
        func rows(_ part: Form.Part, _ outline: ArraySlice<FormOutline.Row>) -> [(index: Int, label: Int?, keys: [String])] {
            zip(part.rows, outline).filter { $0.0.role == .values }.map {
                ($0.0.index, $0.1.label, part.slots[$0.0.slots].map(\.key))
            }
        }
        let own = rows(forms[form].parts[part], outlines[form].rows[outlines[form].parts[part]])
        var result: Set<Int> = []
        for (other, outline) in zip(forms, outlines) {
            guard let number = other.parts.firstIndex(where: { $0.id == forms[form].parts[part].id }) else { continue }
            let theirs = Dictionary(grouping: rows(other.parts[number], outline.rows[outline.parts[number]]), by: \.label)
            result.formUnion(
                own.filter { row in theirs[row.label].map { !$0.contains { $0.keys == row.keys } } ?? false }.map(\.index))
        }
        return result
    }

    private static func disputedRows(_ part: Int, of form: Int, _ forms: [Form], _ outlines: [FormOutline]) -> Set<Int> {
        let own = zip(forms[form].parts[part].rows, outlines[form].rows[outlines[form].parts[part]])
        var result: Set<Int> = []
        for (other, outline) in zip(forms, outlines) {
            guard let number = other.parts.firstIndex(where: { $0.id == forms[form].parts[part].id }) else { continue }
            let theirs = zip(other.parts[number].rows, outline.rows[outline.parts[number]])
            let usual = Set(theirs.filter { $0.0.variant?.isUsual ?? true }.map(\.1.label))
            result.formUnion(own.filter { $0.0.role == .values && !usual.contains($0.1.label) }.map(\.0.index))
        }
        return result
    }
}
