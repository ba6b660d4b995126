public import ArgumentParser
public import Biaoge
import Files

/// How documents are read, for every command that reads any.
struct ReadingSettings: ParsableArguments {
    @Option(help: ArgumentHelp("Encoding of text inputs, such as gb18030; told from the bytes unless given.", valueName: "name"))
    var encoding: String?

    @Option(help: "Which side of tracked changes is read: accepted or rejected.")
    var revisions: ReadingOptions.Revisions = .accepted

    @Option(help: ArgumentHelp("Form file to look for besides the bundled forms; may be given again.", valueName: "file"))
    var form: [String] = []

    @Option(help: "Language of messages: zh or en. Unless given, that of the locale.")
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
