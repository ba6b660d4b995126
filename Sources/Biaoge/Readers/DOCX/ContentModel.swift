import XML

/// Where in a part the reader is: which elements may come, and what they mean there.
enum Mode: UInt8, CaseIterable {
    /// At the root.
    case part
    /// In `w:document`.
    case document
    /// In `w:footnotes` or `w:endnotes`.
    case notes
    /// Where paragraphs and tables stand: the body, a cell, a text box, a note.
    case blocks
    case table, row, paragraph, run
    /// In `w:t` and its like.
    case text
    /// In `w:instrText`.
    case instruction
    /// In a formula, outside its text.
    case math
    /// In a picture, a shape, an embedded object: only the text boxes in it matter.
    case graphic
    case formField, ruby
    case paragraphProperties, markProperties, numberingProperties, runProperties
    case tableProperties, rowProperties, cellProperties
    case mathProperties
    /// In the rest of a row or a cell that is not shown.
    case dropped

    /// What becomes of an element that the model does not list here.
    ///
    /// Among properties it is layout and of no concern; in a graphic it may hold a text box; anywhere else somebody should know.
    var unlisted: Action {
        switch self {
        case .formField, .paragraphProperties, .markProperties, .numberingProperties, .runProperties, .tableProperties,
            .rowProperties, .cellProperties, .mathProperties, .text, .instruction, .dropped:
            .ignore
        case .graphic: .enter
        default: .unknown
        }
    }
}

/// What is done with an element.
enum Action: UInt8 {
    /// It is left out with all that it holds, and a finding names it.
    case unknown
    /// It is left out with all that it holds: nothing of it shows.
    case ignore
    /// It is a wrapper; what it holds counts where it stands.
    case enter

    // Structure
    case document, body, notes, note, paragraph, table, row, cell, run
    // Text
    case text, deletedText, instruction, tab, lineBreak, noBreakHyphen, symbol, ruby
    // Fields
    case fieldCharacter, formField, checked, checkedByDefault, listEntry, listChoice
    // Revisions and alternatives
    case inserted, deleted, alternateContent, choice, fallback
    // References to elsewhere
    case footnoteReference, endnoteReference, commentReference, unread
    // Graphics
    case graphic, textBox
    // Mathematics
    case math, mathDelimiters, mathFraction, mathNumerator, mathDenominator, mathRadical, mathDegree, mathSubscript
    case mathSuperscript, mathNary, mathProperties, mathBegin, mathEnd, mathCharacter, mathMatrixRow, mathElement
    // Properties
    case earlierProperties
    case paragraphProperties, paragraphStyle, numberingProperties, numberingLevel, numberingID, outlineLevel, markProperties
    case markInserted, markDeleted, runProperties, runStyle, hiddenText, verticalAlignment, position, strike, color
    case tableProperties, tableCaption
    case rowProperties, gridBefore, headerRow, hiddenRow, rowInserted, rowDeleted
    case cellProperties, gridSpan, horizontalMerge, verticalMerge, cellInserted, cellDeleted, cellMerged
}

/// The element-to-action table of a text part: for every place and every name, what is done.
///
/// The list follows the schema of WordprocessingML (ECMA-376 part 1, annex A); what is ignored is listed as well, so
/// that an element nobody thought of is told from one that does not matter.
struct ContentModel: Sendable {
    /// The names, with the tokens that the parser tells.
    let vocabulary: Vocabulary
    private let count: Int
    private let actions: [Action]

    /// The one model; making it takes longer than reading a short part.
    static let shared = ContentModel()

    /// What is done with an element. Token -1 is any name that the model does not have.
    func action(_ token: Int, in mode: Mode) -> Action {
        token < 0 ? mode.unlisted : actions[Int(mode.rawValue) * count + token]
    }

    private init() {
        var names = WordNames()
        var listed: [(mode: Mode, token: Int, action: Action)] = []
        for rule in ContentModel.rules {
            for local in rule.names.utf8.split(separator: UInt8(ascii: " ")) {
                let token = names.token(rule.namespace, String(Substring(local)))
                for mode in rule.modes { listed.append((mode, token, rule.action)) }
            }
        }
        count = names.count
        vocabulary = names.vocabulary
        var actions: [Action] = []
        for mode in Mode.allCases { actions += [Action](repeating: mode.unlisted, count: count) }
        for (mode, token, action) in listed { actions[Int(mode.rawValue) * count + token] = action }
        self.actions = actions
    }
}
