@testable import Biaoge

/// A reading the whole way, as it is and repaired, and what must be true of every document.
enum WholeReading {
    /// The usual options, with tables small enough that an input takes little time.
    static var options: ReadingOptions {
        var options = ReadingOptions()
        options.limits.cells = 50_000
        return options
    }

    /// Reads the bytes twice and checks what comes out.
    static func run(_ bytes: [UInt8]) {
        for asIs in [true, false] {
            var options = options
            options.asIs = asIs
            guard let document = try? Document(reading: bytes, options: options) else { continue }
            check(document)
        }
    }

    /// Traps where a document breaks a rule of the model.
    static func check(_ document: Document) {
        for table in document.tables { check(table) }
        for case .table(let index) in document.blocks { precondition(document.tables.indices.contains(index), "no such table") }
        for table in document.tables {
            guard let parent = table.parent else { continue }
            precondition(document.tables.indices.contains(parent.table), "no such outer table")
        }
        for value in document.values { check(value) }
        for form in document.forms { precondition(document.tables.indices.contains(form.table), "no such table of a form") }
        for finding in document.findings { precondition(!finding.message(in: .chinese).isEmpty) }
    }

    private static func check(_ table: Table) {
        var covered = [Bool](repeating: false, count: table.rowCount * table.columnCount)
        for cell in table.cells {
            precondition(cell.rowSpan > 0 && cell.columnSpan > 0, "a cell of nothing")
            precondition(
                cell.rows.upperBound <= table.rowCount && cell.columns.upperBound <= table.columnCount, "beyond the grid")
            precondition(cell.textRange.upperBound <= table.utf8.count, "beyond the text")
            for row in cell.rows {
                for column in cell.columns {
                    precondition(!covered[row * table.columnCount + column], "covered twice")
                    covered[row * table.columnCount + column] = true
                }
            }
        }
        precondition(covered.allSatisfy { $0 }, "a position that nothing covers")
        precondition(UTF8Check.isValid(table.utf8), "a table's text is no UTF-8")
    }

    /// A value is a number as the contract writes it, or none.
    private static func check(_ value: Value) {
        precondition(value.state.hasNumber != value.number.isEmpty, "a value without a number")
        let digits = value.number.utf8.drop { $0 == UInt8(ascii: "-") }
        precondition(
            digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }, "a number that is none: \(value.number)")
    }
}

/// Whether bytes are UTF-8.
enum UTF8Check {
    static func isValid(_ utf8: [UInt8]) -> Bool { String(validating: utf8, as: UTF8.self) != nil }
}
