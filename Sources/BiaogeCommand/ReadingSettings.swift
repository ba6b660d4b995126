import ArgumentParser
import Biaoge
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

    // How much a document may ask for, an option for each of ``Limits/Name``.

    @Option(name: .limit(.inputBytes), help: .inputBytes)
    var inputBytes = Limits().inputBytes

    @Option(name: .limit(.inflatedBytes), help: .inflatedBytes)
    var inflatedBytes = Limits().inflatedBytes

    @Option(name: .limit(.ratio), help: .ratio)
    var ratio = Limits().ratio

    @Option(name: .limit(.textBytes), help: .textBytes)
    var textBytes = Limits().textBytes

    @Option(name: .limit(.pieces), help: .pieces)
    var pieces = Limits().pieces

    @Option(name: .limit(.attributes), help: .attributes)
    var attributes = Limits().attributes

    @Option(name: .limit(.depth), help: .depth)
    var depth = Limits().depth

    @Option(name: .limit(.columns), help: .columns)
    var columns = Limits().columns

    @Option(name: .limit(.cells), help: .cells)
    var cells = Limits().cells

    mutating func validate() throws {
        let limits = limits
        guard Limits.Name.allCases.allSatisfy({ limits[$0] > 0 && limits[$0] <= Int(Int32.max) * 8 }) else {
            throw ValidationError.limit
        }
    }

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
            options.limits = limits
            return options
        }
    }

    /// The same settings as words of a command line, for a worker of ours.
    var words: [String] {
        var words = ["--revisions", revisions.rawValue, "--lang", language.rawValue]
        if let encoding { words += ["--encoding", encoding] }
        for file in form { words += ["--form", file] }
        for limit in Limits.Name.allCases { words += ["--\(limit.rawValue)", String(limits[limit])] }
        return words
    }

    private var limits: Limits {
        var limits = Limits()
        limits.inputBytes = inputBytes
        limits.inflatedBytes = inflatedBytes
        limits.ratio = ratio
        limits.textBytes = textBytes
        limits.pieces = pieces
        limits.attributes = attributes
        limits.depth = depth
        limits.columns = columns
        limits.cells = cells
        return limits
    }
}

extension NameSpecification {
    /// The option that raises a limit.
    fileprivate static func limit(_ name: Limits.Name) -> NameSpecification { .customLong(name.rawValue) }
}
