import Biaoge
import Files

extension Language {
    /// The language of the locale, in which help is told.
    static let ofLocale = Language(locale: Environment.locale)

    /// The one of two wordings that is in this language.
    func say(_ chinese: String, _ english: String) -> String { self == .chinese ? chinese : english }
}
