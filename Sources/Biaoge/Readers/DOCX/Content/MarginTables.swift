import XML

/// Counts the tables of a header or a footer, which are no part of the text (ECMA-376 part 1, 17.10).
struct MarginTables: XMLHandler {
    private static let names: (vocabulary: Vocabulary, table: Int) = {
        var names = WordNames()
        let table = names.token(.wordprocessing, "tbl")
        return (names.vocabulary, table)
    }()

    static var vocabulary: Vocabulary { names.vocabulary }

    private(set) var count = 0

    mutating func startElement(_ token: Int, _ element: borrowing StartElement) {
        if token == MarginTables.names.table { count += 1 }
    }
    func endElement(_ token: Int) {}
    func characters(_ utf8: Span<UInt8>) {}
}
