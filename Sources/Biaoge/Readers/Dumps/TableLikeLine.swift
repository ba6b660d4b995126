extension DumpScan {
    /// The range of a line without the white space at its ends.
    func trimmed(_ line: DumpLine) -> Range<Int> {
        let bytes = self.bytes
        return bytes.span.trimmed(line.range)
    }

    /// Whether a line may be a cell, a label or a row of headers: short, no sentence, and no section title.
    func isTableLike(_ line: DumpLine) -> Bool {
        let bytes = self.bytes
        let span = bytes.span
        let text = span.withoutEmphasis(span.trimmed(line.range))
        guard text.count <= 1_000, !span.endsWithStop(text), !span.isSectionTitle(text) else { return false }
        // A wide page has long gaps between its columns, which are no text.
        let gaps = text.count > 120 ? span.count(of: .space, in: text) : 0
        return span.scalarCount(text) - gaps <= 120 && text.count - gaps <= 360
            && (span.wordScalarCount(text) <= 60 || span.hasWideGap(text))
    }
}
