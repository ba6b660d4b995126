import XML

/// Paragraphs, and where they go (ECMA-376 part 1, 17.3.1).
extension TextPart {
    mutating func endParagraph() {
        if paragraph.lacksMark { return }
        emitParagraph()
    }

    /// Ends a paragraph whose mark is gone although no other paragraph follows that it could go on in.
    mutating func flushParagraph() {
        guard paragraph.lacksMark else { return }
        paragraph.lacksMark = false
        if !paragraph.text.isEmpty || !paragraph.followers.isEmpty { emitParagraph() }
        paragraph.text.removeAll(keepingCapacity: true)
        paragraph.marks = []
        paragraph.followers = []
    }

    private mutating func emitParagraph() {
        let style = paragraph.style ?? styles.defaultParagraph
        let number = isNumbered(style) ? number(style) : ""
        guard containers.last == .cell else {
            addBlock(style, number)
            return
        }
        if !paragraph.marks.isEmpty { paragraph.text.setApart(paragraph.marks) }
        table.addLine(number, paragraph.text, paragraph.trimmed)
        for follower in paragraph.followers {
            switch follower {
            case .heading(let text, _), .paragraph(let text): table.addLine("", Array(text.utf8), 0..<text.utf8.count)
            // A table in a text box in a cell is a nested table already.
            case .table: break
            }
        }
    }

    private mutating func addBlock(_ style: Int?, _ number: String) {
        let trimmed = paragraph.text[paragraph.trimmed]
        var added = paragraph.followers
        if !number.isEmpty || trimmed.contains(where: { $0 > 0x20 }) {
            let text = number + String(decoding: trimmed, as: UTF8.self)
            let level = paragraph.outlineLevel ?? style.flatMap { styles.outlineLevel(of: $0) } ?? 9
            added.insert((0...8).contains(level) ? .heading(text, level: level + 1) : .paragraph(text), at: 0)
            if title == nil, containers.last == .body, let style, styles[style].isTitle { title = text }
        }
        pieces += max(1, added.count)
        if containers.last == .body {
            blocks += added
        } else if !asides.isEmpty {
            asides[asides.count - 1] += added
        }
    }

    private func isNumbered(_ style: Int?) -> Bool {
        paragraph.numberingID != nil || style.map { styles.numberingID(of: $0) != nil } == true
    }

    /// The automatic number of the paragraph: by its own properties, or else by its style.
    private mutating func number(_ style: Int?) -> String {
        guard let id = paragraph.numberingID ?? style.flatMap({ styles.numberingID(of: $0) }), id != 0 else { return "" }
        let inherited = style.map { styles[$0] }
        var level = paragraph.numberingLevel
        if level == nil, paragraph.numberingID == nil, let inherited {
            level =
                lists.level(ofStyle: inherited.id, in: id) ?? inherited.numberingLevel
                ?? inherited.numberingStyle.flatMap { lists.level(ofStyle: $0, in: id) }
        }
        return lists.next(id, level: level ?? inherited?.numberingLevel ?? 0)
    }

    mutating func endBody() {
        flushParagraph()
        closeFields(beyond: 0)
        containers.removeLast()
    }

    // MARK: Text boxes and notes

    mutating func beginTextBox() {
        mode = .blocks
        anchors.append((paragraph, run, fields))
        paragraph = Paragraph()
        fields = Fields()
        containers.append(.aside)
        asides.append([])
    }

    mutating func endTextBox() {
        flushParagraph()
        closeFields(beyond: 0)
        containers.removeLast()
        guard let anchor = anchors.popLast(), let content = asides.popLast() else { return }
        (paragraph, run, fields) = anchor
        paragraph.followers += content
    }

    mutating func beginNote(_ element: borrowing StartElement) {
        // Separators are notes by name only, and a note that nothing refers to is not shown.
        guard let id = element.integer(.id), notes.mark(of: id, noteKind) != nil else {
            skip()
            return
        }
        noteID = id
        mode = .blocks
        containers.append(.aside)
        asides.append([])
    }

    mutating func endNote() {
        flushParagraph()
        closeFields(beyond: 0)
        containers.removeLast()
        guard var content = asides.popLast(), let mark = notes.mark(of: noteID, noteKind) else { return }
        if case .paragraph(let text)? = content.first {
            content[0] = .paragraph(mark + " " + text.drop { $0 == " " })
        } else {
            content.insert(.paragraph(mark), at: 0)
        }
        notes.set(content, of: noteID, noteKind)
    }
}
