/// What reading a text dump has come to: where it is, and the lines and tables found so far.
struct DumpScan: Sendable {
    /// A piece of a dump, in order.
    enum Piece: Sendable {
        /// A visible line that belongs to no table.
        case line(DumpLine)
        /// The rows of a table.
        case table(FieldRows)
        /// A table whose source states its spans.
        case grid(Table)
    }

    /// Where in the source the scan is.
    var cursor: DumpCursor
    /// The layout that the document was told to have, which settles what a run of lines leaves open.
    let layout: FieldRows.Layout?
    /// The pieces found so far.
    var pieces: [Piece] = []
    /// What had to be left out.
    var findings: [Finding] = []
    /// For each grammar the line before which no table of it begins, so that no line is looked at again and again.
    private var firstLines = [Int](repeating: 0, count: Grammar.allCases.count)

    /// Whether a bar alone closes rows in the tables read so far with a cell a line; `nil` where none has shown it.
    var barsCloseRows: Bool?

    /// The grammars that look far ahead.
    enum Grammar: Int, CaseIterable {
        /// Spaces between fields (``SpaceRows``).
        case spaces
        /// One cell a line (``LoneLines``).
        case loneLines
        /// Borders around cells (``BorderedTable``).
        case borders
        /// Rules of dashes (``RuledTable``).
        case rules
        /// A markup language (``WikiTable``, ``AsciiDocTable``).
        case markup
        /// Commas between fields (``CommaRows``).
        case commas
        /// Lists as programs print them (``ListRows``).
        case lists
        /// TABs on lines of their own (``LoneTabs``).
        case loneTabs
        /// Any: the lines are a table that could not be read for certain.
        case any
    }

    /// Whether the empty lines of a dump with one cell a line are empty cells.
    let emptyLinesAreCells: Bool
    /// Whether TABs may stand on lines of their own between cells.
    let mayHaveLoneTabs: Bool

    init(_ bytes: [UInt8], layout: FieldRows.Layout?) {
        cursor = DumpCursor(bytes)
        self.layout = layout
        let hasMarkedFields = layout == .tabs || layout == .cells || layout == .pipes
        emptyLinesAreCells = !hasMarkedFields && EmptyLineCells.areShown(in: bytes)
        mayHaveLoneTabs = !hasMarkedFields && LoneTabs.mayBe(in: bytes)
    }

    /// Whether a table of a grammar may begin with a line, as far as is known.
    func mayBegin(_ grammar: Grammar, with line: DumpLine) -> Bool { line.number >= firstLines[grammar.rawValue] }

    /// Notes that no table of a grammar begins before a line.
    mutating func ruleOut(_ grammar: Grammar, before number: Int) { firstLines[grammar.rawValue] = number }

    /// The whole source.
    var bytes: [UInt8] { cursor.bytes }

    /// Reads the source to its end: each line goes to the first layout whose grammar it begins, or is text.
    ///
    /// There may be as many pieces, and as many findings, as the limits allow.
    mutating func run(_ limits: Limits) throws(ReadError) {
        while let line = cursor.next() {
            if line.isBlank { continue }
            if try !takeMarkup(line, limits) {
                if try !takeBordered(line, limits) { takeOther(line) }
            }
            let count = max(pieces.count, findings.count)
            guard count <= limits.pieces else { throw .limit(.pieces, found: count, allowed: limits.pieces) }
        }
    }

    /// Takes a table in a markup language; answers whether there was one.
    private mutating func takeMarkup(_ line: DumpLine, _ limits: Limits) throws(ReadError) -> Bool {
        guard line.bars > 0, line.tabs == 0 else { return false }
        var piece = try WikiTable.read(from: line, &self, limits: limits)
        if piece == nil { piece = try AsciiDocTable.read(from: line, &self, limits: limits) }
        guard let piece else { return false }
        pieces.append(piece)
        return true
    }

    /// Takes a table that is drawn with borders; answers whether there was one.
    private mutating func takeBordered(_ line: DumpLine, _ limits: Limits) throws(ReadError) -> Bool {
        switch try BorderedTable.read(from: line, &self, limits: limits) {
        case .rows(let rows): pieces.append(.table(rows))
        case .table(let table): pieces.append(.grid(table))
        case .uncertain(let end):
            ruleOut(.any, before: end)
            return false
        case .none: return false
        }
        return true
    }

    private mutating func takeOther(_ line: DumpLine) {
        let mayBeTable = mayBegin(.any, with: line)
        if mayBeTable, let rows = RuledTable.read(from: line, &self) {
            pieces.append(.table(rows))
        } else if !dropPageJunk(line) {
            let rows = mayBeTable ? table(from: line) : nil
            if rows == nil || rows?.rowCount ?? 0 > 0 { pieces.append(rows.map { .table($0) } ?? .line(line)) }
        }
    }

    private mutating func table(from line: DumpLine) -> FieldRows? {
        if let rows = ListRows.read(from: line, &self) { return rows }
        if line.tabs > 0 {
            return CellRows.read(from: line, &self) ?? TabRows.read(from: line, &self)
        }
        if let rows = LoneTabs.read(from: line, &self) { return rows }
        if let rows = PipeLines.read(from: line, &self) ?? PipeRows.read(from: line, &self) { return rows }
        return CommaRows.read(from: line, &self) ?? SpaceRows.read(from: line, &self) ?? LoneLines.read(from: line, &self)
    }

    /// Whether a line rules a table and holds nothing.
    func isSeparator(_ line: DumpLine) -> Bool {
        let bytes = self.bytes
        let span = bytes.span
        let first = span[line.range.lowerBound]
        // Most rows are settled by their first byte.
        guard first < 0x30 || first == 0x3A || first == 0x3D || first == .bar || first == 0xE2 else { return false }
        return span.isSeparator(line.range)
    }

    /// Whether a line only numbers a page or rules a table.
    func isPageJunk(_ line: DumpLine) -> Bool {
        junkKind(line) != nil
    }

    /// Leaves a line out that only numbers a page or rules a table, with a finding.
    mutating func dropPageJunk(_ line: DumpLine) -> Bool {
        guard let kind = junkKind(line) else { return false }
        let text = kind == .pageNumber ? String(decoding: bytes[trimmed(line)], as: UTF8.self) : ""
        findings.append(Finding(kind, at: Place(line: line.number), text))
        return true
    }

    /// Goes to a place further down and leaves out the page junk on the way, with a finding for each.
    mutating func dropPageJunk(before place: DumpCursor.Mark) {
        while cursor.here < place, let line = cursor.next() {
            if !line.isBlank { _ = dropPageJunk(line) }
        }
    }

    private func junkKind(_ line: DumpLine) -> Finding.Kind? {
        let bytes = self.bytes
        let span = bytes.span
        let text = span.trimmed(line.range)
        if span.isSeparator(text) { return .separatorRow }
        return span.isPageNumber(text) ? .pageNumber : nil
    }
}
