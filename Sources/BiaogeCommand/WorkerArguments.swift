import ArgumentParser
import BiaogeArchive

/// How much a worker may take for one document.
struct WorkerArguments: ParsableArguments {
    @Option(help: .documentSeconds)
    var documentSeconds = WorkerLimits().seconds

    @Option(help: .documentMegabytes)
    var documentMegabytes = WorkerLimits().megabytes

    mutating func validate() throws {
        guard documentSeconds > 0, documentSeconds <= 1_000_000 else { throw ValidationError.documentSeconds }
        guard (64...1_048_576).contains(documentMegabytes) else {
            throw ValidationError.documentMegabytes
        }
    }

    var limits: WorkerLimits {
        var limits = WorkerLimits()
        limits.seconds = documentSeconds
        limits.megabytes = documentMegabytes
        return limits
    }
}
