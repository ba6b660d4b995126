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

    @Option(name: .customLong(Limits.Name.inputBytes.rawValue), help: ArgumentHelp("Bytes of one input.", valueName: "bytes"))
    var maximumInputBytes = Limits().inputBytes

    @Option(
        name: .customLong(Limits.Name.inflatedBytes.rawValue),
        help: ArgumentHelp("Bytes of one part after inflating.", valueName: "bytes"))
    var maximumInflatedBytes = Limits().inflatedBytes

    @Option(
        name: .customLong(Limits.Name.ratio.rawValue),
        help: ArgumentHelp("Inflated bytes for each packed byte.", valueName: "number"))
    var maximumRatio = Limits().ratio

    @Option(name: .customLong(Limits.Name.depth.rawValue), help: ArgumentHelp("Elements inside each other.", valueName: "number"))
    var maximumDepth = Limits().depth

    @Option(name: .customLong(Limits.Name.columns.rawValue), help: ArgumentHelp("Columns of one table.", valueName: "number"))
    var maximumColumns = Limits().columns

    @Option(
        name: .customLong(Limits.Name.textBytes.rawValue),
        help: ArgumentHelp("Bytes of text in one part of a package.", valueName: "bytes"))
    var maximumTextBytes = Limits().textBytes

    @Option(
        name: .customLong(Limits.Name.cells.rawValue), help: ArgumentHelp("Grid positions of one table.", valueName: "number"))
    var maximumCells = Limits().cells

    mutating func validate() throws {
        let limits = [
            maximumInputBytes, maximumInflatedBytes, maximumRatio, maximumTextBytes, maximumDepth, maximumColumns, maximumCells,
        ]
        guard limits.allSatisfy({ $0 > 0 && $0 <= Int(Int32.max) * 8 }) else {
            throw ValidationError("A limit is a whole number above 0.")
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
