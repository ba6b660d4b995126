extension ContentModel {
    /// One line of the table: what some elements mean in some places.
    struct Rule {
        let modes: [Mode]
        let namespace: WordNamespace
        /// Local names, parted by spaces.
        let names: String
        let action: Action

        init(_ modes: [Mode], _ names: String, _ action: Action) {
            self.init(modes, .wordprocessing, names, action)
        }

        init(_ modes: [Mode], _ namespace: WordNamespace, _ names: String, _ action: Action) {
            self.modes = modes
            self.namespace = namespace
            self.names = names
            self.action = action
        }
    }

    /// Every rule. A later line overrides an earlier one.
    static let rules = wrappers + structure + runs + mathematics + properties

    private static let containers: [Mode] = [.blocks, .table, .row, .paragraph]

    /// What may stand around blocks, rows, cells and runs alike (EG_ContentBlockContent and its kin, EG_RunLevelElts).
    private static let wrappers: [Rule] = [
        Rule(containers + [.ruby], "sdt sdtContent customXml", .enter),
        Rule(containers + [.ruby], "sdtPr sdtEndPr customXmlPr smartTagPr fldData", .ignore),
        Rule(containers + [.ruby, .math, .run], "ins moveTo", .inserted),
        Rule(containers + [.ruby, .math, .run], "del moveFrom", .deleted),
        Rule(
            containers + [.ruby, .math, .run, .document, .notes],
            """
            bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd proofErr \
            moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd \
            customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd \
            customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart customXmlMoveToRangeEnd
            """, .ignore),
        Rule([.paragraph], "smartTag dir bdo hyperlink fldSimple", .enter),
        Rule(containers + [.run, .ruby, .graphic, .math], .compatibility, "AlternateContent", .alternateContent),
        Rule(containers + [.run, .ruby, .graphic, .math], .compatibility, "Choice", .choice),
        Rule(containers + [.run, .ruby, .graphic, .math], .compatibility, "Fallback", .fallback),
        Rule([.blocks, .paragraph], "altChunk subDoc", .unread),
    ]

    private static let structure: [Rule] = [
        Rule([.part], "document", .document),
        Rule([.part], "footnotes endnotes", .notes),
        Rule([.notes], "footnote endnote", .note),
        Rule([.document], "body", .body),
        Rule([.document], "background", .ignore),
        Rule([.blocks], "p", .paragraph),
        Rule([.blocks], "tbl", .table),
        Rule([.blocks], "sectPr", .ignore),
        Rule([.table], "tr", .row),
        Rule([.table], "tblPr", .tableProperties),
        Rule([.table], "tblGrid", .ignore),
        Rule([.row], "tc", .cell),
        Rule([.row], "trPr", .rowProperties),
        Rule([.row], "tblPrEx", .ignore),
        Rule([.blocks], "tcPr", .cellProperties),
        Rule([.paragraph, .ruby], "r", .run),
        Rule([.paragraph], "pPr", .paragraphProperties),
    ]

    /// EG_RunInnerContent.
    private static let runs: [Rule] = [
        Rule([.run], "rPr", .runProperties),
        Rule([.run], "t", .text),
        Rule([.run], "delText", .deletedText),
        Rule([.run], "instrText delInstrText", .instruction),
        Rule([.run], "tab ptab", .tab),
        Rule([.run], "br cr", .lineBreak),
        Rule([.run], "noBreakHyphen", .noBreakHyphen),
        Rule([.run], "sym", .symbol),
        Rule([.run], "fldChar", .fieldCharacter),
        Rule([.formField], "ffData checkBox ddList", .enter),
        Rule([.formField], "checked", .checked),
        Rule([.formField], "default", .checkedByDefault),
        Rule([.formField], "listEntry", .listEntry),
        Rule([.formField], "result", .listChoice),
        Rule([.run], "ruby", .ruby),
        Rule([.ruby], "rubyBase", .enter),
        Rule([.ruby], "rubyPr rt", .ignore),
        Rule([.run], "footnoteReference", .footnoteReference),
        Rule([.run], "endnoteReference", .endnoteReference),
        Rule([.run], "commentReference", .commentReference),
        Rule([.run], "drawing pict object", .graphic),
        Rule([.graphic], "txbxContent", .textBox),
        Rule([.graphic], .chart, "chart", .unread),
        Rule([.graphic], .diagram, "relIds", .unread),
        Rule([.graphic], .office, "OLEObject", .unread),
        Rule([.run], "contentPart", .unread),
        Rule(
            [.run],
            "softHyphen lastRenderedPageBreak annotationRef footnoteRef endnoteRef separator continuationSeparator", .ignore),
    ]

    /// Formulas, flattened to a line of text.
    private static let mathematics: [Rule] = [
        Rule([.blocks, .paragraph], .math, "oMathPara", .enter),
        Rule([.paragraph], .math, "oMathParaPr", .ignore),
        Rule([.blocks, .paragraph, .run, .math], .math, "oMath", .math),
        Rule([.math], .math, "r", .run),
        Rule([.run], .math, "t", .text),
        Rule([.run], .math, "rPr", .ignore),
        Rule([.math], "r", .run),
        Rule(
            [.math], .math,
            "acc bar box borderBox eqArr func fName groupChr limLow limUpp phant sPre sSub sSubSup sSup m", .enter),
        Rule(
            [.math], .math,
            """
            accPr argPr barPr boxPr borderBoxPr ctrlPr eqArrPr fPr funcPr groupChrPr limLowPr limUppPr mPr phantPr radPr \
            sPrePr sSubPr sSubSupPr sSupPr
            """, .ignore),
        Rule([.math], .math, "d", .mathDelimiters),
        Rule([.math], .math, "dPr naryPr", .mathProperties),
        Rule([.mathProperties], .math, "begChr", .mathBegin),
        Rule([.mathProperties], .math, "endChr", .mathEnd),
        Rule([.mathProperties], .math, "chr", .mathCharacter),
        Rule([.math], .math, "f", .mathFraction),
        Rule([.math], .math, "num", .mathNumerator),
        Rule([.math], .math, "den", .mathDenominator),
        Rule([.math], .math, "rad", .mathRadical),
        Rule([.math], .math, "deg", .mathDegree),
        Rule([.math], .math, "e", .mathElement),
        Rule([.math], .math, "sub lim", .mathSubscript),
        Rule([.math], .math, "sup", .mathSuperscript),
        Rule([.math], .math, "nary", .mathNary),
        Rule([.math], .math, "mr", .mathMatrixRow),
    ]

    /// The properties that change what is read; all others are layout.
    private static let properties: [Rule] = [
        Rule([.paragraphProperties], "pStyle", .paragraphStyle),
        Rule([.paragraphProperties], "numPr", .numberingProperties),
        Rule([.paragraphProperties], "outlineLvl", .outlineLevel),
        Rule([.paragraphProperties], "rPr", .markProperties),
        Rule([.numberingProperties], "ilvl", .numberingLevel),
        Rule([.numberingProperties], "numId", .numberingID),
        Rule([.markProperties], "ins moveTo", .markInserted),
        Rule([.markProperties], "del moveFrom", .markDeleted),
        Rule([.runProperties], "rStyle", .runStyle),
        Rule([.runProperties], "vanish", .hiddenText),
        Rule([.runProperties], "vertAlign", .verticalAlignment),
        Rule([.runProperties], "position", .position),
        Rule([.runProperties], "strike dstrike", .strike),
        Rule([.runProperties], "color", .color),
        Rule([.tableProperties], "tblCaption", .tableCaption),
        Rule([.rowProperties], "gridBefore", .gridBefore),
        Rule([.rowProperties], "tblHeader", .headerRow),
        Rule([.rowProperties], "hidden", .hiddenRow),
        Rule([.rowProperties], "ins", .rowInserted),
        Rule([.rowProperties], "del", .rowDeleted),
        Rule([.cellProperties], "gridSpan", .gridSpan),
        Rule([.cellProperties], "hMerge", .horizontalMerge),
        Rule([.cellProperties], "vMerge", .verticalMerge),
        Rule([.cellProperties], "cellIns", .cellInserted),
        Rule([.cellProperties], "cellDel", .cellDeleted),
        Rule([.cellProperties], "cellMerge", .cellMerged),
        Rule([.paragraphProperties], "pPrChange", .earlierProperties),
        Rule([.paragraphProperties], "pPr", .enter),
        Rule([.runProperties], "rPrChange", .earlierProperties),
        Rule([.runProperties], "rPr", .enter),
        Rule([.rowProperties], "trPrChange", .earlierProperties),
        Rule([.rowProperties], "trPr", .enter),
        Rule([.cellProperties], "tcPrChange", .earlierProperties),
        Rule([.cellProperties], "tcPr", .enter),
    ]
}
