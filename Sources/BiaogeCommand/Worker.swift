import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(.worker)

    @OptionGroup var limits: WorkerArguments
    @OptionGroup var settings: ReadingSettings

    func run() throws {
        var worker = LineWorker(
            command: [OwnProcess.path] + FramedWorker.arguments, reading: try settings.options, language: settings.language,
            limits: limits.limits)
        do {
            try worker.run()
        } catch {
            try Failure(error, input: "standard output", settings.language).exit()
        }
    }
}
