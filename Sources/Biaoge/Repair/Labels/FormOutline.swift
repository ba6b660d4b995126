/// What the alignment needs to know of a form: all its rows as one sequence, with their labels as numbers of a ``LabelBook``.
struct FormOutline: Sendable {
    /// A row of the form.
    struct Row: Sendable {
        var part: Int
        /// The row in ``Form/Part/rows``.
        var index: Int
        var role: Form.Row.Role
        /// The innermost label; -1 when the row has none.
        var label: Int
        /// The labels outside it, the heading over the row left out.
        var outer: [Int]
        /// For a header, its words; for a heading, its only label.
        var words: [Int]
        var slotCount: Int
    }

    var rows: [Row] = []
    /// For each part, the rows of ``rows`` that are it.
    var parts: [Range<Int>] = []
    /// For each part, the words of its headers.
    var headerWords: [Set<Int>] = []

    /// The labels of a part's rows of values and the words of its headers.
    func labels(ofPart part: Int) -> Set<Int> {
        headerWords[part].union(rows[parts[part]].lazy.map(\.label).filter { $0 >= 0 })
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
                        part: partIndex, index: index, role: row.role, label: isValues ? labels.last ?? -1 : -1,
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
        outlines = forms.map { FormOutline($0, book: &book) }
        self.book = book
    }
}
