internal import XML

/// The attributes of one element that mean something to the reader.
struct ElementAttributes {
    var span = CellSpan()
    var isHidden = false
    /// Whether the element's own style shows it, whatever style sheets say.
    var isShown = false
    /// Whether a style makes a block of the element.
    var isBlock = false
    var isPresentational = false
    var hasScope = false
    var refersToHeaders = false
    var isLink = false
    var isSelected = false
    /// The text that stands for a picture.
    var alternative: [UInt8] = []
    var start: Int?
    var value: Int?
    var listStyle: UInt8?
    /// What makes the text of the element doubtful as part of a number.
    var mark: TextMark?
    /// The value as it stands, and whether a form field of this type shows it.
    var fieldText: [UInt8] = []
    /// Whether a style sheet is for another medium than every screen.
    var isForOtherMedia = false
    var holdsFieldText = true
    private var isTablePart = false

    /// - Parameters:
    ///   - name: the element's name.
    ///   - sheet: what the page's style sheets say.
    init(_ element: borrowing HTMLStartElement, _ name: HTMLName?, _ sheet: StyleSheet) {
        let isStyled = !sheet.isEmpty
        guard element.hasAttributes || isStyled else { return }
        // The closure cannot capture a borrowed value, so everything it sets is here.
        isTablePart = name?.isTablePart == true
        var attributes = self
        var id: [UInt8] = []
        var classes: [UInt8] = []
        element.forEachKnownAttribute { token, value in
            let name = HTMLName(rawValue: token)
            if isStyled, name == .class { classes.append(value) }
            if isStyled, name == .id { id.append(value) }
            attributes.take(name, value)
        }
        self = attributes
        if isStyled { apply(sheet.style(of: Array(element.name.utf8), isTablePart: isTablePart, id: id, classes: classes)) }
    }

    /// Adds what the page's style sheets say of the element.
    private mutating func apply(_ style: (isHidden: Bool?, mark: TextMark?)) {
        if style.isHidden == true, !isShown { isHidden = true }
        mark = mark ?? style.mark
    }

    private mutating func take(_ name: HTMLName?, _ value: Span<UInt8>) {
        switch name {
        case .colspan: span.setColumns(value)
        case .rowspan: span.setRows(value)
        // hidden=until-found is not shown either until somebody searches.
        case .hidden: isHidden = true
        case .style:
            let style = StyleDeclarations(value)
            if style.isHidden { isHidden = true }
            isShown = style.isShown
            isBlock = style.isBlock
            mark = style.mark(ofTablePart: isTablePart) ?? mark
        case .color: if mark == nil, StyleDeclarations.isWhite(value) { mark = .pale }
        case .media: isForOtherMedia = !value.isWhiteSpace && !Self.equals(value, Self.all) && !Self.equals(value, Self.screen)
        case .scope: hasScope = true
        case .headers: refersToHeaders = true
        case .role: isPresentational = Self.equals(value, Self.presentation) || Self.equals(value, Self.none)
        case .href: isLink = true
        case .selected: isSelected = true
        case .alt: alternative.append(value)
        case .start: start = CellSpan.nonNegativeInteger(value)
        case .value:
            self.value = CellSpan.nonNegativeInteger(value)
            fieldText.append(value)
        case .type:
            listStyle = value.count == 1 ? value[0] : nil
            // A type that no browser knows is that of a text.
            holdsFieldText = !Self.typesWithoutText.contains { Self.equals(value, $0) }
        default: break
        }
    }

    private static let all = Array("all".utf8)
    private static let screen = Array("screen".utf8)
    private static let none = Array("none".utf8)
    /// The types of form fields that do not show their value as a text (WHATWG HTML 4.10.5.1).
    private static let typesWithoutText = ["hidden", "checkbox", "radio", "file", "image", "password", "color", "range"].map {
        Array($0.utf8)
    }
    private static let presentation = Array("presentation".utf8)

    /// Whether a value is a word of lower-case letters, in any case.
    private static func equals(_ value: Span<UInt8>, _ word: [UInt8]) -> Bool {
        guard value.count == word.count else { return false }
        for index in value.indices where value[index] | 0x20 != word[index] { return false }
        return true
    }
}
