/// One part of an Open Packaging Conventions package (ECMA-376 part 2), written piece by piece.
protocol PackagePart {
    /// The part's name, which begins with `/`.
    var name: String { get }
    /// What the part holds.
    var contentType: String { get }
    /// Writes the next piece of the part's root element; there is no XML declaration in it.
    ///
    /// - Returns: whether there is more to come.
    mutating func write(to xml: inout MarkupText) -> Bool
}

/// How large a piece of a part is allowed to grow, in bytes.
let pieceSize = 1 << 16

/// The namespaces of SpreadsheetML, transitional.
enum Namespace {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
}
