/// Puts labels that are wrapped over several lines together by the place of their words on the line.
///
///     三、  （一）予以公   0     11    0
///     本年  开
///     度办  （三  1.属     23    0     5
///     理结  ）不  于国
///
/// A piece that begins with the number of an item begins a label. Any other goes on with the label above it that stands over the same columns
/// of the line. A row's label is the last one, from the left, that reaches over the line of the row's values: its pieces stand above, beside
/// and below them, whether cells are aligned at the top or in the middle. Nothing is put together where two rows would share a label.
struct ColumnLabels {
    /// A label: its pieces, and the lines and columns that they take.
    private struct Label {
        var pieces: [Range<Int>]
        var lines: ClosedRange<Int>
        var columns: Range<Int>
        var number: Int
        /// How the number that the label begins with is written; `nil` when it begins with none.
        var notation: SectionNumber.Notation?
        /// Whether the next item of the same kind has begun.
        var isClosed = false

        mutating func add(_ piece: Range<Int>, line: Int, columns other: Range<Int>) {
            pieces.append(piece)
            lines = lines.lowerBound...line
            columns = min(columns.lowerBound, other.lowerBound)..<max(columns.upperBound, other.upperBound)
        }
    }

    private let bytes: [UInt8]
    private var labels: [Label] = []

    /// Adds the rows of lines among which there are marked labels, unless two rows would share a label.
    ///
    /// - Returns: whether they were added.
    static func rows(of lines: ArraySlice<SpaceLine>, in bytes: [UInt8], to rows: inout FieldRows) -> Bool {
        var columns = ColumnLabels(bytes: bytes)
        for index in lines.indices { columns.addPieces(of: lines[index], index: index) }
        let labelOfLine = columns.labelsOfValues(lines)
        guard let labelOfLine else { return false }
        columns.addRows(lines, labelOfLine, to: &rows)
        return true
    }

    /// The first line from which on labels are marked as in the table of requests, when there are enough of them.
    static func firstMarkedLine(_ lines: [SpaceLine], in bytes: [UInt8]) -> Int? {
        let span = bytes.span
        let first = lines.firstIndex { line in
            guard let label = line.labels.first, let mark = SectionNumber(span.withoutEmphasis(label), in: span) else {
                return false
            }
            return mark.notation == .chinese && mark.value == 1
        }
        guard let first, lines[first...].count(where: \.isMarked) > 3 else { return nil }
        return first
    }

    /// Whether the page's columns are kept: where values stand one blank apart, a place says nothing.
    static func keepColumns(_ lines: ArraySlice<SpaceLine>) -> Bool {
        let rows = lines.filter { $0.values.count > 1 }
        let apart = rows.count { zip($0.values, $0.values.dropFirst()).contains { $1.lowerBound - $0.upperBound > 1 } }
        return apart * 2 > rows.count
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    // MARK: Pieces

    private mutating func addPieces(of line: SpaceLine, index: Int) {
        let bytes = self.bytes
        let span = bytes.span
        guard let first = line.labels.first, let last = line.labels.last else { return }
        for piece in LabelPieces.of(first.lowerBound..<last.upperBound, in: bytes) {
            let start = span.scalarCount(line.start..<piece.lowerBound)
            let columns = start..<(start + span.scalarCount(piece))
            if !LabelPieces.begins(piece, in: bytes), let above = labelAbove(columns, index: index) {
                labels[above].add(piece, line: index, columns: columns)
            } else {
                let notation = SectionNumber(span.withoutEmphasis(piece), in: span)?.notation
                close(notation, before: index)
                labels.append(
                    Label(pieces: [piece], lines: index...index, columns: columns, number: line.number, notation: notation))
            }
        }
    }

    /// Closes the labels of the kind that begins on a line.
    private mutating func close(_ notation: SectionNumber.Notation?, before index: Int) {
        guard let notation, let last = labels.lastIndex(where: { $0.notation == notation && $0.lines.upperBound < index }) else {
            return
        }
        labels[last].isClosed = true
    }

    /// The label that a piece at some columns of a line goes on with: of those that stand over these columns the one that ended last, and
    /// the nearest when there is none within a few lines.
    private func labelAbove(_ columns: Range<Int>, index: Int) -> Int? {
        var best: (label: Int, distance: Int)?
        for label in labels.indices.reversed() {
            let other = labels[label]
            guard index - other.lines.upperBound <= 3 else {
                if labels.count - label > 12 { break }
                continue
            }
            let distance =
                other.columns.overlaps(columns)
                ? 0 : max(columns.lowerBound - other.columns.upperBound, other.columns.lowerBound - columns.upperBound) + 1
            // A piece of the same line is its neighbour, not its continuation.
            guard distance <= 4, other.lines.upperBound < index, !other.isClosed else { continue }
            // What begins and ends further right, beside a label that begins on the same line, stands in another cell.
            let isFurtherRight =
                columns.lowerBound > other.columns.lowerBound + 4 && columns.upperBound > other.columns.upperBound + 4
            if isFurtherRight, labels.last?.lines.lowerBound == index { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (label, distance) }
        }
        return best?.label
    }

    // MARK: Rows

    /// For each line with values, its label; `nil` when two lines share one.
    private func labelsOfValues(_ lines: ArraySlice<SpaceLine>) -> [Int: Int]? {
        var labelOfLine: [Int: Int] = [:]
        var taken: Set<Int> = []
        var begun = 0
        for index in lines.indices where !lines[index].values.isEmpty {
            while begun < labels.count, labels[begun].lines.lowerBound <= index { begun += 1 }
            var best: Int?
            // No label is as far from its values as forty others.
            for label in max(0, begun - 40)..<begun where labels[label].lines.contains(index) {
                guard let other = best else {
                    best = label
                    continue
                }
                // Of two in the same column the one that began last.
                if labels[label].columns.lowerBound >= labels[other].columns.lowerBound { best = label }
            }
            guard let best else { continue }
            guard taken.insert(best).inserted else { return nil }
            labelOfLine[index] = best
        }
        return labelOfLine
    }

    /// Adds the rows in the order of their lines: those with values, and the labels that have none.
    private func addRows(_ lines: ArraySlice<SpaceLine>, _ labelOfLine: [Int: Int], to rows: inout FieldRows) {
        let lineOfLabel = Dictionary(uniqueKeysWithValues: labelOfLine.map { ($1, $0) })
        /// Labels without values, in the order of their first lines; those left of a row's own label stand in front of it.
        var waiting = labels.indices.filter { lineOfLabel[$0] == nil }[...]
        for index in lines.indices {
            if lines[index].followsBreak { rows.startPiece() }
            guard !lines[index].values.isEmpty else {
                // A label of its own, with nothing beside it.
                while let label = waiting.first, labels[label].lines.upperBound < index || isAlone(label, index, lines) {
                    add(label, to: &rows)
                    rows.endRow()
                    waiting.removeFirst()
                }
                continue
            }
            let own = labelOfLine[index]
            while let label = waiting.first, labels[label].lines.lowerBound <= index {
                add(label, to: &rows)
                waiting.removeFirst()
                if own.map({ labels[label].columns.lowerBound >= labels[$0].columns.lowerBound }) ?? true { rows.endRow() }
            }
            if let own { add(own, to: &rows) }
            for value in lines[index].values.indices {
                let start = rows.utf8.count
                rows.utf8 += lines[index].text(ofValue: value, in: bytes)
                rows.addField(textStart: start, line: lines[index].number)
            }
            rows.endRow()
        }
        for label in waiting {
            add(label, to: &rows)
            rows.endRow()
        }
    }

    /// Whether a label begins and ends on a line, and no other stands there.
    private func isAlone(_ label: Int, _ index: Int, _ lines: ArraySlice<SpaceLine>) -> Bool {
        labels[label].lines == index...index && lines[index].labels.count == 1
    }

    private func add(_ label: Int, to rows: inout FieldRows) {
        rows.addField(pieces: labels[label].pieces, of: bytes, line: labels[label].number)
    }
}
