/// How a part of the source writes zeros: whether it leaves cells empty, whether it prints 0.
struct BlankStyle {
    var hasBlanks = false
    var printsZeros = false
    /// Whether empty cells may have vanished, so that a value that is gone may have been none.
    var hidesBlanks = false
    /// Whether rows that hold numbers have their last column empty, as some offices do with 总计.
    var leavesTotalsBlank = false
    /// Whether several rows that hold numbers have their last column empty, so that one which does has not lost a cell.
    var oftenEndsBlank = false
    /// Whether no row has its last column, so that the fields at the end only fill the rows up.
    var lacksLastColumn = false
    /// Whether the numbers of rows have slid to the left over empty cells, so that no gap between them and no empty cell at the end says
    /// which columns they are.
    var slidesLeft = false

    /// - Parameters:
    ///   - widths: for each row of the form the number of its slots.
    ///   - isSummed: whether the last column is the sum of the others.
    init(_ rows: [RowItems], widths: [Int], isSummed: Bool) {
        var full = 0
        var short = 0
        // Rows of one piece that are all as wide as each other have lost a column sooner than a cell each.
        var usual: [[Int]: Int] = [:]
        for (key, members) in Dictionary(
            grouping: rows.filter { !$0.row.isPositional }, by: { [$0.row.piece, widths[$0.formRow]] })
        {
            let counts = members.map(\.filledCount)
            let mode = ColumnPlans.mode(counts)
            if counts.count(where: { $0 == mode }) * 2 > counts.count { usual[key] = mode }
        }
        for row in rows {
            let width = widths[row.formRow]
            for item in row.items { if case .number(let number) = item.content, number.mantissa == 0 { printsZeros = true } }
            if !row.row.isPositional {
                let isFull = row.filledCount >= min(width, max(1, usual[[row.row.piece, width]] ?? width))
                if isFull { full += 1 } else { short += 1 }
                if row.items.contains(where: { if case .blank = $0.content { true } else { false } }) { hasBlanks = true }
            } else if row.items.isEmpty {
                hasBlanks = hasBlanks || row.fieldCount > row.labelPosition + 1
            } else if row.filledCount < row.items.count
                || row.items.count < width && row.isWhole && row.row.geometry == .boxed
                    && row.lead > row.wholeStart
            {
                hasBlanks = true
            }
        }
        let anchored = rows.filter {
            $0.isAnchored && $0.filledCount > 0 && $0.slotCount > 1 && $0.wholeStart + $0.slotCount == $0.wholeCount
        }
        let open = anchored.count { $0.lead + $0.items.count < $0.wholeCount }
        oftenEndsBlank = open >= 2
        let closed = anchored.count { $0.lead + $0.items.count == $0.wholeCount && $0.numbers.count > 1 && $0.addsUp }
        let summable = rows.filter { $0.numbers.count > 1 && $0.numbers.contains { $0.mantissa != 0 } }
        lacksLastColumn =
            isSummed && open >= 2 && anchored.count >= 3 && open == anchored.count
            || isSummed && summable.count > 1 && !summable.contains { $0.addsUp || $0.addsUpWithoutOne }
        // A last number that is the sum of the others is the 总计 itself, slid to the left.
        let ends = Self.ends(rows)
        let slid = rows.count { row in
            row.row.isPositional && row.lead + row.items.count < ends[Self.shape(row)] ?? 0
                && row.items.count < widths[row.formRow]
                && row.numbers.count > 1 && row.addsUp && row.numbers.last?.mantissa != 0
        }
        leavesTotalsBlank = open >= 3 && open * 2 > anchored.count && closed >= 2 && slid == 0
        slidesLeft = isSummed && (slid >= 2 || Self.arePacked(rows, widths))
        // Where empty cells vanish, a few short rows have lost something; many have empty cells.
        if short > 2, short * 3 >= full { hasBlanks = true }
        hidesBlanks = short > 2
    }

    /// Where columns stand in another order than the form's, the last one says nothing.
    mutating func forgetLastColumn() {
        leavesTotalsBlank = false
        lacksLastColumn = false
        slidesLeft = false
    }

    /// For rows of each shape, where their values end: behind their last field, or, where writers fill up at the end what a label covers, as
    /// far right as the values of any of them.
    private static func ends(_ rows: [RowItems]) -> [[Int]: Int] {
        var ends: [[Int]: Int] = [:]
        for row in rows where row.row.isPositional && !row.items.isEmpty {
            let isFilledUp = row.row.geometry == .tabbed && row.wholeStart > row.wholeLabelPosition + 1
            let end = isFilledUp ? row.lead + row.items.count : row.fieldCount
            ends[shape(row)] = max(ends[shape(row)] ?? 0, end)
        }
        return ends
    }

    private static func shape(_ row: RowItems) -> [Int] {
        [row.labelPosition, row.wholeStart - row.wholeLabelPosition, row.fieldCount]
    }

    /// Whether no row with empty cells has one in front of or between its numbers, nor ends at its last column.
    private static func arePacked(_ rows: [RowItems], _ widths: [Int]) -> Bool {
        let short = rows.filter {
            $0.row.isPositional && $0.filledCount > 0 && $0.filledCount < widths[$0.formRow] - 1
        }
        guard short.count >= 4, short.contains(where: { $0.filledCount > 1 }) else { return false }
        return short.allSatisfy { $0.filledCount == $0.items.count && $0.lead + $0.items.count < $0.fieldCount }
            && Set(short.map { [$0.labelPosition, $0.lead] }).count == Set(short.map(\.labelPosition)).count
    }
}

/// Where the first value stands in complete rows, by piece and by the place of the label.
struct Starts {
    private struct Shape: Hashable {
        var piece: Int
        var labelPosition: Int
        /// Where the label would stand in a whole row: rows whose labels reach over other columns are not alike.
        var wholeLabelPosition: Int
        var fieldCount: Int
    }

    private var starts: [Shape: Set<Int>] = [:]
    /// Pieces whose rows, with a field for each column, have every field in its place.
    private var alignedPieces: Set<Int> = []

    init(_ rows: [RowItems], widths: [Int]) {
        for row in rows where row.row.geometry == .tabbed && row.labelPosition == row.wholeLabelPosition {
            // Writers that leave out what a label covers fill the row up at its end, or it has as many fields less.
            let covered = row.wholeStart - row.wholeLabelPosition - 1
            let missing = row.wholeCount - row.fieldCount
            guard covered > 0, missing == 0 || missing == 1, missing != covered else { continue }
            let isAligned = row.lead >= row.wholeStart && row.lead + row.items.count == row.fieldCount
            if isAligned, row.filledCount > 0 { alignedPieces.insert(row.row.piece) }
        }
        for row in rows where row.items.count == widths[row.formRow] && row.row.isPositional && row.items.count > 1 {
            for piece in [row.row.piece, -1] {
                for count in [row.fieldCount, -1] {
                    starts[Self.shape(row, piece: piece, fieldCount: count), default: []].insert(row.lead)
                }
            }
        }
        addStartsOfSums(rows)
    }

    /// Where no row of a shape is complete, the sums of two or more that end at the same field say which column that field is: 总计.
    private mutating func addStartsOfSums(_ rows: [RowItems]) {
        var found: [Shape: [Int]] = [:]
        var furthest: [Shape: Int] = [:]
        // Rows that are not whole may have lost a column.
        for row in rows where row.row.geometry == .tabbed && row.hasOwnLabel && row.isWhole && !row.items.isEmpty {
            let shape = Self.shape(row, piece: row.row.piece, fieldCount: row.fieldCount)
            let end = row.lead + row.items.count
            furthest[shape] = max(furthest[shape] ?? 0, end - row.slotCount)
            guard row.numbers.count > 1, row.addsUp, row.numbers.last?.mantissa != 0 else { continue }
            found[shape, default: []].append(end - row.slotCount)
        }
        for (shape, all) in found where starts[shape] == nil && all.count > 1 && Set(all).count == 1 {
            guard let start = all.first, start > shape.labelPosition, start == furthest[shape] else { continue }
            starts[shape] = [start]
        }
    }

    /// The starts of complete rows like a row: of its piece and width, else of its piece, else of its width. Empty when nothing tells.
    ///
    /// - Parameter columns: how many columns of the form the source lacks.
    func of(_ row: RowItems, lacking columns: Int) -> Set<Int> {
        if row.isAnchored(lacking: columns), row.row.geometry == .boxed || alignedPieces.contains(row.row.piece) {
            return [row.wholeStart]
        }
        for (piece, count) in [(row.row.piece, row.fieldCount), (row.row.piece, -1), (-1, row.fieldCount)] {
            if count < 0, !row.hasOwnLabel { continue }
            if let known = starts[Self.shape(row, piece: piece, fieldCount: count)] { return known }
        }
        return []
    }

    /// The pieces in which no row has its last column, though rows of other pieces have it: the page break took a column off, and what fills
    /// the rows up at their end is none of them.
    func piecesWithoutLastColumn(_ rows: [RowItems]) -> Set<Int> {
        var filled: Set<Int> = []
        var counts: [Int: Int] = [:]
        for row in rows where row.row.isPositional && row.slotCount > 1 && row.filledCount > 0 {
            let known = of(row, lacking: 0)
            guard known.count == 1, let start = known.first else { continue }
            counts[row.row.piece, default: 0] += 1
            if row.lead + row.items.count >= start + row.slotCount { filled.insert(row.row.piece) }
        }
        guard !filled.isEmpty else { return [] }
        return Set(counts.filter { $0.value >= 3 && !filled.contains($0.key) }.keys)
    }

    private static func shape(_ row: RowItems, piece: Int, fieldCount: Int) -> Shape {
        Shape(
            piece: piece, labelPosition: row.hasOwnLabel ? row.labelPosition : -1,
            wholeLabelPosition: row.hasOwnLabel ? row.wholeLabelPosition : -1, fieldCount: fieldCount)
    }
}
