extension WriteError: CustomStringConvertible {
    /// The error in English, one line.
    public var description: String { message(in: .english) }

    /// What is wrong and what to do, in one line.
    public func message(in language: Language) -> String {
        switch self {
        case .tooManyColumns(let table, let found, let allowed):
            Wording(
                "表 %1 有 %2 列，工作表最多 %3 列；请改用 csv 或 json",
                "table %1 has %2 columns, a worksheet at most %3; write csv or json instead")(
                    language, [String(table + 1), String(found), String(allowed)])
        case .textTooLong(let place, let found, let allowed):
            Wording(
                "%1：文字有 %2 个字符，工作表的单元格最多 %3 个；请改用 csv 或 json",
                "%1: the text has %2 characters, a worksheet's cell at most %3; write csv or json instead")(
                    language, [place.citation(in: language), String(found), String(allowed)])
        }
    }
}
