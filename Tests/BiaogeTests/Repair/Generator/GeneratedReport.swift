import TestSupport

@testable import Biaoge

/// A report made up for a test: the tables of a form with numbers that add up, how its source prints them, and what every slot really
/// holds.
struct GeneratedReport {
    /// What numbers the report has.
    enum Numbers: String, CaseIterable {
        /// No zeros.
        case distinct
        /// Nine of ten are 0.
        case nearlyZero
        case allZero
        /// Nine of ten are 0, and no 0 is printed.
        case zerosBlank
        /// Nine of ten are 0, and half of the zeros are not printed.
        case someBlank
        /// No 0 is printed, and what is printed stands at the left of its row.
        case leftPacked

        /// Whether some or all of the zeros are not printed.
        var leavesBlanks: Bool { self == .zerosBlank || self == .someBlank || self == .leftPacked }
    }

    /// A cell in front of the values; every cell of a header.
    struct Label {
        var text: String
        /// How many grid columns it covers.
        var span: Int
        /// The form's cell. Where the row above has it too, it reaches down from there.
        var cell: Int
        /// Whether it reaches down from the row above, so that its text does not stand here.
        var isCovered = false
    }

    /// A cell with values.
    struct Printed {
        var text: String
        /// How many grid columns it covers.
        var span = 1
        /// The slots whose values stand in it: one; several that were glued; none where something was put in.
        var slots: [Int]
    }

    /// A row as its source prints it.
    struct Row {
        /// The index of the row in the form, or -1 for a row that the form does not have.
        var formRow: Int
        var role: Form.Row.Role
        var labels: [Label]
        var values: [Printed]
        /// The slots of the row of the form.
        var slots: Range<Int>
        /// Whether a page break stands before the row.
        var breaksBefore = false
        /// Trailing empty fields that the source adds.
        var trailing = 0
        /// Whether the row ends with its last value, so that nothing fills it up.
        var endsEarly = false
        /// Whether the label is cut in two by a line end.
        var isWrapped = false
        /// Whether the label stands on one line, the numbers on the next.
        var isParted = false
        /// Lines of their own before the row, such as a page number.
        var linesBefore: [String] = []
        /// Whether nothing names the row any more.
        var isUnlabelled = false
        /// Whether a defect has lost, glued, split or moved a cell of the row.
        var isDamaged = false
    }

    /// A part of the form as the source prints it.
    struct PrintedTable {
        var part: Form.Part
        /// The title of its section.
        var title: String
        var rows: [Row]
        /// What each slot holds: a number as the contract writes it, "" for a blank cell, `nil` where the variant has no such row.
        var truth: [String?]
        /// Slots whose cells the source no longer has.
        var lost: Set<Int> = []
        /// Slots of rows that the source no longer has and that are all 0: absent is right too.
        var mayBeAbsent: Set<Int> = []
        /// Slots that nobody can know, by the definition of the defect.
        var unknowable: Set<Int> = []
        /// A place that all rows share and that nothing names: which column is lost, or was put in.
        var sharedColumn: SharedColumn?

        /// The rows with values that the form knows.
        var valueRows: [Int] { rows.indices.filter { rows[$0].role == .values && rows[$0].formRow >= 0 } }
        /// Whether a slot is in a row that even a report of its variant may lack.
        func isOptional(_ slot: Int) -> Bool { part.rows[part.slots[slot].row].variant?.isOptional == true }
        /// The rows with values that have a label of their own.
        var labelledRows: [Int] { valueRows.filter { rows[$0].labels.contains { !$0.text.isEmpty } } }
    }

    /// What happened to one column of all rows without the header saying so.
    enum SharedColumn { case lost, added }

    let numbers: Numbers
    let title: String
    var tables: [PrintedTable] = []
    /// Whether numbers were changed so that sums fail.
    var hasWrongSums = false
    /// Whether the white space at the end of each line is gone, and with it the empty cells there.
    var hasStrippedLines = false
    /// Whether the page's tables stand in one that arranges it.
    var isInsideLayoutTable = false

    /// The table of the requests: most defects are about it.
    static let requests = 1
    static let applicants: [Substring] = ["person", "business", "research", "nonprofit", "legal", "other"]

    /// - Parameter forms: for each part, the form that it is of; a report can mix.
    init(_ forms: [Form], year: Int, numbers: Numbers, variant: Int, random: inout SplitMix64) {
        self.numbers = numbers
        title = "柳湾镇\(year)年政府信息公开工作年度报告"
        for (index, form) in forms.enumerated() where index < form.parts.count {
            let part = form.parts[index]
            let present = part.rows.map { Self.isPresent($0, variant) }
            let values = BalancedNumbers(part, present, numbers, random: &random).texts
            tables.append(PrintedTable(part, present, values, numbers, &random))
        }
    }

    /// Whether a variant of the report has a row: 其他处理 as three rows, as one, or two of its three items.
    private static func isPresent(_ row: Form.Row, _ variant: Int) -> Bool {
        guard let kind = row.variant else { return true }
        switch variant {
        case 0: return kind.alternative == "split"
        case 1: return kind.alternative != "split"
        default: return kind.alternative == "split" && !row.labels.contains { $0.hasPrefix("3.") }
        }
    }
}

extension GeneratedReport.PrintedTable {
    /// The part as a source without faults prints it.
    init(
        _ part: Form.Part, _ present: [Bool], _ values: [String], _ numbers: GeneratedReport.Numbers, _ random: inout SplitMix64
    ) {
        let table = part.table
        let coverage = table.coverage()
        var truth: [String?] = values.map { value in
            let isUnprinted = numbers == .someBlank ? Bool.random(using: &random) : numbers.leavesBlanks
            return value == "0" && isUnprinted ? "" : value
        }
        var rows: [GeneratedReport.Row] = []
        // A label that reaches down begins in the first of its rows that is there.
        var shown: Set<Int> = []
        for (index, row) in part.rows.enumerated() {
            guard present[index] else {
                for slot in row.slots { truth[slot] = nil }
                continue
            }
            var result = GeneratedReport.Row(formRow: index, role: row.role, labels: [], values: [], slots: row.slots)
            var last = -1
            for column in 0..<table.columnCount {
                let index = coverage[result.formRow * table.columnCount + column]
                guard index != last else { continue }
                last = index
                let cell = table.cells[index]
                let isCovered = !shown.insert(index).inserted
                if cell.isHeader {
                    let text = isCovered ? "" : table.text(of: cell)
                    result.labels.append(.init(text: text, span: cell.columnSpan, cell: index, isCovered: isCovered))
                } else {
                    let slot = row.slots.lowerBound + result.values.count
                    result.values.append(.init(text: truth[slot] ?? "", span: cell.columnSpan, slots: [slot]))
                }
            }
            if numbers == .leftPacked, result.values.count >= 7 { result.packLeft() }
            rows.append(result)
        }
        self.init(part: part, title: part.title, rows: rows, truth: truth)
    }
}

extension GeneratedReport.Row {
    /// Moves what is printed to the left of the row.
    mutating func packLeft() {
        let printed = values.filter { !$0.text.isEmpty }
        values = printed + values.dropFirst(printed.count).map { .init(text: "", span: $0.span, slots: []) }
    }
}
