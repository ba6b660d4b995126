import XML

/// What the reader needs of a style, its own and what it inherits through `w:basedOn` (ECMA-376 part 1, 17.7.4.3).
struct Style: Sendable {
    /// How deep a chain of styles is followed; Word itself allows far fewer. A circle ends here too.
    static let deepestChain = 100

    let id: String
    var name = ""
    var basedOn: String?
    /// The outline level as stored: 0 is the highest, 9 means body text.
    var outlineLevel: Int?
    var numberingID: Int?
    var numberingLevel: Int?
    /// The style in the chain that brings the numbering: a level of a list may name it.
    var numberingStyle: String?
    var isHidden: Bool?

    /// Whether this is Word's own style for the title of a document.
    var isTitle: Bool { name.utf8.elementsEqual("title".utf8) }
}

/// The styles of a document, each with what it inherits.
struct Styles: Sendable {
    private var styles: [Style] = []
    private var indexes: [String: Int] = [:]
    /// The paragraph style of paragraphs that name none.
    private(set) var defaultParagraph: Int?
    /// Paragraph after paragraph names the same style: the last one looked up is kept.
    private var lastID: [UInt8] = []
    private var lastIndex: Int?

    /// No styles.
    init() {}

    init(_ own: [Style], defaultParagraph: String?) {
        for (index, style) in own.enumerated() where indexes[style.id] == nil { indexes[style.id] = index }
        styles = own
        for index in own.indices { styles[index] = inheriting(own[index], from: own) }
        self.defaultParagraph = defaultParagraph.flatMap { indexes[$0] }
    }

    subscript(index: Int) -> Style { styles[index] }

    // Asked for every paragraph: no copy of the whole style.
    func outlineLevel(of index: Int) -> Int? { styles[index].outlineLevel }
    func numberingID(of index: Int) -> Int? { styles[index].numberingID }

    /// The style with an identifier, if the document has it.
    mutating func index(of id: Span<UInt8>) -> Int? {
        if id.count == lastID.count, id.indices.allSatisfy({ id[$0] == lastID[$0] }) { return lastIndex }
        lastID.removeAll(keepingCapacity: true)
        lastID.append(id)
        lastIndex = indexes[String(decoding: lastID, as: UTF8.self)]
        return lastIndex
    }

    private func inheriting(_ style: Style, from own: [Style]) -> Style {
        var result = style
        if style.numberingID != nil { result.numberingStyle = style.id }
        var next = style.basedOn.flatMap { indexes[$0] }
        for _ in 0..<Style.deepestChain {
            guard let index = next else { break }
            let base = own[index]
            result.outlineLevel = result.outlineLevel ?? base.outlineLevel
            result.numberingLevel = result.numberingLevel ?? base.numberingLevel
            result.isHidden = result.isHidden ?? base.isHidden
            if result.numberingID == nil, base.numberingID != nil {
                result.numberingID = base.numberingID
                result.numberingStyle = base.id
            }
            next = base.basedOn.flatMap { indexes[$0] }
        }
        return result
    }
}
