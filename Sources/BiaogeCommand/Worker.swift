import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes

struct Worker: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Read documents for another scheduler: JSON lines in, JSON lines out.",
        discussion: """
            Each line in: {"id": "…", "path": "…"} or {"id": "…", "name": "…", "base64": "…"}. Each line out, in order: \
            {"id": "…", "ok": true, "document": {…}} or {"id": "…", "ok": false, "code": 65, "error": "…"}. A document that crashes or runs \
            over a limit is such an error too; the next line is read as ever.

            Example: echo '{"id": "1", "path": "柳湾镇.docx"}' | biaoge worker
            """)

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
