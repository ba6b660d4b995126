/// What markup says of a table besides its cells.
struct TableFacts {
    /// `role=presentation` or `role=none`: the author says that it is no table.
    var isPresentational = false
    /// The author says that it is one: a header cell, a head, a caption, `scope` or `headers`.
    var hasHeaders = false
    /// How many cells with text there are.
    var filledCells = 0
    /// How many cells hold other tables.
    var nestingCells = 0
    /// How many cells hold nothing but digits, signs, points and commas.
    var numberCells = 0
    /// Bytes of text, nested tables aside.
    var textBytes = 0
    /// Bytes of text inside links.
    var linkBytes = 0
}
