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

    /// How many blocks are looked through for the title, and for the year where there is none: more than most reports have.
    private static let maximumBlocks = 200
    /// How many blocks at the end may be the signature: the office, the date, and what a page has behind them.
    private static let signatureBlocks = 4
    /// How many bytes of a block are looked at, so that a file that is one paragraph costs no more than others.
    private static let maximumBytes = 10_000

    /// Finds out what a document does not say yet, and closes up the title's spaces where it stands in the text.
    ///
    /// - Parameter end: the block with which another report begins.
    static func settle(_ document: inout Document, asIs: Bool = false, before end: Int? = nil) {
        // A title stands at the beginning, a signature at the end, and the year is named in between.
        let blocks = document.blocks[..<(end ?? document.blocks.count)]
        let texts = blocks.prefix(maximumBlocks).map(Self.text(of:))
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
        document.issuer = found.issuer ?? signature(blocks.suffix(signatureBlocks).map(Self.text(of:)))
        document.year = found.year ?? ReportYear.mostFrequent(texts.compactMap(\.self))
    }

    /// The blocks that the title stands in: one, or more when the issuer stands above, or the line was too short for it.
    private static func titleLines(_ texts: [[UInt8]?]) -> Range<Int>? {
        var isInContents = false
        for (index, text) in texts.enumerated() {
            guard let text else { break }
            let closed = closedUp(text)
            if closed.elementsEqual("目录".utf8) { isInContents = true }
            if SectionNumber(text.indices, in: text.span)?.notation == .chinese {
                if isInContents || namesPage(text) { continue }
                break
            }
            guard let length = titleLength(closed, next: index + 1 < texts.count ? texts[index + 1] : nil) else { continue }
            let lines = index..<(index + length)
            if index > 0, issuerEnd(closed) == nil, let above = texts[index - 1], ReportIssuer.isOffice(closedUp(above)) {
                return (index - 1)..<lines.upperBound
            }
            return lines
        }
        return nil
    }

    /// How many lines a title takes that begins with a line: 1, or 2 where the second has only its end; `nil` when none begins.
    static func titleLength(_ closed: [UInt8], next: [UInt8]?) -> Int? {
        if isTitle(closed) { return 1 }
        let span = closed.span
        guard let next, next.count <= 60, closed.count <= 120, !span.endsWithStop(closed.indices),
            SectionNumber(next.indices, in: next.span) == nil, ReportYear.first(in: closed) != nil,
            !isReport(closedUp(next)) || next.count <= 36
        else { return nil }
        return isTitle(closed + closedUp(next)) ? 2 : nil
    }

    /// Whether a line of a table of contents names a page: `一、总体情况……1`.
    private static func namesPage(_ text: [UInt8]) -> Bool {
        guard text.last?.isDigit == true else { return false }
        let span = text.span
        return span.contains("…") || span.contains("...") || span.contains("\t") || span.contains("··")
            || span.hasWideGap(text.indices)
    }

    /// Whether a text without white space may be the title of a report.
    static func isTitle(_ text: [UInt8]) -> Bool {
        let span = text.span
        return span.scalarCount(text.indices) <= 60 && isReport(text) && !span.endsWithStop(text.indices) && !isPath(text)
            && SectionNumber(text.indices, in: span) == nil
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
        let joined = Array(closed.joined())
        let office = closed.count > 1 && ReportIssuer.isOffice(closed[0]) ? closed[0].indices : ReportIssuer.range(in: joined)
        issuer = office.map { String(decoding: joined[$0], as: UTF8.self) }
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
            document.findings.append(Finding(.spacedTitle, at: Place(line: document.line(ofBlock: index)), string))
        }
    }

    private static func text(of block: Document.Block) -> [UInt8]? {
        block.text.map { Array($0.utf8.prefix(maximumBytes)) }
    }

    /// A text without its white space, that between two Latin letters or digits aside.
    static func closedUp(_ text: [UInt8]) -> [UInt8] {
        let words = text.span.words(in: text.indices)
        var closed: [UInt8] = []
        for word in words {
            if let last = closed.last, last < 0x80, text[word.lowerBound] < 0x80 { closed.append(.space) }
            closed += text[word]
        }
        let span = closed.span
        // 【…】 stands around some titles.
        if span.starts(closed.indices, with: "【"), span.ends(closed.indices, with: "】") {
            return Array(closed[3..<(closed.count - 3)])
        }
        return closed
    }
}
