import XML

/// Reads the parts that hold text (the main document, footnotes, endnotes) as Word shows them.
///
/// Every element is looked up in the ``ContentModel`` for the place where it stands, and the action found there is
/// carried out: by this file for the structure, by the extensions for what stands in it.
struct TextPart: XMLHandler {
    /// Where paragraphs and tables go.
    enum Container {
        /// Into the document's blocks.
        case body
        /// Into a cell of the current table.
        case cell
        /// Aside, until the paragraph in which a text box is anchored ends, or a note is complete.
        case aside
    }

    let model: ContentModel
    let options: ReadingOptions
    /// How much text the part has given so far.
    private var textBytes = 0
    /// How many paragraphs and tables there were so far, those in cells aside.
    var pieces = 0
    /// How many more elements there may be, whatever they are.
    private var elementsLeft: Int
    var mode = Mode.part
    var frames = FrameStack()
    /// Elements open inside one that is left out, itself included.
    var skipped = 0

    // Where text goes
    var containers: [Container] = []
    var blocks: [Document.Block] = []
    var asides: [[Document.Block]] = []
    var title: String?
    /// Whether there was a body at all.
    var hasBody = false

    // The paragraph and what it needs
    var paragraph = Paragraph()
    var run = Run()
    /// The paragraphs in which the open text boxes are anchored, with their runs and fields.
    var anchors: [(paragraph: Paragraph, run: Run, fields: Fields)] = []
    var fields = Fields()
    var styles: Styles
    var lists: ListNumbers
    /// Where the text of the innermost `w:t` begins, and whether its white space counts.
    var textStart = 0
    var preservesSpace = false
    var formula = FormulaText()

    // Tables
    /// The innermost open table; without meaning while ``tableDepth`` is 0.
    var table: OpenTable
    var outerTables: [OpenTable] = []
    var tableDepth = 0
    /// Every table by its number; `nil` for one without rows and until it ends.
    var tables: [Table?] = []
    /// The grid positions of the tables that have ended.
    var spentPositions = 0

    // Notes and alternatives
    var notes = Notes()
    var noteKind = Notes.Kind.footnote
    var noteID = 0
    /// For each open AlternateContent whether a branch was taken.
    var alternates: [Bool] = []

    var findings = DocumentFindings()

    init(options: ReadingOptions, styles: Styles, numbering: Numbering) {
        model = .shared
        self.options = options
        self.styles = styles
        lists = ListNumbers(numbering)
        elementsLeft = options.limits.pieces &* 16
        table = OpenTable(number: -1, parent: nil, limits: options.limits)
    }

    /// Whether text that comes now is shown.
    var showsText: Bool { !fields.hidesText && !run.isHidden }

    /// Leaves out the element that has just begun, with all that it holds.
    mutating func skip() {
        if let frame = frames.pop() { mode = frame.mode }
        skipped = 1
    }

    @inline(__always)
    mutating func startElement(_ token: Int, _ element: borrowing StartElement) throws {
        elementsLeft &-= 1
        guard elementsLeft >= 0 else {
            let allowed = options.limits.pieces &* 16
            throw ReadError.limit(.pieces, found: allowed &+ 1, allowed: allowed)
        }
        if skipped > 0 {
            skipped += 1
            return
        }
        let action = model.action(token, in: mode)
        // Most elements of a real document are layout.
        if action == .ignore {
            skipped = 1
            return
        }
        frames.push(Frame(mode: mode, action: action))
        switch action {
        case .enter: break
        case .unknown:
            findings.noteUnknown(element.localName)
            skip()

        case .document: mode = .document
        case .body:
            mode = .blocks
            hasBody = true
            containers.append(.body)
        case .notes: mode = .notes
        case .note: beginNote(element)
        case .paragraph:
            mode = .paragraph
            try checkPieces()
            paragraph.restart()
        case .table:
            mode = .table
            try checkPieces()
            try beginTable()
        case .row:
            mode = .row
            table.row = OpenTable.Row()
        case .cell:
            mode = .blocks
            try beginCell()
        case .run:
            mode = .run
            run = Run()

        case .text: beginText(element)
        case .deletedText: if options.revisions == .rejected { beginText(element) } else { skip() }
        case .instruction: mode = .instruction
        case .tab: addShown("\t")
        case .lineBreak: addShown("\n")
        case .noBreakHyphen: addShown("-")
        case .symbol: addSymbol(element)
        case .ruby: mode = .ruby

        case .inserted, .deleted: beginRevision(action)
        case .alternateContent: alternates.append(false)
        case .choice, .fallback: beginBranch(action, element)
        case .fieldCharacter, .formField, .checked, .checkedByDefault, .listEntry, .listChoice: beginField(action, element)
        case .footnoteReference: refer(to: .footnote, element)
        case .endnoteReference: refer(to: .endnote, element)
        case .commentReference: findings.comments += 1
        case .unread:
            findings.unread.insert(element.localName)
            skip()
        case .graphic:
            guard showsText else { return skip() }
            mode = .graphic
            if tableDepth > 0 { table.grid.cell.holdsPicture = true }
        case .textBox: beginTextBox()
        case .paragraphProperties, .numberingProperties, .markProperties, .runProperties, .tableProperties, .rowProperties,
            .cellProperties, .earlierProperties:
            beginProperties(action)
        default:
            if mode == .math || mode == .mathProperties || action == .math {
                beginFormulaPart(action, element)
            } else {
                readProperty(action, element)
            }
        }
    }

    private func checkPieces() throws(ReadError) {
        guard pieces <= options.limits.pieces else { throw .limit(.pieces, found: pieces, allowed: options.limits.pieces) }
    }

    @inline(__always)
    mutating func endElement(_ token: Int) throws {
        if skipped > 0 {
            skipped -= 1
            return
        }
        guard let frame = frames.pop() else { return }
        mode = frame.mode
        switch frame.action {
        case .text, .deletedText: endText()
        case .run: run = Run()
        case .paragraph: endParagraph()
        case .cell: try endCell()
        case .row: try endRow()
        case .table: try endTable()
        case .body: endBody()
        case .note: endNote()
        case .textBox: endTextBox()
        case .alternateContent: if alternates.popLast() == false { findings.unread.insert("AlternateContent") }
        case .rowProperties: endRowProperties()
        case .cellProperties: endCellProperties()
        case .mathDelimiters, .mathNumerator, .mathDenominator, .mathDegree, .mathElement, .mathSubscript, .mathSuperscript,
            .mathNary:
            endFormulaPart(frame.action)
        default: break
        }
    }

    @inline(__always)
    mutating func characters(_ utf8: Span<UInt8>) throws {
        guard skipped == 0 else { return }
        textBytes += utf8.count
        guard textBytes <= options.limits.textBytes else {
            throw ReadError.limit(.textBytes, found: textBytes, allowed: options.limits.textBytes)
        }
        switch mode {
        case .text: addText(utf8)
        case .instruction: fields.addInstruction(utf8)
        default: break
        }
    }
}
