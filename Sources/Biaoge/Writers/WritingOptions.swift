/// How documents are written.
public struct WritingOptions: Sendable {
    /// The table to write, from 1 as people count; all data tables unless given (text, markdown, csv, html, xlsx, xml).
    public var table: Int?
    /// Whether layout tables are written too (csv).
    public var allTables = false
    /// Whether derived values are printed in csv, text and markdown.
    public var derived = false
    /// The language of findings and headings that the program adds.
    public var language = Language.english
    /// The byte between the fields of a row (csv, tidy).
    public var delimiter = UInt8(ascii: ",")
    /// Whether a byte order mark stands in front, by which Excel knows UTF-8 (csv, tidy).
    public var byteOrderMark = false
    /// Whether an apostrophe is put before texts that a spreadsheet would run as a formula (csv, tidy).
    /// It changes data, so it is off unless asked for.
    public var safe = false

    /// The default options.
    public init() {}
}

extension WritingOptions {
    /// The indexes of the tables to write, in order.
    ///
    /// - Parameter layoutTables: whether tables that only arrange a page are among them.
    func tables(of document: Document, layoutTables: Bool) -> [Int] {
        if let table { return document.tables.indices.contains(table - 1) ? [table - 1] : [] }
        return document.tables.indices.filter { layoutTables || document.tables[$0].kind == .data }
    }

    /// The finding that there is no table of the number that was asked for.
    func tableFinding(_ document: Document) -> [Finding] {
        guard let table, !document.tables.indices.contains(table - 1) else { return [] }
        return [Finding(.noSuchTable, String(table), String(document.tables.count))]
    }
}
