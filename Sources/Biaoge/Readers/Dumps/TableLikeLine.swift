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
        let text = span.trimmed(line.range)
        guard text.count <= 1_000, !span.endsWithStop(text), !span.isSectionTitle(text) else { return false }
        // A wide page has long gaps between its columns, which are no text.
        let gaps = text.count > 120 ? span.count(of: .space, in: text) : 0
        return span.scalarCount(text) - gaps <= 120 && text.count - gaps <= 360
            && (span.wordScalarCount(text) <= 60 || span.hasWideGap(text))
    }
}

extension Span<UInt8> {
    /// Whether a text is the title of a section of a report: `二、主动公开政府信息情况`, `2、 主动公开…情况`, `六、其他需要报告的事项`.
    ///
    /// Labels of rows begin with such numbers too (一、本年新收政府信息公开申请数量), but no label ends with 情况 or 事项.
    func isSectionTitle(_ range: Range<Int>) -> Bool {
        guard range.count <= 120, let mark = SectionNumber(range, in: self), mark.mayBeSection else { return false }
        return ["情况", "事项", "问题", "措施"].contains { ends(range, with: $0) }
    }

    /// Whether a text has a gap of at least two blanks, as columns have that are laid out by spaces.
    func hasWideGap(_ range: Range<Int>) -> Bool {
        var blanks = 0
        var offset = range.lowerBound
        while offset < range.upperBound {
            let length = whiteSpaceLength(at: offset, before: range.upperBound)
            blanks = length == 0 ? 0 : blanks + (length == 3 ? 2 : 1)
            if blanks >= 2 { return true }
            offset += Swift.max(1, length)
        }
        return false
    }
}
