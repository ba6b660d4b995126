import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes

struct Normalize: ParsableCommand {
    static let configuration = CommandConfiguration(.normalize)

    @Argument(help: .archiveInputs)
    var inputs: [String]

    @Option(help: .dataset)
    var output: String

    @Option(help: .workers)
    var workers: Int?

    @Flag(help: .pages)
    var pages = false

    @Option(help: .corrections)
    var corrections: String?

    @Flag(help: .forgetCorrections)
    var forgetCorrections = false

    @Option(help: .expect)
    var expect: String?

    @Option(help: .against)
    var against: String?

    @Option(help: .textField)
    var textField: String?

    @Option(help: .nameField)
    var nameField: String?

    @Flag(help: .retryFailed)
    var retryFailed = false

    @OptionGroup var limits: WorkerArguments
    @OptionGroup var settings: ReadingSettings

    mutating func validate() throws {
        inputs = JoinedInputs.part(inputs)
        guard !inputs.isEmpty else { throw ValidationError.noArchiveInput }
        let folder = identity(output)
        if folder != nil, inputs.contains(where: { identity($0) == folder }) { throw ValidationError.outputIsInput }
        if let workers, !(1...1024).contains(workers) { throw ValidationError.workers }
    }

    private func identity(_ path: String) -> FileStatus.Identity? {
        try? FileStatus(RawPath(path), followingLinks: true).identity
    }

    func run() throws {
        let language = settings.language
        var options = ArchiveOptions(
            inputs: inputs, output: output, workerCommand: [OwnProcess.path] + FramedWorker.arguments)
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
