/// What was read of a page so far.
struct PageContent {
    var title: String?
    private let limits: Limits
    var blocks: [Document.Block] = []
    var findings: [Finding] = []
    /// The tables in the order in which they begin; `nil` while one is open, and for one without cells.
    private var tables: [Table?] = []
    private var flows: [Int: [Document.Block]] = [:]

    init(limits: Limits) {
        self.limits = limits
    }

    /// Refuses a page that has more headings, paragraphs and tables than allowed.
    ///
    /// - Parameter coming: how many are about to be added.
    func check(coming: Int = 0) throws(ReadError) {
        let count = blocks.count + tables.count + coming
        guard count <= limits.pieces else { throw .limit(.pieces, found: count, allowed: limits.pieces) }
    }

    /// Keeps a place for a table that begins.
    mutating func reserveTable() -> Int {
        tables.append(nil)
        return tables.count - 1
    }

    /// Takes a table that ended.
    mutating func close(_ open: inout PageTable) throws(ReadError) {
        let finished = try open.forming.finish()
        var table = finished.table
        guard !table.cells.isEmpty else { return }
        if let movedRows = finished.movedRows { move(movedRows, in: &open) }
        table.caption = open.caption
        table.parent = open.parent
        let purpose = LayoutTable.purpose(of: table, open.facts)
        table.kind = purpose.kind
        if purpose == .frame {
            // Every line of a cell becomes a paragraph.
            try check(coming: table.utf8.count { $0 == 0x0A } + table.cells.count)
            flows[open.index] = LayoutFlow(table, marks: open.marks) { blocks(of: $0) }.blocks
        }
        tables[open.index] = table
        for var finding in finished.findings {
            finding.place.table = open.index
            findings.append(finding)
        }
        if open.hasStrayText { findings.append(Finding(.textBetweenRows, at: Place(table: open.index))) }
        if table.parent == nil { blocks += blocks(of: open.index) }
    }

    /// Gives everything to the document. Tables without cells are left out, which moves the numbers of those behind them.
    func finish(into document: inout Document) {
        var numbers: [Int?] = []
        for table in tables {
            numbers.append(table == nil ? nil : document.tables.count)
            if var table {
                table.parent = table.parent.flatMap { parent in
                    numbers[parent.table].map { Table.Parent(table: $0, row: parent.row, column: parent.column) }
                }
                document.tables.append(table)
            }
        }
        document.title = title
        document.blocks = blocks.compactMap { block in
            guard case .table(let index) = block else { return block }
            return numbers[index].map { .table($0) }
        }
        for var finding in findings {
            finding.place.table = finding.place.table.flatMap { numbers[$0] }
            document.findings.append(finding)
        }
    }

    private func blocks(of index: Int) -> [Document.Block] {
        guard let table = tables[index] else { return [] }
        return table.kind == .layout ? flows[index] ?? [] : [.table(index)]
    }

    private mutating func move(_ rows: [Int], in open: inout PageTable) {
        for index in open.marks.indices {
            open.marks[index].row = rows[open.marks[index].row]
            if case .table(let inner) = open.marks[index].content { tables[inner]?.parent?.row = open.marks[index].row }
        }
    }
}
