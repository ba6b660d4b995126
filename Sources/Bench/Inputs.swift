import Files
import Foundation
import TestSupport

/// The documents that are measured: made once, the same bytes every time.
struct Inputs {
    private let folder: URL
    /// Where datasets are written: in memory where there is such a file system, since ext4 takes up to half a millisecond to make a file
    /// where files were removed a moment ago, whoever makes it.
    private let outputs: URL
    private let rows = 20_000
    /// A dump large enough that the start of the program does not matter; more than is read unless asked for.
    private let manyRows = 150_000
    private let reports = 1_000

    init(folder: URL) {
        self.folder = folder
        let memory = URL(filePath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        outputs = (isThere ? memory : folder).appending(path: "biaoge-bench-datasets")
    }

    /// Removes the datasets.
    func removeOutputs() { try? FileManager.default.removeItem(at: outputs) }

    /// Makes what is not there yet.
    func make() throws {
        try FileManager.default.createDirectory(at: folder.appending(path: "reports"), withIntermediateDirectories: true)
        removeOutputs()
        try FileManager.default.createDirectory(at: outputs, withIntermediateDirectories: true)
        try write("report.docx") { try report(0) }
        try write("table.docx") { try LargeTable(rows: rows).document.deflated() }
        try write("table.html") { Array(LargeTable(rows: rows).page.utf8) }
        try write("table-tabs.txt") { Array(LargeTable(rows: rows).tabs.utf8) }
        try write("large-tabs.txt") { Array(LargeTable(rows: manyRows).tabs.utf8) }
        try write("large-cells.txt") { Array(LargeTable(rows: manyRows).cellLines.utf8) }
        try write("table-cells.txt") { Array(LargeTable(rows: rows).cellLines.utf8) }
        for index in 0..<reports { try write("reports/\(index).docx") { try report(index) } }
    }

    /// What is run, what the floor does for it, and what it should come to.
    var jobs: [Job] {
        let reports = (0..<reports).map { path("reports/\($0).docx") }
        func csv(_ name: String, _ file: String, _ floor: String, _ goal: Job.Goal? = nil, bytes: Int? = nil) -> Job {
            Job(
                name: name + " → csv", arguments: ["convert", "--to", "csv", "--max-cells", "4000000", path(file)],
                floorArguments: [floor, path(file)],
                goal: goal, bytes: bytes)
        }
        func dump(_ name: String, _ file: String, _ goal: Job.Goal? = nil) -> Job {
            csv(name, file, "text", goal, bytes: size(file))
        }
        return [
            csv("one report .docx", "report.docx", "docx", .ratio(2.5)),
            csv("20,000 × 10 .docx", "table.docx", "docx", .ratioAndPeak(1.3, 48)),
            csv("20,000 × 10 HTML", "table.html", "html", .ratio(1.5)),
            dump("20,000 × 10 tab dump", "table-tabs.txt"),
            dump("150,000 × 10 tab dump", "large-tabs.txt", .speed(200)),
            dump("20,000 × 10 one-cell dump", "table-cells.txt"),
            dump("150,000 × 10 one-cell dump", "large-cells.txt"),
            Job(
                name: "1,000 reports .docx → tidy, one process", arguments: tidyArguments(reports: reports.count),
                floorArguments: ["docx"] + reports, goal: .ratio(2.5)),
            Job(
                name: "1,000 reports .docx, read only (--as-is)", arguments: ["convert", "--as-is", "--to", "csv"] + reports,
                floorArguments: ["docx"] + reports),
            Job(
                name: "1,000 reports .docx, normalize", arguments: ["normalize", path("reports")],
                floorArguments: ["docx"] + reports, goal: .ratio(4), output: output("dataset")),
            Job(
                name: "20,000 × 10 .docx → xlsx",
                arguments: ["convert", "--to", "xlsx", "--output", path("out.xlsx"), path("table.docx")],
                floorArguments: ["docx", path("table.docx")]),
        ]
    }

    /// As many reports to tidy in one process; beyond those that there are they come again.
    func tidyArguments(reports count: Int) -> [String] {
        ["convert", "--to", "tidy"] + (0..<count).map { path("reports/\($0 % reports).docx") }
    }

    /// The reports into a dataset of its own, by so many workers.
    func normalizeArguments(workers: Int, run: Int) -> [String] {
        ["normalize", path("reports"), "--workers", String(workers), "--output", output("dataset-\(workers)-workers-\(run)")]
    }

    private func output(_ name: String) -> String { outputs.appending(path: name).path(percentEncoded: false) }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    private func size(_ name: String) -> Int? {
        (try? FileManager.default.attributesOfItem(atPath: path(name)))?[.size] as? Int
    }

    private func write(_ name: String, _ make: () throws -> [UInt8]) throws {
        guard !FileManager.default.fileExists(atPath: path(name)) else { return }
        let file = try OutputFile(path(name))
        try file.write(try make())
        try file.commit()
    }

    /// Varied: both forms, every numbering of headings, other numbers in each.
    private func report(_ index: Int) throws -> [UInt8] {
        let form: ReportDOCX.Form = [.revised, .trial, .revisedSingleOther][index % 3]
        var report = ReportDOCX(place: "青禾县第\(index)镇", year: 2019 + index % 6, form: form, seed: index)
        report.numbersHeadings = index % 2 == 1
        return try report.builder.deflated()
    }

}
