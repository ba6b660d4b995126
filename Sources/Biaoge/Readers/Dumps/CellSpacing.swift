/// The empty cells of a dump with one cell a line, where as many line ends stand behind every cell, empty ones too: an empty line in between,
/// or what the source of a page has of them between its cells.
///
///     规章 ⏎⏎⏎⏎ 2 ⏎⏎⏎⏎⏎⏎⏎⏎ 4 ⏎⏎⏎⏎⏎⏎ 行政规范性文件       four behind each cell, two more behind a row: one cell is empty
struct CellSpacing {
    /// How many line ends stand behind each cell.
    let cell: Int
    /// For each text, how many empty cells stand in front of it.
    let empty: [Int]

    init(cell: Int, empty: [Int]) {
        self.cell = cell
        self.empty = empty
    }

    /// The spacing of texts, or `nil` where it does not come out even, or shows no empty cell in front of a value.
    ///
    /// - Parameters:
    ///   - lineEnds: for each text, how many line ends stand between it and the one before.
    ///   - isValue: for each text, whether it is a number or a mark for none.
    init?<LineEnds: RandomAccessCollection<Int>>(lineEnds: LineEnds, isValue: [Bool]) where LineEnds.Index == Int {
        let texts = lineEnds.indices.dropFirst()
        let cell = texts.lazy.filter { isValue[$0] && isValue[$0 - 1] }.map { lineEnds[$0] }.mostFrequent(ofSeveral: <)
        guard let cell, cell > 1 else { return nil }
        let behindRows = texts.lazy.filter { isValue[$0 - 1] && !isValue[$0] }.map { lineEnds[$0] }.min() ?? cell
        guard behindRows >= cell else { return nil }
        var empty = lineEnds.map { _ in 0 }
        var spaced = 0
        // Some stand before a value; those before a title may set it off.
        var isBeforeValue = false
        for text in texts {
            // A label may have several lines.
            if lineEnds[text] == 1, !isValue[text], !isValue[text - 1] { continue }
            let endsRow = !isValue[text] && (isValue[text - 1] || lineEnds[text] > cell)
            let own = lineEnds[text] - (endsRow ? behindRows - cell : 0)
            guard own >= cell, own.isMultiple(of: cell) else { return nil }
            empty[text] = own / cell - 1
            spaced += 1
            isBeforeValue = isBeforeValue || own > cell && isValue[text]
        }
        guard isBeforeValue, spaced * 10 > lineEnds.count * 8 else { return nil }
        self.init(cell: cell, empty: empty)
    }
}
