/// How a part of the source writes zeros: whether it leaves cells empty, whether it prints 0.
struct BlankStyle {
    var hasBlanks = false
    var printsZeros = false
    /// Whether it prints a single one.
    var printsOneZero = false
    /// Whether several rows of nothing have a mark in each cell, so that a label alone is no row of nothing.
    var marksEmptyRows = false
    /// Whether several rows of nothing have a field for each cell, so that one with less has lost a cell.
    var keepsEmptyRows = false
    /// Whether empty cells have marks where rows have no field for each column, so that none has vanished.
    var marksBlanks = false
    /// Whether empty cells may have vanished, so that a value that is gone may have been none.
    var hidesBlanks = false
    /// Whether of the rows without a field for each column that have all their numbers none adds up but those of nothing but 0: there may be a
    /// column more than the form has.
    var fullRowsFail = false
    /// Whether some rows without a field for each column have fewer numbers than their form, be they as many in most of them.
    var hasShortRows = false
    /// Whether rows that hold numbers have their last column empty, as some offices do with 总计.
    var leavesTotalsBlank = false
    /// Whether several rows that hold numbers have their last column empty, so that one which does has not lost a cell.
    var oftenEndsBlank = false
    /// Whether no row of fields has an empty one at its end, so that they may have been dropped.
    var mayEndEarly = false
    /// Whether no row has its last column, so that the fields at the end only fill the rows up.
    var lacksLastColumn = false
    /// Whether the numbers of rows have slid to the left over empty cells, so that no gap between them and no empty cell at the end says
    /// which columns they are.
    var slidesLeft = false
    /// Whether there is a column for remarks, which may hold numbers.
    var hasRemarks = false
    /// Whether rows are filled up at their end for what their label covers; `nil` where no label covers anything.
    private var fillsUp: Bool?
    /// How many cells stand in front of the last one of their row.
    private var cellsInside = 0
    /// How many of these are empty.
    private var emptyInside = 0

    /// - Parameters:
    ///   - isSummed: whether the last column is the sum of the others.
    init(_ rows: [RowItems], isSummed: Bool) {
        var full = 0
        var short = 0
        // Rows of one piece that are all as wide as each other, and not much too narrow, have lost a column sooner than a cell each, unless one
        // has all of its numbers.
        var usual: [[Int]: Int] = [:]
        for (key, members) in Dictionary(
            grouping: rows.filter { !$0.row.isPositional }, by: { [$0.row.piece, $0.slotCount] })
        {
            let counts = members.map(\.filledCount)
            let most = counts.mostFrequent(ofSeveral: >) ?? 0
            let isUsual = counts.count { $0 == most } * 2 > counts.count
            let isOneWhole = members.contains { $0.numbers.count == key[1] && $0.endsWithItsSum }
            if isUsual, !isOneWhole, most * 2 > key[1] { usual[key] = most }
        }
        for row in rows {
            let width = row.slotCount
            for number in row.numbers where number.mantissa == 0 { (printsOneZero, printsZeros) = (!printsZeros, true) }
            if !row.row.isPositional {
                let isFull =
                    row.filledCount >= min(width, max(1, usual[[row.row.piece, width]] ?? width)) || row.addsUpTakenApart
                if isFull { full += 1 } else { short += 1 }
                if row.items.contains(where: { if case .blank = $0.content { true } else { false } }) { hasBlanks = true }
            } else if row.items.isEmpty {
                hasBlanks = hasBlanks || row.fieldCount > row.labelEnd
            } else if row.filledCount < row.items.count
                || row.items.count < width && row.isWhole && row.row.geometry == .boxed
                    && row.lead > row.whole.start
            {
                hasBlanks = true
            }
        }
        marksBlanks = Self.marksBlanks(rows)
        marksEmptyRows = rows.count { $0.items.count >= $0.slotCount && $0.filledCount == 0 } > 2
        keepsEmptyRows =
            rows.count {
                $0.row.isPositional && $0.slotCount > 1 && $0.items.isEmpty && $0.fieldCount - $0.labelEnd >= $0.slotCount
            } > 2
        mayEndEarly = rows.allSatisfy { $0.row.geometry == .tabbed && $0.end == $0.fieldCount }
        let anchored = rows.filter {
            $0.isAnchored && $0.filledCount > 0 && $0.slotCount > 1 && $0.whole.start + $0.slotCount == $0.whole.fieldCount
        }
        let open = anchored.count { $0.end < $0.whole.fieldCount }
        cellsInside = anchored.reduce(0) { $0 + $1.slotCount - 1 }
        emptyInside = anchored.reduce(-open) { $0 + $1.slotCount - $1.filledCount }
        oftenEndsBlank = open >= 2
        let closed = anchored.count { $0.end == $0.whole.fieldCount && $0.numbers.count > 1 && $0.addsUp }
        let summable = rows.filter { $0.numbers.count > 1 && $0.numbers.contains { $0.mantissa != 0 } }
        // Rows that writers fill up at their end are open there, whatever columns they have.
        let isOpenWithoutFilling = anchored.contains { !$0.mayBeFilledUp }
        lacksLastColumn =
            isSummed && open >= 2 && anchored.count >= 3 && open == anchored.count && isOpenWithoutFilling
            || isSummed && summable.count > 1 && !summable.contains { $0.addsUp || $0.addsUpWithoutOne }
        // A last number that is the sum of the others is the 总计 itself, slid to the left.
        let ends = Self.ends(rows)
        let slid = rows.count { row in
            row.row.isPositional && row.end < ends[Self.shape(row)] ?? 0
                && row.items.count < row.slotCount
                && row.endsWithItsSum
        }
        // A 总计 of nothing is as empty as what it sums up, and what rows are filled up with is none.
        let openTotals = anchored.count { row in
            row.end < row.whole.fieldCount && !row.mayBeFilledUp && row.numbers.contains { $0.mantissa != 0 }
        }
        leavesTotalsBlank = open >= 3 && open * 2 > anchored.count && openTotals > 1 && closed >= 2 && slid == 0
        slidesLeft = isSummed && (slid >= 2 || Self.arePacked(rows) || Self.arePackedWithoutEnds(rows))
        // Where empty cells vanish, a few short rows have lost something; many have empty cells.
        if short > 2, short * 3 >= full, !Self.lackOneFromSomeRowOn(rows) { hasBlanks = true }
        let bare = rows.count { $0.row.isPositional && $0.items.isEmpty && $0.fieldCount == $0.labelEnd }
        hidesBlanks = short > 2 || bare > 2
        hasShortRows =
            rows.count { !$0.row.isPositional && $0.filledCount > 0 && $0.filledCount < $0.slotCount && !$0.addsUpTakenApart } > 2
        fillsUp = Self.fillsUp(rows)
        fullRowsFail = isSummed && Self.fullRowsFail(rows)
    }

    /// What a document shows that one of its parts may not: a tool that loses empty cells does so in every table, and an office that leaves
    /// cells empty does so too.
    ///
    /// Where a fifth of the cells inside of rows is empty, those at their ends are so as well; but where rows are filled up at their end, a cell
    /// that was lost looks the same, however many rows end like that.
    mutating func learn(from document: [BlankStyle]) {
        slidesLeft = document.contains(where: \.slidesLeft)
        hasBlanks = document.contains(where: \.hasBlanks)
        let fillings = document.compactMap(\.fillsUp)
        let empty = document.reduce(0) { $0 + $1.emptyInside }
        let areOftenEmpty = empty > 4 && empty * 5 >= document.reduce(0) { $0 + $1.cellsInside }
        if fillings.contains(true) { oftenEndsBlank = false } else if areOftenEmpty, !fillings.isEmpty { oftenEndsBlank = true }
    }

    /// Where columns stand in another order than the form's, the last one says nothing.
    mutating func forgetLastColumn() {
        leavesTotalsBlank = false
        lacksLastColumn = false
        slidesLeft = false
    }

    /// Whether nearly all rows without a field for each column are as wide as the form has them, with marks among their numbers.
    private static func marksBlanks(_ rows: [RowItems]) -> Bool {
        let flowing = rows.filter { !$0.row.isPositional }
        let whole = flowing.count { $0.items.count == $0.slotCount }
        return flowing.contains { $0.filledCount < $0.items.count } && whole * 10 > flowing.count * 9
    }

    /// Whether from some row on all rows without a field for each column have one number less than their form, and those in front have all: what
    /// a page break took off is a column, and no cell is empty.
    private static func lackOneFromSomeRowOn(_ rows: [RowItems]) -> Bool {
        let flowing = rows.filter { !$0.row.isPositional && $0.slotCount > 3 }
        guard let first = flowing.firstIndex(where: { $0.filledCount < $0.slotCount }), first > 2 else { return false }
        return flowing[first...].allSatisfy { $0.filledCount == $0.slotCount - 1 && $0.items.count == $0.filledCount }
    }

    /// Whether none adds up of the rows without ends that have all their numbers, one of them above 0.
    private static func fullRowsFail(_ rows: [RowItems]) -> Bool {
        let full = rows.filter { row in
            !row.row.isPositional && row.numbers.count == row.slotCount && row.numbers.contains { $0.mantissa != 0 }
        }
        return !full.isEmpty && !full.contains(where: \.addsUp)
    }

    /// For rows of each shape, where their values end: behind their last field, or, where writers fill up at the end what a label covers, as
    /// far right as the values of any of them.
    private static func ends(_ rows: [RowItems]) -> [[Int]: Int] {
        var ends: [[Int]: Int] = [:]
        for row in rows where row.row.isPositional && !row.items.isEmpty {
            let end = row.mayBeFilledUp ? row.end : row.fieldCount
            ends[shape(row)] = max(ends[shape(row)] ?? 0, end)
        }
        return ends
    }

    /// Whether the rows of a shape whose label covers columns all end in front of their last field.
    private static func fillsUp(_ rows: [RowItems]) -> Bool? {
        let covering = rows.filter { $0.mayBeFilledUp && !$0.items.isEmpty }
        let shapes = Dictionary(grouping: covering, by: shape).values
        return shapes.isEmpty ? nil : shapes.contains { $0.allSatisfy { $0.end < $0.fieldCount } }
    }

    private static func shape(_ row: RowItems) -> [Int] {
        [row.labelEnd, row.coveredColumns, row.fieldCount]
    }

    /// Whether no row with empty cells has one in front of or between its numbers, nor ends at its last column.
    private static func arePacked(_ rows: [RowItems]) -> Bool {
        let short = rows.filter {
            $0.row.isPositional && $0.filledCount > 0 && $0.filledCount < $0.slotCount - 1
        }
        guard short.count >= 4, short.contains(where: { $0.filledCount > 1 }) else { return false }
        return short.allSatisfy { $0.filledCount == $0.items.count && $0.end < $0.fieldCount }
            && Set(short.map { [$0.labelEnd, $0.whole.labelEnd, $0.lead] }).count
                == Set(short.map { [$0.labelEnd, $0.whole.labelEnd] }).count
    }

    /// Whether rows of different lengths, be one that of a full row, end with the sum of what they hold, far in front of the last column: their
    /// numbers have slid to the left, and the empty cells behind them were dropped.
    private static func arePackedWithoutEnds(_ rows: [RowItems]) -> Bool {
        let packed = rows.filter {
            $0.row.isPositional && $0.endsWithItsSum && $0.filledCount == $0.items.count
                && $0.slotCount - ($0.fieldCount - $0.labelEnd) >= 2
        }
        let full = rows.filter { $0.filledCount == $0.slotCount }
        return packed.count >= 4 && Set((packed + full).map(\.filledCount)).count > 1
    }
}
