import TestSupport

@testable import Biaoge

/// Headers cut, moved or gone.
extension Defect {
    static let headers: [Defect] = [
        .plain("headerTruncated") { breaker in
            let count = Int.random(in: 1...3, using: &breaker.random)
            return breaker.oneHeader(of: breaker.anyTable()) {
                $0.count > 3 && $0.count < 12 ? String($0.prefix(max(1, $0.count - count))) : nil
            }
        },
        .plain("headerSpaced") { breaker in
            breaker.oneHeader(of: breaker.anyTable()) { $0.map(String.init).joined(separator: " ") }
        },
        .plain("headerVertical") { breaker in
            // 自, 然, 人 under each other in one cell.
            guard breaker.layout.isGrid || breaker.layout == .cells else { return false }
            return breaker.oneHeader(of: breaker.anyTable()) { text in
                text.count < 7 ? text.map(String.init).joined(separator: "\n") : nil
            }
        },
        .plain("headerLost") { breaker in
            let table = breaker.anyTable()
            guard table != 0 else { return false }
            breaker.report.tables[table].rows.removeAll { $0.role != .values }
            return true
        },
        .plain("headerRowLost") { breaker in
            let table = breaker.anyTable()
            let rows = breaker.report.tables[table].rows.indices.filter { breaker.report.tables[table].rows[$0].role != .values }
            guard let row = breaker.any(of: rows) else { return false }
            breaker.report.tables[table].rows.remove(at: row)
            return true
        },
        .plain("totalOnFirstHeaderRow") { breaker in
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].rows.indices.filter { breaker.report.tables[table].rows[$0].role == .header }
            guard rows.count > 1,
                let label = breaker.report.tables[table].rows[rows[1]].labels.lastIndex(where: { $0.text == "总计" })
            else { return false }
            breaker.report.tables[table].rows[rows[1]].labels.remove(at: label)
            breaker.report.tables[table].rows[rows[0]].labels.append(.init(text: "总计", span: 1, cell: -1))
            return true
        },
        .plain("headingLost") { breaker in
            let rows = breaker.report.tables[0].rows.indices.filter { breaker.report.tables[0].rows[$0].role == .heading }
            guard let row = breaker.any(of: rows) else { return false }
            breaker.report.tables[0].rows.remove(at: row)
            return true
        },
        .plain("titleLost") { breaker in
            breaker.report.tables[breaker.anyTable()].title = ""
            return true
        },
    ]
}
