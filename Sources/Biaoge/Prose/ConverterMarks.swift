/// Takes out what converters put into a text: `[bookmark: _GoBack]` (Tika), `**` and leading `#` (Markdown).
enum ConverterMarks {
    /// Takes bookmarks out, wherever they stand.
    static func removeBookmarks(_ drafts: inout [DraftBlock], _ findings: inout [Finding]) {
        for index in drafts.indices {
            guard case .text(var paragraph) = drafts[index] else { continue }
            let marks = bookmarks(in: paragraph.text)
            guard !marks.isEmpty else { continue }
            for mark in marks {
                findings.append(
                    Finding(
                        .converterMark, at: Place(line: paragraph.line), String(decoding: paragraph.text[mark], as: UTF8.self)))
            }
            for mark in marks.reversed() { paragraph.text.removeSubrange(mark) }
            paragraph.text = Array(paragraph.text[paragraph.text.span.trimmed(0..<paragraph.text.count)])
            drafts[index] = .text(paragraph)
        }
    }

    /// Takes Markdown's `**` out where it stands in pairs, and `#` in front of a heading.
    static func removeEmphasis(_ drafts: inout [DraftBlock], _ findings: inout [Finding]) {
        for index in drafts.indices {
            guard case .text(var paragraph) = drafts[index] else { continue }
            let hashes = headingMark(in: paragraph.text)
            if hashes > 0 {
                findings.append(Finding(.converterMark, at: Place(line: paragraph.line), "#"))
                paragraph.text.removeSubrange(0..<hashes)
            }
            let stars = emphasis(in: paragraph.text)
            if stars.count > 1 {
                findings.append(Finding(.converterMark, at: Place(line: paragraph.line), "**"))
                // A mark without its other half stays.
                for star in stars.prefix(stars.count / 2 * 2).reversed() { paragraph.text.removeSubrange(star..<(star + 2)) }
            }
            if hashes > 0 || stars.count > 1 { drafts[index] = .text(paragraph) }
        }
    }

    private static func bookmarks(in text: [UInt8]) -> [Range<Int>] {
        let span = text.span
        var marks: [Range<Int>] = []
        var offset = 0
        while offset < text.count {
            if text[offset] == 0x5B, span.starts(offset..<text.count, with: "[bookmark: "),
                let end = text[offset...].prefix(200).firstIndex(of: 0x5D)
            {
                marks.append(offset..<(end + 1))
                offset = end + 1
            } else {
                offset += 1
            }
        }
        return marks
    }

    private static func emphasis(in text: [UInt8]) -> [Int] {
        var stars: [Int] = []
        var offset = 0
        while offset + 1 < text.count {
            if text[offset] == 0x2A, text[offset + 1] == 0x2A {
                stars.append(offset)
                offset += 2
            } else {
                offset += 1
            }
        }
        return stars
    }

    /// The length of `## ` at the start of a text.
    static func headingMark(in text: [UInt8]) -> Int {
        let hashes = text.prefix { $0 == 0x23 }.count
        guard hashes > 0, hashes <= 6, hashes < text.count, text[hashes] == .space else { return 0 }
        return hashes + text[hashes...].prefix { $0 == .space }.count
    }
}
