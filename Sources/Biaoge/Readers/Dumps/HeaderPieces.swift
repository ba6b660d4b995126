/// Puts the words of a header that is wrapped over several lines together, column by column.
///
///                      申请人情况
///            法人或其他组织
///     自然人 商业企 科研机 社会公 法律服       总计
///                                         其他
///            业     构     益组织 务机构
///
/// Pieces that stand one under the other are one word. A word over several others is none of a column; the others are those of the columns
/// if they are as many as the values of the rows below. Otherwise nothing is put together.
struct HeaderPieces {
    /// A piece of a word and the columns of the page that it takes.
    private struct Piece {
        var text: Range<Int>
        var line: Int
        var columns: Range<Int>
    }

    private let bytes: [UInt8]
    /// The lines of the header.
    let lines: ArraySlice<SpaceLine>
    /// The text in the corner of the table, over the labels.
    private var corner: [Piece] = []
    private var pieces: [Piece] = []
    /// The pieces of each word, those over several columns first.
    private var words: [[Piece]] = []
    /// How many of the columns' words stand over a value of their column.
    private var fitting = 0
    /// How wide the page takes an ideograph to be, supposedly.
    private let width: TextWidth

    /// No header has as many lines.
    private static let maximumLines = 10

    /// The lines of the header over the first row of values, when the words of its columns stand on more than one.
    static func find(in lines: ArraySlice<SpaceLine>, _ bytes: [UInt8]) -> HeaderPieces? {
        guard let values = lines.firstIndex(where: { !$0.values.isEmpty }), lines[values].values.count > 2 else { return nil }
        let first = lines[..<values].firstIndex(where: \.isMarked) ?? values
        var start = first
        var corners: Set<ArraySlice<UInt8>> = []
        while start > lines.startIndex, first - start < maximumLines, lines[start - 1].kind == .text, !lines[start - 1].isMarked,
            !hasValue(lines[start - 1], bytes)
        {
            // What stands in front of several words twice is the corner of two headers, one below the other, with rows between them.
            if lines[start - 1].labels.count > 1, !corners.insert(bytes[lines[start - 1].labels[0]]).inserted { break }
            start -= 1
        }
        // Where empty cells vanish, a row may have less values than there are columns.
        guard first - start > 1, let widest = lines[values...].prefix(60).max(by: { $0.values.count < $1.values.count }) else {
            return nil
        }
        let headers = [TextWidth.allAlike, .wideIdeographs].compactMap { width in
            var header = HeaderPieces(
                lines[start..<first], hasCorner: first < values || lines[values].kind == .row, width, bytes)
            let rows = lines[values...].prefix(60).filter { $0.values.count == widest.values.count }
            return header.keepsColumns(rows) && header.putTogether(over: widest) ? header : nil
        }
        return headers.max { $0.fitting < $1.fitting }
    }

    /// The headers that stand again among lines, as on each page of a table.
    static func findAgain(in lines: ArraySlice<SpaceLine>, _ bytes: [UInt8]) -> [HeaderPieces] {
        var found: [HeaderPieces] = []
        var start = lines.startIndex
        for index in lines.indices {
            if !lines[index].values.isEmpty {
                if index - start > 1, lines[start..<index].contains(where: { $0.labels.count > 2 }),
                    let header = find(in: lines[start...], bytes)
                {
                    found.append(header)
                }
                start = index + 1
            } else if lines[index].followsBreak {
                start = index
            }
        }
        return found
    }

    /// Whether a line that seems to be words has a value among them, as a row has whose last one is no plain number: `无  6  无  6/21`.
    private static func hasValue(_ line: SpaceLine, _ bytes: [UInt8]) -> Bool {
        guard let first = line.labels.first, let last = line.labels.last else { return false }
        return bytes.span.words(in: first.lowerBound..<last.upperBound).contains { word in
            // Markdown writes `\-` for a mark that would begin a list.
            FieldMeaning(bytes[word].drop { $0 == 0x5C }) != .text
        }
    }

    private init(_ lines: ArraySlice<SpaceLine>, hasCorner: Bool, _ width: TextWidth, _ bytes: [UInt8]) {
        self.bytes = bytes
        self.lines = lines
        self.width = width
        let span = bytes.span
        for index in lines.indices {
            guard let first = lines[index].labels.first, let last = lines[index].labels.last else { continue }
            for word in span.words(in: first.lowerBound..<last.upperBound) {
                pieces.append(Piece(text: word, line: index, columns: columns(of: word, in: lines[index])))
            }
        }
        guard hasCorner, let left = pieces.map(\.columns.lowerBound).min() else { return }
        corner = pieces.filter { $0.columns.lowerBound <= left + 1 }
        pieces.removeAll { $0.columns.lowerBound <= left + 1 }
    }

    /// The columns of the page that a text of a line takes.
    private func columns(of text: Range<Int>, in line: SpaceLine) -> Range<Int> {
        let span = bytes.span
        let start = span.forEachCharacter(of: line.start..<text.lowerBound, width: width) { _, _ in }
        return start..<(start + span.forEachCharacter(of: text, width: width) { _, _ in })
    }

    /// Whether rows have their values below those of the row above; a long label may push them aside.
    private func keepsColumns(_ rows: [SpaceLine]) -> Bool {
        let pairs = zip(rows, rows.dropFirst())
        let kept = pairs.count { above, row in
            zip(above.values, row.values).allSatisfy { columns(of: $0, in: above).overlaps(columns(of: $1, in: row)) }
        }
        return kept * 10 >= rows.count - 1
    }

    /// Puts the pieces of each word together; answers whether the words that stand over one column are as many as the values below.
    private mutating func putTogether(over row: SpaceLine) -> Bool {
        let isOuter = pieces.map { piece in
            let below = pieces.filter { $0.line > piece.line && $0.columns.overlaps(piece.columns) }
            return Dictionary(grouping: below, by: \.line).values.contains { $0.count > 1 }
        }
        var outer = zip(pieces, isOuter).filter(\.1).map { [$0.0] }
        var columns: [[Piece]] = []
        for piece in zip(pieces, isOuter).filter({ !$0.1 }).map(\.0) {
            let above = columns.indices.filter { columns[$0].contains { $0.columns.overlaps(piece.columns) } }
            if above.isEmpty {
                columns.append([piece])
            } else if above.count == 1, columns[above[0]].allSatisfy({ $0.line < piece.line }) {
                columns[above[0]].append(piece)
            } else {
                return false
            }
        }
        // A word over several columns may stand over a gap.
        while columns.count > row.values.count, let highest = columns.indices.first(where: { columns[$0].count == 1 }),
            columns[highest][0].line < (lines.indices.last ?? 0)
        {
            outer.append(columns.remove(at: highest))
        }
        guard columns.count == row.values.count,
            columns.contains(where: { $0.count > 1 }) || Set(columns.map { $0[0].line }).count > 1
        else {
            return false
        }
        columns.sort { $0[0].columns.lowerBound < $1[0].columns.lowerBound }
        // Words that reach over each other's columns may have been moved.
        let reach = columns.map { word in
            (from: word.map(\.columns.lowerBound).min() ?? 0, to: word.map(\.columns.upperBound).max() ?? 0)
        }
        guard zip(reach, reach.dropFirst()).allSatisfy({ $0.to <= $1.from }) else { return false }
        outer.sort { ($0[0].line, $0[0].columns.lowerBound) < ($1[0].line, $1[0].columns.lowerBound) }
        fitting = zip(reach, row.values).count { reach, value in
            let place = self.columns(of: value, in: row)
            return reach.from < place.upperBound && place.lowerBound < reach.to
        }
        words = outer + columns
        return true
    }

    /// Adds the header as one row; the texts of its fields stand in the order of the lines.
    func addRow(to rows: inout FieldRows) {
        if let first = corner.first {
            rows.addField(pieces: corner.map(\.text), of: bytes, line: lines[first.line].number)
        }
        var places: [Range<Int>: Range<Int>] = [:]
        for piece in pieces {
            let start = rows.utf8.count
            rows.utf8 += bytes[piece.text]
            places[piece.text] = start..<rows.utf8.count
        }
        for piece in words.joined() {
            guard let place = places[piece.text] else { continue }
            rows.addField(place, line: lines[piece.line].number)
        }
        rows.endRow(isInColumnOrder: true)
    }
}
