@testable import Biaoge

/// A document that is told by bytes: tables with spans, and texts with whatever characters come.
struct FuzzDocument {
    private var rest: ArraySlice<UInt8>
    private(set) var document = Document(format: .docx)

    init(_ bytes: [UInt8]) {
        rest = bytes.dropFirst()
        while let kind = next(), document.blocks.count < 40 {
            switch kind % 6 {
            case 0: document.blocks.append(.heading(text(), level: Int(next() ?? 0) - 8))
            case 1: document.blocks.append(.paragraph(text()))
            case 2: document.title = text()
            case 3: document.issuer = text()
            default: addTable(isLayout: kind % 6 == 5)
            }
        }
        addValues()
    }

    private mutating func next() -> UInt8? { rest.popFirst() }

    /// A text; its first byte is its length.
    private mutating func text() -> String {
        let count = min(Int(next() ?? 0) % 48, rest.count)
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    private mutating func addTable(isLayout: Bool) {
        var builder = TableBuilder()
        let rows = Int(next() ?? 0) % 9
        for _ in 0..<rows {
            builder.beginRow()
            for _ in 0..<(Int(next() ?? 0) % 9) {
                let shape = next() ?? 0
                let column = builder.firstFreeColumn(from: 0)
                let start = builder.utf8.count
                builder.utf8 += Array(text().utf8)
                _ = try? builder.add(
                    columns: column..<(column + 1 + Int(shape & 3)), rowSpan: 1 + Int(shape >> 2 & 3), textStart: start,
                    isHeader: shape & 0x10 != 0, isInferred: shape & 0x20 != 0)
            }
        }
        guard var table = try? builder.finish().table else { return }
        if isLayout { table.kind = .layout }
        if rest.first == 0 { table.caption = text() }
        document.blocks.append(.table(document.tables.count))
        document.tables.append(table)
    }

    /// The last table shows values of a form.
    private mutating func addValues() {
        guard let last = document.tables.indices.last, rest.isEmpty, !document.tables[last].cells.isEmpty else { return }
        var table = document.tables[last]
        table.valueIndexes = table.cells.map { _ in -1 }
        for (index, cell) in table.cells.enumerated() where !cell.isHeader && index % 2 == 0 {
            let state = Value.State.allCases[index / 2 % Value.State.allCases.count]
            table.valueIndexes[index] = Int32(document.values.count)
            document.values.append(
                Value(
                    form: "annual-report-2021", part: "proactive", key: "proactive.rules:\(index)",
                    rowLabel: table.text(of: cell),
                    columnLabel: "", number: state.hasNumber ? String(index) : "", state: state, raw: table.text(of: cell),
                    place: Place(table: last, row: cell.row, column: cell.column), note: table.text(of: cell)))
        }
        document.tables[last] = table
        document.forms = [FormMatch(form: "annual-report-2021", table: last, part: "proactive", confidence: 0.5)]
    }
}
