extension Place {
    /// As people cite it in their language, everything from 1: `line 88` or `第 88 行`. Empty when nothing is known.
    ///
    /// Data files have ``citation``, which is the same in every language.
    public func citation(in language: Language) -> String {
        guard language == .chinese else { return citation }
        if let line { return "第 \(line) 行" }
        let parts = [("表 %", table), ("第 % 行", row), ("第 % 列", column)]
        return parts.compactMap { word, index in
            index.map { word.split(separator: "%", omittingEmptySubsequences: false).joined(separator: String($0 + 1)) }
        }.joined(separator: " ")
    }
}
