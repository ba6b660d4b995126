import ArgumentParser
import Biaoge
import Files

struct Forms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forms",
        abstract: "List, show and make forms.",
        discussion: """
            A form is a page of HTML with a blank table for each part and a key on every value cell. Its tables are found in \
            reports by their labels, whatever the layout; its sums place what a layout lost and are what check checks.
            """,
        subcommands: [List.self, Show.self, Learn.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "List the bundled forms.")

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
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Print a form as a table, or as the file to edit.",
            discussion: "Example: biaoge forms show annual-report-2021 --file > mine.html")

        @Argument(help: ArgumentHelp("A bundled form, or a form file.", valueName: "id"))
        var form: String

        @Flag(help: "Print the form file itself, to edit and give to --form.")
        var file = false

        @Option(help: "Language of messages: zh or en. Unless given, that of the locale.")
        var lang: Language?

        func run() throws {
            let shown = try Form.bundled.first { $0.id == form } ?? Form.file(form, lang ?? Language(locale: Environment.locale))
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
        static let configuration = CommandConfiguration(
            commandName: "learn",
            abstract: "Make a form file of a blank document.",
            discussion: """
                Every empty cell with a label beside or above it becomes a value with a key such as t1.r5:c3. The file is there to \
                be edited: rename the keys, write the sums under the tables. Then give it to the other commands with --form.

                Example: biaoge forms learn blank.docx --output leave.html
                """)

        @OptionGroup var reading: ReadingArguments

        @Option(help: ArgumentHelp("Name of the form; that of the input unless given.", valueName: "name"))
        var id: String?

        @Option(help: ArgumentHelp("File to write; standard output unless given.", valueName: "path"))
        var output: String?

        mutating func validate() throws {
            guard reading.inputs.count == 1 else { throw ValidationError("Name one blank document.") }
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
    /// A form file by its path; when there is none, says why and ends the program.
    static func file(_ path: String, _ language: Language) throws -> Form {
        do {
            return try Form(reading: try InputFile.read(path, maximumBytes: 1 << 24))
        } catch {
            try Failure(error, input: path, language).exit()
        }
    }
}
