import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// A generated archive with everything in it: one row a document, every value traced to its place, memory that does not grow.
///
/// Small, unless BIAOGE_ARCHIVE_DOCUMENTS says otherwise (2000); BIAOGE_DELIVERED names the program that is run then.
@Suite("normalize, a whole archive")
struct WholeArchiveTests {
    private let scratch: URL
    private let archive: ArchiveMaker
    private static let documents = ProcessInfo.processInfo.environment["BIAOGE_ARCHIVE_DOCUMENTS"].flatMap(Int.init) ?? 60
    private static let program = ProcessInfo.processInfo.environment["BIAOGE_DELIVERED"] ?? Program.path

    init() throws {
        scratch = FileManager.default.temporaryDirectory.appending(path: "biaoge-whole-\(UUID().uuidString)")
        archive = try ArchiveMaker(scratch.appending(path: "in"), documents: Self.documents)
    }

    /// Makes a dataset.
    private func normalize(_ input: URL, _ output: URL) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: Self.program)
        process.arguments = ["normalize", input.path, "--output", output.path, "--lang", "en"]
        let errors = scratch.appending(path: "errors")
        try Data().write(to: errors)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        return process
    }

    @Test("one row a document, no more and no fewer; every failure is named, every value traced to its place in its source")
    func whole() throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = scratch.appending(path: "out")
        let process = try normalize(archive.folder, output)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(try String(contentsOf: scratch.appending(path: "errors"), encoding: .utf8).contains("skipped"))
        let page = try String(contentsOf: output.appending(path: "index.html"), encoding: .utf8)
        #expect(page.hasSuffix("</html>\n"))
        try checkReports(output)
        try checkValues(output)
    }

    private func checkReports(_ output: URL) throws {
        let reports = try Dataset.table(output, "reports.csv")
        #expect(reports.count == archive.documents.count)
        #expect(Set(reports.map { $0["source"] ?? "" }) == archive.sources)
        for report in reports {
            let source = report["source"] ?? ""
            let isDamaged = archive.documents[source]?.isDamaged
            #expect((report["ok"] == "false") == isDamaged, "\(source): \(report["reason"] ?? "")")
            #expect((report["reason"] == "") == (report["ok"] == "true"))
            let text = output.appending(path: "documents/\(source).txt")
            #expect(FileManager.default.fileExists(atPath: text.path) == (report["ok"] == "true"))
        }
    }

    /// Holds every value against its source: what stands at the cited place, and what the report was made with.
    private func checkValues(_ output: URL) throws {
        var traced: [String: Int] = [:]
        var source = ""
        var trace: ValueTrace?
        for value in try Dataset.table(output, "values.csv") {
            // The rows of one source stand together.
            if value["source"] != source {
                source = value["source"] ?? ""
                trace = try archive.documents[source].map { try ValueTrace($0) }
            }
            let fault = trace.map { $0.fault(of: value) } ?? "no such document"
            #expect(fault == nil, "\(source) \(value["key"] ?? "") \(value["place"] ?? ""): \(fault ?? "")")
            if fault == nil, value["state"] != "ambiguous" { traced[source, default: 0] += 1 }
        }
        let readable = archive.documents.filter { !$0.value.isDamaged }
        #expect(Set(traced.keys) == Set(readable.keys))
        #expect(traced.values.allSatisfy { $0 > 130 })
    }

    @Test(
        "memory does not grow with the number of documents",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")), .disabled(if: isSanitized))
    func memory() throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let fewer = try ArchiveMaker(scratch.appending(path: "fewer"), documents: max(20, Self.documents / 10))
        let few = try peaks(fewer.folder, scratch.appending(path: "few"))
        let many = try peaks(archive.folder, scratch.appending(path: "many"))
        print(
            "peak memory, parent and worker: \(few) KB with \(fewer.documents.count) documents, \(many) KB with \(archive.documents.count)"
        )
        #expect(many.parent < few.parent * 5 / 4)
        #expect(many.worker < few.worker * 5 / 4)
    }

    /// The most memory of a run and of any of its workers, in KB. What the system counts for a child begins with what its parent
    /// had when it was started, so it is looked at while it runs.
    private func peaks(_ input: URL, _ output: URL) throws -> (parent: Int, worker: Int) {
        let process = try normalize(input, output)
        var peaks = (parent: 0, worker: 0)
        while process.isRunning {
            let identifier = process.processIdentifier
            peaks.parent = max(peaks.parent, Self.highWater(identifier))
            let children = try? String(contentsOfFile: "/proc/\(identifier)/task/\(identifier)/children", encoding: .utf8)
            for child in children?.split(separator: " ") ?? [] {
                peaks.worker = max(peaks.worker, Self.highWater(Int32(child) ?? 0))
            }
            usleep(10_000)
        }
        return peaks
    }

    private static func highWater(_ process: Int32) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
