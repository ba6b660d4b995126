/// The blocks that stand in the cells of a layout table, in order.
struct LayoutFlow {
    private(set) var blocks: [Document.Block] = []

    /// - Parameters:
    ///   - marks: the headings and tables inside the cells.
    ///   - nested: what stands for a table inside a cell: the table, or when it is a layout table itself, its flow.
    init(_ table: Table, marks: [FlowMark], nested: (Int) -> [Document.Block]) {
        let marksOfCells = Dictionary(grouping: marks) { $0.row << 32 | $0.column }
        for cell in table.cells {
            let utf8 = table.utf8[cell.textRange]
            var from = utf8.startIndex
            for mark in marksOfCells[cell.row << 32 | cell.column] ?? [] {
                // The text of a cell that is nothing but white space is not kept.
                let offset = min(utf8.startIndex + mark.offset, utf8.endIndex)
                appendLines(utf8[from..<max(from, offset)])
                from = max(from, offset)
                switch mark.content {
                case .table(let index): blocks += nested(index)
                case .heading(let level, let end):
                    let end = min(utf8.startIndex + end, utf8.endIndex)
                    appendHeading(utf8[from..<max(from, end)], level: level)
                    from = max(from, end)
                }
            }
            appendLines(utf8[from...])
        }
    }

    private mutating func appendLines(_ utf8: ArraySlice<UInt8>) {
        for line in utf8.split(separator: 0x0A) { blocks.append(.paragraph(String(decoding: line, as: UTF8.self))) }
    }

    private mutating func appendHeading(_ utf8: ArraySlice<UInt8>, level: Int) {
        let text = utf8.drop { $0 == 0x0A }
        if !text.isEmpty { blocks.append(.heading(String(decoding: text, as: UTF8.self), level: level)) }
    }
}
