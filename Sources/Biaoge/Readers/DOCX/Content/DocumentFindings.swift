/// What is to be said of a document once it has been read: each thing once, however often it was met.
struct DocumentFindings: Sendable {
    /// What the tables had to settle, with the numbers that tables have while they are read.
    var settled: [Finding] = []
    /// Elements that the content model does not know.
    private(set) var unknown: [String] = []
    /// What refers to something that is not read.
    var unread: Set<String> = []
    var comments = 0
    var revisions = 0
    var hasHiddenText = false
    /// Cells whose text does not show because they are merged into another.
    var mergedText = 0
    var unknownSymbols: Set<String> = []
    var fieldsWithoutResult: Set<String> = []
    var unclosedFields = 0
    /// Tables in headers and footers.
    var marginTables = 0

    mutating func noteUnknown(_ name: String) {
        // A hostile file may make up names without end.
        if unknown.count < 100, !unknown.contains(name) { unknown.append(name) }
    }

    /// Everything as findings; the tables' own not included.
    func all(options: ReadingOptions, lists: ListNumbers) -> [Finding] {
        var all: [Finding] = []
        func add(_ kind: Finding.Kind, when isSo: Bool = true, _ argument: String = "") {
            if isSo { all.append(Finding(kind, at: Place(), argument)) }
        }
        add(.trackedChanges, when: revisions > 0, options.revisions.rawValue)
        add(.commentsLeftOut, when: comments > 0, String(comments))
        add(.marginTablesLeftOut, when: marginTables > 0, String(marginTables))
        add(.hiddenTextLeftOut, when: hasHiddenText)
        add(.mergedTextLeftOut, when: mergedText > 0, String(mergedText))
        for name in unread.sorted() { add(.contentNotRead, name) }
        for name in unknown { add(.unknownElement, name) }
        for name in lists.unknownFormats.sorted() { add(.unknownNumberFormat, name) }
        for name in unknownSymbols.union(lists.unknownBullets).sorted() { add(.unknownSymbol, name) }
        for name in fieldsWithoutResult.sorted() { add(.fieldWithoutResult, name) }
        add(.unclosedField, when: unclosedFields > 0)
        return all
    }
}
