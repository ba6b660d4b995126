import Foundation
import Testing

/// Each folder of Samples holds one input, a README.md, and what the program makes of the input.
///
/// `make accept` writes the expected files anew; read the difference before it is committed.
@Suite("Samples")
struct SamplesTests {
    static let cases: [String] = {
        let samples = Program.root.appending(path: "Samples")
        let folders =
            (try? FileManager.default.contentsOfDirectory(at: samples, includingPropertiesForKeys: [.isDirectoryKey])) ?? []
        return folders.filter { (try? $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true }
            .map(\.lastPathComponent).filter { input(of: $0) != nil }.sorted()
    }()

    static let formats = ["text": "expected.txt", "csv": "expected.csv", "json": "expected.json"]

    @Test("a sample gives what it should", arguments: cases)
    func sample(name: String) throws {
        let folder = Program.root.appending(path: "Samples/\(name)")
        let input = try #require(Self.input(of: name))
        for (format, file) in Self.formats.sorted(by: { $0.key < $1.key }) {
            let outcome = try Program.run(["convert", input, "--to", format, "--lang", "en"], in: folder)
            #expect(outcome.code == 0, "\(outcome.errors)")
            try expect(outcome.output, in: folder.appending(path: file))
            if format == "csv" { try expect(outcome.errors, in: folder.appending(path: "expected.findings.txt")) }
        }
    }

    /// The one file of a sample that is neither expected, explained nor run.
    private static func input(of name: String) -> String? {
        let folder = Program.root.appending(path: "Samples/\(name)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return files.filter { !$0.hasPrefix("expected.") && !$0.hasPrefix(".") && $0 != "README.md" && !$0.hasSuffix(".py") }
            .sorted().first
    }

    private func expect(_ output: String, in file: URL) throws {
        if ProcessInfo.processInfo.environment["BIAOGE_ACCEPT"] != nil {
            try Data(output.utf8).write(to: file)
        } else {
            let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            #expect(output == expected, "\(file.lastPathComponent); run `make accept` and read the difference")
        }
    }
}
