import ArgumentParser
import Biaoge
import BiaogeArchive
import Files
import Processes
import XML
import Zip

@main
struct BiaogeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .program,
        subcommands: [Convert.self, Inspect.self, Check.self, Repair.self, Normalize.self, Forms.self, Worker.self])

    @Flag(help: .version)
    var version = false

    static func main() {
        OwnProcess.endOnClosedPipes()
        UnfinishedFiles.removeOnSignals(lastWords: Failure.outOfMemory, code: Failure.Code.dataError.rawValue)
        OwnProcess.useUniversalTime()
        if CommandLine.arguments.dropFirst().elementsEqual(FramedWorker.arguments) { return FramedWorker.run() }
        do {
            var command = try NamedCommand.parse(CommandLine.arguments.dropFirst()) ?? parseAsRoot()
            try command.run()
        } catch {
            exit(withError: error)
        }
    }

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        let forms = Form.bundled.map(\.id).joined(separator: ", ")
        let lines = [
            "biaoge \(Biaoge.version)", "forms: \(forms)", "libxml2 \(LibXML.version)", "libzip \(LibZip.version)",
        ]
        try StandardStream.output.write(Array(lines.joined(separator: "\n").utf8) + [0x0A])
    }
}
