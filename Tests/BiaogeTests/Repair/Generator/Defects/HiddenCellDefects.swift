import TestSupport

@testable import Biaoge

/// Cells split, glued or illegible.
extension Defect {
    static let hiddenCells: [Defect] = [
        .hard("digitsSplit") { $0.splitDigits(inOneCell: false) },
        .hard("digitsSplitPadded") { $0.splitDigits(inOneCell: false, isPadded: true) },
        .hard("digitsSplitBySpace") { $0.splitDigits(inOneCell: true) },
        .hard("valuesGlued") { $0.glueValues(isPadded: false) },
        .hard("valuesGluedPadded") { $0.glueValues(isPadded: true) },
        .hard("rowGlued") { breaker in
            // 规章000, as 西四镇 has it: known only where every number has one digit.
            let table = breaker.labelledTable()
            let rows = breaker.report.tables[table].labelledRows.filter { row in
                let row = breaker.report.tables[table].rows[row]
                return !row.isDamaged && row.labels.last?.text.isEmpty == false
                    && row.values.allSatisfy { $0.slots.count == 1 && Int($0.text) != nil }
            }
            guard let index = breaker.any(of: rows) else { return false }
            var row = breaker.report.tables[table].rows[index]
            let digits = row.values.map(\.text).joined()
            if digits.count != row.values.count { breaker.report.tables[table].unknowable.formUnion(row.slots) }
            if breaker.chance(2), let label = row.labels.indices.last {
                row.labels[label].text += digits
                row.values = []
            } else {
                row.values = [.init(text: digits, slots: Array(row.slots))]
            }
            row.isDamaged = true
            breaker.report.tables[table].rows[index] = row
            return true
        },
        .hard("letterForDigit") { breaker in
            let table = breaker.anyTable()
            let places = breaker.cells(of: table) { row, cell in
                row.values[cell].slots.count == 1 && row.values[cell].text.contains { $0 == "0" || $0 == "1" }
            }
            guard let (row, cell) = breaker.any(of: places) else { return false }
            let text = breaker.report.tables[table].rows[row].values[cell].text
            breaker.report.tables[table].rows[row].values[cell].text = text.replacing("0", with: "O").replacing("1", with: "l")
            breaker.report.tables[table].unknowable.insert(breaker.report.tables[table].rows[row].values[cell].slots[0])
            return true
        },
        .hard("numberNoteMark") { breaker in
            let table = breaker.anyTable()
            let places = breaker.cells(of: table) { $0.values[$1].slots.count == 1 && $0.values[$1].text != "" }
            guard let (row, cell) = breaker.any(of: places), let mark = breaker.any(of: ["*", "①", "［1］", "（注）", "?"]) else {
                return false
            }
            breaker.report.tables[table].rows[row].values[cell].text += mark
            return true
        },
    ]
}

extension Breaker {
    /// Splits a number over two cells, or by a space.
    ///
    /// - Parameter isPadded: whether the row keeps its width, an empty cell at its end being pushed out.
    fileprivate mutating func splitDigits(inOneCell: Bool, isPadded: Bool = false) -> Bool {
        guard !isPadded || layout.keepsEmpty else { return false }
        let table = anyTable()
        let places = cells(of: table) { row, cell in
            (!isPadded || row.values.last?.text.isEmpty == true) && row.values[cell].slots.count == 1
                && row.values[cell].text.count > 1 && Int(row.values[cell].text) ?? 0 > 0
        }
        guard let (row, cell) = any(of: places) else { return false }
        let value = report.tables[table].rows[row].values[cell]
        let cut = value.text.index(
            value.text.startIndex, offsetBy: Int.random(in: 1..<value.text.count, using: &random))
        if inOneCell {
            report.tables[table].rows[row].values[cell].text = value.text[..<cut] + " " + value.text[cut...]
        } else {
            report.tables[table].rows[row].values.replaceSubrange(
                cell...cell,
                with: [String(value.text[..<cut]), String(value.text[cut...])].map {
                    .init(text: $0, span: value.span, slots: value.slots)
                })
            if isPadded { report.tables[table].rows[row].values.removeLast() }
        }
        report.tables[table].rows[row].isDamaged = true
        return true
    }

    fileprivate mutating func glueValues(isPadded: Bool) -> Bool {
        guard !isPadded || layout.keepsEmpty else { return false }
        let table = anyTable()
        let places = cells(of: table) { row, cell in
            cell + 1 < row.values.count && row.values[cell...(cell + 1)].allSatisfy { $0.slots.count == 1 && $0.text != "" }
        }
        guard let (row, cell) = any(of: places) else { return false }
        let values = Array(report.tables[table].rows[row].values[cell...(cell + 1)])
        let space = layout.keepsEmpty && chance(2) ? " " : ""
        report.tables[table].rows[row].values.replaceSubrange(
            cell...(cell + 1),
            with: [.init(text: values[0].text + space + values[1].text, span: values[0].span, slots: values.flatMap(\.slots))])
        if isPadded { report.tables[table].rows[row].values.append(.init(text: "", slots: [])) }
        report.tables[table].rows[row].isDamaged = true
        return true
    }
}
