/// Spans of layouts that keep an empty field for every position that a merged cell covers (tabs, bars).
///
/// An empty field is covered from the left, covered from above, or a cell without text:
/// - In a row of headers, the fields under a header that are all empty belong to it, when it can reach down; otherwise each
///   text reaches right over the empty fields behind it, but not beyond the header above.
/// - In a row of values, empty fields in front of a label belong to the labels above (a group over several rows), those
///   between a label and the values to the label; an empty value is blank, unless the column's header is wide as well.
/// - A row with nothing but its first field, directly over a row of headers, is a heading over all columns.
struct CoveredPositions {
    private let rows: FieldRows
    /// The number of columns.
    private let width: Int
    /// For each row, whether it has values. Empty when no field of the table is empty: nothing is inferred then.
    private var hasValues: [Bool] = []
    /// The last row with values; headers stand only above it.
    private var lastValueRow = -1
    /// The number of columns in front of the values, in most rows with values; 0 when there are none.
    private var labelWidth = 0

    init(_ rows: FieldRows) {
        self.rows = rows
        var widest = 0
        var narrowest = Int.max
        for row in 0..<rows.rowCount {
            let count = rows.fieldRange(row).count
            widest = max(widest, count)
            narrowest = min(narrowest, count)
        }
        // Where rows differ in length, the empty fields at their ends stand for nothing.
        width = widest == narrowest ? widest : (0..<rows.rowCount).map { Self.filledCount(rows.row($0)) }.max() ?? 0
        guard rows.fields.contains(where: \.isEmpty) else { return }
        hasValues = (0..<rows.rowCount).map(rows.hasNumberOrBlankMark)
        lastValueRow = hasValues.lastIndex(of: true) ?? -1
        labelWidth = commonLabelWidth()
    }

    /// Adds all rows.
    func add(to builder: inout TableBuilder) throws(ReadError) {
        /// The first row of the headers that rule now, and the first row under them.
        var headers = 0..<0
        var leaves: [Range<Int>] = []
        for row in 0..<rows.rowCount {
            builder.beginRow()
            if hasValues.isEmpty || (rows.fieldRange(row).count == width && !rows.hasEmptyField(row)) {
                try builder.addSingles(rows.fieldRange(row).prefix(width), of: rows)
                if !hasValues.isEmpty, !hasValues[row] {
                    headers = headers.upperBound == row ? headers.lowerBound..<(row + 1) : row..<(row + 1)
                }
            } else if isHeading(row) {
                try addCell(row, 0, columns: 0..<width, to: &builder)
                headers = row..<(row + 1)
            } else if !hasValues[row], headers.upperBound == row, row < lastValueRow {
                try addHeaders(row, under: headers.lowerBound..<row, to: &builder)
                headers = headers.lowerBound..<(row + 1)
            } else {
                if headers.upperBound == row { leaves = leafRanges(builder) }
                try addValues(row, below: headers.upperBound, leaves: leaves, to: &builder)
            }
        }
    }

    // MARK: Headers

    /// Whether a row is a heading over all columns.
    private func isHeading(_ row: Int) -> Bool {
        guard width > 1, isSoleFirst(row), !hasValues[row] else { return false }
        if row == 0 { return rows.rowCount > 1 }
        guard row + 1 < rows.rowCount, lastValueRow >= 0 else { return false }
        return !hasValues[row + 1] && rows.row(row + 1).count(where: { !$0.isEmpty }) > 1
            && (hasValues[row - 1] || isSoleFirst(row - 1))
    }

    private func isSoleFirst(_ row: Int) -> Bool {
        let fields = rows.row(row)
        return fields.first?.isEmpty == false && fields.dropFirst().allSatisfy(\.isEmpty)
    }

    private func addHeaders(_ row: Int, under headers: Range<Int>, to builder: inout TableBuilder) throws(ReadError) {
        let fields = rows.row(row)
        var column = 0
        while column < width {
            var segment = column..<width
            if let above = builder.cellAbove(column), builder.rows(of: above).lowerBound >= headers.lowerBound {
                segment = column..<min(width, builder.columns(of: above).upperBound)
                if segment.allSatisfy({ isEmpty(fields, $0) }), builder.extend(above, isInferred: true) {
                    column = segment.upperBound
                    continue
                }
            }
            while column < segment.upperBound {
                let end = isEmpty(fields, column) ? column + 1 : endOfEmptyRun(fields, after: column, before: segment.upperBound)
                try addCell(row, column, columns: column..<end, to: &builder)
                column = end
            }
        }
    }

    /// For each column, the columns of the header right above the current row.
    private func leafRanges(_ builder: TableBuilder) -> [Range<Int>] {
        (0..<width).map { column in builder.cellAbove(column).map(builder.columns(of:)) ?? column..<(column + 1) }
    }

    // MARK: Values

    private func addValues(
        _ row: Int, below firstRow: Int, leaves: [Range<Int>], to builder: inout TableBuilder
    ) throws(ReadError) {
        let fields = rows.row(row)
        let firstText = fields.firstIndex { !$0.isEmpty }.map { $0 - fields.startIndex } ?? 0
        let firstValue = fields.firstIndex(where: rows.isNumberOrBlankMark).map { $0 - fields.startIndex }
        // A row whose labels end before or behind those of the others was shifted; it stays as it stands.
        let labels = min(firstValue ?? labelWidth, width)
        var column = 0
        while column < min(firstText, labels) {
            if let above = builder.cellAbove(column), builder.rows(of: above).lowerBound >= firstRow,
                builder.columns(of: above).upperBound <= firstText, !builder.isEmpty(above),
                builder.extend(above, isInferred: true)
            {
                column = builder.columns(of: above).upperBound
            } else {
                try addCell(row, column, columns: column..<(column + 1), to: &builder)
                column += 1
            }
        }
        while column < labels {
            let end = isEmpty(fields, column) ? column + 1 : endOfEmptyRun(fields, after: column, before: labels)
            try addCell(row, column, columns: column..<end, to: &builder)
            column = end
        }
        while column < width {
            var end = column + 1
            if column < leaves.count, leaves[column].lowerBound == column, !isEmpty(fields, column) {
                end = endOfEmptyRun(fields, after: column, before: leaves[column].upperBound)
                // Either the value is as wide as its header, or the empty fields are blank values.
                if end != leaves[column].upperBound { end = column + 1 }
            }
            try addCell(row, column, columns: column..<end, to: &builder)
            column = end
        }
    }

    /// How many columns stand in front of the values in most rows; of two equally frequent widths the larger.
    private func commonLabelWidth() -> Int {
        let widths = (0..<rows.rowCount).lazy.filter { hasValues[$0] }.compactMap { row in
            let fields = rows.row(row)
            return fields.firstIndex(where: rows.isNumberOrBlankMark).map { $0 - fields.startIndex }
        }
        return widths.mostFrequent(ofSeveral: >) ?? 0
    }

    // MARK: Fields

    private static func filledCount(_ fields: ArraySlice<FieldRows.Field>) -> Int {
        (fields.lastIndex { !$0.isEmpty } ?? fields.startIndex - 1) - fields.startIndex + 1
    }

    private func isEmpty(_ fields: ArraySlice<FieldRows.Field>, _ column: Int) -> Bool {
        column >= fields.count || fields[fields.startIndex + column].isEmpty
    }

    private func endOfEmptyRun(_ fields: ArraySlice<FieldRows.Field>, after column: Int, before limit: Int) -> Int {
        var end = column + 1
        while end < limit, isEmpty(fields, end) { end += 1 }
        return end
    }

    private func addCell(_ row: Int, _ column: Int, columns: Range<Int>, to builder: inout TableBuilder) throws(ReadError) {
        let fields = rows.row(row)
        guard column < fields.count else { return }
        let field = fields[fields.startIndex + column]
        try builder.add(columns: columns, text: field.textRange, isInferred: columns.count > 1, line: field.line)
    }
}
