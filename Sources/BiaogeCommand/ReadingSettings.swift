import ArgumentParser
import Biaoge
import Files

/// How documents are read, for every command that reads any.
///
/// The help tells the defaults, not ArgumentParser: how to show one it would look up, each time, among all conformances of the program.
struct ReadingSettings: ParsableArguments {
    @Option(help: .encoding)
    var encoding: String?

    @Option(help: .revisions)
    var revisions: ReadingOptions.Revisions?

    @Option(help: .form)
    var form: [String] = []

    @Option(help: .lang)
    var lang: Language?

    // How much a document may ask for, an option for each of ``Limits/Name``.

    @Option(name: .limit(.inputBytes), help: .inputBytes)
    var inputBytes: Int?

    @Option(name: .limit(.inflatedBytes), help: .inflatedBytes)
    var inflatedBytes: Int?

    @Option(name: .limit(.ratio), help: .ratio)
    var ratio: Int?

    @Option(name: .limit(.textBytes), help: .textBytes)
    var textBytes: Int?

    @Option(name: .limit(.pieces), help: .pieces)
    var pieces: Int?

    @Option(name: .limit(.attributes), help: .attributes)
    var attributes: Int?

    @Option(name: .limit(.depth), help: .depth)
    var depth: Int?

    @Option(name: .limit(.columns), help: .columns)
    var columns: Int?

    @Option(name: .limit(.cells), help: .cells)
    var cells: Int?

    mutating func validate() throws {
        let given = [inputBytes, inflatedBytes, ratio, textBytes, pieces, attributes, depth, columns, cells]
        for case let limit? in given where limit < 1 || limit > Int(Int32.max) * 8 { throw ValidationError.limit }
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
            if let revisions { options.revisions = revisions }
            options.limits = limits
            return options
        }
    }

    private var limits: Limits {
        var limits = Limits()
        if let inputBytes { limits.inputBytes = inputBytes }
        if let inflatedBytes { limits.inflatedBytes = inflatedBytes }
        if let ratio { limits.ratio = ratio }
        if let textBytes { limits.textBytes = textBytes }
        if let pieces { limits.pieces = pieces }
        if let attributes { limits.attributes = attributes }
        if let depth { limits.depth = depth }
        if let columns { limits.columns = columns }
        if let cells { limits.cells = cells }
        return limits
    }
}

extension NameSpecification {
    /// The option that raises a limit.
    fileprivate static func limit(_ name: Limits.Name) -> NameSpecification { .customLong(name.rawValue) }
}
