public import Biaoge
internal import Digest

/// How an archive is made into a dataset.
public struct ArchiveOptions: Sendable {
    /// Folders, archives, corpora, single files; `-` is a list of paths on standard input.
    public var inputs: [String]
    /// The folder of the dataset.
    public var output: String
    /// How documents are read.
    public var reading = ReadingOptions()
    /// How inputs are taken apart.
    public var input = InputOptions()
    /// The language of findings, reasons and the overview.
    public var language = Language.english
    /// How many worker processes.
    public var workers = 1
    /// The program that is a worker, with its arguments; it runs ``FramedWorker``.
    public var workerCommand: [String]
    /// How much a worker may take for one document.
    public var workerLimits = WorkerLimits()
    /// Whether each report is written as a page too.
    public var pages = false
    /// A file of values that a person has set.
    public var corrections: String?
    /// Whether corrections of earlier runs are dropped.
    public var forgetCorrections = false
    /// A list of those who should have reported.
    public var expect: String?
    /// A report that should be the sum of all.
    public var against: String?
    /// Whether documents that failed are tried again.
    public var retryFailed = false

    /// Options for inputs and an output folder.
    public init(inputs: [String], output: String, workerCommand: [String]) {
        self.inputs = inputs
        self.output = output
        self.workerCommand = workerCommand
    }

    /// What the workers are told.
    var workerSettings: WorkerSettings { WorkerSettings(reading: reading, language: language, limits: workerLimits) }

    /// What a reading depends on besides the bytes.
    var signature: String {
        let numbers = Limits.Name.allCases.map { reading.limits[$0] }
        let options = "\(reading.encoding ?? "") \(reading.revisions.rawValue) \(numbers)"
        var bytes = Array("\(version)\n\(options)\n\(language)\n".utf8)
        for form in reading.forms { bytes += form.fileText.utf8 }
        for file in Form.bundledFiles { bytes += file }
        return SHA256Digest.hexadecimal(of: bytes)
    }

    /// The same for a document that ended its worker: the worker's limits count as well.
    func failureSignature(_ signature: String) -> String { "\(signature) \(workerLimits.seconds) \(workerLimits.megabytes)" }
}
