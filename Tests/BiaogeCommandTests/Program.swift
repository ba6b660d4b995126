import Foundation

/// Runs the program as a person would.
enum Program {
    /// The package's top folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program that was built beside the tests.
    static let path: String = {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: "biaoge").path(percentEncoded: false)
    }()

    struct Outcome: Equatable {
        var output: String
        var errors: String
        var code: Int32
    }

    /// Runs `biaoge` with these arguments in a folder, the package's top folder unless told.
    static func run(
        _ arguments: [String], in folder: URL = root, input: Data = Data(), locale: String = "C.UTF-8"
    ) throws -> Outcome {
        try run(path, arguments, in: folder, input: input, locale: locale)
    }

    /// Runs a line of shell in which `biaoge` is the program that was built.
    static func shell(_ line: String, in folder: URL = root, locale: String = "C.UTF-8") throws -> Outcome {
        try run("/bin/bash", ["-c", "biaoge() { \"\(path)\" \"$@\"; }; \(line)"], in: folder, input: Data(), locale: locale)
    }

    /// Runs any program.
    static func run(
        _ executable: String, _ arguments: [String], in folder: URL = root, input: Data = Data(), locale: String = "C.UTF-8"
    ) throws -> Outcome {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        // Files rather than pipes: nothing can fill up while the other end waits.
        let files = ["in", "out", "err"].map { scratch.appending(path: $0) }
        try input.write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": locale, "PATH": "/usr/bin:/bin"]
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self),
            code: process.terminationStatus)
    }
}
