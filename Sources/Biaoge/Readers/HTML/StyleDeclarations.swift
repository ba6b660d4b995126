internal import Memory

/// What declarations of a `style` attribute or a style sheet say about whether and how text is shown (CSS Style Attributes, 3).
struct StyleDeclarations {
    /// Whether the text is not shown: `display: none`, `font-size: 0`, Word's `mso-hide: all`.
    private(set) var isHidden = false
    /// Whether it is shown by any other `display`, where it may be hidden elsewhere.
    private(set) var isShown = false
    /// Whether the element takes lines of its own, or a cell of a table that styles make: `display: block`, `table-cell` and others.
    private(set) var isBlock = false
    /// Whether the visibility is `collapse`, which hides the text of what is no part of a table.
    private var isCollapsed = false
    /// What makes the text doubtful as part of a number.
    private(set) var mark: TextMark?

    /// Reads the declarations, in any case and with any white space.
    init(_ style: Span<UInt8>) {
        var start = 0
        while start < style.count {
            let end = style.firstOffset(of: UInt8(ascii: ";"), from: start) ?? style.count
            if end - start > 6 { take(style.extracting(start..<end)) }
            start = end + 1
        }
    }

    /// What makes the text of an element doubtful as part of a number.
    ///
    /// - Parameter isTablePart: whether the element is one that `collapse` may leave a place of its own.
    func mark(ofTablePart isTablePart: Bool) -> TextMark? { mark ?? (isCollapsed && !isTablePart ? .unseen : nil) }

    /// Leaves out the mark, where the declarations stand so that it says nothing.
    mutating func forgetMark() { mark = nil }

    private mutating func take(_ declaration: Span<UInt8>) {
        guard let colon = declaration.firstOffset(of: UInt8(ascii: ":")) else { return }
        let name = declaration.extracting(Self.visible(declaration.extracting(0..<colon)))
        let value = declaration.extracting((colon + 1)...)
        guard !name.isEmpty else { return }
        // Nearly all declarations are of other names.
        switch name[0] | 0x20 {
        case UInt8(ascii: "d"):
            guard Self.isWord(name, "display") else { return }
            isHidden = isHidden || Self.begins(value, "none")
            isShown = !Self.begins(value, "none")
            isBlock = Self.begins(value, "block") || Self.begins(value, "table") || Self.begins(value, "list-item")
        case UInt8(ascii: "v"):
            if Self.isWord(name, "visibility") {
                if Self.begins(value, "hidden") { mark = .unseen }
                isCollapsed = Self.begins(value, "collapse")
            }
            if Self.isWord(name, "vertical-align"), mark == nil, Self.begins(value, "super") || Self.begins(value, "sub") {
                mark = .raised
            }
        case UInt8(ascii: "f"): if Self.isWord(name, "font-size") { isHidden = isHidden || Self.isZero(value) }
        case UInt8(ascii: "o"): if Self.isWord(name, "opacity") { isHidden = isHidden || Self.isZero(value) }
        case UInt8(ascii: "m"):
            if Self.isWord(name, "mso-hide") { isHidden = isHidden || Self.begins(value, "all") }
            if Self.isWord(name, "mso-text-raise"), !Self.isZero(value) { mark = .raised }
        case UInt8(ascii: "t"):
            if Self.isWord(name, "text-decoration") || Self.isWord(name, "text-decoration-line"), Self.has(value, "line-through")
            {
                mark = .struck
            }
            if Self.isWord(name, "text-indent") || Self.isWord(name, "top"), Self.isOffPage(value) { mark = .unseen }
        case UInt8(ascii: "c"):
            if Self.isWord(name, "color"), mark == nil, Self.isWhite(value) { mark = .pale }
            if Self.isWord(name, "color"), Self.begins(value, "transparent") { mark = .unseen }
            if Self.isWord(name, "clip"), Self.begins(value, "rect(0") || Self.begins(value, "rect(1px") { mark = .unseen }
        case UInt8(ascii: "l"): if Self.isWord(name, "left"), Self.isOffPage(value) { mark = .unseen }
        default: break
        }
    }

    /// Where a text stands without the white space at its ends.
    private static func visible(_ text: Span<UInt8>) -> Range<Int> {
        var (start, end) = (0, text.count)
        while start < end, TextLines.isWhiteSpace(text[start]) { start += 1 }
        while end > start, TextLines.isWhiteSpace(text[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether a text is a word of small letters and hyphens, in any case.
    private static func isWord(_ text: Span<UInt8>, _ word: String) -> Bool {
        text.count == word.utf8.count && begins(text, word)
    }

    private static func has(_ text: Span<UInt8>, _ word: String) -> Bool {
        text.indices.contains { index in begins(text.extracting(index...), word) }
    }

    /// Whether a text begins with a word, white space in front aside.
    private static func begins(_ text: Span<UInt8>, _ word: String) -> Bool {
        var offset = 0
        while offset < text.count, TextLines.isWhiteSpace(text[offset]) { offset += 1 }
        for letter in word.utf8 {
            guard offset < text.count else { return false }
            let byte = text[offset]
            guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == letter else { return false }
            offset += 1
        }
        return true
    }

    /// Whether a length moves what it is said of off the page: `-9999px`, `-999em`.
    private static func isOffPage(_ value: Span<UInt8>) -> Bool {
        let text = value.extracting(visible(value))
        return text.count > 3 && text[0] == UInt8(ascii: "-") && (1...3).allSatisfy { text[$0].isDigit }
    }

    /// Whether a length or a number is zero: `0`, `0.0pt`.
    private static func isZero(_ value: Span<UInt8>) -> Bool {
        var zeros = 0
        for index in value.indices where !TextLines.isWhiteSpace(value[index]) {
            if value[index] == UInt8(ascii: "0") {
                zeros += 1
            } else if value[index] != UInt8(ascii: ".") {
                return zeros > 0 && !value[index].isDigit
            }
        }
        return zeros > 0
    }

    /// Whether a colour is white.
    static func isWhite(_ value: Span<UInt8>) -> Bool {
        let colour = value.extracting(visible(value))
        return ["white", "#fff", "#ffffff", "rgb(255,255,255)", "rgb(255, 255, 255)"].contains { isWord(colour, $0) }
    }
}
