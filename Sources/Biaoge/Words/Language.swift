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
        var text: [UInt8] = []
        var isBehindPercent = false
        for byte in (language == .chinese ? chinese : english).utf8 {
            if isBehindPercent {
                isBehindPercent = false
                let number = Int(byte) - 0x30
                if (1...9).contains(number), number <= arguments.count {
                    text += arguments[number - 1].onOneLine.utf8
                    continue
                }
                text.append(UInt8(ascii: "%"))
            }
            if byte == UInt8(ascii: "%") { isBehindPercent = true } else { text.append(byte) }
        }
        if isBehindPercent { text.append(UInt8(ascii: "%")) }
        return String(decoding: text, as: UTF8.self)
    }
}
