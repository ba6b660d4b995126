import TestSupport

@testable import Biaoge

/// Labels of rows lost.
extension Defect {
    static let lostLabels: [Defect] = [
        .hard("label1Lost") { $0.loseLabels(1) },
        .hard("label3Lost") { $0.loseLabels(3) },
        .hard("labels10Lost") { $0.loseLabels(10) },
        .hard("labelLostAndNextRow") { breaker in
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].labelledRows
            guard let row = breaker.any(of: rows.filter { rows.contains($0 + 1) }) else { return false }
            breaker.loseLabel(row, of: table)
            breaker.loseRow(row + 1, of: table)
            return true
        },
        .hard("labelLostAndRowBefore") { breaker in
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].labelledRows
            guard let row = breaker.any(of: rows.filter { rows.contains($0 + 1) }) else { return false }
            breaker.loseLabel(row + 1, of: table)
            breaker.loseRow(row, of: table)
            return true
        },
        .hard("labelOnRowBefore") { breaker in
            // The label stands in the row above, which has one of its own in front of it.
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].labelledRows
            guard let row = breaker.any(of: rows.filter { rows.contains($0 + 1) }),
                let next = breaker.report.tables[table].rows[row + 1].labels.last?.text,
                let label = breaker.report.tables[table].rows[row].labels.indices.last
            else { return false }
            breaker.report.tables[table].rows[row].labels[label].text += " " + next
            breaker.loseLabel(row + 1, of: table)
            return true
        },
    ]

    static let lostRows: [Defect] = [
        .hard("rowsSwapped") { breaker in
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].labelledRows
            guard let one = breaker.any(of: rows), let other = breaker.any(of: rows.filter { $0 != one }) else { return false }
            breaker.report.tables[table].rows.swapAt(one, other)
            for row in [one, other] { breaker.report.tables[table].uncover(row) }
            return true
        },
        .hard("rowLost") { breaker in
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].valueRows.filter { breaker.variant(of: $0, in: table) == nil }
            guard let row = breaker.any(of: rows) else { return false }
            breaker.loseRow(row, of: table)
            return true
        },
        .hard("rowsLost2") { breaker in
            for _ in 0..<2 {
                let rows = breaker.report.tables[1].valueRows.filter { breaker.variant(of: $0, in: 1) == nil }
                guard let row = breaker.any(of: rows) else { return false }
                breaker.loseRow(row, of: 1)
            }
            return true
        },
        .hard("optionalRowLost") { breaker in
            let rows = breaker.report.tables[1].valueRows.filter { breaker.variant(of: $0, in: 1)?.isOptional == true }
            guard rows.count > 1, let row = breaker.any(of: rows) else { return false }
            breaker.loseRow(row, of: 1)
            return true
        },
        .hard("partLost") { breaker in
            // Everything behind some row is lost.
            let rows = breaker.report.tables[1].valueRows
            guard rows.count > 12, let first = breaker.any(of: Array(rows[8...])) else { return false }
            for row in rows.reversed() where row >= first { breaker.loseRow(row, of: 1) }
            // What another defect put in as well.
            breaker.report.tables[1].rows.removeSubrange(first...)
            return true
        },
        .hard("rowRepeated") { breaker in
            let table = breaker.labelledTable()
            guard let row = breaker.any(of: breaker.report.tables[table].labelledRows) else { return false }
            var copy = breaker.report.tables[table].rows[row]
            copy.breaksBefore = true
            copy.formRow = -1
            breaker.report.tables[table].rows.insert(copy, at: row + 1)
            return true
        },
        .hard("rowRepeatedOtherwise") { breaker in
            // The label stands twice with different numbers: nobody knows which are right.
            let table = breaker.labelledTable()
            guard let row = breaker.any(of: breaker.report.tables[table].labelledRows) else { return false }
            var copy = breaker.report.tables[table].rows[row]
            copy.formRow = -1
            for value in copy.values.indices { copy.values[value].text = String(Int.random(in: 1...30, using: &breaker.random)) }
            breaker.report.tables[table].rows.insert(copy, at: row + 1)
            breaker.report.tables[table].unknowable.formUnion(copy.slots)
            return true
        },
    ]
}

extension Breaker {
    fileprivate mutating func loseLabels(_ count: Int) -> Bool {
        let table = count == 1 ? labelledTable() : GeneratedReport.requests
        for row in report.tables[table].labelledRows.shuffled(using: &random).prefix(count) { loseLabel(row, of: table) }
        return true
    }

    /// Takes the innermost label of a row away.
    fileprivate mutating func loseLabel(_ row: Int, of table: Int) {
        guard let label = report.tables[table].rows[row].labels.indices.last else { return }
        report.tables[table].rows[row].labels[label].text = ""
        report.tables[table].rows[row].isUnlabelled = true
    }

    fileprivate func variant(of row: Int, in table: Int) -> Form.Variant? {
        report.tables[table].part.rows[report.tables[table].rows[row].formRow].variant
    }

    /// Takes a row away; the label of its group goes to the next row, as that of a merged cell does.
    fileprivate mutating func loseRow(_ row: Int, of table: Int) {
        let lost = report.tables[table].rows[row]
        let zeros = lost.slots.allSatisfy { ["0", ""].contains(report.tables[table].truth[$0] ?? "0") }
        if variant(of: row, in: table)?.isOptional == true, zeros { report.tables[table].mayBeAbsent.formUnion(lost.slots) }
        if row + 1 < report.tables[table].rows.count {
            for label in lost.labels.indices.dropLast() where !lost.labels[label].text.isEmpty {
                guard label < report.tables[table].rows[row + 1].labels.count,
                    report.tables[table].rows[row + 1].labels[label].cell == lost.labels[label].cell
                else { continue }
                report.tables[table].rows[row + 1].labels[label] = lost.labels[label]
            }
        }
        report.tables[table].lost.formUnion(lost.slots)
        report.tables[table].rows.remove(at: row)
    }
}

extension GeneratedReport.PrintedTable {
    /// Makes the cells that reach down into a row, or from it, cells of their own, empty where their text does not stand.
    fileprivate mutating func uncover(_ row: Int) {
        for index in [row, row + 1] where index < rows.count {
            for label in rows[index].labels.indices { rows[index].labels[label].isCovered = false }
        }
    }
}
