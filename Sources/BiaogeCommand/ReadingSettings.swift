public import ArgumentParser
public import Biaoge
import Files

/// How documents are read, for every command that reads any.
struct ReadingSettings: ParsableArguments {
    @Option(help: .encoding)
    var encoding: String?

    @Option(help: .revisions)
    var revisions: ReadingOptions.Revisions = .accepted

    @Option(help: .form)
    var form: [String] = []

    @Option(help: .lang)
    var lang: Language?

    @OptionGroup var limits: LimitArguments

    /// The language in which findings are told.
    var language: Language { lang ?? Language(locale: Environment.locale) }

    /// The options as the library takes them.
    ///
    /// - Throws: an `ExitCode` when a form file cannot be read; why was said on standard error.
    var options: ReadingOptions {
        get throws {
            var options = ReadingOptions()
            options.forms = try form.map { try Form.file($0, language) }
            options.encoding = encoding
            options.revisions = revisions
            options.limits = limits.limits
            return options
        }
    }

    /// The same settings as words of a command line, for a worker of ours.
    var words: [String] {
        var words = ["--revisions", revisions.rawValue, "--lang", language.rawValue]
        if let encoding { words += ["--encoding", encoding] }
        for file in form { words += ["--form", file] }
        return words + limits.words
    }
}

extension ReadingOptions.Revisions: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
