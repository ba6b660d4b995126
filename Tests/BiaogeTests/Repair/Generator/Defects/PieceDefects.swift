import TestSupport

@testable import Biaoge

/// Tables cut into pieces, and what stands between the rows and is no row.
extension Defect {
    static let pieces: [Defect] = [
        .plain("pageSplit") { $0.split() },
        .plain("pageSplitTwice") { breaker in breaker.split() && breaker.split() },
        .plain("lastRowTornOff") { breaker in
            let table = breaker.labelledTable()
            guard let row = breaker.report.tables[table].valueRows.last else { return false }
            breaker.report.tables[table].rows[row].breaksBefore = true
            if !breaker.layout.isGrid, row + 1 == breaker.report.tables[table].rows.count {
                breaker.report.tables[table].rows[row].linesBefore.append("---------")
            }
            return true
        },
        .plain("headerRepeated") { breaker in breaker.split { table in table.rows.filter { $0.role == .header } } },
        .plain("headerInvented") { breaker in
            breaker.split { table in [invented(table, ["数据1", "数据2", "数据3", "数据4", "数据5", "数据6", "数据7"])] }
        },
        .plain("headerInventedWrong") { breaker in
            breaker.split { table in [invented(table, ["序号", "事项名称", "办理情况", "-", "-", "-", "-"])] }
        },
        .plain("pageNumber") { breaker in
            let isSure = breaker.layout.keepsEmpty
            return breaker.line(["-3-", "- 4 -", "第 3 页", "— 5 —"] + (isSure ? ["12"] : []))
        },
        .plain("separatorRow") { breaker in
            breaker.line(
                breaker.layout == .tabs || breaker.layout == .packedTabs
                    ? ["-------------", "---------\t---"] : ["-------------"])
        },
        .plain("separatorRows") { breaker in
            for _ in 0..<5 { guard breaker.line(["------"]) else { return false } }
            return true
        },
        .plain("noteInside") { breaker in breaker.line(["[bookmark: _GoBack]", "续表", "（接上页）", "注：没有的填0", "workflows"]) },
        .plain("trailingAdded") { breaker in
            guard breaker.layout.keepsEmpty else { return false }
            let table = breaker.anyTable()
            for row in breaker.report.tables[table].valueRows where breaker.chance(3) {
                breaker.report.tables[table].rows[row].trailing = 2
            }
            return true
        },
        .plain("trailingDropped") { breaker in
            guard breaker.layout.hasFields else { return false }
            let table = breaker.anyTable()
            for row in breaker.report.tables[table].valueRows {
                breaker.report.tables[table].rows[row].endsEarly = true
                while breaker.report.tables[table].rows[row].values.last?.text == "" {
                    breaker.report.tables[table].rows[row].values.removeLast()
                }
            }
            return true
        },
        .plain("linesStripped") { breaker in
            guard breaker.layout == .tabs || breaker.layout == .packedTabs else { return false }
            breaker.report.hasStrippedLines = true
            return true
        },
        .plain("emptyColumnAdded") { breaker in
            guard breaker.layout.keepsEmpty else { return false }
            let table = breaker.anyTable()
            for row in breaker.report.tables[table].rows.indices {
                // In front of the first value, and of the word over it.
                let role = breaker.report.tables[table].rows[row].role
                if role == .values, breaker.report.tables[table].rows[row].formRow >= 0 {
                    breaker.report.tables[table].rows[row].values.insert(.init(text: "", slots: []), at: 0)
                } else {
                    let count = breaker.report.tables[table].rows[row].labels.count
                    let place = role != .header ? count : breaker.report.tables[table].labelledRows.isEmpty ? 0 : 1
                    breaker.report.tables[table].rows[row].labels.insert(.init(text: "", span: 1, cell: -1), at: place)
                }
            }
            return true
        },
        .plain("extraRow") { breaker in
            let table = 0
            guard let row = breaker.report.tables[table].valueRows.first else { return false }
            var extra = breaker.report.tables[table].rows[row]
            extra.formRow = -1
            extra.slots = 0..<0
            for label in extra.labels.indices { extra.labels[label].text = label == 0 ? "其他主动公开文件" : "" }
            for value in extra.values.indices {
                extra.values[value] = .init(text: "7", span: extra.values[value].span, slots: [])
            }
            breaker.report.tables[table].rows.insert(extra, at: min(row + 2, breaker.report.tables[table].rows.count))
            return true
        },
        .plain("insideLayoutTable") { breaker in
            // A page whose tables stand in one that arranges it, behind one with the page's metadata.
            guard breaker.layout == .html || breaker.layout == .htmlBlanks else { return false }
            breaker.report.isInsideLayoutTable = true
            return true
        },
        .plain("titlesOtherwise") { breaker in
            let style = Int.random(in: 0..<4, using: &breaker.random)
            for table in breaker.report.tables.indices {
                let part = breaker.report.tables[table].part
                let plain = part.title.drop { $0 != "、" }.dropFirst()
                breaker.report.tables[table].title =
                    switch style {
                    case 0: "\(table + 2)、 \(plain)"
                    case 1: part.otherTitles.first.map { part.title.prefix(2) + $0 } ?? part.title
                    case 2: "**\(part.title)**"
                    default: "（\(["二", "三", "四"][table])）\(plain)"
                    }
            }
            return true
        },
    ]

    /// A header that the source made up.
    private static func invented(_ table: GeneratedReport.PrintedTable, _ words: [String]) -> GeneratedReport.Row {
        let count = table.rows.map(\.values.count).max() ?? 0
        let labels = ([""] + words.prefix(max(count, 2))).map { GeneratedReport.Label(text: $0, span: 1, cell: -1) }
        return .init(formRow: -1, role: .header, labels: labels, values: [], slots: 0..<0)
    }
}

extension Breaker {
    /// Breaks a page before some row, and puts rows on top of the new one.
    fileprivate mutating func split(_ top: (GeneratedReport.PrintedTable) -> [Row] = { _ in [] }) -> Bool {
        let table = labelledTable()
        guard let row = any(of: Array(report.tables[table].valueRows.dropFirst())) else { return false }
        var rows = top(report.tables[table])
        if rows.isEmpty {
            report.tables[table].rows[row].breaksBefore = true
        } else {
            rows[0].breaksBefore = true
            report.tables[table].rows.insert(contentsOf: rows, at: row)
        }
        return true
    }

    /// Puts a line of its own before some row.
    fileprivate mutating func line(_ texts: [String]) -> Bool {
        let table = anyTable()
        guard let row = any(of: report.tables[table].valueRows), let text = any(of: texts) else { return false }
        report.tables[table].rows[row].linesBefore.append(text)
        return true
    }
}
