extension Finding {
    /// What kinds of findings there are. The raw value is the `kind` of the JSON output and stays stable.
    public enum Kind: String, Sendable, CaseIterable {
        // Tables
        case overlappingSpan = "overlapping-span"
        case coveredCell = "covered-cell"
        case hangingRowSpan = "hanging-row-span"

        // Dumps and layout
        case separatorRow = "separator-row"
        case pageNumber = "page-number"
        // Writers
        case noSuchTable = "no-such-table"
        case derivedWithheld = "derived-withheld"
        case ambiguousWithheld = "ambiguous-withheld"
        case missingWithheld = "missing-withheld"
    }

    /// The finding as a sentence.
    public func message(in language: Language) -> String {
        kind.wording(language, arguments)
    }
}

extension Finding.Kind {
    /// The one place for the texts of findings.
    var wording: Wording {
        switch self {
        case .overlappingSpan: Wording("单元格与前面的单元格重叠，已截短", "A cell overlaps an earlier one and was cut back")
        case .coveredCell: Wording("单元格的位置已全部被占用，其文字未保留", "A cell whose whole place is taken was dropped")
        case .hangingRowSpan: Wording("纵向合并超出最后一行，已截短", "A row span hung below the last row and was cut")

        case .separatorRow: Wording("分隔行已略去", "A separator row was left out")
        case .pageNumber: Wording("页码 %1 已略去", "The page number %1 was left out")
        case .noSuchTable: Wording("没有第 %1 个表格（共 %2 个）", "There is no table %1; there are %2")
        case .derivedWithheld:
            Wording("%1：推算值 %2 未写出（--derived 可写出）", "%1: the derived value %2 is not printed; --derived prints it")
        case .ambiguousWithheld: Wording("%1：有多种读法，未写出（%3）", "%1: more than one reading fits, none is printed (%3)")
        case .missingWithheld: Wording("%1：原文缺失，留空", "%1: the source lost it; the cell is left empty")
        }
    }
}
