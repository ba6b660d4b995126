import Foundation
import TestSupport
import Testing

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

    /// Makes a dataset and gives what that cost and what it said.
    private func normalize(_ input: URL, _ output: URL) throws -> (run: MeasuredRun, errors: String) {
        let errors = scratch.appending(path: "errors")
        let run = try #require(
            MeasuredRun(
                [Self.program, "normalize", input.path, "--output", output.path, "--lang", "en"], errors: errors.path))
        return (run, try String(contentsOf: errors, encoding: .utf8))
    }

    @Test("one row a document, no more and no fewer; every failure is named, every value traced to its place in its source")
    func whole() throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let output = scratch.appending(path: "out")
        let outcome = try normalize(archive.folder, output)
        #expect(outcome.run.code == 2)
        #expect(outcome.errors.contains("skipped"))
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
            if fault == nil { traced[source, default: 0] += 1 }
        }
        let readable = archive.documents.filter { !$0.value.isDamaged }
        #expect(Set(traced.keys) == Set(readable.keys))
        #expect(traced.values.allSatisfy { $0 > 150 })
    }

    @Test("memory does not grow with the number of documents")
    func memory() throws {
        defer { try? FileManager.default.removeItem(at: scratch) }
        let fewer = try ArchiveMaker(scratch.appending(path: "fewer"), documents: max(20, Self.documents / 10))
        let few = try normalize(fewer.folder, scratch.appending(path: "few"))
        let many = try normalize(archive.folder, scratch.appending(path: "many"))
        // The largest of the parent and its workers.
        let peaks = [few, many].map { Double($0.run.peakBytes) / 1e6 }
        print(
            String(
                format: "peak memory: %.1f MB with %d documents, %.1f MB with %d", peaks[0], fewer.documents.count, peaks[1],
                archive.documents.count))
        #expect(peaks[1] < peaks[0] * 1.15 + 2)
    }
}
