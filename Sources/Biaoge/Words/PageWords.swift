/// The words of the HTML page that are not the document's own.
enum PageWords {
    case failures, noFailures, findings, original, remarks, issuer, year, source, format, line, madeBy

    /// The word in a language; `%1` stands for the argument.
    func callAsFunction(_ language: Language, _ arguments: String...) -> String { wording(language, arguments) }

    private var wording: Wording {
        switch self {
        case .failures: Wording("勾稽关系不成立：%1 处", "Sums that fail: %1")
        case .noFailures: Wording("未发现不成立的勾稽关系", "No sum was found to fail")
        case .findings: Wording("其他发现：%1 条", "Other findings: %1")
        case .original: Wording("原文中的这张表", "This table in the source")
        case .remarks: Wording("说明：%1 条", "Remarks: %1")
        case .issuer: Wording("机关", "Issuer")
        case .year: Wording("年度", "Year")
        case .source: Wording("来源", "Source")
        case .format: Wording("格式", "Format")
        case .line: Wording("行", "Line")
        case .madeBy: Wording("由 biaoge %1 生成", "Made by biaoge %1")
        }
    }
}
