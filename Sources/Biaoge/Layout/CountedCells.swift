/// Spans of layouts that write a cell once for all the columns it covers (one cell a line; spaces).
///
/// The widest rows show the columns, and how many of these are values. A row with fewer cells has wide ones:
/// - with all its values, the last label is the wide one; with fewer values, the last value (in one-cell dumps; where
///   spaces part the fields, blank values have vanished instead, and nothing is known);
/// - a row of headers over another one is laid over its children (``HeaderOverChildren``); one with as many cells as the
///   row below has its borders; a single cell goes over all columns.
///
/// In one-cell dumps an empty cell stands where a cell from above reaches down: under a header, or in front of a label.
struct CountedCells {
    private let rows: FieldRows
    private let width: Int
    /// For each row, whether it is one of values: with numbers, or with nothing behind its labels once numbers were met.
    private var hasValues: [Bool] = []
    /// How many columns hold values.
    private var valueWidth = 0
    /// For each row, the column on which each of its cells begins, and the column behind the last one.
    private var borders: [[Int]] = []

    init(_ rows: FieldRows) {
        self.rows = rows
        width = (0..<rows.rowCount).map { rows.fieldRange($0).count }.max() ?? 0
        hasValues.reserveCapacity(rows.rowCount)
        var metValues = false
        for row in 0..<rows.rowCount {
            let range = rows.fieldRange(row)
            var isValueRow = metValues && !range.isEmpty && rows.fields[range.upperBound - 1].isEmpty
            if !isValueRow { isValueRow = rows.hasNumberOrBlankMark(row) }
            metValues = metValues || isValueRow
            hasValues.append(isValueRow)
        }
        valueWidth = widestValues()
        borders = [[Int]](repeating: [], count: rows.rowCount)
        for row in (0..<rows.rowCount).reversed() { borders[row] = findBorders(row) }
    }

    /// Adds all rows.
    func add(to builder: inout TableBuilder) throws(ReadError) {
        for row in 0..<rows.rowCount {
            builder.beginRow()
            if borders[row].isEmpty, !rows.hasEmptyField(row) {
                try builder.addSingles(rows.fieldRange(row), of: rows)
                continue
            }
            let fields = rows.row(row)
            let labels = labelCount(row)
            var index = 0
            for field in fields {
                let (start, end) = border(row, index)
                defer { index += 1 }
                if field.isEmpty, isCoveredFromAbove(row, index, labels: labels), let above = builder.cellAbove(start),
                    builder.columns(of: above) == start..<end, hasValues[builder.rows(of: above).lowerBound] == hasValues[row],
                    !builder.isEmpty(above), builder.extend(above, isInferred: true)
                {
                    continue
                }
                try builder.add(columns: start..<end, text: field.textRange, isInferred: end - start > 1, line: field.line)
            }
        }
    }

    private func border(_ row: Int, _ index: Int) -> (Int, Int) {
        borders[row].isEmpty ? (index, index + 1) : (borders[row][index], borders[row][index + 1])
    }

    /// Whether an empty cell stands for one that reaches down: in a row of headers, or in front of a label.
    private func isCoveredFromAbove(_ row: Int, _ index: Int, labels: Int) -> Bool {
        guard rows.layout == .cells, row > 0, valueWidth > 0 else { return false }
        return hasValues[row] ? index < labels - 1 : true
    }

    /// How many cells of a row stand in front of its values, the last one with a text.
    private func labelCount(_ row: Int) -> Int {
        let fields = rows.row(row)
        let last = fields.lastIndex { !$0.isEmpty && !rows.isNumberOrBlankMark($0) }
        return max((last ?? fields.startIndex - 1) - fields.startIndex + 1, 0)
    }

    /// How many values the widest rows with values have.
    private func widestValues() -> Int {
        var cells = 0
        var values = 0
        for row in 0..<rows.rowCount where hasValues[row] && rows.fieldRange(row).count > cells {
            cells = rows.fieldRange(row).count
            values = cells - labelCount(row)
        }
        return values
    }

    /// The borders of a row's cells; empty when every cell has one column, the first the first.
    private func findBorders(_ row: Int) -> [Int] {
        let count = rows.fieldRange(row).count
        if count == width || count == 0 { return [] }
        if hasValues[row] { return valueBorders(row, count) }
        if count == 1 { return [0, width] }
        if row + 1 < rows.rowCount {
            let below = (0...rows.row(row + 1).count).map { borders[row + 1].isEmpty ? $0 : borders[row + 1][$0] }
            if below.count == count + 1 { return below }
            if !hasValues[row + 1],
                let borders = HeaderOverChildren.borders(
                    count: count, children: rows.row(row + 1).map(\.isEmpty), borders: below,
                    texts: rows.row(row + 1).map(rows.bytes(of:)))
            {
                return borders
            }
            // Headers right above the values, with one for each.
            if hasValues[row + 1], count > valueWidth, valueWidth > 0 { return wideLabel(labels: count - valueWidth) }
        }
        return rows.layout == .cells ? Array(0..<count) + [width] : []
    }

    private func valueBorders(_ row: Int, _ count: Int) -> [Int] {
        let labelWidth = width - valueWidth
        let labels = max(labelCount(row), count - valueWidth)
        let values = count - labels
        guard labels <= labelWidth else { return [] }
        if values == valueWidth { return wideLabel(labels: labels) }
        guard rows.layout == .cells, values > 0 else { return [] }
        let start = labels == 0 ? 0 : labelWidth
        return Array(wideLabel(labels: labels).prefix(labels)) + (0..<values).map { start + $0 } + [width]
    }

    /// The borders of a row with all its values, in which the last label takes what is left.
    private func wideLabel(labels: Int) -> [Int] {
        let labelWidth = width - valueWidth
        return Array(0..<min(labels, labelWidth)) + Array(labelWidth...width)
    }
}
