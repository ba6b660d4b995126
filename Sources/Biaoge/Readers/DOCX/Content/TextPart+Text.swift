import XML

/// Text in runs.
extension TextPart {
    mutating func beginText(_ element: borrowing StartElement) {
        guard showsText else {
            if run.isHidden, !fields.hidesText { findings.hasHiddenText = true }
            skip()
            return
        }
        mode = .text
        textStart = paragraph.text.count
        preservesSpace = element.has(.space, "preserve")
    }

    mutating func addText(_ utf8: Span<UInt8>) {
        let start = paragraph.text.count
        paragraph.text.append(utf8)
        // A line end inside `w:t` is white space of the file, not a line of the text.
        for index in start..<paragraph.text.count where paragraph.text[index] == 0x0A || paragraph.text[index] == 0x0D {
            paragraph.text[index] = 0x20
        }
    }

    /// Takes away the white space that does not count (ECMA-376 part 1, 17.3.3.31: without `xml:space="preserve"`).
    mutating func endText() {
        if !preservesSpace {
            while paragraph.text.count > textStart, let last = paragraph.text.last, last == 0x20 || last == 0x09 {
                paragraph.text.removeLast()
            }
            var first = textStart
            while first < paragraph.text.count, paragraph.text[first] == 0x20 || paragraph.text[first] == 0x09 { first += 1 }
            if first > textStart { paragraph.text.removeSubrange(textStart..<first) }
        }
        if let mark = run.mark { settle(mark) }
    }

    /// A raised digit behind a digit (10², or a mark at a number) is written as such: as a plain one it would be another number. In a
    /// cell the number may stand behind it as well, and what is struck out or white is kept apart.
    private mutating func settle(_ mark: TextMark) {
        guard textStart < paragraph.text.count else { return }
        if containers.last == .cell {
            paragraph.marks.append(MarkedText(mark: mark, range: textStart..<paragraph.text.count))
        } else if mark == .raised, textStart > 0, paragraph.text[textStart - 1].isDigit, paragraph.text[textStart].isDigit {
            paragraph.text.raiseDigits(from: textStart)
        }
    }

    /// Adds text that an element stands for.
    mutating func addShown(_ text: String) {
        if showsText { paragraph.text.append(contentsOf: text.utf8) }
    }

    /// A sign of a font, given by its place in it (ECMA-376 part 1, 17.3.3.30).
    mutating func addSymbol(_ element: borrowing StartElement) {
        let font = element.string(.font) ?? ""
        let code = Int(element.string(.char) ?? "", radix: 16) ?? 0
        // Symbol fonts lie in the private area from U+F000 on; what stands elsewhere is a Unicode character already.
        let isPlace = (0xF000...0xF0FF).contains(code) || (code < 0x100 && SymbolFont.isSymbolic(font))
        let scalar = isPlace ? SymbolFont.scalar(code & 0xFF, font: font) : Unicode.Scalar(UInt32(clamping: code))
        guard let scalar, code != 0 else {
            findings.unknownSymbols.insert("\(font) \(String(code, radix: 16, uppercase: true))")
            addShown("\u{FFFD}")
            return
        }
        addShown(String(Character(scalar)))
    }

    /// The mark of a note; a mark of the author's own stands in the text already.
    mutating func refer(to kind: Notes.Kind, _ element: borrowing StartElement) {
        guard showsText, let id = element.integer(.id) else { return }
        let mark = notes.refer(to: id, kind)
        if !element.has(.customMarkFollows, "1"), !element.has(.customMarkFollows, "true"), !element.has(.customMarkFollows, "on")
        {
            addShown(mark)
        }
    }
}
