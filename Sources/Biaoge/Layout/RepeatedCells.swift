/// Takes out the text that a merged cell has in every position it covers, as python-docx gives it: once is enough.
///
///     一、本年新收… ⇥ 一、本年新收… ⇥ 一、本年新收… ⇥ 86 ⇥ 175        becomes        一、本年新收… ⇥ ⇥ ⇥ 86 ⇥ 175
///
/// The same words side by side are one cell. The same words below each other are one cell as well, where the lower row goes on with words
/// of its own or has no values: a row's own label is not taken from it. The same values side by side are one cell only where the header
/// over them is one cell, and over that stands the title of the block; anywhere else equal numbers are several.
enum RepeatedCells {
    /// The rows without repetitions; the rows themselves when no words stand twice side by side.
    static func closed(_ rows: FieldRows) -> FieldRows {
        guard rows.layout == .tabs || rows.layout == .pipes, hasRepetition(rows) else { return rows }
        /// The columns of the headers that reach over several, in the row of headers above.
        var wide: [Range<Int>] = []
        return rows.withFields { row, closed in
            var isCovered = coveredInRow(row, rows)
            if rows.hasNumberOrBlankMark(row) {
                for run in wide where isOneValue(row, run, rows) { for column in run.dropFirst() { isCovered[column] = true } }
            } else {
                wide = row > 0 && isTitle(row - 1, rows) ? runs(row, rows).filter { areWhole(row, $0, rows) } : []
            }
            coverFromAbove(row, rows, &isCovered)
            for (column, field) in rows.row(row).enumerated() {
                let text = field.textRange
                closed.addField(isCovered[column] ? text.lowerBound..<text.lowerBound : text, line: field.line)
            }
        }
    }

    /// Whether words of some length stand twice side by side anywhere.
    private static func hasRepetition(_ rows: FieldRows) -> Bool {
        let span = rows.utf8.span
        let fields = rows.fields.span
        for row in 0..<rows.rowCount {
            let range = rows.fieldRange(row)
            for index in range.dropFirst() {
                // Four ideographs; nearly all fields are shorter or of other lengths.
                guard fields[index].textCount >= 12, fields[index].textCount == fields[index - 1].textCount else { continue }
                let (left, right) = (fields[index - 1].textRange, fields[index].textRange)
                guard isSame(left, right, span), isText(left, rows) else { continue }
                return true
            }
        }
        return false
    }

    /// For each field of a row, whether it repeats the words to its left.
    private static func coveredInRow(_ row: Int, _ rows: FieldRows) -> [Bool] {
        let span = rows.utf8.span
        let fields = rows.row(row)
        var isCovered = [Bool](repeating: false, count: fields.count)
        for index in fields.indices.dropFirst() {
            let (left, right) = (fields[index - 1].textRange, fields[index].textRange)
            isCovered[index - fields.startIndex] =
                isText(right, rows) && isSame(left, right, span)
                && !isBelowTwo(row, index - fields.startIndex, rows)
        }
        return isCovered
    }

    /// Whether words of a header stand below others than their neighbours to the left do: 结果维持 is the last word below the one and the
    /// first below the other.
    private static func isBelowTwo(_ row: Int, _ column: Int, _ rows: FieldRows) -> Bool {
        guard row > 0, !rows.hasNumberOrBlankMark(row), !rows.hasNumberOrBlankMark(row - 1) else { return false }
        let above = rows.row(row - 1)
        guard above.count == rows.row(row).count else { return false }
        let (left, own) = (above[above.startIndex + column - 1].textRange, above[above.startIndex + column].textRange)
        return isText(own, rows) && !isSame(left, own, rows.utf8.span)
    }

    /// Notes the fields that repeat the words above them.
    private static func coverFromAbove(_ row: Int, _ rows: FieldRows, _ isCovered: inout [Bool]) {
        guard row > 0, rows.fieldRange(row).count == rows.fieldRange(row - 1).count else { return }
        let span = rows.utf8.span
        let (fields, above) = (rows.row(row), rows.row(row - 1))
        let hasValue = rows.hasNumberOrBlankMark(row)
        var lastWords = -1
        for (column, field) in fields.enumerated() where !isCovered[column] && !field.isEmpty && isText(field.textRange, rows) {
            lastWords = column
        }
        guard lastWords >= 0 else { return }
        for column in 0..<(hasValue ? lastWords : fields.count) {
            let (upper, own) = (above[above.startIndex + column].textRange, fields[fields.startIndex + column].textRange)
            guard !own.isEmpty, isSame(upper, own, span), isText(own, rows) else { continue }
            isCovered[column] = true
        }
    }

    /// Whether a row has the same words in all its fields.
    private static func isTitle(_ row: Int, _ rows: FieldRows) -> Bool {
        let span = rows.utf8.span
        let fields = rows.row(row)
        guard fields.count > 1, let first = fields.first, !first.isEmpty, isText(first.textRange, rows) else { return false }
        return fields.dropFirst().allSatisfy { isSame($0.textRange, first.textRange, span) }
    }

    /// The runs of columns behind the first in which a row repeats its words.
    private static func runs(_ row: Int, _ rows: FieldRows) -> [Range<Int>] {
        let isCovered = coveredInRow(row, rows)
        var runs: [Range<Int>] = []
        var start = 0
        for column in 1...isCovered.count where column == isCovered.count || !isCovered[column] {
            if column - start > 1 { runs.append(start..<column) }
            start = column
        }
        return runs
    }

    /// Whether the words of a run are whole: of those that were cut, 本年新 of 本年新制作数量 and 本年新公开数量, several columns may have the same.
    private static func areWhole(_ row: Int, _ run: Range<Int>, _ rows: FieldRows) -> Bool {
        rows.row(row).dropFirst(run.lowerBound).first.map { $0.textCount > mostBytesCut } ?? false
    }

    /// Three ideographs: every header of one column has more.
    private static let mostBytesCut = 9

    /// Whether a row has the same text in all columns of a run.
    private static func isOneValue(_ row: Int, _ run: Range<Int>, _ rows: FieldRows) -> Bool {
        let span = rows.utf8.span
        let fields = rows.row(row)
        guard run.upperBound <= fields.count else { return false }
        let first = fields[fields.startIndex + run.lowerBound].textRange
        return !first.isEmpty && run.dropFirst().allSatisfy { isSame(fields[fields.startIndex + $0].textRange, first, span) }
    }

    /// Whether a field holds words.
    private static func isText(_ range: Range<Int>, _ rows: FieldRows) -> Bool {
        let span = rows.utf8.span
        guard let first = range.first, !span.isNumberOrBlankMark(range) else { return false }
        // A number in doubt, such as `共3件` or `零`, is no word.
        if range.count <= longestNumber, FieldMeaning(rows.utf8[range]) != .text { return false }
        guard span[first].isDigit else {
            // A numeral is a value too: `三`.
            guard range.count > 9 else { return span[first] >= 0xE3 && !isNumeral(range, rows) }
            return true
        }
        // A label may begin with its number; a number may have a remark behind it: `0（含上年结转3件）`, `2022-01-03`.
        return range.count > 9 && SectionNumber(range, in: span) != nil
    }

    /// How many bytes a number in doubt has at most.
    private static let longestNumber = 24

    private static func isNumeral(_ range: Range<Int>, _ rows: FieldRows) -> Bool {
        range.count == 3 && String(decoding: rows.utf8[range], as: UTF8.self).utf16.allSatisfy(FieldMeaning.numerals.contains)
    }

    private static func isSame(_ left: Range<Int>, _ right: Range<Int>, _ span: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for step in 0..<left.count where span[left.lowerBound + step] != span[right.lowerBound + step] { return false }
        return true
    }
}
