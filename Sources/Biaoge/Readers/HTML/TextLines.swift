internal import XML

/// Gathers text as a page shows it: white space collapsed, lines parted by LF.
///
/// White space is that of HTML (space, TAB, LF, FF, CR); a run of it becomes one space, and none at the ends of a line
/// (CSS Text 3, 4.1.1). No-break spaces and U+3000 are text. Lines end at ``endLine()`` (a block begins or ends) and at
/// ``breakLine()`` (`<br>`); empty lines at the beginning and the end do not count.
struct TextLines {
    /// The text so far.
    private(set) var utf8: [UInt8] = []
    private var hasPendingSpace = false
    private var pendingBreaks = 0
    private var isAtLineStart = true
    /// Whether the next LF of preformatted text is the one behind the tag, which does not count (WHATWG HTML 13.1.2.5).
    private var skipsNextLF = false

    /// Whether there is nothing but white space, no-break and ideographic spaces included.
    var isBlank: Bool {
        var index = 0
        while index < utf8.count {
            switch utf8[index] {
            case 0x00...0x20: index += 1
            case 0xC2 where index + 1 < utf8.count && utf8[index + 1] == 0xA0: index += 2
            case 0xE3 where index + 2 < utf8.count && utf8[index + 1] == 0x80 && utf8[index + 2] == 0x80: index += 3
            case 0xEF where index + 2 < utf8.count && utf8[index + 1] == 0xBB && utf8[index + 2] == 0xBF: index += 3
            default: return false
            }
        }
        return true
    }

    /// Whether there is one number and nothing else: digits, points and commas, a sign in front.
    var isNumber: Bool {
        guard utf8.count <= 24, let first = utf8.first else { return false }
        var index = first == UInt8(ascii: "-") || first == UInt8(ascii: "+") ? 1 : 0
        let start = index
        while index < utf8.count {
            switch utf8[index] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "."), UInt8(ascii: ","): if index == start { return false }
            default: return false
            }
            index += 1
        }
        return index > start
    }

    /// Adds text whose white space collapses.
    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            if Self.isWhiteSpace(text[index]) {
                hasPendingSpace = true
                index += 1
                continue
            }
            let start = index
            while index < text.count, !Self.isWhiteSpace(text[index]) { index += 1 }
            appendVisible(text.extracting(start..<index))
        }
    }

    /// Adds text of a `<pre>`: spaces stay, LF ends a line.
    mutating func appendPreformatted(_ text: Span<UInt8>) {
        var start = 0
        for index in 0...text.count where index == text.count || text[index] == 0x0A {
            if index > start { appendVisible(text.extracting(start..<index)) }
            if index < text.count, !skipsNextLF { breakLine() }
            skipsNextLF = false
            start = index + 1
        }
    }

    /// Adds a mark that stands before a line, such as the number of a list item.
    mutating func append(marker: String) {
        let bytes = Array(marker.utf8)
        appendVisible(bytes.span)
        hasPendingSpace = true
    }

    /// Ends the line, when there is anything on it.
    mutating func endLine() {
        guard !isAtLineStart else { return }
        breakLine()
    }

    /// Ends the line, even an empty one.
    mutating func breakLine() {
        pendingBreaks += 1
        isAtLineStart = true
        hasPendingSpace = false
    }

    /// Changes the text that is there already.
    mutating func rewrite(_ change: (inout [UInt8]) -> Void) {
        change(&utf8)
    }

    /// Begins preformatted text on a line of its own.
    mutating func beginPreformatted() {
        endLine()
        skipsNextLF = true
    }

    /// Forgets everything, for the next cell or paragraph.
    mutating func removeAll() {
        utf8.removeAll(keepingCapacity: true)
        (hasPendingSpace, pendingBreaks, isAtLineStart, skipsNextLF) = (false, 0, true, false)
    }

    private mutating func appendVisible(_ text: Span<UInt8>) {
        if pendingBreaks > 0, !utf8.isEmpty {
            for _ in 0..<pendingBreaks { utf8.append(0x0A) }
        } else if hasPendingSpace, !isAtLineStart {
            utf8.append(0x20)
        }
        (hasPendingSpace, pendingBreaks, isAtLineStart, skipsNextLF) = (false, 0, false, false)
        utf8.append(text)
    }

    @inline(__always) static func isWhiteSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C)
    }
}

extension Span<UInt8> {
    /// Whether there is nothing but the white space of HTML.
    var isWhiteSpace: Bool {
        var index = 0
        while index < count, TextLines.isWhiteSpace(self[index]) { index += 1 }
        return index == count
    }
}
