import XML

/// Properties of paragraphs (ECMA-376 part 1, 17.3.1), runs (17.3.2), tables, rows and cells (17.4).
extension TextPart {
    mutating func beginProperties(_ action: Action) {
        switch action {
        case .paragraphProperties: mode = .paragraphProperties
        case .numberingProperties: mode = .numberingProperties
        case .markProperties: mode = .markProperties
        case .runProperties: mode = .runProperties
        case .tableProperties: mode = .tableProperties
        case .rowProperties: mode = .rowProperties
        case .cellProperties: if containers.last == .cell { mode = .cellProperties } else { skip() }
        case .earlierProperties: if options.revisions == .rejected { forgetProperties() } else { skip() }
        default: break
        }
    }

    /// Makes room for the properties as they were before a tracked change, which follow.
    private mutating func forgetProperties() {
        switch mode {
        case .paragraphProperties:
            paragraph.style = nil
            paragraph.numberingID = nil
            paragraph.numberingLevel = nil
            paragraph.outlineLevel = nil
        case .runProperties: run = Run()
        case .rowProperties:
            table.row.gridBefore = 0
            table.row.isHeader = false
        case .cellProperties:
            table.grid.cell.columnSpan = 1
            table.grid.cell.vertical = .none
            table.grid.cell.horizontal = .none
        default: break
        }
    }

    mutating func readProperty(_ action: Action, _ element: borrowing StartElement) {
        switch action {
        case .paragraphStyle:
            paragraph.style = element.withValue(WordAttribute.val.rawValue) { styles.index(of: $0) } ?? nil
        case .numberingLevel: paragraph.numberingLevel = element.integer(.val)
        case .numberingID: paragraph.numberingID = element.integer(.val)
        case .outlineLevel: paragraph.outlineLevel = element.integer(.val)
        case .runStyle:
            let style = element.withValue(WordAttribute.val.rawValue) { styles.index(of: $0) } ?? nil
            if let style, styles[style].isHidden == true { run.isHidden = true }
        case .hiddenText: run.isHidden = element.isOn
        case .verticalAlignment: if element.has(.val, "superscript") || element.has(.val, "subscript") { run.mark = .raised }
        case .position: if let raised = element.integer(.val), raised != 0 { run.mark = .raised }
        case .strike: if element.isOn { run.mark = .struck }
        case .color: if run.mark == nil, element.has(.val, "FFFFFF") || element.has(.val, "ffffff") { run.mark = .pale }
        case .tableCaption: table.caption = element.string(.val)
        default: if mode == .cellProperties { readCellProperty(action, element) } else { readRowProperty(action, element) }
        }
    }

    private mutating func readRowProperty(_ action: Action, _ element: borrowing StartElement) {
        switch action {
        case .gridBefore: table.row.gridBefore = max(0, element.integer(.val) ?? 0)
        case .headerRow: table.row.isHeader = element.isOn
        case .hiddenRow:
            guard element.isOn else { break }
            table.row.isDropped = true
            findings.hasHiddenText = true
        case .rowInserted: if isGone(.inserted) { table.row.isDropped = true }
        case .rowDeleted: if isGone(.deleted) { table.row.isDropped = true }
        case .markInserted: if isGone(.inserted) { paragraph.lacksMark = true }
        case .markDeleted: if isGone(.deleted) { paragraph.lacksMark = true }
        default: break
        }
    }

    private mutating func readCellProperty(_ action: Action, _ element: borrowing StartElement) {
        switch action {
        case .gridSpan: table.grid.cell.columnSpan = max(1, element.integer(.val) ?? 1)
        case .verticalMerge: table.grid.cell.vertical = element.has(.val, "restart") ? .restart : .proceed
        case .horizontalMerge: table.grid.cell.horizontal = element.has(.val, "restart") ? .restart : .proceed
        case .cellInserted: if isGone(.inserted) { table.grid.cell.isDropped = true }
        case .cellDeleted: if isGone(.deleted) { table.grid.cell.isDropped = true }
        case .cellMerged:
            findings.revisions += 1
            let side = options.revisions == .accepted ? WordAttribute.vMerge : .vMergeOrig
            table.grid.cell.vertical = element.has(side, "cont") ? .proceed : element.has(side, "rest") ? .restart : .none
        default: break
        }
    }
}
