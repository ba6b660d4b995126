import Foundation
import Testing

/// Every `console` block of the README is run: a line that begins with `$ ` is a command, the lines below are its output.
@Suite("README")
struct ReadmeTests {
    struct Example: CustomTestStringConvertible, Sendable {
        var command: String
        var output: String
        var testDescription: String { command }
    }

    static let examples: [Example] = ["README.md", "README.zh-CN.md"].flatMap { name -> [Example] in
        guard let text = try? String(contentsOf: Program.root.appending(path: name), encoding: .utf8) else { return [] }
        var examples: [Example] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                examples.append(Example(command: String(line.dropFirst(2)), output: ""))
            } else if isInside, !examples.isEmpty {
                examples[examples.count - 1].output += line + "\n"
            }
        }
        // The two commands that set the machine up are run by hand and by .ci/run.
        return examples.filter { !$0.command.hasPrefix("make ") }
    }

    @Test("a command in the README does what the README shows", arguments: examples)
    func example(_ example: Example) throws {
        let outcome = try Program.shell(example.command)
        let shown = outcome.output + outcome.errors
        #expect(shown == example.output || outcome.output == example.output)
    }
}
