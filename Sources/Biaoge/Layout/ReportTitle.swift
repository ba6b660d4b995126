/// Finds the title of a report, who issued it, and for which year; the same for every format.
///
/// The title is the text in front of the first section that names a yearly report: 庄头镇2021年政府信息公开工作年度报告. It may
/// stand on two lines, the issuer on the first. The issuer is what the title has in front of the year and the subject, as it
/// is printed, white space aside. A report without a title has the year that its text names most often, and the issuer that
/// signed it.
struct ReportTitle {
    /// The title, closed up.
    private(set) var title: String?
    /// Who issued the report.
    private(set) var issuer: String?
    /// The year that the report is about.
    private(set) var year: Int?

    /// Finds out what a document does not say yet, and closes up the title's spaces where it stands in the text.
    static func settle(_ document: inout Document, asIs: Bool = false) {
        // A title stands at the beginning, a signature at the end, and the year is named in between.
        let texts = document.blocks.prefix(200).map(Self.text(of:))
        var found = ReportTitle()
        if let lines = titleLines(texts) {
            found.read(lines.map { texts[$0] ?? [] })
            if !asIs { closeUp(lines, &document) }
        }
        if found.issuer == nil || found.year == nil, let stated = document.title {
            var other = ReportTitle()
            other.read([Array(stated.utf8)])
            found.issuer = found.issuer ?? other.issuer
            found.year = found.year ?? other.year
        }
        document.title = found.title ?? document.title
        document.issuer = found.issuer ?? signature(document.blocks.suffix(4).map(Self.text(of:)))
        document.year = found.year ?? ReportYear.mostFrequent(texts.compactMap(\.self))
    }

    /// The blocks that the title stands in: one, or two when the issuer stands above.
    private static func titleLines(_ texts: [[UInt8]?]) -> Range<Int>? {
        for (index, text) in texts.enumerated() {
            guard let text else { break }
            if SectionNumber(text.indices, in: text.span)?.notation == .chinese { break }
            let closed = closedUp(text)
            guard closed.span.scalarCount(0..<closed.count) <= 60, !closed.span.endsWithStop(0..<closed.count), isReport(closed),
                !isPath(closed)
            else {
                continue
            }
            if index > 0, issuerEnd(closed) == nil, let above = texts[index - 1], ReportIssuer.isOffice(closedUp(above)) {
                return (index - 1)..<(index + 1)
            }
            return index..<(index + 1)
        }
        return nil
    }

    /// Whether a text names a yearly report.
    private static func isReport(_ text: [UInt8]) -> Bool {
        let words = ["年度报告", "年报", "工作报告", "公开报告", "工作总结", "情况报告", "情况的报告", "情况总结"]
        let span = text.span
        return words.contains { span.contains($0) }
    }

    /// Whether a text is the way to a page on its site: 您的位置：首页>政务公开>年报.
    private static func isPath(_ text: [UInt8]) -> Bool {
        let span = text.span
        return ["位置：", "位置:", ">", "»", "›", "→"].contains { span.contains($0) }
    }

    private static func issuerEnd(_ text: [UInt8]) -> Int? { ReportIssuer.range(in: text)?.upperBound }

    private mutating func read(_ lines: [[UInt8]]) {
        let closed = lines.map(Self.closedUp)
        title = String(decoding: Array(closed.joined()), as: UTF8.self)
        guard let last = closed.last else { return }
        let range = closed.count > 1 ? closed[0].indices : ReportIssuer.range(in: last)
        issuer = range.map { String(decoding: closed[0][$0], as: UTF8.self) }
        year = ReportYear.first(in: last)?.year ?? closed.first.flatMap { ReportYear.first(in: $0)?.year }
    }

    /// Who signed: the last short line of an office before the end.
    private static func signature(_ texts: [[UInt8]?]) -> String? {
        for text in texts.reversed() {
            guard let text else { return nil }
            let closed = closedUp(text)
            if ReportIssuer.isOffice(closed) { return String(decoding: closed, as: UTF8.self) }
        }
        return nil
    }

    // MARK: Spaces

    /// Closes up the title's spaces where it stands among the blocks, with a finding.
    private static func closeUp(_ lines: Range<Int>, _ document: inout Document) {
        for index in lines {
            guard let text = text(of: document.blocks[index]) else { continue }
            let closed = closedUp(text)
            guard closed != text else { continue }
            let string = String(decoding: closed, as: UTF8.self)
            if case .heading(_, let level) = document.blocks[index] {
                document.blocks[index] = .heading(string, level: level)
            } else {
                document.blocks[index] = .paragraph(string)
            }
            let line = index < document.blockLines.count ? document.blockLines[index] : nil
            document.findings.append(Finding(.spacedTitle, at: Place(line: line), string))
        }
    }

    private static func text(of block: Document.Block) -> [UInt8]? {
        switch block {
        case .heading(let text, _), .paragraph(let text): Array(text.utf8.prefix(10_000))
        case .table: nil
        }
    }

    /// A text without its white space, that between two Latin letters or digits aside.
    private static func closedUp(_ text: [UInt8]) -> [UInt8] {
        let words = text.span.words(in: text.indices)
        var closed: [UInt8] = []
        for word in words {
            if let last = closed.last, last < 0x80, text[word.lowerBound] < 0x80 { closed.append(.space) }
            closed += text[word]
        }
        return closed
    }
}
