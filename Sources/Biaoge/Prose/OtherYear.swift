/// Finds tables of an earlier year that stand among those of the report, each behind its own: `2022年度情况如下：`.
///
/// Such a line stands between two tables and names a year before that of the title; the same line again says the same. Where the first
/// table has such a line too, the lines are captions of the report's own tables, with the year of the report that they were copied from.
struct OtherYear {
    /// The tables that are not the report's.
    private(set) var tables: [Int] = []
    /// What there is to say about them.
    private(set) var findings: [Finding] = []

    init(_ document: Document) {
        guard document.tables.count > 1 || document.blocks.count > 2,
            let year = document.title.flatMap({ ReportYear.first(in: Array($0.utf8)) })?.year
        else { return }
        var hasOwn = false
        var isOwn = true
        var captions: Set<String> = []
        for (index, block) in document.blocks.enumerated() {
            guard case .table(let table) = block else { continue }
            if index > 0, let text = document.blocks[index - 1].text {
                let followsTable = Self.followsTable(index - 1, of: document)
                let isEarlier = Self.names(text, before: year)
                if isEarlier, !hasOwn, !followsTable { return }
                isOwn = !isEarlier || !followsTable && !captions.contains(text)
                if !isOwn {
                    captions.insert(text)
                    let place = Place(table: table, line: document.line(ofBlock: index - 1))
                    findings.append(Finding(.otherReport, at: place, text))
                }
            }
            if isOwn { hasOwn = true } else { tables.append(table) }
        }
    }

    /// Whether a table of the same section stands in front of a line. Its last rows may have become lines, where they hold nothing but labels.
    private static func followsTable(_ line: Int, of document: Document) -> Bool {
        for index in document.blocks.indices.prefix(line).reversed() {
            guard !document.isTable(block: index) else { return true }
            guard case .paragraph(let text) = document.blocks[index], text.utf8.count <= 120, !numbersSection(text) else {
                return false
            }
        }
        return false
    }

    private static func numbersSection(_ text: String) -> Bool {
        let utf8 = Array(text.utf8)
        return SectionNumber(utf8.indices, in: utf8.span)?.mayBeSection ?? false
    }

    /// Whether a short line without a number of a section names a year before another one, and nothing else.
    private static func names(_ text: String, before year: Int) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let closed = ReportTitle.closedUp(Array(text.utf8))
        return SectionNumber(closed.indices, in: closed.span) == nil && ReportYear.isBefore(year, closed)
    }
}

extension Document {
    /// The document without the tables of other years; the others keep their numbers.
    func without(_ other: OtherYear) -> Document {
        guard !other.tables.isEmpty else { return self }
        var own = self
        for table in other.tables { own.tables[table].kind = .layout }
        return own
    }

    /// Whether a block is a table, or the line that stands for one that was left out: `（表略）`.
    fileprivate func isTable(block index: Int) -> Bool {
        guard let text = blocks[index].text else { return true }
        return text.utf8.count <= 24 && ["表略", "表格略"].contains { Array(text.utf8).span.contains($0) }
    }
}
