import ArgumentParser
import Biaoge

@main
struct BiaogeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "biaoge",
        abstract: "Reads the tables of documents, puts them right, and writes them as clean data.",
        version: "biaoge \(Biaoge.version)",
        subcommands: [Convert.self, Inspect.self, Check.self, Repair.self, Normalize.self, Forms.self, Worker.self])
}
