import TestSupport

@testable import Biaoge

/// Columns of the requests lost or put in.
extension Defect {
    static let lostColumns: [Defect] = [
        .hard("columnLostWithWord") { breaker in
            breaker.loseColumn(Int.random(in: 0..<6, using: &breaker.random), withWord: true)
        },
        .hard("columnLost") { breaker in breaker.loseColumn(Int.random(in: 0..<6, using: &breaker.random), withWord: false) },
        .hard("totalLost") { $0.loseColumn(6, withWord: true) },
        .hard("totalLostWordKept") { $0.loseColumn(6, withWord: false) },
        .hard("columnLostAfterBreak") { breaker in
            breaker.loseColumn(Int.random(in: 0..<7, using: &breaker.random), withWord: false, afterBreak: true)
        },
        .hard("seed003") { breaker in
            // The total column is lost, and after a page break one more value of two rows.
            let table = GeneratedReport.requests
            guard breaker.loseColumn(6, withWord: true) else { return false }
            let rows = breaker.report.tables[table].valueRows
            guard rows.count > 9, let row = breaker.any(of: Array(rows[4..<(rows.count - 4)])) else { return false }
            breaker.report.tables[table].rows[row].breaksBefore = true
            for broken in [row, row + 1] where rows.contains(broken) {
                let count = breaker.report.tables[table].rows[broken].values.count
                breaker.loseCell(Int.random(in: 0..<count, using: &breaker.random), of: broken, in: table, isPadded: false)
            }
            return true
        },
        .hard("subtotalColumn") { $0.addSubtotals(isNamed: false) },
        .hard("subtotalColumnNamed") { $0.addSubtotals(isNamed: true) },
        .hard("subtotalRow") { breaker in
            // The label of the group （三） with the sum of its items, which the form does not have.
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].valueRows.filter { row in
                let name = breaker.report.tables[table].part.rows[breaker.report.tables[table].rows[row].formRow].labels
                return name.contains { $0.hasPrefix("（三）") }
            }
            let widths = Set(rows.map { breaker.report.tables[table].rows[$0].values.count })
            guard let first = rows.first, rows.count == 8, widths.count == 1,
                let label = breaker.report.tables[table].rows[first].labels.indices.last
            else { return false }
            var sum = breaker.report.tables[table].rows[first]
            sum.formRow = -1
            sum.labels[label].text = "小计"
            for value in sum.values.indices {
                let parts = rows.map { Int(breaker.report.tables[table].rows[$0].values[value].text) ?? 0 }
                sum.values[value] = .init(text: String(parts.reduce(0, +)), slots: [])
            }
            breaker.report.tables[table].rows.insert(sum, at: (rows.last ?? first) + 1)
            return true
        },
    ]

    fileprivate static let words = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
}

extension Breaker {
    /// Takes a column of the requests away.
    fileprivate mutating func loseColumn(_ column: Int, withWord: Bool, afterBreak: Bool = false) -> Bool {
        let table = GeneratedReport.requests
        var rows = report.tables[table].valueRows
        guard rows.allSatisfy({ report.tables[table].rows[$0].values.count == 7 && !report.tables[table].rows[$0].isDamaged }),
            report.tables[table].sharedColumn == nil
        else { return false }
        if afterBreak {
            guard let first = any(of: Array(rows.dropFirst(3).dropLast(3))) else { return false }
            report.tables[table].rows[first].breaksBefore = true
            rows.removeAll { $0 < first }
        }
        for row in rows {
            report.tables[table].lost.formUnion(report.tables[table].rows[row].values.remove(at: column).slots)
            report.tables[table].rows[row].isDamaged = !withWord
        }
        guard withWord else {
            report.tables[table].sharedColumn = .lost
            return true
        }
        for row in report.tables[table].rows.indices where report.tables[table].rows[row].role == .header {
            report.tables[table].rows[row].labels.removeAll { $0.text == Defect.words[column] }
        }
        return true
    }

    /// Puts a column with the sum of all organisations in front of 总计.
    fileprivate mutating func addSubtotals(isNamed: Bool) -> Bool {
        let table = GeneratedReport.requests
        guard report.numbers != .leftPacked, report.tables[table].sharedColumn == nil else { return false }
        for row in report.tables[table].valueRows {
            let values = report.tables[table].rows[row].values
            guard values.count == 7, !report.tables[table].rows[row].isDamaged else { return false }
            // Another defect may print them otherwise than as plain digits.
            let sum = values[1..<6].flatMap(\.slots).reduce(0) { $0 + (Int(report.tables[table].truth[$1] ?? "") ?? 0) }
            let isBlank = sum == 0 && values[1..<6].allSatisfy { $0.text.isEmpty }
            report.tables[table].rows[row].values.insert(.init(text: isBlank ? "" : String(sum), slots: []), at: 6)
            report.tables[table].rows[row].isDamaged = !isNamed
        }
        guard isNamed else {
            report.tables[table].sharedColumn = .added
            return true
        }
        for row in report.tables[table].rows.indices where report.tables[table].rows[row].role == .header {
            // Behind it the cell of 总计 may reach down.
            guard let last = report.tables[table].rows[row].labels.lastIndex(where: { $0.text == "其他" }) else { continue }
            report.tables[table].rows[row].labels.insert(.init(text: "小计", span: 1, cell: -1), at: last + 1)
        }
        return true
    }
}
