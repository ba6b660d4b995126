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
        }
    }
}
