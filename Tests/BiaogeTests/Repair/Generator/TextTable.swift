@testable import Biaoge

/// A table as a text dump has it.
struct TextTable {
    private let table: GeneratedReport.PrintedTable
    private let layout: SourceLayout

    init(_ table: GeneratedReport.PrintedTable, _ layout: SourceLayout) {
        self.table = table
        self.layout = layout
    }

    private var width: Int { table.part.table.columnCount }

    /// The lines of the table, each with its LF, and the empty line that ends it.
    var text: String {
        if layout == .columns { return columns }
        var text = ""
        for row in table.rows {
            if row.breaksBefore { text += "\n" }
            for line in row.linesBefore {
                text += layout == .lines ? line + "\n\n" : layout == .cells ? "\t\(line)\n\n" : line + "\n"
            }
            for fields in rows(row) where !fields.isEmpty { text += line(fields) }
            if layout == .markdown, text.count(where: { $0 == "\n" }) == 1 {
                text += "|" + String(repeating: " --- |", count: width) + "\n"
            }
        }
        return text + "\n"
    }

    /// One row of fields, as the layout writes it.
    private func line(_ fields: [String]) -> String {
        switch layout {
        case .cells: fields.map { "\t\($0)\n" }.joined() + "\n"
        case .pipeCells: fields.map { "| \($0)\n" }.joined() + "\n"
        case .pipeLines: fields.map { $0.isEmpty ? "" : $0 + "\n" }.joined(separator: "|\n") + "\n"
        case .lines: fields.map { $0 + "\n\n" }.joined()
        case .markdown: "| " + fields.joined(separator: " | ") + " |\n"
        case .pipes: fields.joined(separator: " | ") + " |\n"
        case .spaces: fields.joined(separator: " ") + "\n"
        default: fields.joined(separator: "\t") + "\n"
        }
    }

    // MARK: Fields

    /// The fields of a row; two rows of them where the label is cut in two or parted from the numbers.
    private func rows(_ row: GeneratedReport.Row) -> [[String]] {
        let labels = labelFields(row)
        let values = valueFields(row)
        let padding = (layout.keepsEmpty ? row.trailing : 0) + filling(row, valueCount: values.count)
        let end = values + [String](repeating: "", count: padding)
        if row.isParted { return [labels.filter { !$0.isEmpty }, end] }
        guard row.isWrapped, let index = labels.lastIndex(where: { $0.count > 5 }) else { return [labels + end] }
        let (head, tail) = Self.cut(labels[index])
        var wrapped = labels
        if layout == .cells || layout == .pipeCells || layout == .pipeLines {
            wrapped[index] = head + "\n" + tail
            return [wrapped + end]
        }
        wrapped[index] = head
        return [wrapped + end, [tail]]
    }

    /// How many fields a writer that leaves out what labels cover puts behind a row with so many values.
    func filling(_ row: GeneratedReport.Row, valueCount: Int) -> Int {
        layout == .packedTabs && row.role == .values && !row.endsEarly
            ? min(1, max(0, width - labelFields(row).count - valueCount)) : 0
    }

    private func labelFields(_ row: GeneratedReport.Row) -> [String] {
        var fields: [String] = []
        for label in row.labels {
            fields.append(label.text)
            switch layout {
            case .tabs, .pipes, .markdown: fields += [String](repeating: "", count: label.span - 1)
            case .packedTabs:
                let covered = row.role == .values ? (label.span == 3 ? 1 : 0) : label.span - 1
                fields += [String](repeating: "", count: covered)
            default: break
            }
        }
        return layout.keepsEmpty ? fields : fields.filter { !$0.isEmpty }
    }

    private func valueFields(_ row: GeneratedReport.Row) -> [String] {
        let fields = row.values.flatMap { value in
            [value.text] + [String](repeating: "", count: layout.hasFields ? value.span - 1 : 0)
        }
        return layout.keepsEmpty ? fields : fields.filter { !$0.isEmpty }
    }

    /// A label over two lines.
    static func cut(_ label: String) -> (String, String) {
        let cut = label.index(label.startIndex, offsetBy: label.count * 2 / 3)
        return (String(label[..<cut]), String(label[cut...]))
    }

    // MARK: Columns

    /// The table with each grid column at a place of its own.
    private var columns: String {
        var text = ""
        for row in table.rows {
            if row.breaksBefore { text += "\n" }
            for line in row.linesBefore { text += "          " + line + "\n" }
            let label = row.labels.map(\.text).filter { !$0.isEmpty }
            var (head, tail) = (label.joined(separator: "  "), "")
            if row.role != .values { head = label.joined(separator: "    ") }
            if row.isWrapped, let last = label.last, last.count > 5 {
                let parts = Self.cut(last)
                head = (label.dropLast() + [parts.0]).joined(separator: "  ")
                tail = parts.1
            }
            var line = head
            func pad(to column: Int) { line += String(repeating: " ", count: max(2, column - Self.width(line))) }
            if row.isParted {
                text += line + "\n"
                line = ""
            }
            for (index, value) in row.values.enumerated() where !value.text.isEmpty {
                pad(to: 44 + 6 * index)
                line += value.text
            }
            if !line.isEmpty { text += line + "\n" }
            if !tail.isEmpty { text += tail + "\n" }
        }
        return text + "\n"
    }

    private static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E7F ? 2 : 1) } }
}
