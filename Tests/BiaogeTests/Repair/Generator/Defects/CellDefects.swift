import TestSupport

@testable import Biaoge

/// Cells lost, and the rest of their row slid left.
extension Defect {
    static let lostCells: [Defect] = [
        .hard("cellLost") { $0.loseCells(1, isPadded: false) },
        .hard("cellLostPadded") { $0.loseCells(1, isPadded: true) },
        .hard("cellLostTwice") { $0.loseCells(2, isPadded: false) },
        .hard("cellLostEmptied") { breaker in
            // The number is lost, its cell is not.
            guard breaker.layout.keepsEmpty, breaker.report.numbers != .leftPacked else { return false }
            let table = breaker.anyTable()
            let places = breaker.cells(of: table) { row, cell in
                row.values[cell].text != "" && row.values[cell].slots.count == 1 && cell + 1 < row.values.count
            }
            guard let (row, cell) = breaker.any(of: places) else { return false }
            let slot = breaker.report.tables[table].rows[row].values[cell].slots[0]
            // What stands in the source is a blank cell, so that is what must come back.
            breaker.report.tables[table].rows[row].values[cell].text = ""
            breaker.report.tables[table].truth[slot] = ""
            breaker.report.hasWrongSums = true
            return true
        },
        .hard("repeatedLinesRemoved") { breaker in
            // A number like the one before it is gone, as `uniq` leaves a dump with one cell a line. What rows with a gap held nobody can
            // know, and it must be refused (domain.md, 4.3, 28).
            guard breaker.layout == .lines else { return false }
            for table in breaker.report.tables.indices {
                for row in breaker.report.tables[table].valueRows {
                    for cell in breaker.report.tables[table].rows[row].values.indices.reversed() {
                        let text = breaker.report.tables[table].rows[row].values[cell].text
                        let before = cell > 0 ? breaker.report.tables[table].rows[row].values[cell - 1].text : ""
                        if !text.isEmpty, text == before { breaker.loseCell(cell, of: row, in: table, isPadded: false) }
                    }
                    guard breaker.report.tables[table].rows[row].isDamaged else { continue }
                    breaker.report.tables[table].unknowable.formUnion(breaker.report.tables[table].rows[row].slots)
                }
            }
            return true
        },
    ]
}

extension Breaker {
    /// Takes a cell away; the others of its row slide left.
    mutating func loseCell(_ cell: Int, of row: Int, in table: Int, isPadded: Bool) {
        let lost = report.tables[table].rows[row].values.remove(at: cell)
        if isPadded { report.tables[table].rows[row].values.append(.init(text: "", span: lost.span, slots: [])) }
        report.tables[table].rows[row].isDamaged = true
        report.tables[table].lost.formUnion(lost.slots)
    }

    fileprivate mutating func loseCells(_ count: Int, isPadded: Bool) -> Bool {
        guard !isPadded || layout.keepsEmpty else { return false }
        for _ in 0..<count {
            let table = anyTable()
            guard let (row, cell) = any(of: cells(of: table) { $0.values[$1].slots.count == 1 }) else { return false }
            loseCell(cell, of: row, in: table, isPadded: isPadded)
        }
        return true
    }
}
