/// The cells of a whole report or table on one line, parted by TABs or bars: what `get_text("|")` leaves of a page, or Markdown whose line
/// ends became spaces.
///
///     …情况|第二十条第（一）项|信息内容|本年制发件数|…|规章|0|4|1|行政规范性文件|2|0|7|…
///     …情况 | 第二十条第（一）项 | | | | | --- | --- | --- | --- | | 信息内容 | 本年制发件数 | … | | 规章 | 0 | 4 | 1 | …
enum UnbrokenCells {
    /// What has to be lines of their own for the other readers: rows of Markdown with what stands around them, or cells; `nil` for any other
    /// line.
    static func lines(of line: Range<Int>, _ span: Span<UInt8>) -> [Range<Int>]? {
        let separator: UInt8 = span.count(of: .tab, in: line) > 0 ? .tab : .bar
        var fields: [Range<Int>] = []
        var start = line.lowerBound
        for offset in line where span[offset] == separator {
            fields.append(start..<offset)
            start = offset + 1
        }
        fields.append(start..<line.upperBound)
        guard fields.count >= 24 else { return nil }
        if separator == .bar, let rows = markdownRows(fields, span) { return rows }
        for index in fields.indices {
            fields[index] = span.trimmed(fields[index])
            // The last cell of a row and the first of the next, which bars part no more.
            let words = span.words(in: fields[index])
            if words.count > 1, let first = words.first, let last = words.last, span.isNumberOrBlankMark(first),
                !span.isNumberOrBlankMark(last)
            {
                return nil
            }
        }
        return UnbrokenLines.areCells(fields.filter { !$0.isEmpty }, span) ? fields : nil
    }

    /// The rows of tables and the texts around them. As many dashes as a table has columns stand behind its header, and what stands between the
    /// bars behind one row and before the next is blank.
    private static func markdownRows(_ fields: [Range<Int>], _ span: Span<UInt8>) -> [Range<Int>]? {
        var lines: [Range<Int>] = []
        // The last field that is no cell and whose text is not among the lines.
        var text = 0
        var index = 0
        while index < fields.count {
            guard isRule(fields[index], span) else {
                index += 1
                continue
            }
            let width = fields[index...].prefix { isRule($0, span) }.count
            let header = index - width - 2
            guard header >= text else { return nil }
            lines.append(span.trimmed(fields[text].lowerBound..<fields[header].upperBound))
            var end = header
            repeat {
                lines.append(fields[end].upperBound..<fields[end + width + 1].lowerBound)
                end += width + 1
            } while end + width + 1 < fields.count && span.isBlank(fields[end])
            (text, index) = (end, end + 1)
        }
        guard text > 0 else { return nil }
        lines.append(span.trimmed(fields[text].lowerBound..<(fields.last?.upperBound ?? 0)))
        return lines
    }

    /// Whether a field is a rule of Markdown: `---`, `:--:`.
    private static func isRule(_ field: Range<Int>, _ span: Span<UInt8>) -> Bool {
        let text = span.trimmed(field)
        return text.count > 2 && text.allSatisfy { span[$0] == .hyphen || span[$0] == 0x3A }
    }
}
