import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes

struct Normalize: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "normalize",
        abstract: "Make a mixed archive of documents into one dataset.",
        discussion: """
            Reads folders, .zip archives (also inside each other), .jsonl and .jsonl.gz corpora and single files, and writes \
            values.csv, reports.csv, wide.csv, sums.csv, findings.csv, codebook.csv, documents/ and index.html. What was read is kept \
            in biaoge.sqlite: the same command goes on where it was stopped, and later reads only what is new or changed.

            Example: biaoge normalize 2024年度报告/ --output 数据/
            """)

    @Argument(help: "Folders, archives, corpora and files; - is a list of paths on standard input.")
    var inputs: [String]

    @Option(help: ArgumentHelp("Folder of the dataset.", valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp("Worker processes; as many as there are processors unless given.", valueName: "number"))
    var workers: Int?

    @Flag(help: "Write each report as a page of HTML too.")
    var pages = false

    @Option(
        help: ArgumentHelp(
            "Values set by hand: CSV with source,sha256,key,value,reason. They are kept over later runs.", valueName: "file"))
    var corrections: String?

    @Flag(help: "Drop the corrections of earlier runs.")
    var forgetCorrections = false

    @Option(help: ArgumentHelp("Who should have reported: a name a line, or name,year.", valueName: "file"))
    var expect: String?

    @Option(help: ArgumentHelp("A report that should be the sum of all, to be compared slot by slot.", valueName: "file"))
    var against: String?

    @Option(help: ArgumentHelp("Field of a .jsonl corpus that holds the text.", valueName: "name"))
    var textField: String?

    @Option(help: ArgumentHelp("Field of a .jsonl corpus that holds the name.", valueName: "name"))
    var nameField: String?

    @Flag(help: "Try documents again that failed before.")
    var retryFailed = false

    @OptionGroup var limits: WorkerArguments
    @OptionGroup var settings: ReadingSettings

    mutating func validate() throws {
        guard !inputs.isEmpty else { throw ValidationError("Name at least one input, or - for a list on standard input.") }
        if let workers, !(1...1024).contains(workers) { throw ValidationError("--workers is a number from 1 to 1024.") }
    }

    func run() throws {
        let language = settings.language
        var options = ArchiveOptions(
            inputs: inputs, output: output,
            workerCommand: [OwnProcess.path, "worker", "--framed"] + limits.words + settings.words)
        options.reading = try settings.options
        options.input.limits = options.reading.limits
        options.input.textField = textField
        options.input.nameField = nameField
        options.language = language
        options.workers = workers ?? OwnProcess.processorCount
        options.workerLimits = limits.limits
        options.pages = pages
        options.corrections = corrections
        options.forgetCorrections = forgetCorrections
        options.expect = expect
        options.against = against
        options.retryFailed = retryFailed
        OwnProcess.noteInterruptions()
        let bar = ProgressBar(language)
        let outcome = Result { try ArchiveRun.run(options) { bar.show($0) } }
        bar.clear()
        switch outcome {
        case .success(let summary):
            let words = SummaryWords(summary, output: output, language)
            try? StandardStream.error.write(Array(words.text.utf8))
            if let code = words.exitCode { throw ExitCode(code) }
        case .failure(let error):
            try Failure(error, input: output, language).exit()
        }
    }
}
