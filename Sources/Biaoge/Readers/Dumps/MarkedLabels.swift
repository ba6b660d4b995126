/// Puts labels that are wrapped over several lines together by the numbers of the items that they begin with, where a page's columns are
/// not kept (`pdftotext -raw`).
///
///     （二）部分公
///     开（区分处理的
///     0 105 11 3 105 2 226
///     ，不计其他情形）
///
/// What stands between one number of an item and the next is one label, with the values among it. Nothing is put together where values
/// stand there twice.
struct MarkedLabels {
    private let bytes: [UInt8]
    private var pieces: [Range<Int>] = []
    private var number = 0
    /// Labels of groups, which stand on the line on which another label begins.
    private var groups: [(pieces: [Range<Int>], number: Int)] = []
    private var values: SpaceLine?

    /// Adds the rows of lines, the first of which begins with the number of an item; answers whether they could be told.
    static func rows(of lines: ArraySlice<SpaceLine>, in bytes: [UInt8], to rows: inout FieldRows) -> Bool {
        var labels = MarkedLabels(bytes: bytes)
        for line in lines {
            if let first = line.labels.first, let last = line.labels.last {
                for piece in LabelPieces.of(first.lowerBound..<last.upperBound, in: bytes) {
                    labels.take(piece, line, to: &rows)
                }
            }
            if line.followsBreak { rows.startPiece() }
            guard !line.values.isEmpty else { continue }
            guard labels.values == nil else { return false }
            labels.values = line
        }
        labels.endRow(to: &rows)
        return true
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func take(_ piece: Range<Int>, _ line: SpaceLine, to rows: inout FieldRows) {
        if LabelPieces.begins(piece, in: bytes) {
            if values == nil, !pieces.isEmpty, number == line.number {
                groups.append((pieces, number))
                pieces = []
            } else {
                endRow(to: &rows)
            }
            number = line.number
        }
        pieces.append(piece)
    }

    private mutating func endRow(to rows: inout FieldRows) {
        guard !pieces.isEmpty || values != nil else { return }
        for label in groups + [(pieces, number)] where !label.pieces.isEmpty {
            rows.addField(pieces: label.pieces, of: bytes, line: label.number)
        }
        if let values {
            for index in values.values.indices {
                let start = rows.utf8.count
                rows.utf8 += values.text(ofValue: index, in: bytes)
                rows.addField(textStart: start, line: values.number)
            }
        }
        rows.endRow()
        (pieces, groups, values) = ([], [], nil)
    }
}

/// The pieces of labels on a line.
enum LabelPieces {
    /// The pieces of a text: parted at gaps of two blanks, and at one blank where the number of an item follows.
    static func of(_ text: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        let span = bytes.span
        return span.columns(in: text).flatMap { column in
            var pieces: [Range<Int>] = []
            for word in span.words(in: column) {
                if let last = pieces.last, !begins(word, in: bytes) {
                    pieces[pieces.endIndex - 1] = last.lowerBound..<word.upperBound
                } else {
                    pieces.append(word)
                }
            }
            return pieces
        }
    }

    /// Whether a piece begins with the number of an item, which a line end may have cut behind its first signs: `（三`; or is the label of
    /// a row of sums that somebody put in.
    static func begins(_ piece: Range<Int>, in bytes: [UInt8]) -> Bool {
        let span = bytes.span
        let piece = span.withoutEmphasis(piece)
        if SectionNumber(piece, in: span) != nil { return true }
        if piece.count == 6, span.starts(piece, with: "小计") || span.starts(piece, with: "合计") { return true }
        guard piece.count <= 9, span.starts(piece, with: "（") || span.starts(piece, with: "(") else { return false }
        let rest = (piece.lowerBound + (span[piece.lowerBound] == 0x28 ? 1 : 3))..<piece.upperBound
        return ChineseNumber.read(at: rest.lowerBound, before: rest.upperBound, in: span)?.length == rest.count
    }
}
