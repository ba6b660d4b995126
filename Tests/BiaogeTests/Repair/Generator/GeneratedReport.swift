import TestSupport

@testable import Biaoge

/// A report made up for a test: the tables of a form with numbers that add up, and what every slot really holds.
struct GeneratedReport {
    /// What numbers the report has.
    enum Numbers: String, CaseIterable {
        case distinct, nearlyZero, allZero, zerosBlank, someBlank
    }

    /// A row as its source could print it.
    struct Row {
        var formRow: Int
        var role: Form.Row.Role
        /// The cells in front of the values (all cells of a header): text and how many grid columns each covers; covered ones from above
        /// are empty.
        var lead: [(text: String, span: Int)]
        var values: [String]
        /// How many grid columns each value covers.
        var valueSpans: [Int]
        var slots: Range<Int>
        /// Whether a page break stands before the row.
        var breaksBefore = false
        /// Trailing empty fields that the source adds.
        var trailing = 0
        /// The label, split over so many lines.
        var isWrapped = false
        /// A line of its own before the row, such as a page number.
        var lineBefore: String?
    }

    struct PartTable {
        var part: Form.Part
        var rows: [Row]
        /// What each slot really holds: a number, "" for a blank cell, `nil` where the variant has no such row.
        var truth: [String?]
        /// For slots of rows that the source no longer has and that are all 0: absent is right too.
        var mayBeAbsent: Set<Int> = []
    }

    let form: Form
    let numbers: Numbers
    var tables: [PartTable] = []

    init(form: Form, numbers: Numbers, variant: Int, random: inout SplitMix64) {
        self.form = form
        self.numbers = numbers
        for part in form.parts {
            let present = part.rows.map { row -> Bool in
                guard let kind = row.variant else { return true }
                switch variant {
                case 0: return kind.alternative == "split"
                case 1: return kind.alternative != "split"
                default: return kind.alternative == "split" && !row.labels.contains { $0.hasPrefix("3.") }
                }
            }
            let values = Self.values(part, present, numbers, &random)
            tables.append(Self.table(part, present, values, numbers, &random))
        }
    }

    // MARK: Numbers

    private static func draw(_ numbers: Numbers, _ random: inout SplitMix64) -> Int {
        switch numbers {
        case .distinct: Int.random(in: 1...99, using: &random)
        case .allZero: 0
        case .nearlyZero, .zerosBlank, .someBlank:
            Int.random(in: 0..<10, using: &random) < 9 ? 0 : Int.random(in: 1...12, using: &random)
        }
    }

    private static func values(_ part: Form.Part, _ present: [Bool], _ numbers: Numbers, _ random: inout SplitMix64) -> [Int] {
        var values = part.slots.map { _ in draw(numbers, &random) }
        func slot(_ row: String, _ column: Substring) -> Int? {
            part.slots.firstIndex { $0.key == "requests.\(row):\(column)" }
        }
        for (index, row) in part.rows.enumerated() where !present[index] { for slot in row.slots { values[slot] = 0 } }
        let columns: [Substring] = ["person", "business", "research", "nonprofit", "legal", "other"]
        let ends: Set<Substring> = [
            "requests.received", "requests.carried_over", "requests.outcome_total", "requests.carried_forward",
        ]
        if part.id == "requests" {
            for column in columns {
                let sum = part.slots.indices.reduce(0) {
                    let slot = part.slots[$1]
                    return slot.columnName == column && !ends.contains(slot.rowName) ? $0 + values[$1] : $0
                }
                guard let total = slot("outcome_total", column), let received = slot("received", column),
                    let carried = slot("carried_over", column), let forward = slot("carried_forward", column)
                else { continue }
                values[total] = sum
                let all = sum + values[forward]
                values[carried] = min(values[carried], all)
                values[received] = all - values[carried]
            }
        }
        for identity in part.identities where identity.left.count == 1 && part.slots[identity.left[0]].columnName == "total" {
            if part.slots[identity.left[0]].rowName == part.slots[identity.right[0]].rowName {
                values[identity.left[0]] = identity.right.reduce(0) { $0 + values[$1] }
            }
        }
        for (index, slot) in part.slots.enumerated() where slot.content == .change && Bool.random(using: &random) {
            values[index].negate()
        }
        return values
    }

    // MARK: Rows

    private static func table(
        _ part: Form.Part, _ present: [Bool], _ values: [Int], _ numbers: Numbers, _ random: inout SplitMix64
    ) -> PartTable {
        let table = part.table
        let coverage = table.coverage()
        var truth: [String?] = values.map { value in
            let isBlank = value == 0 && (numbers == .zerosBlank || numbers == .someBlank && Bool.random(using: &random))
            return isBlank ? "" : String(value)
        }
        var rows: [Row] = []
        // A label that reaches down begins in the first of its rows that is there.
        var shown: Set<Int> = []
        for (index, row) in part.rows.enumerated() {
            guard present[index] else {
                for slot in row.slots { truth[slot] = nil }
                continue
            }
            var result = Row(
                formRow: index, role: row.role, lead: [], values: [], valueSpans: [], slots: row.slots)
            var last = -1
            for column in 0..<table.columnCount {
                let cell = coverage[index * table.columnCount + column]
                guard cell != last else { continue }
                last = cell
                let isCovered = !shown.insert(cell).inserted
                if table.cells[cell].isHeader {
                    result.lead.append((isCovered ? "" : table.text(of: table.cells[cell]), table.cells[cell].columnSpan))
                } else {
                    result.values.append(truth[row.slots.lowerBound + result.values.count] ?? "")
                    result.valueSpans.append(table.cells[cell].columnSpan)
                }
            }
            rows.append(result)
        }
        return PartTable(part: part, rows: rows, truth: truth)
    }
}
