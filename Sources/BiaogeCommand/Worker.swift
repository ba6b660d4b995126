import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(.worker)

    @Flag(help: .hidden)
    var framed = false

    @OptionGroup var limits: WorkerArguments
    @OptionGroup var settings: ReadingSettings

    func run() throws {
        let options = try settings.options
        if framed {
            FramedWorker.run(options: options, language: settings.language, limits: limits.limits)
        } else {
            var worker = LineWorker(
                command: [OwnProcess.path, "worker", "--framed"] + limits.words + settings.words, limits: limits.limits,
                maximumBytes: options.limits.inputBytes, language: settings.language)
            do {
                try worker.run()
            } catch {
                try Failure(error, input: "standard output", settings.language).exit()
            }
        }
    }
}
