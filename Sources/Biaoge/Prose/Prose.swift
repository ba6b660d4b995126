/// Puts the text around the tables of a dump in order: one file a deed, each a finding.
///
/// Marks of converters go (``ConverterMarks``), paragraphs that a page's end cut are joined (``CutParagraphs``), numbers of
/// sections that a word processor counted come back (``SectionNumbers``). The words stay as they are.
enum Prose {
    /// The blocks of a document, with the line on which each begins (0 for a table).
    static func blocks(
        of drafts: [DraftBlock], asIs: Bool, findings: inout [Finding]
    ) -> (blocks: [Document.Block], lines: [Int]) {
        var drafts = drafts
        if !asIs {
            ConverterMarks.removeBookmarks(&drafts, &findings)
            drafts = CutParagraphs.joined(drafts, &findings)
            ConverterMarks.removeEmphasis(&drafts, &findings)
            SectionNumbers.restore(&drafts, &findings)
        }
        var blocks: [Document.Block] = []
        var lines: [Int] = []
        for draft in drafts {
            switch draft {
            case .table(let index):
                blocks.append(.table(index))
                lines.append(0)
            case .text(let paragraph):
                guard !paragraph.text.isEmpty else { continue }
                let text = String(decoding: paragraph.text, as: UTF8.self)
                if paragraph.isHeading {
                    blocks.append(.heading(text, level: paragraph.number?.level ?? 1))
                } else {
                    blocks.append(.paragraph(text))
                }
                lines.append(paragraph.line)
            }
        }
        return (blocks, lines)
    }
}
