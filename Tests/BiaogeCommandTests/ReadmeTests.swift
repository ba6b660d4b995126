import Foundation
import Testing

/// Every `console` block of the READMEs is run: a line that begins with `$ ` is a command, the lines below are its output.
///
/// The commands of one README are run in order, in a folder of their own that has the samples.
@Suite("README")
struct ReadmeTests {
    struct Example {
        var command: String
        var output: String
    }

    static let locales = ["README.md": "C.UTF-8", "README.zh-CN.md": "zh_CN.UTF-8"]

    @Test("a command in a README does what the README shows", arguments: locales.keys.sorted())
    func examples(of readme: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "biaoge-readme-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: Program.root.appending(path: "Samples"), to: folder.appending(path: "Samples"))

        let examples = try Self.examples(in: readme)
        #expect(examples.count > 5)
        for example in examples {
            let outcome = try Program.shell(example.command, in: folder, locale: Self.locales[readme] ?? "C.UTF-8")
            let isShown = example.output == outcome.output || example.output == outcome.output + outcome.errors
            #expect(isShown, "\(readme): \(example.command)\n\(outcome.output)\(outcome.errors)")
        }
    }

    @Test("both READMEs have the same structure")
    func structure() throws {
        let outlines = try Self.locales.keys.sorted().map { readme in
            try Self.text(of: readme).split(separator: "\n").compactMap { line -> String? in
                if line.hasPrefix("#") { return String(line.prefix { $0 == "#" }) }
                return line.hasPrefix("$ ") ? String(line) : nil
            }
        }
        #expect(outlines[0] == outlines[1])
    }

    private static func text(of readme: String) throws -> String {
        try String(contentsOf: Program.root.appending(path: readme), encoding: .utf8)
    }

    private static func examples(in readme: String) throws -> [Example] {
        var examples: [Example] = []
        var isInside = false
        for line in try text(of: readme).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                examples.append(Example(command: String(line.dropFirst(2)), output: ""))
            } else if isInside, !examples.isEmpty {
                examples[examples.count - 1].output += line + "\n"
            }
        }
        return examples
    }
}
