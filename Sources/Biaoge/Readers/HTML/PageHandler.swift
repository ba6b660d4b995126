internal import XML

/// Turns the parser's events into a page's blocks and tables.
///
/// libxml2 gives an end for every start, but lets elements nest that HTML does not: a cell in a cell when inline elements
/// between them are open. So the handler closes cells, rows and groups itself when the next one begins, as the tree
/// construction of WHATWG HTML 13.2.6.4.9 to 15 does, and takes an end for which nothing is open as nothing.
struct PageHandler: HTMLHandler {
    private var content: PageContent
    /// The frames around the innermost one, outer before inner.
    private var outer: [PageFrame] = []
    private var frame = PageFrame()
    private var hidden = HiddenText()
    private var sheet = StyleSheet()
    /// The text of the style sheet that is open, and whether it is for the screen.
    private var sheetText: [UInt8] = []
    private var readsSheet = false
    private static let maximumSheet = 1 << 20
    /// Whether there was text that the page does not show.
    private var leavesTextOut = false
    private var title: TextLines?
    private var choice: OpenChoice?
    private var depth = 0
    private var textBytes = 0
    private let limits: Limits

    init(limits: Limits) {
        self.limits = limits
        content = PageContent(limits: limits)
    }

    /// Gives what was read to the document.
    mutating func finish(into document: inout Document) {
        endBlock()
        content.finish(into: &document)
        if leavesTextOut { document.findings.append(Finding(.hiddenTextLeftOut)) }
    }

    mutating func startElement(_ token: Int, _ element: borrowing HTMLStartElement) throws {
        let name = HTMLName(rawValue: token)
        if hidden.isActive, hidden.hides(name) { return }
        let attributes = ElementAttributes(element, name, sheet)
        // A title in a cell is none of the page's, and is not shown either.
        let isHidden = attributes.isHidden || name?.isNeverShown == true || name == .title && !outer.isEmpty
        // What a picture of a number shows nobody can say.
        if !attributes.isHidden, name?.isPicture == true { frame.table?.cell?.holdsPicture = true }
        if isHidden || name == .option && hidesOption(attributes) {
            hidden.begin(name)
            readsSheet = name == .style && !attributes.isForOtherMedia
            return
        }
        defer { if frame.takesText { enterMark(name, attributes) } }
        if attributes.isBlock, name?.isTablePart != true { endBlock() }
        guard let name else { return }
        if name.isStructure {
            depth += 1
            guard depth <= limits.depth else { throw ReadError.limit(.depth, found: depth, allowed: limits.depth) }
            try content.check()
        }
        switch name {
        case .table: beginTable(attributes)
        case .caption: try beginCaption()
        case .thead, .tbody, .tfoot: try beginRowGroup(name)
        case .tr: try beginRow()
        case .td, .th: try beginCell(name, attributes)
        case .br: frame.lines.breakLine()
        case .a: frame.isInLink = attributes.isLink
        case .input:
            if attributes.holdsFieldText, frame.table?.cell != nil { frame.append(attributes.fieldText.span) }
        case .img:
            if frame.table?.cell != nil, attributes.alternative.contains(where: \.isDigit) {
                let text = Array("~~".utf8) + attributes.alternative + Array("~~".utf8)
                frame.append(text.span)
            }
        case .select: choice = OpenChoice(start: frame.lines.utf8.count)
        case .title: if content.title == nil, outer.isEmpty { title = TextLines() }
        case .pre, .listing, .textarea:
            endBlock()
            frame.preformattedDepth += 1
            frame.lines.beginPreformatted()
        case .ol, .ul, .menu, .dir:
            endBlock()
            frame.lists.begin(isOrdered: name == .ol, start: attributes.start, style: attributes.listStyle)
        case .li:
            endBlock()
            if let marker = frame.lists.nextMarker(value: attributes.value), frame.takesText {
                frame.lines.append(marker: marker)
            }
        case _ where name.headingLevel != nil:
            endBlock()
            frame.headingLevel = name.headingLevel
            frame.headingStart = frame.lines.utf8.count
        case _ where name.isBlock: endBlock()
        default: break
        }
    }

    mutating func endElement(_ token: Int) throws {
        let name = HTMLName(rawValue: token)
        if hidden.isActive {
            hidden.end(name)
            if readsSheet, !hidden.isActive {
                sheet.add(sheetText)
                (sheetText, readsSheet) = ([], false)
            }
            return
        }
        if frame.openMark.leave() { frame.endMark() }
        guard let name else { return }
        if name.isStructure { depth = max(0, depth - 1) }
        switch name {
        case .table: try endTable()
        case .caption: endCaption()
        case .thead, .tbody, .tfoot: try endRowGroup()
        case .tr: try endRow()
        case .td, .th: try endCell()
        case .a: frame.isInLink = false
        case .select: choice = nil
        case .title: endTitle()
        case .pre, .listing, .textarea:
            endBlock()
            frame.preformattedDepth = max(0, frame.preformattedDepth - 1)
        case .ol, .ul, .menu, .dir:
            endBlock()
            frame.lists.end()
        case _ where name.headingLevel != nil:
            endBlock()
            frame.headingLevel = nil
        case _ where name.isBlock: endBlock()
        default: break
        }
    }

    mutating func rawText(_ utf8: Span<UInt8>) {
        if readsSheet, sheetText.count + utf8.count <= Self.maximumSheet { sheetText.append(utf8) }
    }

    mutating func characters(_ utf8: Span<UInt8>) throws {
        textBytes += utf8.count
        guard textBytes <= limits.textBytes else {
            throw ReadError.limit(.textBytes, found: textBytes, allowed: limits.textBytes)
        }
        try content.check()
        if hidden.isActive {
            if hidden.losesText, !leavesTextOut { leavesTextOut = !utf8.isWhiteSpace }
        } else if title != nil {
            title?.append(utf8)
        } else if frame.takesText {
            frame.append(utf8)
        } else {
            appendStray(utf8)
        }
    }
}

/// A list of which one option is shown.
private struct OpenChoice {
    /// Where its text begins in the text of the cell or paragraph.
    let start: Int
    /// Whether there was an option.
    var hasOption = false
}

// Text
extension PageHandler {
    /// Ends the paragraph on a page, the line in a cell.
    private mutating func endBlock() {
        guard frame.table == nil else {
            frame.markHeading()
            frame.lines.endLine()
            return
        }
        if !frame.lines.isBlank {
            let text = String(decoding: frame.lines.utf8, as: UTF8.self)
            content.blocks.append(frame.headingLevel.map { .heading(text, level: $0) } ?? .paragraph(text))
        }
        frame.lines.removeAll()
        frame.openMark.restart()
    }

    /// Whether an option is not the one that its list shows: that is the one selected, or else the first.
    private mutating func hidesOption(_ attributes: ElementAttributes) -> Bool {
        guard let open = choice else { return false }
        choice?.hasOption = true
        guard attributes.isSelected else { return open.hasOption }
        if frame.lines.utf8.count > open.start { frame.lines.rewrite { $0.removeSubrange(open.start...) } }
        return false
    }

    /// Text of an element may be marked; how a cell's text is aligned marks nothing.
    private mutating func enterMark(_ name: HTMLName?, _ attributes: ElementAttributes) {
        let mark = attributes.mark ?? name?.mark
        frame.openMark.enter(mark == .raised && name?.isTablePart == true ? nil : mark, at: frame.lines.utf8.count)
    }

    private mutating func endTitle() {
        if let title, !title.isBlank { content.title = String(decoding: title.utf8, as: UTF8.self) }
        title = nil
    }

    /// Text in a table but in no cell goes before the table (foster parenting, WHATWG HTML 13.2.6.1).
    private mutating func appendStray(_ utf8: Span<UInt8>) {
        guard !utf8.isWhiteSpace, let host = outer.lastIndex(where: \.takesText) else { return }
        if frame.table?.hasStrayText == false { outer[host].lines.endLine() }
        frame.table?.hasStrayText = true
        outer[host].append(utf8)
    }
}

// Tables
extension PageHandler {
    private mutating func beginTable(_ attributes: ElementAttributes) {
        endBlock()
        var table = PageTable(index: content.reserveTable(), limits: limits)
        table.facts.isPresentational = attributes.isPresentational
        outer.append(frame)
        // A table that stands between the rows of another one is in the cell around both, or in none.
        if let host = outer.lastIndex(where: { $0.table?.cell != nil }) {
            let offset = outer[host].lines.utf8.count
            table.parent = outer[host].table?.nest(table.index, offset: offset)
        }
        frame = PageFrame(table: table)
    }

    private mutating func endTable() throws {
        try endRow()
        endCaption()
        guard var open = frame.table.take() else { return }
        frame = outer.removeLast()
        if open.parent == nil { endBlock() }
        try content.close(&open)
    }

    private mutating func beginCaption() throws {
        guard frame.table != nil else { return endBlock() }
        try endRow()
        frame.table?.isInCaption = true
        frame.takesText = true
        frame.table?.facts.hasHeaders = true
    }

    private mutating func endCaption() {
        guard frame.table?.isInCaption == true else { return }
        if !frame.lines.isBlank { frame.table?.caption = String(decoding: frame.lines.utf8, as: UTF8.self) }
        frame.clear()
        frame.table?.isInCaption = false
        frame.takesText = false
    }

    private mutating func beginRowGroup(_ name: HTMLName) throws {
        guard frame.table != nil else { return endBlock() }
        try endRow()
        endCaption()
        frame.table?.forming.beginRowGroup(isFooter: name == .tfoot)
        frame.table?.isInHead = name == .thead
        if name == .thead { frame.table?.facts.hasHeaders = true }
    }

    private mutating func endRowGroup() throws {
        guard frame.table != nil else { return endBlock() }
        try endRow()
        frame.table?.forming.endRowGroup()
        frame.table?.isInHead = false
    }

    private mutating func beginRow() throws {
        guard frame.table != nil else { return endBlock() }
        try endRow()
        endCaption()
        frame.table?.forming.beginRow()
        frame.table?.nextColumn = 0
        frame.table?.isInRow = true
    }

    private mutating func endRow() throws {
        guard frame.table != nil else { return endBlock() }
        try endCell()
        frame.table?.isInRow = false
    }

    private mutating func beginCell(_ name: HTMLName, _ attributes: ElementAttributes) throws {
        guard let isInRow = frame.table?.isInRow else { return endBlock() }
        try endCell()
        endCaption()
        if !isInRow { try beginRow() }
        if attributes.refersToHeaders { frame.table?.facts.hasHeaders = true }
        frame.table?.beginCell(isHeader: name == .th || attributes.hasScope, span: attributes.span)
        frame.takesText = true
    }

    private mutating func endCell() throws {
        guard frame.table != nil else { return endBlock() }
        guard frame.table?.cell != nil else { return }
        frame.markHeading()
        frame.settleMarks()
        try frame.table?.endCell(frame.lines)
        frame.clear()
        frame.takesText = false
    }
}
