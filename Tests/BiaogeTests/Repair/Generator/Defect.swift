import TestSupport

@testable import Biaoge

/// The ways in which reports are broken, as found in real ones (domain.md 4.3) and in solver-notes.md.
enum Defect: String, CaseIterable {
    // What leaves every value in its place.
    case none, pageSplit, headerRepeated, pageNumber, labelWrapped, labelSpaced, labelHalfWidth, labelNumbering, labelNote,
        labelTraditional, labelMisread, labelTruncated, groupGluedInFront, groupGluedInText, trailingDropped, trailingAdded,
        labelSlid, numberForms,
        headerTruncated, blankMarks, extraRow, separatorRow, boldLabel, wrong1, wrong2, wrong5
    // What loses something, or hides it.
    case label1Lost, label3Lost, rowsSwapped, rowLost, optionalRowLost, labelLostAndNextRow, columnLostWithWord, columnLost,
        totalLost,
        totalLostWordKept, cellLost, cellLostPadded, cellLostTwice, digitsSplit, digitsSplitPadded, valuesGlued,
        valuesGluedPadded, subtotalColumn, subtotalColumnNamed,
        letterForDigit, seed003

    var isHard: Bool { self.ordinal >= Defect.label1Lost.ordinal }
    private var ordinal: Int { Defect.allCases.firstIndex(of: self) ?? 0 }

    /// Breaks a report; answers whether there was anything to break.
    func apply(_ report: inout GeneratedReport, _ rendering: Rendering, _ random: inout SplitMix64) -> Bool {
        let count = report.tables.count
        let part = Int.random(in: 0..<count, using: &random)
        let requests = 1
        switch self {
        case .none: return true
        case .pageSplit: return split(&report.tables[part], repeatsHeader: false, &random)
        case .headerRepeated: return split(&report.tables[requests], repeatsHeader: true, &random)
        case .separatorRow:
            guard let row = valueRows(report.tables[part]).randomElement(using: &random) else { return false }
            report.tables[part].rows[row].lineBefore = "-------------"
        case .pageNumber:
            guard let row = valueRows(report.tables[part]).randomElement(using: &random) else { return false }
            report.tables[part].rows[row].lineBefore = ["-3-", "- 4 -", "12", "第 3 页"].randomElement(using: &random)
        case .labelWrapped:
            guard rendering != .grid, let row = labelled(report.tables[part]).randomElement(using: &random) else { return false }
            report.tables[part].rows[row].isWrapped = true
        case .labelSpaced: everyLabel(&report) { $0.map(String.init).joined(separator: " ") }
        case .labelHalfWidth:
            everyLabel(&report) { $0.replacing("（", with: "(").replacing("）", with: ")").replacing("，", with: ", ") }
        case .labelNumbering:
            everyLabel(&report) { text in
                guard let first = text.first, first.isNumber, text.dropFirst().first == "." else { return text }
                return "\(first)、" + text.dropFirst(2)
            }
        case .labelNote:
            return change(&report, &random) { $0 + "（指本年度发生的数量，没有的填0）" }
        case .labelTraditional:
            everyLabel(&report) {
                $0.replacing("处", with: "處").replacing("开", with: "開").replacing("数", with: "數").replacing("总计", with: "總計")
            }
        case .labelMisread:
            return change(&report, &random) { text in
                guard text.count > 5 else { return nil }
                let at = text.index(text.startIndex, offsetBy: text.count - 2)
                return text[..<at] + "某" + text[text.index(after: at)...]
            }
        case .labelTruncated:
            return change(&report, &random) { $0.count > 7 ? String($0.dropLast(2)) : nil }
        case .boldLabel: return change(&report, &random) { "**\($0)**" }
        case .groupGluedInFront, .groupGluedInText: return glueGroup(&report, &random)
        case .trailingDropped:
            guard rendering == .tabs || rendering == .packedTabs || rendering == .pipes else { return false }
            for row in report.tables[requests].rows.indices where report.tables[requests].rows[row].role == .values {
                while report.tables[requests].rows[row].values.last == "" {
                    report.tables[requests].rows[row].values.removeLast()
                }
            }
        case .trailingAdded:
            guard rendering.keepsEmpty, rendering != .grid else { return false }
            for row in valueRows(report.tables[part]) where Int.random(in: 0..<3, using: &random) == 0 {
                report.tables[part].rows[row].trailing = 2
            }
        case .labelSlid:
            guard rendering.keepsEmpty, rendering != .grid else { return false }
            let rows = report.tables[requests].rows.indices.filter { report.tables[requests].rows[$0].lead.first?.text == "" }
            guard let row = rows.randomElement(using: &random) else { return false }
            report.tables[requests].rows[row].lead.removeAll { $0.text.isEmpty }
            report.tables[requests].rows[row].trailing = 1
        case .numberForms:
            for row in valueRows(report.tables[part]) {
                report.tables[part].rows[row].values = report.tables[part].rows[row].values.map {
                    Self.numberForm($0, rendering, &random)
                }
            }
        case .headerTruncated:
            for row in report.tables[part].rows.indices where report.tables[part].rows[row].role == .header {
                report.tables[part].rows[row].lead = report.tables[part].rows[row].lead.map {
                    ($0.text.count > 4 && $0.text.count < 12 ? String($0.text.prefix(3)) : $0.text, $0.span)
                }
            }
        case .blankMarks:
            let mark = ["-", "/", "—", "无"].randomElement(using: &random) ?? "-"
            for row in valueRows(report.tables[part]) {
                report.tables[part].rows[row].values = report.tables[part].rows[row].values.map { $0.isEmpty ? mark : $0 }
            }
        case .extraRow:
            guard let row = valueRows(report.tables[0]).first else { return false }
            var extra = report.tables[0].rows[row]
            extra.lead = [("其他主动公开文件", 1)]
            extra.values = extra.values.map { _ in "7" }
            extra.slots = 0..<0
            report.tables[0].rows.insert(extra, at: row + 2)
        case .wrong1: return wrong(1, &report, &random)
        case .wrong2: return wrong(2, &report, &random)
        case .wrong5: return wrong(5, &report, &random)
        default: return HardDefect(self).apply(&report, rendering, &random)
        }
        return true
    }

    // MARK: Rows

    func valueRows(_ table: GeneratedReport.PartTable) -> [Int] { table.rows.indices.filter { table.rows[$0].role == .values } }

    /// Rows with a label of their own.
    func labelled(_ table: GeneratedReport.PartTable) -> [Int] {
        valueRows(table).filter { table.rows[$0].lead.contains { !$0.text.isEmpty } }
    }

    private func split(_ table: inout GeneratedReport.PartTable, repeatsHeader: Bool, _ random: inout SplitMix64) -> Bool {
        guard let row = valueRows(table).dropFirst().randomElement(using: &random) else { return false }
        table.rows[row].breaksBefore = true
        guard repeatsHeader else { return true }
        let header = table.rows.filter { $0.role == .header }
        table.rows.insert(contentsOf: header, at: row)
        return true
    }

    private func everyLabel(_ report: inout GeneratedReport, _ change: (String) -> String) {
        for table in report.tables.indices {
            for row in report.tables[table].rows.indices {
                report.tables[table].rows[row].lead = report.tables[table].rows[row].lead.map {
                    ($0.text.isEmpty ? "" : change($0.text), $0.span)
                }
            }
        }
    }

    /// Changes the innermost label of one row.
    private func change(_ report: inout GeneratedReport, _ random: inout SplitMix64, _ change: (String) -> String?) -> Bool {
        for _ in 0..<20 {
            let part = Int.random(in: 0..<2, using: &random)
            guard let row = labelled(report.tables[part]).randomElement(using: &random) else { continue }
            guard let last = report.tables[part].rows[row].lead.lastIndex(where: { !$0.text.isEmpty }) else { continue }
            guard let text = change(report.tables[part].rows[row].lead[last].text) else { continue }
            report.tables[part].rows[row].lead[last].text = text
            return true
        }
        return false
    }

    /// The group's label stands in the row before its own, in a field or in the text of another label.
    private func glueGroup(_ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        let rows = report.tables[1].rows.indices.dropFirst().filter {
            report.tables[1].rows[$0].role == .values && report.tables[1].rows[$0].lead.count == 3
                && report.tables[1].rows[$0].lead[1].text != ""
        }
        guard let row = rows.randomElement(using: &random) else { return false }
        if self == .groupGluedInText {
            let group = report.tables[1].rows[row].lead[1].text
            report.tables[1].rows[row].lead[2].text = group + report.tables[1].rows[row].lead[2].text
            report.tables[1].rows[row].lead[1].text = ""
        } else {
            report.tables[1].rows[row - 1].lead[0].text += " " + report.tables[1].rows[row].lead[1].text
            report.tables[1].rows[row].lead[1].text = ""
        }
        return true
    }

    private func wrong(_ count: Int, _ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        for _ in 0..<count {
            let slots = report.tables[1].truth.indices.filter { report.tables[1].truth[$0] ?? "" != "" }
            guard let slot = slots.randomElement(using: &random),
                let row = report.tables[1].rows.firstIndex(where: { $0.slots.contains(slot) })
            else { return false }
            guard report.tables[1].rows[row].values.count == report.tables[1].rows[row].slots.count else { return false }
            let value = String((Int(report.tables[1].truth[slot] ?? "") ?? 0) + Int.random(in: 1...20, using: &random))
            report.tables[1].truth[slot] = value
            report.tables[1].rows[row].values[slot - report.tables[1].rows[row].slots.lowerBound] = value
        }
        return true
    }

    private static func numberForm(_ value: String, _ rendering: Rendering, _ random: inout SplitMix64) -> String {
        guard let number = Int(value) else { return value }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            return String(
                String.UnicodeScalarView(
                    value.unicodeScalars.map { $0.value < 0x3A ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
        case 1: return "\u{A0}" + value + " "
        case 2 where number > 0: return "+" + value
        case 3 where number > 0: return value + "件"
        default: return value
        }
    }
}
