/// A document as every reader gives it and every writer takes it.
public struct Document: Sendable {
    /// One piece of a document's text, in order.
    public enum Block: Sendable, Hashable {
        /// A heading; level 1 is the highest.
        case heading(String, level: Int)
        /// A paragraph; lines are separated by LF.
        case paragraph(String)
        /// The table with this index in ``Document/tables``.
        case table(Int)
    }

    /// The format that the bytes were told to be.
    public internal(set) var format: Format
    /// The character encoding of a text source, by its IANA name; `nil` for packages.
    public internal(set) var encoding: String?
    /// What told the format and the encoding.
    public internal(set) var evidence: [Detection.Evidence] = []
    /// The document's title, when it has one.
    public internal(set) var title: String?
    /// Who issued the report, as the title prints it.
    public internal(set) var issuer: String?
    /// The year that a report is about.
    public internal(set) var year: Int?
    /// The numbers that are taken for years.
    static let possibleYears = 1980...2099
    /// Headings, paragraphs and tables in order. A nested table stands only in ``tables``,
    /// unless the tables around it only arrange the page: then those do, and it stands here in their place.
    public internal(set) var blocks: [Block] = []
    /// For a text source, the line on which each of ``blocks`` begins, from 1; 0 for a table. Empty in formats without lines.
    var blockLines: [Int] = []
    /// All tables, each outer table before the tables nested in it.
    public internal(set) var tables: [Table] = []
    /// Which parts of which forms were recognised, in which tables. Empty for a document kept as it is.
    public internal(set) var forms: [FormMatch] = []
    /// One value for each slot of the recognised forms, in the forms' order. Empty for a document kept as it is.
    public internal(set) var values: [Value] = []
    /// The tables as they were read, when repair made others of them; places of values and findings count these.
    public internal(set) var tablesAsRead: [Table] = []
    /// For each of ``tables``, the indexes in ``tablesAsRead`` of those it was made of; empty when nothing was repaired.
    var tableSources: [[Int]] = []
    /// What readers, repair and checks have to say.
    public internal(set) var findings: [Finding] = []

    init(format: Format) {
        self.format = format
    }
}

extension Document.Block {
    /// The text of a heading or a paragraph.
    var text: String? {
        switch self {
        case .heading(let text, _), .paragraph(let text): text
        case .table: nil
        }
    }
}

extension Document {
    /// The line on which a block begins; `nil` in formats without lines.
    func line(ofBlock index: Int) -> Int? { index < blockLines.count ? blockLines[index] : nil }

    /// The last heading before a table, or nothing.
    func heading(before table: Int) -> String {
        guard let position = blocks.firstIndex(of: .table(table)) else { return "" }
        for block in blocks[..<position].reversed() {
            if case .heading(let text, _) = block { return text }
        }
        return ""
    }

    /// The headings and paragraphs between a table and the table before it.
    func texts(before table: Int) -> [String] {
        guard let position = blocks.firstIndex(of: .table(table)) else { return [] }
        var texts: [String] = []
        for block in blocks[..<position].reversed() {
            guard let text = block.text else { return texts }
            texts.append(text)
        }
        return texts
    }
}
