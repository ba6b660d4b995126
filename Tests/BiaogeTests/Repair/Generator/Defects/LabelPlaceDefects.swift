import TestSupport

@testable import Biaoge

/// Whole labels at another place than the form has them.
extension Defect {
    static let labelPlaces: [Defect] = [
        .plain("labelWrapped") { breaker in
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].labelledRows.filter { row in
                (breaker.report.tables[table].rows[row].labels.last { !$0.text.isEmpty }?.text.count ?? 0) > 5
            }
            guard let row = breaker.any(of: rows) else { return false }
            breaker.report.tables[table].rows[row].isWrapped = true
            return true
        },
        .plain("numbersUnderLabel") { breaker in
            guard breaker.layout.hasLines else { return false }
            let table = breaker.labelledTable()
            guard let row = breaker.any(of: breaker.report.tables[table].labelledRows) else { return false }
            breaker.report.tables[table].rows[row].isParted = true
            return true
        },
        .plain("labelSlid") { breaker in
            guard breaker.layout.keepsEmpty else { return false }
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].valueRows.filter {
                breaker.report.tables[table].rows[$0].labels.first?.text == ""
            }
            guard let row = breaker.any(of: rows) else { return false }
            breaker.report.tables[table].rows[row].labels.removeAll { $0.text.isEmpty }
            breaker.report.tables[table].rows[row].trailing = 1
            return true
        },
        .plain("firstColumnLostAfterBreak") { breaker in
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].valueRows
            guard rows.count > 8, let row = breaker.any(of: Array(rows[4..<(rows.count - 2)])) else { return false }
            breaker.report.tables[table].rows[row].breaksBefore = true
            for later in row..<breaker.report.tables[table].rows.count {
                guard breaker.report.tables[table].rows[later].labels.first?.text == "" else { continue }
                breaker.report.tables[table].rows[later].labels.removeFirst()
            }
            return true
        },
        .plain("groupGluedInFront") { breaker in
            breaker.moveGroup { rows, row in
                rows[row - 1].labels[0].text += (rows[row - 1].labels[0].text.isEmpty ? "" : " ") + rows[row].labels[1].text
                rows[row].labels[1].text = ""
            }
        },
        .plain("groupGluedInText") { breaker in
            breaker.moveGroup { rows, row in
                rows[row].labels[2].text = rows[row].labels[1].text + rows[row].labels[2].text
                rows[row].labels[1].text = ""
            }
        },
        .plain("groupLost") { breaker in breaker.moveGroup { rows, row in rows[row].labels[1].text = "" } },
        .plain("groupOnOwnLine") { breaker in
            breaker.moveGroup { rows, row in
                rows[row].linesBefore.append(rows[row].labels[1].text)
                rows[row].labels[1].text = ""
            }
        },
        .plain("groupRepeated") { breaker in
            breaker.moveGroup { rows, row in
                for later in row..<min(row + 3, rows.count) where rows[later].labels.count == 3 && rows[later].labels[1].isCovered
                {
                    rows[later].labels[1].text = rows[row].labels[1].text
                }
            }
        },
        .plain("verticalLabelScattered") { breaker in
            let table = GeneratedReport.requests
            let rows = breaker.report.tables[table].valueRows.filter {
                breaker.report.tables[table].rows[$0].labels.count > 1
            }
            for (row, text) in zip(rows, ["三、", "本年", "度办", "理结", "果"]) {
                breaker.report.tables[table].rows[row].labels[0].text = text
            }
            return rows.count > 5
        },
    ]
}

extension Breaker {
    /// Does something with the row in which a group of items begins; its labels are the section, the group and the item.
    fileprivate mutating func moveGroup(_ change: (inout [Row], Int) -> Void) -> Bool {
        let table = GeneratedReport.requests
        let rows = report.tables[table].valueRows.dropFirst().filter {
            report.tables[table].rows[$0].labels.count == 3 && report.tables[table].rows[$0].labels[1].text != ""
        }
        guard let row = any(of: rows) else { return false }
        change(&report.tables[table].rows, row)
        return true
    }
}
