/// A worksheet part (ECMA-376 part 1, 18.3.1.99), written row by row.
struct SheetPart: PackagePart {
    /// The relationship to the shapes that show the sheet's comments.
    static let shapesIdentifier = "rId1"
    /// The height of a line in points, and the most that a row may have.
    private static let (lineHeight, maximumHeight) = (15, 405)

    let name: String
    let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
    private let sheet: WorkbookSheet
    private var step = Step.head
    private var cursor: RowCursor
    /// For each column, the index of the cell that covers it in the row that is written.
    private var covering: [Int]
    private let letters: [[UInt8]]
    private var nextRow = 0
    private var nextMerge = 0
    private var mergeCount = 0

    private enum Step { case head, rows, merges, tail }

    init(_ sheet: WorkbookSheet, number: Int) {
        name = "/xl/worksheets/sheet\(number).xml"
        self.sheet = sheet
        cursor = RowCursor(sheet.table)
        covering = [Int](repeating: 0, count: sheet.table.columnCount)
        letters = (0..<sheet.table.columnCount).map(CellReference.letters)
    }

    mutating func write(to xml: inout MarkupText) -> Bool {
        switch step {
        case .head:
            writeHead(to: &xml)
            step = .rows
        case .rows:
            while nextRow < sheet.rows.upperBound, xml.bytes.count < pieceSize { writeRow(to: &xml) }
            guard nextRow == sheet.rows.upperBound else { return true }
            xml.markup("</sheetData>")
            step = .merges
        case .merges:
            writeMerges(to: &xml)
            guard nextMerge == sheet.table.cells.count else { return true }
            if mergeCount > 0 { xml.markup("</mergeCells>") }
            step = .tail
        case .tail:
            xml.markup("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>")
            // A4, as wide as one page, as high as it takes.
            let isWide = sheet.measure.width(of: 0..<sheet.table.columnCount) > 90
            xml.markup("<pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"\(isWide ? "landscape" : "portrait")\"/>")
            if !sheet.remarks.isEmpty { xml.markup("<legacyDrawing r:id=\"\(Self.shapesIdentifier)\"/>") }
            xml.markup("</worksheet>")
            return false
        }
        return true
    }

    private func writeHead(to xml: inout MarkupText) {
        xml.markup("<worksheet xmlns=\"\(Namespace.main)\" xmlns:r=\"\(Namespace.relationships)\">")
        xml.markup("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
        let columns = 0..<max(1, sheet.table.columnCount)
        xml.markup("<dimension ref=\"\(CellReference.of(rows: 0..<max(1, sheet.rows.count), columns: columns))\"/>")
        xml.markup("<sheetViews><sheetView workbookViewId=\"0\"")
        if sheet.frozenRows > 0 {
            let below = CellReference.of(row: sheet.frozenRows, column: 0)
            xml.markup("><pane ySplit=\"\(sheet.frozenRows)\" topLeftCell=\"\(below)\" activePane=\"bottomLeft\" ")
            xml.markup("state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView>")
        } else {
            xml.markup("/>")
        }
        xml.markup("</sheetViews><sheetFormatPr defaultRowHeight=\"\(Self.lineHeight)\"/>")
        if !sheet.measure.columnWidths.isEmpty {
            xml.markup("<cols>")
            for (column, width) in sheet.measure.columnWidths.enumerated() {
                xml.markup("<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(max(6, width + 2))\" customWidth=\"1\"/>")
            }
            xml.markup("</cols>")
        }
        xml.markup("<sheetData>")
    }

    private mutating func writeRow(to xml: inout MarkupText) {
        let row = nextRow
        nextRow += 1
        for index in cursor.next(row) {
            for column in sheet.table.cells[index].columns { covering[column] = index }
        }
        guard row >= sheet.rows.lowerBound else { return }
        let number = Array(String(row - sheet.rows.lowerBound + 1).utf8)
        xml.markup("<row r=\"")
        xml.bytes += number
        let lines = sheet.measure.rowHeights[row]
        if lines > 1 { xml.markup("\" ht=\"\(min(Self.maximumHeight, lines * Self.lineHeight))\" customHeight=\"1") }
        xml.markup("\">")
        for column in covering.indices {
            xml.markup("<c r=\"")
            xml.bytes += letters[column]
            xml.bytes += number
            writeCell(row, column, to: &xml)
        }
        xml.markup("</row>")
    }

    /// Writes the style and the content of a position; what a cell covers beyond its first position has its style alone.
    private func writeCell(_ row: Int, _ column: Int, to xml: inout MarkupText) {
        let index = covering[column]
        let cell = sheet.table.cells[index]
        let text = sheet.table.utf8[cell.textRange]
        let isNumber = !cell.isHeader && GeneralNumber.shows(text)
        var style = cell.isHeader ? CellStyle.header : isNumber ? .number : .text
        if let ofValue = sheet.styles.isEmpty ? nil : sheet.styles[index], ofValue != .number { style = ofValue }
        xml.markup("\" s=\"")
        xml.bytes.appendDecimal(style.rawValue)
        guard cell.row == row, cell.column == column, !text.isEmpty else { return xml.markup("\"/>") }
        guard !isNumber else {
            xml.markup("\"><v>")
            xml.bytes += text
            return xml.markup("</v></c>")
        }
        // The schema has no xml:space here (18.4.12 t), and libraries keep white space at either end without it.
        xml.markup("\" t=\"inlineStr\"><is><t>")
        xml.text(sheet.table.utf8, cell.textRange)
        xml.markup("</t></is></c>")
    }

    private mutating func writeMerges(to xml: inout MarkupText) {
        while nextMerge < sheet.table.cells.count, xml.bytes.count < pieceSize {
            let cell = sheet.table.cells[nextMerge]
            nextMerge += 1
            guard cell.rowSpan > 1 || cell.columnSpan > 1 else { continue }
            let rows = cell.rows.clamped(to: sheet.rows)
            guard rows.count > 1 || !rows.isEmpty && cell.columnSpan > 1 else { continue }
            if mergeCount == 0 { xml.markup("<mergeCells>") }
            mergeCount += 1
            let first = sheet.rows.lowerBound
            let shown = rows.lowerBound - first..<rows.upperBound - first
            xml.markup("<mergeCell ref=\"\(CellReference.of(rows: shown, columns: cell.columns))\"/>")
        }
    }
}
