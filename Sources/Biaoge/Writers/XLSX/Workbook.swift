/// What a document becomes as a workbook: a sheet for each data table in its own layout, and for recognised forms a sheet of
/// the tidy rows, 数据, and one of the findings, 发现.
struct Workbook {
    /// The sheets, in order; at least one.
    private(set) var sheets: [WorkbookSheet] = []

    init(_ document: Document, from source: SourceDescription, _ options: WritingOptions) throws {
        var names = SheetNames()
        let remarks = document.valueRemarks(options.language)
        let titles = document.tableTitles(options.language)
        // Taken first, so that no table's title takes them.
        let (dataName, findingsName) = (names.name("数据"), names.name("发现"))
        for index in options.tables(of: document, layoutTables: false) where document.tables[index].columnCount > 0 {
            let table = document.tables[index].replacingValues { _, value in document.values[value].number }
            var styles: [Int: CellStyle] = [:]
            var remarksOfCells: [Int: [String]] = [:]
            for (cell, value) in table.valueIndexes.enumerated() where value >= 0 {
                styles[cell] = CellStyle(document.values[Int(value)].state)
                remarksOfCells[cell] = remarks[Int(value)]
            }
            sheets += try WorkbookSheet.sheets(
                of: table, at: index, named: titles[index], &names, styles: styles, remarks: remarksOfCells)
        }
        if options.table == nil, !document.values.isEmpty {
            sheets.append(try Self.dataSheet(document, from: source, named: dataName))
            sheets.append(try Self.findingsSheet(document.findings, options.language, named: findingsName))
        } else if sheets.isEmpty {
            let findings = document.findings + [Finding(.noTable)]
            sheets.append(try Self.findingsSheet(findings, options.language, named: findingsName))
        }
    }

    private static func dataSheet(
        _ document: Document, from source: SourceDescription, named name: String
    ) throws -> WorkbookSheet {
        let rows = [Value.tidyColumns] + document.values.map { $0.tidyRow(of: document, from: source) }
        let valueColumn = Value.tidyColumns.firstIndex(of: "value") ?? 0
        var styles: [Int: CellStyle] = [:]
        for (index, value) in document.values.enumerated() where value.state != .read && value.state != .absent {
            styles[(index + 1) * Value.tidyColumns.count + valueColumn] = CellStyle(value.state)
        }
        return try sheet(of: rows, named: name, styles: styles)
    }

    /// The findings, those first that say that a sum fails.
    private static func findingsSheet(_ findings: [Finding], _ language: Language, named name: String) throws -> WorkbookSheet {
        let sorted = findings.filter(\.isFailure) + findings.filter { !$0.isFailure }
        let header = language == .chinese ? ["类别", "位置", "说明"] : ["kind", "place", "message"]
        return try sheet(
            of: [header] + sorted.map { [$0.kind.rawValue, $0.place.citation, $0.message(in: language)] }, named: name,
            styles: [:])
    }

    private static func sheet(of rows: [[String]], named name: String, styles: [Int: CellStyle]) throws -> WorkbookSheet {
        var builder = TableBuilder(limits: .none)
        for (row, texts) in rows.enumerated() {
            builder.beginRow()
            for (column, text) in texts.enumerated() {
                let start = builder.utf8.count
                builder.utf8.append(contentsOf: text.utf8)
                try builder.add(columns: column..<(column + 1), textStart: start, isHeader: row == 0)
            }
        }
        let table = try builder.finish().table
        var names = SheetNames()
        let sheets = try WorkbookSheet.sheets(of: table, at: 0, named: name, &names, styles: styles, remarks: [:])
        return sheets[0]
    }
}

extension Limits {
    /// Limits that nothing reaches, for tables that the program itself makes.
    fileprivate static var none: Limits {
        var limits = Limits()
        limits.cells = .max
        return limits
    }
}

extension Document {
    /// For each table what to call it: its caption, else the heading before it, else its number.
    func tableTitles(_ language: Language) -> [String] {
        var titles = tables.indices.map { language == .chinese ? "表\($0 + 1)" : "Table \($0 + 1)" }
        var heading: String?
        for block in blocks {
            switch block {
            case .heading(let text, _): heading = text
            case .paragraph: break
            case .table(let index): if let heading { titles[index] = heading }
            }
        }
        for (index, table) in tables.enumerated() {
            if let caption = table.caption { titles[index] = caption }
        }
        return titles
    }
}
