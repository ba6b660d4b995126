/// The dump with bars in which each cell stands on a line of its own.
///
/// Two shapes are met. Bars beside the text:
///
///     table = row { row }
///     row   = cell { cell } , row end
///     cell  = ( bar text [ bar ] | text bar ) LF { further line LF }
///     row end = an empty line; in a table without empty lines, a line with nothing but a bar
///
/// and bars on their own lines, between the cells:
///
///     row   = text LF { bar LF [ text LF ] } , row end
///     row end = an empty line; where empty lines stand after every line, or nowhere: two texts without a bar between
///
/// In the second shape two bars in a row enclose an empty cell. In both, a bar alone at the end of a row closes it where
/// every row ends with one; elsewhere it stands for an empty last cell. In the first, a line without a bar in front of a row is none of its
/// cells where rows begin with a bar. Where nothing shows row ends, all cells stand in one row of ``FieldRows/Layout/lines``.
enum PipeLines {
    /// One visible line of such a table.
    private struct Token {
        /// The text between the bars, empty for a lone bar.
        var text: Range<Int>
        var line: DumpLine
        var isLoneBar: Bool
        /// Whether a bar stands in front of the text.
        var beginsWithBar: Bool
        /// Whether it is a lone bar with white space behind it: a cell with nothing in it.
        var isEmptyCell: Bool
        /// Whether an empty line stands before it.
        var followsBlank: Bool
    }

    /// The rows of the table that begins with a line, or `nil` when the line begins no such table.
    static func read(from first: DumpLine, _ scan: inout DumpScan) -> FieldRows? {
        guard begins(first, scan) else { return nil }
        let place = scan.cursor.here
        let tokens = tokens(from: first, &scan)
        guard tokens.count(where: { $0.line.bars > 0 }) > 1 else {
            scan.cursor.goBack(to: place)
            return nil
        }
        let besideText = tokens.count { $0.line.bars > 0 && !$0.isLoneBar }
        let withoutBar = tokens.count { $0.line.bars == 0 }
        if besideText > withoutBar { return barsBesideText(tokens, scan.bytes) }
        return alternating(tokens, scan.bytes) ?? barsBetween(tokens, &scan)
    }

    /// Whether a line may begin such a table: it or the next visible one holds a bar, and no line near it holds two cells.
    private static func begins(_ first: DumpLine, _ scan: DumpScan) -> Bool {
        guard first.tabs == 0 else { return false }
        if first.bars == 0 {
            guard let next = scan.cursor.peekVisible(), next.bars > 0, cellCount(next, scan) == 0, scan.isTableLike(first) else {
                return false
            }
        }
        var cursor = scan.cursor
        var line = first
        for _ in 0..<32 {
            if cellCount(line, scan) > 1 || line.tabs > 0 { return false }
            guard let next = cursor.peekVisible() else { break }
            while let skipped = cursor.next(), skipped.number < next.number {}
            if next.bars == 0, !scan.isTableLike(next) { break }
            line = next
        }
        return true
    }

    /// How many fields with a text a line has.
    private static func cellCount(_ line: DumpLine, _ scan: DumpScan) -> Int {
        let bytes = scan.bytes
        let span = bytes.span
        var count = 0
        var start = line.range.lowerBound
        var offset = start
        while offset <= line.range.upperBound {
            let length = span.barLength(at: offset, before: line.range.upperBound)
            if length > 0 || offset == line.range.upperBound {
                if !span.isBlank(start..<offset) { count += 1 }
                start = offset + max(1, length)
                offset = start
            } else {
                offset += 1
            }
        }
        return count
    }

    /// All lines of the table. It ends at a sentence, at a section title, and at an empty line after which no bar is near.
    private static func tokens(from first: DumpLine, _ scan: inout DumpScan) -> [Token] {
        var tokens = [token(first, followsBlank: false, scan)]
        var place = scan.cursor.here
        var followsBlank = false
        while let line = scan.cursor.next() {
            if line.isBlank {
                followsBlank = true
                continue
            }
            if scan.dropPageJunk(line) { continue }
            let isNear = line.bars > 0 || !followsBlank || scan.cursor.peekVisible()?.bars ?? 0 > 0
            guard line.tabs == 0, line.bars > 0 || (isNear && scan.isTableLike(line)) else { break }
            tokens.append(token(line, followsBlank: followsBlank, scan))
            place = scan.cursor.here
            followsBlank = false
        }
        scan.cursor.goBack(to: place)
        return tokens
    }

    private static func token(_ line: DumpLine, followsBlank: Bool, _ scan: DumpScan) -> Token {
        let bytes = scan.bytes
        let span = bytes.span
        var text = span.trimmed(line.range)
        let opening = span.barLength(at: text.lowerBound, before: text.upperBound)
        let isLone = line.bars > 0 && opening == text.count
        if line.bars > 0 {
            text = (text.lowerBound + opening)..<text.upperBound
            if !text.isEmpty, span.endsWithBar(text) {
                text = text.lowerBound..<(text.upperBound - (span[text.upperBound - 1] == .bar ? 1 : 3))
            }
        }
        return Token(
            text: span.unmarked(span.trimmed(text)), line: line, isLoneBar: isLone, beginsWithBar: opening > 0,
            isEmptyCell: isLone && span.whiteSpaceLength(endingAt: line.range.upperBound, from: line.range.lowerBound) > 0,
            followsBlank: followsBlank)
    }

    /// Whether a bar alone closes each row that has bars, so that it is no cell.
    private static func barsCloseRows(_ tokens: [Token]) -> Bool {
        var hasBars = false
        for (index, token) in tokens.enumerated() {
            hasBars = hasBars || token.line.bars > 0
            guard endsRow(index, tokens) else { continue }
            if hasBars, !token.isLoneBar { return false }
            hasBars = false
        }
        return true
    }

    /// Whether an empty line, or the end of the table, stands behind a line.
    private static func endsRow(_ index: Int, _ tokens: [Token]) -> Bool {
        index + 1 == tokens.count || tokens[index + 1].followsBlank
    }

    private static func barsBesideText(_ tokens: [Token], _ bytes: [UInt8]) -> FieldRows {
        // An empty line after every cell ends no row.
        let blanks = tokens.filter(\.followsBlank).count
        let blankEndsRow = blanks > 0 && blanks * 2 < tokens.count
        // Where both are met, a bar with a blank behind it is an empty cell, and one without ends a row.
        let showsEmpty =
            !blankEndsRow && tokens.contains(where: \.isEmptyCell) && tokens.contains { $0.isLoneBar && !$0.isEmptyCell }
        let loneEndsRow = !blankEndsRow && tokens.contains(where: \.isLoneBar)
        let barsClose = barsCloseRows(tokens)
        let beginnings = tokens.prefix(1) + tokens.filter(\.followsBlank)
        let rowsBeginWithBar = blankEndsRow && beginnings.count(where: \.beginsWithBar) * 2 > beginnings.count
        var rows = FieldRows(layout: blankEndsRow || loneEndsRow ? .pipes : .lines, utf8: bytes)
        var cell: Token?
        var isOpen = false
        func flush() {
            if let done = cell { rows.addField(done.text, line: done.line.number) }
            cell = nil
        }
        for (index, token) in tokens.enumerated() {
            if blankEndsRow, token.followsBlank, isOpen {
                flush()
                rows.endRow()
                isOpen = false
            }
            if token.isLoneBar, loneEndsRow, !(showsEmpty && token.isEmptyCell) {
                flush()
                if isOpen { rows.endRow() }
                isOpen = false
            } else if token.isLoneBar, barsClose, endsRow(index, tokens) {
                continue
            } else if token.line.bars == 0, !token.followsBlank, let open = cell {
                cell?.text = open.text.lowerBound..<token.text.upperBound
            } else {
                let isBelowText = cell.map { $0.line.bars == 0 } ?? false
                flush()
                if isBelowText, rowsBeginWithBar, token.beginsWithBar { rows.endRow() }
                cell = token
                isOpen = true
            }
        }
        flush()
        if isOpen { rows.endRow() }
        return rows
    }

    /// The rows of the second shape where every line stands for something: cell, bar, cell, bar, …, cell, empty line. An empty line in the
    /// place of a cell is an empty cell. `nil` when any line stands elsewhere.
    private static func alternating(_ tokens: [Token], _ bytes: [UInt8]) -> FieldRows? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        var rows = FieldRows(layout: .pipes, utf8: bytes)
        var next = 0
        var number = first.isLoneBar ? first.line.number - 1 : first.line.number
        var empties = 0
        while true {
            // A cell.
            if next < tokens.count, tokens[next].line.number == number {
                guard !tokens[next].isLoneBar else { return nil }
                rows.addField(tokens[next].text, line: number)
                next += 1
            } else {
                rows.addField(0..<0, line: number)
                empties += 1
            }
            number += 1
            // A bar, and the row goes on.
            if next < tokens.count, tokens[next].line.number == number {
                guard tokens[next].isLoneBar else { return nil }
                next += 1
                number += 1
                continue
            }
            rows.endRow()
            number += 1
            if number > last.line.number { break }
        }
        return empties > 0 && next == tokens.count ? rows : nil
    }

    private static func barsBetween(_ tokens: [Token], _ scan: inout DumpScan) -> FieldRows {
        let blanks = tokens.filter(\.followsBlank).count
        let blankEndsRow = blanks > 0 && blanks * 2 < tokens.count
        let hasAdjacentTexts = zip(tokens, tokens.dropFirst()).contains { !$0.isLoneBar && !$1.isLoneBar }
        // One row does not show whether a bar closes it or stands for an empty cell; other tables do.
        let barsClose = blanks == 0 ? scan.barsCloseRows ?? barsCloseRows(tokens) : barsCloseRows(tokens)
        if blankEndsRow { scan.barsCloseRows = barsClose }
        let showsEnds = blankEndsRow || hasAdjacentTexts || scan.barsCloseRows != nil
        var rows = FieldRows(layout: showsEnds ? .pipes : .lines, utf8: scan.bytes)
        var cell: Token?
        var last: Token?
        func endRow() {
            guard let end = last else { return }
            if cell != nil || !barsClose { add(cell ?? end) }
            rows.endRow()
            cell = nil
            last = nil
        }
        func add(_ done: Token) {
            rows.addField(done.text, line: done.line.number)
        }
        for token in tokens {
            if blankEndsRow, token.followsBlank { endRow() }
            if token.isLoneBar {
                add(cell ?? token)
                cell = nil
            } else if let open = cell, blankEndsRow {
                cell?.text = open.text.lowerBound..<token.text.upperBound
            } else {
                if cell != nil { endRow() }
                cell = token
            }
            last = token
        }
        endRow()
        return rows
    }
}
