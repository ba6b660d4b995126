public import ArgumentParser
public import Biaoge
import Files

/// What every command that reads documents is told.
struct ReadingArguments: ParsableArguments {
    @Argument(help: "Files to read; - is standard input. The format is told from the content.")
    var inputs: [String]

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
        name: .customLong(Limits.Name.cells.rawValue), help: ArgumentHelp("Grid positions of one table.", valueName: "number"))
    var maximumCells = Limits().cells

    mutating func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("Name at least one input, or - for standard input.") }
        let limits = [maximumInputBytes, maximumInflatedBytes, maximumRatio, maximumDepth, maximumColumns, maximumCells]
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
            options.limits.depth = maximumDepth
            options.limits.columns = maximumColumns
            options.limits.cells = maximumCells
            return options
        }
    }

    /// Reads every input in turn and hands it to `body`; what fails is said on standard error and the rest goes on.
    ///
    /// - Throws: an `ExitCode` as the contract has it when inputs failed: that of the only or first one when all did,
    ///   2 when others are done. A failure to write ends the run at once.
    func forEachDocument(_ options: ReadingOptions, _ body: (ReadDocument) throws -> Void) throws {
        var failures: [Failure] = []
        for input in inputs {
            let document: ReadDocument
            do {
                let bytes = try InputFile.read(input, maximumBytes: options.limits.inputBytes)
                document = ReadDocument(input: input, bytes: bytes, document: try Document(reading: bytes, options: options))
            } catch {
                let failure = Failure(error, input: input, language)
                failure.report()
                failures.append(failure)
                continue
            }
            do {
                try body(document)
            } catch let error as ExitCode {
                throw error
            } catch {
                try Failure(error, input: input, language).exit()
            }
        }
        guard let first = failures.first else { return }
        throw ExitCode((failures.count == inputs.count ? first.code : .someFailed).rawValue)
    }
}

/// A document with the input it came from.
struct ReadDocument {
    let input: String
    let bytes: [UInt8]
    let document: Document

    /// The last part of the input's path, as a title for files made from it.
    var baseName: String {
        let name = input == "-" ? "stdin" : String(input.split(separator: "/").last ?? "input")
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

extension ReadingOptions.Revisions: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
