import Foundation
import Testing

@Suite("The command")
struct CommandTests {
    @Test("an input that cannot be opened is exit 66, named on standard error")
    func missingInput() throws {
        let outcome = try Program.run(["convert", "no-such-file.docx"])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains("no-such-file.docx"))
        #expect(outcome.output.isEmpty)
    }

    @Test("a wrong command line is exit 64", arguments: [["convert"], ["convert", "x", "--to", "nothing"], ["nothing"]])
    func usage(arguments: [String]) throws {
        #expect(try Program.run(arguments).code == 64)
    }

    @Test("an input of no known format is exit 65, with what to do, in the language asked for")
    func unknownFormat() throws {
        let bytes = Data([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x37])
        let outcome = try Program.run(["convert", "-"], input: bytes)
        #expect(outcome.code == 65)
        #expect(outcome.errors.hasPrefix("biaoge: -: "))
        #expect(outcome.errors.contains("PDF"))
        #expect(try Program.run(["convert", "-", "--lang", "zh"], input: bytes).errors.contains("请"))
    }

    @Test("an output that cannot be written is exit 73, and nothing is left behind")
    func unwritable() throws {
        let outcome = try Program.run(["convert", "Samples/report-2021-form/柳湾镇.docx", "--output", "/no-such-folder/x.txt"])
        #expect(outcome.code == 73)
    }

    @Test(
        "inputs are read in their order, wherever options stand",
        arguments: [
            ["1", "2", "3", "4"], ["--lang", "en", "1", "2", "3", "--as-is", "4"],
            ["1", "--lang=en", "2", "3", "--to", "csv", "4"],
            ["1", "2", "3", "4", "--to", "csv"], ["--as-is", "--", "1", "2", "3", "4"],
        ])
    func order(words: [String]) throws {
        let outcome = try Program.run(["convert"] + words.map { "1234".contains($0) ? "no-such-\($0)" : $0 })
        #expect(outcome.code == 66)
        let named = outcome.errors.split(separator: "\n").compactMap { $0.split(separator: "no-such-").dropFirst().first?.first }
        #expect(named == ["1", "2", "3", "4"], "\(outcome.errors)")
    }

    @Test("an option that a command does not know, and one that lacks its value, are told with the command's whole name")
    func wholeName() throws {
        for words in [["convert", "x", "--nothing"], ["convert", "x", "y", "--to"], ["check", "x", "--table", "1"]] {
            let outcome = try Program.run(words)
            #expect(outcome.code == 64)
            #expect(outcome.errors.contains("Usage: biaoge \(words[0]) "), "\(outcome.errors)")
        }
    }
}
