import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Runs that are killed, stopped, or find no room.
@Suite("normalize, interrupted")
struct InterruptionTests {
    let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-killed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    }

    /// How often the run is killed; few unless BIAOGE_KILLS says otherwise (30).
    static let kills = ProcessInfo.processInfo.environment["BIAOGE_KILLS"].flatMap(Int.init) ?? 4

    /// Starts a run and sends it a signal after some milliseconds.
    private func start(_ arguments: [String], then signal: Int32, after milliseconds: UInt64) throws -> (
        code: Int32, errors: String
    ) {
        let process = Process()
        process.executableURL = URL(filePath: Program.path)
        process.arguments = arguments
        let errors = scratch.appending(path: "errors")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        usleep(UInt32(milliseconds * 1000))
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
    }

    @Test("a run that is killed at any moment and started again gives the same bytes as one that was not")
    func killed() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 80)
        let undisturbed = scratch.appending(path: "undisturbed")
        let began = Date()
        _ = try Dataset.make(archive.folder, undisturbed)
        let milliseconds = Date().timeIntervalSince(began) * 1000
        let expected = try Dataset.bytes(undisturbed)
        var random = SplitMix64(seed: 6)
        let output = scratch.appending(path: "killed")
        var killedNow = 0
        for attempt in 0..<Self.kills {
            // A fresh folder now and then, so that early moments are met as well as late ones.
            if attempt % 3 == 0 { try? FileManager.default.removeItem(at: output) }
            let moment = UInt64(Double(random.next() % 1000) / 1000 * milliseconds)
            let outcome = try start(["normalize", archive.folder.path, "--output", output.path], then: SIGKILL, after: moment)
            if outcome.code == SIGKILL { killedNow += 1 }
            if attempt % 3 == 2 || attempt == Self.kills - 1 {
                let finished = try Dataset.make(archive.folder, output)
                #expect(finished.code == 2, "\(finished.errors)")
                let found = try Dataset.bytes(output)
                #expect(found.keys.sorted() == expected.keys.sorted())
                for (path, bytes) in expected where found[path] != bytes { Issue.record("\(path) differs") }
            }
        }
        #expect(killedNow > 0)
    }

    @Test("Ctrl-C stops the run, keeps what was read, and says how to go on")
    func stopped() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 150)
        let output = scratch.appending(path: "out")
        let outcome = try start(
            ["normalize", archive.folder.path, "--output", output.path, "--lang", "en", "--workers", "1"], then: SIGINT,
            after: 150)
        guard outcome.code == 130 else {
            // A machine this quick was done before.
            #expect(outcome.code == 2)
            return
        }
        #expect(outcome.errors.contains("the same command goes on from there"))
        #expect(!FileManager.default.fileExists(atPath: output.appending(path: "values.csv").path))
        #expect(try Dataset.make(archive.folder, output).code == 2)
    }

    @Test("two runs on one folder: one of them is told so and writes nothing")
    func twice() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 150)
        let output = scratch.appending(path: "out")
        let errors = scratch.appending(path: "errors")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        let first = Process()
        first.executableURL = URL(filePath: Program.path)
        first.arguments = ["normalize", archive.folder.path, "--output", output.path]
        first.standardError = try FileHandle(forWritingTo: errors)
        try first.run()
        // The ledger's file is there before the run that made it has read a single document.
        let ledger = output.appending(path: "biaoge.sqlite").path
        while first.isRunning, !FileManager.default.fileExists(atPath: ledger) { usleep(1_000) }
        let second = try Dataset.make(archive.folder, output)
        first.waitUntilExit()
        // Which of them opens the ledger first is up to the machine.
        let outcomes = [
            (code: first.terminationStatus, errors: try String(contentsOf: errors, encoding: .utf8)),
            (code: second.code, errors: second.errors),
        ]
        #expect(Set(outcomes.map(\.code)) == [2, 73])
        for outcome in outcomes where outcome.code == 73 { #expect(outcome.errors.contains("another run is using it")) }
    }

    @Test("a folder that cannot be written is 73")
    func unwritable() throws {
        try Data("a".utf8).write(to: scratch.appending(path: "x.txt"))
        // A file in place of a folder stops even root, whom permissions do not.
        try Data().write(to: scratch.appending(path: "file"))
        #expect(try Program.run(["normalize", "x.txt", "--output", "file/out"], in: scratch).code == 73)
        #expect(try Program.run(["normalize", "x.txt", "--output", "/proc/nothing"], in: scratch).code == 73)
        let readOnly = scratch.appending(path: "read-only")
        try FileManager.default.createDirectory(at: readOnly, withIntermediateDirectories: true)
        try Data("no ledger, but some text that is long enough to be none".utf8).write(
            to: readOnly.appending(path: "biaoge.sqlite"))
        #expect(try Program.run(["normalize", "x.txt", "--output", "read-only"], in: scratch).code == 73)
    }

    @Test(
        "a full disk is 73 at whatever moment, and with room the same command ends as if nothing had been",
        .enabled(if: geteuid() == 0))
    func fullDisk() throws {
        let archive = try ArchiveMaker(scratch.appending(path: "in"), documents: 60)
        let undisturbed = scratch.appending(path: "undisturbed")
        _ = try Dataset.make(archive.folder, undisturbed)
        let expected = try Dataset.bytes(undisturbed)
        let disk = scratch.appending(path: "disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        var timesFull = 0
        for kilobytes in [64, 300, 1200, 2000, 3000] {
            guard try Program.shell("mount -t tmpfs -o size=\(kilobytes)k tmpfs '\(disk.path)'").code == 0 else { return }
            let output = disk.appending(path: "out")
            let full = try Dataset.make(archive.folder, output)
            #expect(full.code == 73 || full.code == 2, "\(kilobytes) KB: \(full.errors)")
            if full.code == 73 {
                timesFull += 1
                let parts = try FileManager.default.subpathsOfDirectory(atPath: disk.path).filter { $0.hasSuffix(".part") }
                #expect(parts.isEmpty)
                _ = try Program.shell("mount -o remount,size=100m '\(disk.path)'")
                let again = try Dataset.make(archive.folder, output)
                #expect(again.code == 2, "\(again.errors)")
                #expect(try Dataset.bytes(output) == expected)
            }
            _ = try Program.shell("umount '\(disk.path)'")
        }
        #expect(timesFull >= 3)
    }

    @Test("a disk that may only be read is 73", .enabled(if: geteuid() == 0))
    func readOnlyDisk() throws {
        try Data("a".utf8).write(to: scratch.appending(path: "x.txt"))
        let disk = scratch.appending(path: "disk")
        try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
        guard try Program.shell("mount -t tmpfs -o ro tmpfs '\(disk.path)'").code == 0 else { return }
        defer { _ = try? Program.shell("umount '\(disk.path)'") }
        for output in ["disk", "disk/new"] {
            #expect(try Program.run(["normalize", "x.txt", "--output", output], in: scratch).code == 73, "\(output)")
        }
    }
}
