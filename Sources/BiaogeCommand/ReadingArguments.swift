import ArgumentParser
import Biaoge
import Files

/// What every command that reads documents one by one is told.
struct ReadingArguments: ParsableArguments {
    @Argument(help: .inputs)
    var inputs: [String]

    @OptionGroup var settings: ReadingSettings

    mutating func validate() throws {
        inputs = JoinedInputs.part(inputs)
        guard !inputs.isEmpty else { throw ValidationError.noInput }
    }

    /// The language in which findings are told.
    var language: Language { settings.language }

    /// The options as the library takes them.
    ///
    /// - Throws: an `ExitCode` when a form file cannot be read; why was said on standard error.
    var options: ReadingOptions {
        get throws { try settings.options }
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
