/// A dump whose lines were joined, a whole table or a whole report a line: what `" ".join(text.split())` leaves of a text.
///
///     规章 0 4 1 行政规范性文件 2 0 7 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 12 …
///
/// Each word of such a line is made a line again, which ``LoneLines`` reads; TABs and bars are in ``UnbrokenCells``.
struct UnbrokenLines {
    /// The source, a line for each word or cell of such lines.
    let bytes: [UInt8]
    /// For each of its lines, the number of the line of the source that it is of, from 1.
    private let sourceLines: [Int32]

    /// The lines parted, or `nil` where no line of the source is such.
    init?(of source: [UInt8]) {
        let span = source.span
        var bytes: [UInt8] = []
        var sourceLines: [Int32] = []
        var copied = 0
        var start = 0
        var number: Int32 = 1
        while start < span.count {
            let end = span.firstOffset(of: .lineFeed, from: start) ?? span.count
            if end - start >= 240, let words = Self.cells(of: start..<end, span) {
                if sourceLines.isEmpty { sourceLines = Array(1..<number) }
                bytes += source[copied..<start]
                for (index, word) in words.enumerated() {
                    if index > 0 { bytes.append(.lineFeed) }
                    bytes += source[word]
                    sourceLines.append(number)
                }
                copied = end
            } else if !sourceLines.isEmpty {
                sourceLines.append(number)
            }
            start = end + 1
            number += 1
        }
        guard !sourceLines.isEmpty else { return nil }
        self.bytes = bytes + source[copied...]
        self.sourceLines = sourceLines
    }

    /// The line of the source in which a line stands, both from 1.
    func sourceLine(of line: Int) -> Int { sourceLines.indices.contains(line - 1) ? Int(sourceLines[line - 1]) : line }

    /// The words of a line that holds rows of cells: labels follow numbers again and again, or all words stand in front of all numbers, and
    /// many of both. Columns would stand further apart.
    private static func cells(of line: Range<Int>, _ span: Span<UInt8>) -> [Range<Int>]? {
        if line.contains(where: { span[$0] == .tab || span[$0] == .bar }) { return UnbrokenCells.lines(of: line, span) }
        guard !mayHaveColumns(line, span) else { return nil }
        let words = span.words(in: line)
        return areCells(words, span) ? words : nil
    }

    /// Whether words are the cells of rows.
    static func areCells(_ words: [Range<Int>], _ span: Span<UInt8>) -> Bool {
        guard words.count >= 24 else { return false }
        var values = 0
        var rows = 0
        var isBehindValue = false
        for word in words {
            let isValue = span.isNumberOrBlankMark(word)
            if isValue { values += 1 }
            if isBehindValue, !isValue { rows += 1 }
            isBehindValue = isValue
        }
        let isHeaderAndRow = rows == 0 && values >= 12 && words.count - values >= 12
        return rows >= 5 && values * 5 >= words.count || isHeaderAndRow
    }

    /// Whether a line has wide gaps between its words, or hardly a space.
    private static func mayHaveColumns(_ line: Range<Int>, _ span: Span<UInt8>) -> Bool {
        var spaces = 0
        var gaps = 0
        for offset in line {
            guard span[offset] == .space else { continue }
            spaces += 1
            if offset > line.lowerBound + 1, span[offset - 1] == .space, span[offset - 2] == .space { gaps += 1 }
        }
        return spaces < 23 || gaps * 8 > spaces
    }
}

extension DumpScan {
    /// Tells the lines of what was found by the numbers of the source.
    mutating func renumber(_ unbroken: UnbrokenLines) {
        for index in findings.indices { findings[index].place.line = findings[index].place.line.map(unbroken.sourceLine) }
        pieces = pieces.map { piece in
            switch piece {
            case .line(let line): .line(line.numbered(unbroken.sourceLine(of: line.number)))
            case .table(let rows):
                .table(
                    rows.withFields { row, result in
                        for field in rows.row(row) { result.addField(field.textRange, line: unbroken.sourceLine(of: field.line)) }
                    })
            case .grid: piece
            }
        }
    }
}
