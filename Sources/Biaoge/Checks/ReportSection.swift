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

    /// Whether a paragraph is a title: short, and numbered 一、 to 十、 without a stop at its end.
    private static func isTitle(_ text: String) -> Bool {
        let characters = text.unicodeScalars.prefix(42).map(\.self)
        guard characters.count > 2, characters.count <= 40, "一二三四五六七八九十".unicodeScalars.contains(characters[0]) else {
            return false
        }
        return characters[1] == "、" && !"。；".unicodeScalars.contains(characters[characters.count - 1])
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
