/// How like each label each text of a document is, found out once.
struct LabelLikeness: Sendable {
    private let matches: [[LabelBook.Match]]
    /// How many labels there are.
    let labelCount: Int

    init(_ texts: [LabelText], book: LabelBook) {
        matches = texts.map { book.matches($0) }
        labelCount = book.labelCount
    }

    /// The label that a text is without damage; of several, the one that its number speaks for.
    func exactLabel(of text: Int) -> Int? {
        matches[text].first.flatMap { $0.likeness >= Likeness.exact ? $0.label : nil }
    }

    /// Whether a text is a label without damage.
    func isExact(_ text: Int, _ label: Int) -> Bool { of(text, label) >= Likeness.exact }

    /// Whether a text is like any label.
    func isLabel(_ text: Int) -> Bool { !matches[text].isEmpty }

    /// The field of a row that is its own label: the last words before the first value that look like a label.
    func labelToken(of row: TokenRow, in source: TokenRows) -> Int? {
        guard let last = row.labelToken else { return nil }
        return (row.tokens.lowerBound...last).last { source.tokens[$0].text.map(isLabel) ?? false }
    }

    /// The text of that field.
    func labelText(of row: TokenRow, in source: TokenRows) -> Int? {
        labelToken(of: row, in: source).flatMap { source.tokens[$0].text }
    }

    /// What a text may be, the likeliest first.
    subscript(text: Int) -> [LabelBook.Match] { matches[text] }

    /// How like a label a text is, 0 when not at all.
    func of(_ text: Int, _ label: Int) -> Int {
        matches[text].first { $0.label == label }?.likeness ?? 0
    }
}
