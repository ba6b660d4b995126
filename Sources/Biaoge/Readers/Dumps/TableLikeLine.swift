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
        let isSentence = span.endsWithStop(text) && !Self.isNumberInQuestion(text, span)
        guard text.count <= 1_000, !isSentence, !span.isSectionTitle(text) else { return false }
        // A wide page has long gaps between its columns, which are no text.
        let gaps = text.count > 120 ? span.count(of: .space, in: text) : 0
        return span.scalarCount(text) - gaps <= 120 && text.count - gaps <= 360
            && (span.wordScalarCount(text) <= 60 || span.hasWideGap(text))
    }

    /// Whether a text is a number that somebody doubted, `10?`, and no sentence.
    private static func isNumberInQuestion(_ text: Range<Int>, _ span: Span<UInt8>) -> Bool {
        let digits = text.prefix { span[$0].isDigit }
        let rest = digits.upperBound..<text.upperBound
        return !digits.isEmpty && (span.starts(rest, with: "?") || span.starts(rest, with: "？")) && rest.count <= 3
    }
}
