import ArgumentParser
import Biaoge
import Files

struct Forms: ParsableCommand {
    static let configuration = CommandConfiguration(.forms, subcommands: [List.self, Show.self, Learn.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(.formsList)

        func run() throws {
            var lines = ""
            for form in Form.bundled {
                let slots = form.parts.reduce(0) { $0 + $1.slots.count }
                lines += "\(form.id)\t\(form.title)\t\(form.parts.map(\.id).joined(separator: " "))\t\(slots)\n"
            }
            try StandardStream.output.write(Array(lines.utf8))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(.formsShow)

        @Argument(help: .formToShow)
        var form: String

        @Flag(help: .asFile)
        var file = false

        @Option(help: .lang)
        var lang: Language?

        func run() throws {
            let shown = try Form.named(form, lang ?? .ofLocale)
            guard !file else {
                try StandardStream.output.write(Array(shown.fileText.utf8))
                return
            }
            var writer = OutputFormat.text.writer(WritingOptions())
            var bytes = ByteOutput { try StandardStream.output.write($0) }
            _ = try writer.write(Document(showing: shown), from: SourceDescription(name: form), to: &bytes)
            try writer.finish(to: &bytes)
            try bytes.flush()
        }
    }

    struct Learn: ParsableCommand {
        static let configuration = CommandConfiguration(.formsLearn)

        @OptionGroup var reading: ReadingArguments

        @Option(help: .learnedID)
        var id: String?

        @Option(help: .formFile)
        var output: String?

        mutating func validate() throws {
            guard reading.inputs.count == 1 else { throw ValidationError.oneBlank }
        }

        func run() throws {
            var options = try reading.options
            options.asIs = true
            try reading.forEachDocument(options) { read in
                guard let form = Form(learning: read.document, id: id ?? read.baseName) else {
                    try Failure(nothingToLearn: read.input, reading.language).exit()
                }
                let bytes = Array(form.fileText.utf8)
                if let output {
                    let file = try OutputFile(output)
                    try file.write(bytes)
                    try file.commit()
                } else {
                    try StandardStream.output.write(bytes)
                }
            }
        }
    }
}

extension Form {
    /// A bundled form by its name, or a form file by its path; when there is neither, says so and ends the program.
    static func named(_ name: String, _ language: Language) throws -> Form {
        if let form = bundled.first(where: { $0.id == name }) { return form }
        do {
            return try Form(reading: try InputFile.read(name, maximumBytes: 1 << 24))
        } catch let error as FileError where error.isNotThere {
            try Failure(noForm: name, language).exit()
        } catch {
            try Failure(error, input: name, language).exit()
        }
    }

    /// A form file by its path; when there is none, says why and ends the program.
    static func file(_ path: String, _ language: Language) throws -> Form {
        do {
            return try Form(reading: try InputFile.read(path, maximumBytes: 1 << 24))
        } catch {
            try Failure(error, input: path, language).exit()
        }
    }
}
