extension Finding {
    /// What kinds of findings there are. The raw value is the `kind` of the JSON output and stays stable.
    public enum Kind: String, Sendable, CaseIterable {
        // Tables
        case overlappingSpan = "overlapping-span"
        case coveredCell = "covered-cell"
        case hangingRowSpan = "hanging-row-span"
        // Encodings of text
        case wrongEncodingLabel = "wrong-encoding-label"
        case uncertainEncoding = "uncertain-encoding"
        case undecodableBytes = "undecodable-bytes"
        case cutCharacter = "cut-character"
        case nulInText = "nul-in-text"
        // HTML
        case textBetweenRows = "text-between-rows"
        case pageNotReadToEnd = "page-not-read-to-end"
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
        case .wrongEncodingLabel: Wording("自标编码 %1 与内容不符，按 %2 读取", "Labelled %1, but it is %2 and read as that")
        case .uncertainEncoding:
            Wording("无法确定编码，按 %1 读取；可用 --encoding 指定", "The encoding is uncertain, read as %1; name it with --encoding")
        case .undecodableBytes:
            Wording("%1 处字节不是 %2 编码（首处在第 %3 字节），以 U+FFFD 代替", "%1 bytes are not %2 (the first is byte %3); each stands as U+FFFD")
        case .cutCharacter: Wording("文末的字符不完整，已舍去 %1 字节", "The text ends in the middle of a character; its %1 bytes were dropped")
        case .textBetweenRows: Wording("表格的行与行之间有文字，已放在表格之前", "Text between the rows of a table was put before it")
        case .pageNotReadToEnd: Wording("网页的标记严重损坏，未能读到末尾", "The page's markup is so damaged that it was not read to its end")
        case .nulInText: Wording("文字中有 %1 个空字符（NUL），已舍去", "%1 NUL characters in the text were dropped")
        }
    }
}
