/// The fields that hold nothing because a cell to their left reaches over them, where a grid is finer than the form's.
///
/// A table of three blocks with four, four and three columns stands on a grid of twelve, and each cell is written out with the positions
/// that it covers. The words over a block tell where its cells begin: two or more positions apart, and nothing in the rows below stands
/// anywhere else. Where only some of them stand apart, the words over the other blocks must tell what the positions between are for:
///
///     信息内容 | 本年新制作数量 | 本年新公开数量 |           | 对外公开总数量
///     规章     | 23             | 3              |           | 8
///     信息内容 | 上一年项目数量 |                | 本年增/减 |
struct CoveredFields {
    /// For rows in which not every field is a cell, the positions of those that are.
    private(set) var cellPositions: [Int: [Int]] = [:]

    /// Those of a dump.
    init(_ fields: FieldRows) {
        guard fields.layout == .tabs || fields.layout == .pipes else { return }
        find(in: 0..<fields.rowCount) { row in
            let own = fields.row(row)
            return (own.enumerated().compactMap { $1.isEmpty ? nil : $0 }, own.count)
        } isText: { row, column in
            FieldMeaning(fields.bytes(of: fields.row(row)[fields.row(row).startIndex + column])) == .text
        }
    }

    /// Those of a grid, in its rows without merged cells: a page whose editor has put empty cells in place of covered positions.
    init(_ table: Table, coverage: [Int], isEmpty: (Cell) -> Bool) {
        guard table.cells.contains(where: isEmpty) else { return }
        let width = table.columnCount
        find(in: 0..<table.rowCount) { row in
            var filled: [Int] = []
            var count = 0
            for column in 0..<width {
                let cell = table.cells[coverage[row * width + column]]
                guard cell.rowSpan == 1, cell.columnSpan == 1 else { return ([], 0) }
                if !isEmpty(cell) { filled.append(column) }
                if !cell.isFiller { count = column + 1 }
            }
            return (filled, count)
        } isText: { row, column in
            FieldMeaning(table.utf8[table.cells[coverage[row * width + column]].textRange]) == .text
        }
    }

    /// - Parameters:
    ///   - all: the rows.
    ///   - row: the positions in a row that hold something, and how many positions there are.
    ///   - isText: whether words stand in a row at a position.
    private mutating func find(
        in all: Range<Int>, row: (Int) -> (filled: [Int], count: Int), isText: (Int, Int) -> Bool
    ) {
        var header: (row: Int, positions: [Int], count: Int)?
        // A row of blanks tells nothing: it is one of those below the header when one with values is.
        var blank: [Int] = []
        let rows = all.map(row)
        func areWords(_ index: Int) -> Bool { rows[index].filled.reversed().allSatisfy { isText(index, $0) } }
        lazy var allPositions = Set(
            rows.indices.filter { Self.mayBeHeader(rows[$0].filled) && areWords($0) }.flatMap { rows[$0].filled })
        for (index, (filled, count)) in rows.enumerated() {
            if Self.areApart(filled), areWords(index) {
                (header, blank) = ((index, filled, count), [])
            } else if Self.areSomeApart(filled), areWords(index), (0..<count).allSatisfy(allPositions.contains) {
                (header, blank) = ((index, filled, count), [])
            } else if let above = header, count == above.count, filled.allSatisfy(above.positions.contains) {
                guard filled.count > 1 || cellPositions[above.row] != nil && Self.areApart(above.positions) else {
                    blank.append(index)
                    continue
                }
                for row in [above.row, index] + (Self.areApart(above.positions) ? blank : []) {
                    cellPositions[row] = above.positions
                }
                blank = []
            } else {
                header = nil
            }
        }
    }

    /// Whether there are two positions or more, the first one in front.
    private static func mayBeHeader(_ filled: [Int]) -> Bool { filled.count > 1 && filled.first == 0 }

    /// Whether each position is far from the next.
    private static func areApart(_ filled: [Int]) -> Bool {
        mayBeHeader(filled) && zip(filled, filled.dropFirst()).allSatisfy { $1 - $0 > 1 }
    }

    /// Whether one position is far from the next.
    private static func areSomeApart(_ filled: [Int]) -> Bool {
        mayBeHeader(filled) && zip(filled, filled.dropFirst()).contains { $1 - $0 > 1 }
    }
}
