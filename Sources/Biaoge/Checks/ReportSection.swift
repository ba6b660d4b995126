/// The sections of a report as its numbered titles part it: 一、总体情况 and so on.
struct ReportSection {
    /// The title as it stands.
    let title: String
    /// What stands behind the title: text, and for a table an empty text.
    var contents: [String] = []

    /// The sections of a document. What stands before the first title belongs to none.
    static func all(of document: Document) -> [ReportSection] {
        var sections: [ReportSection] = []
        for block in document.blocks {
            switch block {
            case .heading(let text, level: 1): sections.append(ReportSection(title: text))
            case .paragraph(let text) where isTitle(text): sections.append(ReportSection(title: text))
            case .heading(let text, _), .paragraph(let text):
                if !sections.isEmpty { sections[sections.count - 1].contents.append(text) }
            case .table:
                if !sections.isEmpty { sections[sections.count - 1].contents.append("") }
            }
        }
        return sections
    }

    /// Whether a paragraph is a title: a section's number in Chinese, such as 一、, a few words, and no stop at the end.
    private static func isTitle(_ text: String) -> Bool {
        let utf8 = text.utf8.span
        guard utf8.count <= 160, (3...40).contains(utf8.scalarCount(utf8.indices)) else { return false }
        return SectionNumber(utf8.indices, in: utf8)?.notation == .chinese && text.last != "。" && text.last != "；"
    }

    /// The clauses of the section's text: what stands between stops and commas.
    var clauses: [String] {
        contents.flatMap { text in text.unicodeScalars.split(whereSeparator: Self.endsClause).map { String($0) } }
    }

    private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "；", ";", "，", ",", "！", "\n": true
        default: false
        }
    }
}
