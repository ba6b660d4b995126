/// Finds where a second report begins, when a file holds two: another body's, or that of another year.
///
/// A title names a yearly report, and an issuer or a year. Of two titles with tables behind each, and another issuer or another year in
/// the second, the second one is another report's; the same title again is the head of a page, unless the sections begin anew behind it. So
/// must they where the first report has lost its tables. Tables of the year before, added for comparison, are no part of the report either. The
/// numbers of the first report are the document's; a mixture of both would be nobody's.
/// A report that no title announces shows itself only by its labels (``RepeatedTables``), which nobody knows before the forms do.
struct OtherReport {
    /// The block with which the other report begins, and the first table behind it.
    let block: Int
    let table: Int
    /// Its title, as it stands in the text.
    let title: String

    /// What there is to say about it.
    func finding(in document: Document) -> Finding {
        Finding(.otherReport, at: Place(line: document.line(ofBlock: block)), title)
    }

    /// The first report that follows another one in a document; `nil` when there is none.
    static func find(in document: Document) -> OtherReport? {
        guard !document.tables.isEmpty else { return nil }
        var search = Search()
        for (index, block) in document.blocks.enumerated() {
            if case .table(let table) = block {
                if search.found == nil, let line = annexLine(of: document.tables[table]) {
                    search.take(line, next: nil, at: index)
                }
                if let found = search.found { return OtherReport(block: found.block, table: table, title: found.title) }
                search.tables += 1
            } else if search.found == nil, let text = block.text {
                search.take(
                    text, next: index + 1 < document.blocks.count ? document.blocks[index + 1].text : nil, at: index)
            }
        }
        return nil
    }

    /// The line that announces the tables of an annex where a reader took it for the first row of one of them.
    private static func annexLine(of table: Table) -> String? {
        let fields = table.fieldRows.map { rows in rows.fields.prefix(2).map { rows.utf8[$0.textRange] } }
        let texts = fields ?? table.cells.prefix(2).map { table.utf8[$0.textRange] }
        // Within a table the mark of a heading is still there, be it in a field of its own.
        let line = Array(texts.joined(separator: [.space]))
        let text = line.dropFirst(ConverterMarks.headingMark(in: line))
        return text.starts(with: "附".utf8) ? String(decoding: text, as: UTF8.self) : nil
    }

    /// What was found on the way.
    private struct Search {
        var found: (block: Int, title: String)?
        /// How many tables stand behind the first title.
        var tables = 0
        private var first: Named?
        /// A title that may be that of the first report, until the number of the next section tells whether the report begins again.
        private var again: (block: Int, title: String)?
        private var section = 0

        /// A title has no more bytes, eighty ideographs; it spares the paragraphs a closer look.
        private static let maximumTitle = 240
        /// How many bytes of the next line can be the rest of a title: more than a rest may have (``ReportTitle/titleLength(_:next:)``), so
        /// that one that is too long is seen to be.
        private static let maximumRest = 64

        mutating func take(_ text: String, next: String?, at index: Int) {
            guard text.utf8.count <= Self.maximumTitle else { return }
            let utf8 = Array(text.utf8)
            if let number = SectionNumber(utf8.indices, in: utf8.span), number.notation == .chinese {
                if number.value == 1, section >= 4 { found = again }
                (section, again) = (number.value, nil)
            }
            let after = next.map { Array($0.utf8.prefix(Self.maximumRest)) }
            guard mayMatter(utf8.span) || after.map({ mayMatter($0.span) }) == true else { return }
            let closed = ReportTitle.closedUp(utf8)
            if tables > 0, isComparison(closed, with: first) {
                found = (index, text)
                return
            }
            guard let length = ReportTitle.titleLength(closed, next: after) else { return }
            let title = length == 1 ? closed : closed + ReportTitle.closedUp(after ?? [])
            let named = Named(title)
            guard named.issuer != nil || named.year != nil else { return }
            guard let first else {
                (self.first, tables) = (named, 0)
                return
            }
            let place = (index, String(decoding: title, as: UTF8.self))
            switch (hasTables: tables > 0, isOther: named.isOther(than: first)) {
            case (true, true): found = place
            case (true, false), (false, true): again = place
            case (false, false): break
            }
        }
    }

    /// What a title names.
    private struct Named {
        let issuer: [UInt8]?
        let year: Int?

        init(_ title: [UInt8]) {
            issuer = ReportIssuer.range(in: title).map { Array(title[$0]) }
            year = ReportYear.first(in: title)?.year
        }

        /// Whether the issuer or the year is another one; what a title does not name is no other.
        func isOther(than first: Named) -> Bool {
            if let one = first.year, let other = year, one != other { return true }
            guard let one = first.issuer, let other = issuer else { return false }
            // 石桥镇 and 石桥镇人民政府 are one.
            return !one.span.contains(String(decoding: other, as: UTF8.self))
                && !other.span.contains(String(decoding: one, as: UTF8.self))
        }
    }

    /// Whether a text has 报 or 总, or begins with 附; most have none.
    private static func mayMatter(_ text: Span<UInt8>) -> Bool {
        text.starts(text.indices, with: "附") || text.contains("报") || text.contains("总")
    }

    /// Whether a line announces tables of a year before the report's: `附：上年度数据（供对照）`, `附：2018年度统计表`.
    ///
    /// Of a report that has lost its title, nobody knows whether such tables are of its year.
    private static func isComparison(_ text: [UInt8], with first: Named?) -> Bool {
        let span = text.span
        guard text.count <= 120, span.starts(text.indices, with: "附") else { return false }
        guard let first else { return ReportYear.first(in: text) != nil && span.contains("表") || isOfYearBefore(span) }
        return isOfYearBefore(span) || ReportYear.isBefore(first.year, text)
    }

    private static func isOfYearBefore(_ text: Span<UInt8>) -> Bool {
        ["上年", "上一年", "去年", "往年", "对照", "对比"].contains { text.contains($0) }
    }
}

extension Document {
    /// The document up to where another report begins.
    func upTo(_ other: OtherReport) -> Document {
        var first = self
        first.blocks.removeSubrange(other.block...)
        if other.block < first.blockLines.count { first.blockLines.removeSubrange(other.block...) }
        first.tables.removeSubrange(other.table...)
        return first
    }
}
