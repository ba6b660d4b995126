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

    @Option(name: .customLong(Limits.Name.inputBytes.rawValue), help: .inputBytes)
    var maximumInputBytes = Limits().inputBytes

    @Option(name: .customLong(Limits.Name.inflatedBytes.rawValue), help: .inflatedBytes)
    var maximumInflatedBytes = Limits().inflatedBytes

    @Option(name: .customLong(Limits.Name.ratio.rawValue), help: .ratio)
    var maximumRatio = Limits().ratio

    @Option(name: .customLong(Limits.Name.depth.rawValue), help: .depth)
    var maximumDepth = Limits().depth

    @Option(name: .customLong(Limits.Name.columns.rawValue), help: .columns)
    var maximumColumns = Limits().columns

    @Option(name: .customLong(Limits.Name.textBytes.rawValue), help: .textBytes)
    var maximumTextBytes = Limits().textBytes

    @Option(name: .customLong(Limits.Name.cells.rawValue), help: .cells)
    var maximumCells = Limits().cells

    mutating func validate() throws {
        let limits = [
            maximumInputBytes, maximumInflatedBytes, maximumRatio, maximumTextBytes, maximumDepth, maximumColumns, maximumCells,
        ]
        guard limits.allSatisfy({ $0 > 0 && $0 <= Int(Int32.max) * 8 }) else {
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
            options.limits.inputBytes = maximumInputBytes
            options.limits.inflatedBytes = maximumInflatedBytes
            options.limits.ratio = maximumRatio
            options.limits.textBytes = maximumTextBytes
            options.limits.depth = maximumDepth
            options.limits.columns = maximumColumns
            options.limits.cells = maximumCells
            return options
        }
    }

    /// The same settings as words of a command line, for a worker of ours.
    var words: [String] {
        var words = ["--revisions", revisions.rawValue, "--lang", language.rawValue]
        if let encoding { words += ["--encoding", encoding] }
        for file in form { words += ["--form", file] }
        let limits: [(Limits.Name, Int)] = [
            (.inputBytes, maximumInputBytes), (.inflatedBytes, maximumInflatedBytes), (.ratio, maximumRatio),
            (.textBytes, maximumTextBytes),
            (.depth, maximumDepth), (.columns, maximumColumns), (.cells, maximumCells),
        ]
        for (name, limit) in limits { words += ["--\(name.rawValue)", String(limit)] }
        return words
    }
}

extension ReadingOptions.Revisions: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
