/// Closes up headers whose characters stand apart: 结 果 维 持 becomes 结果维持.
///
/// Only in the rows of headers at the top, and only where every word is a single Chinese character: there the spaces can be
/// nothing but justification. Elsewhere they may part the items of a list.
enum SpacedHeaders {
    /// Closes up the headers of a table.
    ///
    /// - Returns: the cells that were changed.
    static func close(_ table: inout Table) -> [Cell] {
        let firstValueRow = table.cells.first { table.utf8.span.isNumberOrBlankMark($0.textRange) }?.row ?? min(1, table.rowCount)
        // In reading order, headers come first.
        let changes = table.cells.prefix { $0.row < firstValueRow }.indices.filter { index in
            isSpaced(table.utf8.span, table.cells[index].textRange)
        }
        guard !changes.isEmpty else { return [] }
        var utf8 = table.utf8
        var cells = table.cells
        for index in changes {
            let cell = cells[index]
            let start = utf8.count
            for word in table.utf8.span.words(in: cell.textRange) { utf8 += table.utf8[word] }
            cells[index] = cell.withText(start..<utf8.count)
        }
        table = table.replacing(cells: cells, utf8: utf8)
        return changes.map { cells[$0] }
    }

    /// Whether a text is two Chinese characters or more, each a word of its own.
    private static func isSpaced(_ span: Span<UInt8>, _ range: Range<Int>) -> Bool {
        // Most texts are settled by their first characters.
        guard range.count >= 7, span[range.lowerBound] >= 0xE4, span[range.lowerBound] <= 0xE9,
            span.whiteSpaceLength(at: range.lowerBound + 3, before: range.upperBound) > 0
        else { return false }
        let words = span.words(in: range)
        return words.count > 1 && words.allSatisfy { $0.count == 3 && span[$0.lowerBound] >= 0xE4 && span[$0.lowerBound] <= 0xE9 }
    }
}
