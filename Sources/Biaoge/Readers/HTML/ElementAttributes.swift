internal import XML

/// The attributes of one element that mean something to the reader.
struct ElementAttributes {
    var span = CellSpan()
    var isHidden = false
    var isPresentational = false
    var hasScope = false
    var refersToHeaders = false
    var isLink = false
    var start: Int?
    var value: Int?
    var listStyle: UInt8?

    init(_ element: borrowing HTMLStartElement) {
        guard element.hasAttributes else { return }
        // The closure cannot capture a borrowed value, so everything it sets is here.
        var attributes = self
        element.forEachKnownAttribute { token, value in attributes.take(HTMLName(rawValue: token), value) }
        self = attributes
    }

    private mutating func take(_ name: HTMLName?, _ value: Span<UInt8>) {
        switch name {
        case .colspan: span.setColumns(value)
        case .rowspan: span.setRows(value)
        // hidden=until-found is not shown either until somebody searches.
        case .hidden: isHidden = true
        case .style: if Self.saysNotDisplayed(value) { isHidden = true }
        case .scope: hasScope = true
        case .headers: refersToHeaders = true
        case .role: isPresentational = Self.equals(value, Self.presentation) || Self.equals(value, Self.none)
        case .href: isLink = true
        case .start: start = CellSpan.nonNegativeInteger(value)
        case .value: self.value = CellSpan.nonNegativeInteger(value)
        case .type: listStyle = value.count == 1 ? value[0] : nil
        default: break
        }
    }

    /// Whether a style has `display: none`, in any case and with any white space.
    private static func saysNotDisplayed(_ style: Span<UInt8>) -> Bool {
        var index = 0
        while index + 12 <= style.count {
            guard style[index] | 0x20 == UInt8(ascii: "d"), equals(style.extracting(index..<(index + 7)), display) else {
                index += 1
                continue
            }
            index += 7
            while index < style.count, TextLines.isWhiteSpace(style[index]) { index += 1 }
            guard index < style.count, style[index] == UInt8(ascii: ":") else { continue }
            index += 1
            while index < style.count, TextLines.isWhiteSpace(style[index]) { index += 1 }
            if index + 4 <= style.count, equals(style.extracting(index..<(index + 4)), none) { return true }
        }
        return false
    }

    private static let display = Array("display".utf8)
    private static let none = Array("none".utf8)
    private static let presentation = Array("presentation".utf8)

    /// Whether a value is a word of lower-case letters, in any case.
    private static func equals(_ value: Span<UInt8>, _ word: [UInt8]) -> Bool {
        guard value.count == word.count else { return false }
        for index in value.indices where value[index] | 0x20 != word[index] { return false }
        return true
    }
}
