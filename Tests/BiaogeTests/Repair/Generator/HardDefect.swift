import TestSupport

@testable import Biaoge

/// Defects that lose labels, rows, columns or cells, or hide where a value belongs.
struct HardDefect {
    let defect: Defect

    init(_ defect: Defect) {
        self.defect = defect
    }

    func apply(_ report: inout GeneratedReport, _ rendering: Rendering, _ random: inout SplitMix64) -> Bool {
        switch defect {
        case .label1Lost: return loseLabels(1, &report, &random)
        case .label3Lost: return loseLabels(3, &report, &random)
        case .labelLostAndNextRow:
            let rows = itemRows(report).dropLast().filter { itemRows(report).contains($0 + 1) }
            guard let row = rows.randomElement(using: &random) else { return false }
            report.tables[1].rows[row].lead = report.tables[1].rows[row].lead.map { ("", $0.span) }
            return lose(row + 1, &report)
        case .rowsSwapped:
            let rows = itemRows(report)
            guard let first = rows.randomElement(using: &random),
                let second = rows.filter({ $0 != first }).randomElement(using: &random)
            else { return false }
            report.tables[1].rows.swapAt(first, second)
        case .rowLost:
            let rows = itemRows(report).filter { report.tables[1].part.rows[report.tables[1].rows[$0].formRow].variant == nil }
            guard let row = rows.randomElement(using: &random) else { return false }
            return lose(row, &report)
        case .optionalRowLost:
            let rows = report.tables[1].rows.indices.filter {
                report.tables[1].part.rows[report.tables[1].rows[$0].formRow].variant?.isOptional == true
            }
            guard rows.count > 1, let row = rows.randomElement(using: &random) else { return false }
            return lose(row, &report)
        case .columnLostWithWord: return loseColumn(Int.random(in: 0..<6, using: &random), withWord: true, &report)
        case .columnLost: return loseColumn(Int.random(in: 0..<6, using: &random), withWord: false, &report)
        case .totalLost: return loseColumn(6, withWord: true, &report)
        case .totalLostWordKept: return loseColumn(6, withWord: false, &report)
        case .cellLost, .cellLostPadded: return loseCell(isPadded: defect == .cellLostPadded, &report, rendering, &random)
        case .cellLostTwice:
            return loseCell(isPadded: false, &report, rendering, &random)
                && loseCell(isPadded: false, &report, rendering, &random)
        case .digitsSplit, .digitsSplitPadded: return splitDigits(&report, &random)
        case .valuesGlued, .valuesGluedPadded:
            return glueValues(isPadded: defect == .valuesGluedPadded, &report, rendering, &random)
        case .subtotalColumn, .subtotalColumnNamed: insertSubtotals(isNamed: defect == .subtotalColumnNamed, &report)
        case .letterForDigit: return letter(&report, &random)
        case .seed003: return seed003(&report, &random)
        default: return false
        }
        return true
    }

    /// The rows of the requests table whose label stands in the row itself.
    private func itemRows(_ report: GeneratedReport) -> [Int] {
        report.tables[1].rows.indices.filter { report.tables[1].rows[$0].role == .values }
    }

    private func loseLabels(_ count: Int, _ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        let part = count == 1 ? Int.random(in: 0..<2, using: &random) : 1
        let rows = report.tables[part].rows.indices.filter { report.tables[part].rows[$0].role == .values }
        for row in rows.shuffled(using: &random).prefix(count) {
            guard let last = report.tables[part].rows[row].lead.lastIndex(where: { !$0.text.isEmpty }) else { return false }
            report.tables[part].rows[row].lead[last].text = ""
        }
        return true
    }

    private func lose(_ row: Int, _ report: inout GeneratedReport) -> Bool {
        let slots = report.tables[1].rows[row].slots
        let variant = report.tables[1].part.rows[report.tables[1].rows[row].formRow].variant
        if variant?.isOptional == true, slots.allSatisfy({ ["0", ""].contains(report.tables[1].truth[$0] ?? "0") }) {
            report.tables[1].mayBeAbsent.formUnion(slots)
        }
        // The label of a group goes to its next row, as a merged cell does.
        let lead = report.tables[1].rows[row].lead
        if row + 1 < report.tables[1].rows.count {
            for index in lead.indices.dropLast() where report.tables[1].rows[row + 1].lead.count == lead.count {
                if report.tables[1].rows[row + 1].lead[index].text.isEmpty {
                    report.tables[1].rows[row + 1].lead[index] = lead[index]
                }
            }
        }
        report.tables[1].rows.remove(at: row)
        return true
    }

    private func loseColumn(_ column: Int, withWord: Bool, _ report: inout GeneratedReport) -> Bool {
        for row in report.tables[1].rows.indices where report.tables[1].rows[row].role == .values {
            guard report.tables[1].rows[row].values.count == 7 else { return false }
            report.tables[1].rows[row].values.remove(at: column)
        }
        guard withWord else { return true }
        let words = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
        for row in report.tables[1].rows.indices where report.tables[1].rows[row].role == .header {
            report.tables[1].rows[row].lead.removeAll { $0.text == words[column] }
        }
        return true
    }

    private func tableOfCells(_ random: inout SplitMix64) -> Int { Int.random(in: 0..<5, using: &random) == 0 ? 2 : 1 }

    private func loseCell(isPadded: Bool, _ report: inout GeneratedReport, _ rendering: Rendering, _ random: inout SplitMix64)
        -> Bool
    {
        if isPadded, !rendering.keepsEmpty { return false }
        let table = tableOfCells(&random)
        let rows = report.tables[table].rows.indices.filter {
            report.tables[table].rows[$0].role == .values && report.tables[table].rows[$0].values.count >= 7
        }
        guard let row = rows.randomElement(using: &random) else { return false }
        let cell = Int.random(in: 0..<report.tables[table].rows[row].values.count, using: &random)
        report.tables[table].rows[row].values.remove(at: cell)
        if isPadded { report.tables[table].rows[row].values.append("") }
        return true
    }

    private func splitDigits(_ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        let table = tableOfCells(&random)
        var places: [(Int, Int)] = []
        for row in report.tables[table].rows.indices where report.tables[table].rows[row].role == .values {
            for (index, value) in report.tables[table].rows[row].values.enumerated() where value.count > 1 {
                places.append((row, index))
            }
        }
        guard let (row, index) = places.randomElement(using: &random) else { return false }
        let value = report.tables[table].rows[row].values[index]
        let cut = value.index(value.startIndex, offsetBy: Int.random(in: 1..<value.count, using: &random))
        report.tables[table].rows[row].values.replaceSubrange(
            index...index, with: [String(value[..<cut]), String(value[cut...])])
        return true
    }

    private func glueValues(isPadded: Bool, _ report: inout GeneratedReport, _ rendering: Rendering, _ random: inout SplitMix64)
        -> Bool
    {
        if isPadded, !rendering.keepsEmpty { return false }
        let table = tableOfCells(&random)
        var places: [(Int, Int)] = []
        for row in report.tables[table].rows.indices where report.tables[table].rows[row].role == .values {
            let values = report.tables[table].rows[row].values
            for index in values.indices.dropLast() where values[index] != "" && values[index + 1] != "" {
                places.append((row, index))
            }
        }
        guard let (row, index) = places.randomElement(using: &random) else { return false }
        let values = report.tables[table].rows[row].values
        let space = Bool.random(using: &random) && rendering.keepsEmpty ? " " : ""
        report.tables[table].rows[row].values.replaceSubrange(
            index...(index + 1), with: [values[index] + space + values[index + 1]])
        if isPadded { report.tables[table].rows[row].values.append("") }
        return true
    }

    private func insertSubtotals(isNamed: Bool, _ report: inout GeneratedReport) {
        for row in report.tables[1].rows.indices where report.tables[1].rows[row].role == .values {
            let values = report.tables[1].rows[row].values
            guard values.count == 7 else { continue }
            let sum = values[1..<6].reduce(0) { $0 + (Int($1) ?? 0) }
            let isBlank = sum == 0 && values[1..<6].allSatisfy { $0.isEmpty || report.numbers == .zerosBlank }
            report.tables[1].rows[row].values.insert(isBlank ? "" : String(sum), at: 6)
        }
        guard isNamed else { return }
        for row in report.tables[1].rows.indices where report.tables[1].rows[row].lead.last?.text == "其他" {
            report.tables[1].rows[row].lead.append(("小计", 1))
        }
    }

    private func letter(_ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        let slots = report.tables[1].truth.indices.filter {
            (report.tables[1].truth[$0] ?? "").contains { $0 == "0" || $0 == "1" }
        }
        guard let slot = slots.randomElement(using: &random),
            let row = report.tables[1].rows.firstIndex(where: { $0.slots.contains(slot) })
        else { return false }
        guard report.tables[1].rows[row].values.count == report.tables[1].rows[row].slots.count else { return false }
        let text = (report.tables[1].truth[slot] ?? "").replacing("0", with: "O").replacing("1", with: "l")
        report.tables[1].rows[row].values[slot - report.tables[1].rows[row].slots.lowerBound] = text
        return true
    }

    /// The total column is lost, and after a page break one value more, as in the seed 003.
    private func seed003(_ report: inout GeneratedReport, _ random: inout SplitMix64) -> Bool {
        guard loseColumn(6, withWord: true, &report) else { return false }
        let rows = itemRows(report)
        guard rows.count > 9, rows.allSatisfy({ report.tables[1].rows[$0].values.count == 6 }) else { return false }
        let row = rows[Int.random(in: 4..<(rows.count - 4), using: &random)]
        report.tables[1].rows[row].breaksBefore = true
        for broken in [row, row + 1] where report.tables[1].rows[broken].role == .values {
            report.tables[1].rows[broken].values.remove(at: Int.random(in: 0..<6, using: &random))
        }
        return true
    }
}
