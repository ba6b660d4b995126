/// What a source has of one header of a form.
struct SourceHeader {
    /// How many columns a row below it has.
    let slotCount: Int
    /// The offsets of the columns that it names.
    private(set) var named: Set<Int> = []
    /// Whether it names a column that the form does not have.
    private(set) var hasForeign = false
    /// The order of the columns that it tells.
    private(set) var order = ColumnOrder.asInForm
    /// The first token that is one of its words.
    private(set) var firstToken: Int?
    /// Where its words stand in a row, when they stand in one among others.
    private(set) var places: FieldPlaces?
    /// Whether none of its words is lost.
    private(set) var isWhole = false
    /// Whether words over one column each stand in it twice.
    private(set) var standsAgain = false
    /// The tables of the source that have it.
    private(set) var tables: Set<Int> = []

    /// Whether it names a column of another year.
    private(set) var namesYear = false
    /// Whether it names columns of other years, of which nothing tells where they stand.
    private(set) var mixesYears = false
    /// Whether it has pieces of words that are those of other columns, or a word twice, once where another should stand.
    private(set) var isTorn = false

    /// Whether it names enough columns to go by.
    var namesMost: Bool { named.count * 2 > slotCount }

    /// What a source has that has nothing of a header.
    init(slotCount: Int) { self.slotCount = slotCount }

    /// Reads the header that rows of the source have over some slots of the form.
    init(_ range: Range<Int>, over slots: ArraySlice<Form.Slot>, _ rows: PartRows) {
        let source = rows.source
        let orders = HeaderOrders(slots)
        slotCount = slots.count
        var words = HeaderWords(orders)
        var above: [Int?] = []
        for index in range {
            guard source.rows[index].valueCount == 0 || rows.sourceOf.contains(index) else {
                words.readBesideValues(index, source)
                continue
            }
            // A line that somebody printed twice.
            let texts = source.rows[index].tokens.map { source.tokens[$0].text }
            defer { above = texts }
            guard texts != above || texts.count(where: { $0 != nil }) < 3 else { continue }
            words.read(index, source, rows.likeness)
        }
        named = orders.columns(namedBy: words.found)
        hasForeign = words.hasForeign
        firstToken = words.firstToken
        places = words.places
        tables = words.tables
        namesYear = words.otherYearCount > 0
        mixesYears = words.otherYearCount > 1 && words.places == nil
        isTorn = words.pieces.contains { !words.found.contains($0) } || orders.standTwice(words.inOrder.map(\.word))
        isWhole = orders.words.indices.allSatisfy(words.found.contains)
        standsAgain = orders.standAgain(words.found)
        order = words.order(source)
    }

    /// Adds the same header from further down, if it is one.
    mutating func add(_ again: SourceHeader) {
        guard again.namesMost else { return }
        tables.formUnion(again.tables)
        if again.order != order { order = .unknown }
    }
}
