internal import Biaoge

/// `sums.csv`: for each year and form the sum of all reports as one form. Copies with equal bytes count once.
struct SumsExport {
    /// The sums of one year, slot by slot.
    struct Year {
        /// For each slot the sum; its count is how many reports gave a number.
        var sums: [ExactSum]
        /// For each slot how many reports list it.
        var listed: [Int]
        /// For each form how many reports have it.
        var reports: [String: Int] = [:]

        init(slotCount: Int) {
            sums = Array(repeating: ExactSum(), count: slotCount)
            listed = Array(repeating: 0, count: slotCount)
        }
    }

    private let slots: SlotTable
    /// For each slot the number of its form.
    private let formOfSlot: [Int]
    /// The forms, by their numbers.
    private let forms: [String]
    /// By year; reports that say no year stand under the lowest number.
    private(set) var years: [Int: Year] = [:]

    init(_ slots: SlotTable) {
        self.slots = slots
        var forms: [String] = []
        formOfSlot = slots.entries.map { slot in
            // The slots of a form stand together.
            if slot.form != forms.last { forms.append(slot.form) }
            return forms.count - 1
        }
        self.forms = forms
    }

    /// Takes a document.
    mutating func add(_ report: borrowing StoredReport) {
        guard report.isReport, !report.isCopy else { return }
        var year = years[report.year ?? .min] ?? Year(slotCount: slots.entries.count)
        // So that the arrays are changed in place.
        years[report.year ?? .min] = nil
        var found = [Bool](repeating: false, count: forms.count)
        let text = report.values.text
        for row in report.values.rows where formOfSlot.indices.contains(row.slot) {
            year.listed[row.slot] += 1
            found[formOfSlot[row.slot]] = true
            if !row.number.isEmpty { _ = year.sums[row.slot].add(text[row.number]) }
        }
        for (form, isFound) in zip(forms, found) where isFound { year.reports[form, default: 0] += 1 }
        years[report.year ?? .min] = year
    }

    /// The file.
    var csv: [UInt8] {
        var rows: [UInt8] = []
        CSVText.appendRow(["year", "form", "part", "key", "row_label", "column_label", "value", "reports", "unknown"], to: &rows)
        for (number, year) in years.sorted(by: { $0.key < $1.key }) {
            for (index, slot) in slots.entries.enumerated() where year.listed[index] > 0 {
                let sum = year.sums[index]
                CSVText.appendRow(
                    [
                        number == .min ? "" : String(number), slot.form, slot.part, slot.key, slot.rowLabel, slot.columnLabel,
                        sum.count == 0 ? "" : sum.text, String(sum.count), String((year.reports[slot.form] ?? 0) - sum.count),
                    ], to: &rows)
            }
        }
        return rows
    }
}
