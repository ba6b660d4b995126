import Foundation
import TestSupport
import Testing

/// What the release build needs for each byte of its input, in machine instructions as valgrind counts them: unlike a time, the same on
/// a busy machine. More than a tenth above the budget in `instruction-budget.csv` fails; `BIAOGE_ACCEPT=1` writes the budget anew.
@Suite(
    "Instructions", .enabled(if: Instructions.areCounted, "needs .build/release/biaoge, built after its sources, and valgrind"))
struct InstructionTests {
    @Test("no job needs more instructions for each byte than its budget")
    func budget() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "biaoge-instructions-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = try Instructions.program(in: folder)
        var counts: [(job: String, perByte: Int)] = []
        for job in try Self.jobs(in: folder) {
            counts.append((job.name, try Instructions.count(program, job.arguments, in: folder) / job.bytes))
        }
        if ProcessInfo.processInfo.environment["BIAOGE_ACCEPT"] == "1" {
            let lines = counts.map { "\($0.job),\($0.perByte)\n" }
            try Data(("job,instructions per byte\n" + lines.joined()).utf8).write(to: Self.budgetFile)
        }
        let budget = try Self.budget()
        #expect(Set(budget.keys) == Set(counts.map(\.job)))
        for (job, perByte) in counts {
            let allowed = budget[job] ?? 0
            #expect(perByte * 10 <= allowed * 11, "\(job): \(perByte) instructions for each byte, \(allowed) in the budget")
        }
    }

    private struct Job {
        let name: String
        let arguments: [String]
        /// The size of the inputs.
        let bytes: Int
    }

    private static func jobs(in folder: URL) throws -> [Job] {
        // Large enough that the start of the program does not cover what is measured.
        let table = LargeTable(rows: 1_000)
        let dump = LargeTable(rows: 10_000)
        var reports: [(name: String, bytes: [UInt8])] = []
        for index in 0..<20 {
            let form: ReportDOCX.Form = [.revised, .trial, .revisedSingleOther][index % 3]
            let report = ReportDOCX(place: "青禾县第\(index)镇", year: 2019 + index % 6, form: form, seed: index)
            reports.append(("\(index).docx", try report.builder.deflated()))
        }
        let large = [
            ("table.docx", try table.document.deflated()), ("table.html", Array(table.page.utf8)),
            ("tabs.txt", Array(dump.tabs.utf8)), ("cells.txt", Array(dump.cellLines.utf8)),
        ]
        for (name, bytes) in reports + large { try Data(bytes).write(to: folder.appending(path: name)) }
        let names = reports.map(\.name)
        return [
            Job(name: "one report to csv", arguments: ["convert", "--to", "csv", names[0]], bytes: reports[0].bytes.count),
            Job(
                name: "20 reports to tidy", arguments: ["convert", "--to", "tidy"] + names,
                bytes: reports.reduce(0) { $0 + $1.bytes.count }),
        ]
            + large.map { Job(name: "\($0.0) to csv", arguments: ["convert", "--to", "csv", $0.0], bytes: $0.1.count) }
            + [
                Job(
                    name: "tabs.txt to xlsx", arguments: ["convert", "--to", "xlsx", "--output", "out.xlsx", "tabs.txt"],
                    bytes: large[2].1.count)
            ]
    }

    private static let budgetFile = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "instruction-budget.csv")

    private static func budget() throws -> [String: Int] {
        let lines = try String(contentsOf: budgetFile, encoding: .utf8).split(separator: "\n").dropFirst()
        return Dictionary(uniqueKeysWithValues: lines.map { $0.split(separator: ",") }.map { (String($0[0]), Int($0[1]) ?? 0) })
    }
}

/// Counts machine instructions with valgrind's callgrind.
enum Instructions {
    private static let release = Program.root.appending(path: ".build/release/biaoge")

    /// Whether there is a release build that is not older than its sources, and what counting needs.
    static var areCounted: Bool {
        guard let built = changed(release), has("valgrind"), has("objcopy") else { return false }
        let sources = FileManager.default.enumerator(
            at: Program.root.appending(path: "Sources/Biaoge"), includingPropertiesForKeys: nil)
        let newest = sources?.compactMap { ($0 as? URL).flatMap(changed) }.max()
        return newest.map { built >= $0 } ?? false
    }

    /// The release build without its debugging information, which valgrind cannot read.
    static func program(in folder: URL) throws -> String {
        let copy = folder.appending(path: "biaoge").path(percentEncoded: false)
        let outcome = try Program.run("/usr/bin/env", ["objcopy", "--strip-debug", release.path(percentEncoded: false), copy])
        #expect(outcome.code == 0, "\(outcome.errors)")
        return copy
    }

    /// How many instructions a run takes.
    static func count(_ program: String, _ arguments: [String], in folder: URL) throws -> Int {
        let outcome = try Program.run(
            "/usr/bin/env",
            ["SWIFT_DETERMINISTIC_HASHING=1", "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program]
                + arguments,
            in: folder)
        let line = try #require(outcome.errors.split(separator: "\n").last { $0.contains("Collected : ") }, "\(outcome.errors)")
        return try #require(line.split(separator: " ").last.flatMap { Int($0) })
    }

    private static func has(_ command: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/" + command)
    }

    private static func changed(_ file: URL) -> Date? {
        (try? FileManager.default.attributesOfItem(atPath: file.resolvingSymlinksInPath().path(percentEncoded: false)))?[
            .modificationDate]
            as? Date
    }
}
