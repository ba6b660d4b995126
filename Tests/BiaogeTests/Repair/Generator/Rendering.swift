@testable import Biaoge

/// The layouts that a report is written in.
enum Rendering: String, CaseIterable {
    /// Tabs, a field for every grid column.
    case tabs
    /// Tabs as language models write them: one empty field for all further columns of a label, filled up at the end.
    case packedTabs
    case cells
    case pipes
    case spaces
    case lines
    case grid

    /// Whether empty cells leave a field.
    var keepsEmpty: Bool { self != .spaces && self != .lines }

    /// The report as a reader would hand it over.
    func document(_ report: GeneratedReport) -> Document {
        var document = Document(format: .text)
        document.year = report.form.firstYear
        for table in report.tables {
            if self == .grid {
                document.tables.append(Self.grid(table))
                continue
            }
            var result = Table(rowCount: 1, columnCount: 1, cells: [], utf8: [])
            result.fieldRows = rows(table)
            document.tables.append(result)
        }
        return document
    }

    private var layout: FieldRows.Layout {
        switch self {
        case .tabs, .packedTabs: .tabs
        case .cells: .cells
        case .pipes: .pipes
        case .spaces: .spaces
        case .lines: .lines
        case .grid: .grid
        }
    }

    private func rows(_ table: GeneratedReport.PartTable) -> FieldRows {
        var rows = FieldRows(layout: layout)
        var line = 1
        let width = table.part.table.columnCount
        func add(_ fields: [String]) {
            for field in fields {
                let start = rows.utf8.count
                rows.utf8 += Array(field.utf8)
                rows.addField(textStart: start, line: line)
                if layout == .lines || layout == .cells { line += 1 }
            }
        }
        for row in table.rows {
            if row.breaksBefore, layout != .lines { rows.startPiece() }
            if let before = row.lineBefore {
                add([before])
                if layout != .lines { rows.endRow() }
                line += 1
            }
            for fields in fieldLists(row, width: width) {
                add(fields)
                if layout != .lines { rows.endRow() }
                line += 1
            }
        }
        if layout == .lines { rows.endRow() }
        return rows
    }

    /// The fields of a row; several rows of them where its label is wrapped.
    func fieldLists(_ row: GeneratedReport.Row, width: Int) -> [[String]] {
        var fields: [String] = []
        let isTable = row.role == .values
        func pads(_ count: Int) -> [String] { [String](repeating: "", count: max(0, count)) }
        for (text, span) in row.lead {
            fields.append(text)
            switch self {
            case .tabs, .pipes: fields += pads(span - 1)
            case .packedTabs: fields += isTable && span == 3 ? pads(1) : isTable ? [] : pads(span - 1)
            default: break
            }
        }
        for (index, value) in row.values.enumerated() {
            fields.append(value)
            let span = index < row.valueSpans.count ? row.valueSpans[index] : 1
            if [.tabs, .packedTabs, .pipes].contains(self) { fields += pads(span - 1) }
        }
        if self == .packedTabs, isTable { fields += pads(min(1, width - fields.count)) }
        fields += pads(keepsEmpty ? row.trailing : 0)
        if !keepsEmpty { fields.removeAll(where: \.isEmpty) }
        guard row.isWrapped, let label = fields.lastIndex(where: { $0.utf8.count > 12 && !$0.utf8.allSatisfy { $0 < 0x40 } })
        else {
            return fields.isEmpty ? [] : [fields]
        }
        let text = fields[label]
        let cut = text.index(text.startIndex, offsetBy: text.count * 2 / 3)
        fields[label] = String(text[..<cut])
        return [fields, [String(text[cut...])]]
    }

    private static func grid(_ table: GeneratedReport.PartTable) -> Table {
        var builder = TableBuilder()
        for row in table.rows {
            if let line = row.lineBefore {
                builder.beginRow()
                let start = builder.utf8.count
                builder.utf8 += Array(line.utf8)
                _ = try? builder.add(columns: 0..<table.part.table.columnCount, textStart: start)
            }
            builder.beginRow()
            var column = 0
            let spans = row.lead.map(\.span) + row.values.indices.map { $0 < row.valueSpans.count ? row.valueSpans[$0] : 1 }
            for (text, span) in zip(row.lead.map(\.text) + row.values, spans) {
                let start = builder.utf8.count
                builder.utf8 += Array(text.utf8)
                _ = try? builder.add(columns: column..<(column + span), textStart: start)
                column += span
            }
        }
        guard let finished = try? builder.finish() else { return Table(rowCount: 0, columnCount: 0, cells: [], utf8: []) }
        return finished.table
    }
}
