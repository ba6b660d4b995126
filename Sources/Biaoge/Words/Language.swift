/// A language in which findings and errors are told.
public enum Language: String, Sendable, CaseIterable {
    /// Simplified Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The language of a POSIX locale name such as `zh_CN.UTF-8`: Chinese where it says so, English otherwise.
    public init(locale: String?) {
        self = (locale ?? "").hasPrefix("zh") ? .chinese : .english
    }
}

/// The same sentence in every language. `%1`, `%2` … stand for arguments.
struct Wording {
    let chinese: String
    let english: String

    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    func callAsFunction(_ language: Language, _ arguments: [String] = []) -> String {
        let template = language == .chinese ? chinese : english
        var text = ""
        var rest = Substring(template)
        while let percent = rest.firstIndex(of: "%") {
            text += rest[..<percent]
            rest = rest[percent...].dropFirst()
            if let number = rest.first?.wholeNumberValue, number > 0, number <= arguments.count {
                text += arguments[number - 1].onOneLine
                rest = rest.dropFirst()
            } else {
                text += "%"
            }
        }
        return text + rest
    }
}
