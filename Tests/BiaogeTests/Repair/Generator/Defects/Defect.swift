import TestSupport

@testable import Biaoge

/// A way in which reports are broken, as found in real ones (domain.md 4.3), in solver-notes.md and in the issue.
struct Defect: Sendable {
    let name: String
    /// Whether a label, row, column or cell is lost, split or glued; otherwise every value keeps its place.
    let isHard: Bool
    /// Breaks a report; answers whether there was anything to break.
    let apply: @Sendable (inout Breaker) -> Bool

    /// A defect that leaves every value in its place.
    static func plain(_ name: String, _ apply: @escaping @Sendable (inout Breaker) -> Bool) -> Defect {
        Defect(name: name, isHard: false, apply: apply)
    }

    /// A defect that loses something, or hides where it belongs.
    static func hard(_ name: String, _ apply: @escaping @Sendable (inout Breaker) -> Bool) -> Defect {
        Defect(name: name, isHard: true, apply: apply)
    }

    /// Every defect; `none` first, for reports without any.
    static let all =
        [plain("none") { _ in true }] + labels + labelPlaces + pieces + headers + numbers + wrongSums + lostLabels + lostRows
        + lostColumns + lostCells + hiddenCells
}

/// A report on its way to be broken.
struct Breaker {
    typealias Row = GeneratedReport.Row

    var report: GeneratedReport
    let layout: SourceLayout
    var random: SplitMix64

    /// A table, mostly that of the requests.
    mutating func anyTable() -> Int {
        [1, 1, 1, 0, 0, 2].randomElement(using: &random) ?? 1
    }

    /// A table whose rows have labels.
    mutating func labelledTable() -> Int {
        [1, 1, 0].randomElement(using: &random) ?? 1
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    mutating func any<Element>(of elements: [Element]) -> Element? { elements.randomElement(using: &random) }

    // MARK: Labels

    /// Changes every label of every table.
    mutating func everyLabel(_ change: (String) -> String) {
        for table in report.tables.indices {
            for row in report.tables[table].rows.indices {
                for label in report.tables[table].rows[row].labels.indices {
                    let text = report.tables[table].rows[row].labels[label].text
                    if !text.isEmpty { report.tables[table].rows[row].labels[label].text = change(text) }
                }
            }
        }
    }

    /// Changes the innermost label of one row with values.
    mutating func oneLabel(_ change: (String) -> String?) -> Bool {
        for _ in 0..<20 {
            let table = labelledTable()
            guard let row = any(of: report.tables[table].labelledRows),
                let label = report.tables[table].rows[row].labels.lastIndex(where: { !$0.text.isEmpty }),
                let text = change(report.tables[table].rows[row].labels[label].text)
            else { continue }
            report.tables[table].rows[row].labels[label].text = text
            return true
        }
        return false
    }

    /// Changes the words of the headers of one table.
    mutating func oneHeader(of table: Int, _ change: (String) -> String?) -> Bool {
        var isChanged = false
        for row in report.tables[table].rows.indices where report.tables[table].rows[row].role == .header {
            for label in report.tables[table].rows[row].labels.indices {
                let old = report.tables[table].rows[row].labels[label].text
                guard !old.isEmpty, let text = change(old), text != old else { continue }
                report.tables[table].rows[row].labels[label].text = text
                isChanged = true
            }
        }
        return isChanged
    }

    // MARK: Values

    /// Changes the text of every value of a table that has one.
    mutating func everyValue(of table: Int, _ change: (String, inout SplitMix64) -> String) -> Bool {
        var isChanged = false
        for row in report.tables[table].valueRows {
            for value in report.tables[table].rows[row].values.indices {
                let old = report.tables[table].rows[row].values[value].text
                guard !old.isEmpty else { continue }
                let text = change(old, &random)
                report.tables[table].rows[row].values[value].text = text
                isChanged = isChanged || text != old
            }
        }
        return isChanged
    }

    /// The cells of whole rows that are not broken yet, as row and position, and that fit.
    func cells(of table: Int, where fits: (Row, Int) -> Bool) -> [(row: Int, cell: Int)] {
        report.tables[table].valueRows.filter { !report.tables[table].rows[$0].isDamaged }.flatMap { row in
            report.tables[table].rows[row].values.indices.filter { fits(report.tables[table].rows[row], $0) }.map { (row, $0) }
        }
    }
}
