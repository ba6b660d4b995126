import Foundation

/// `make bench`: every job beside its floor, runs interleaved, medians and their ratio.
///
///     Bench [RUNS]     the table
///     Bench prepare    only makes the inputs
@main
enum Bench {
    static func main() throws {
        let build = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path(percentEncoded: false)
        let inputs = Inputs(folder: FileManager.default.temporaryDirectory.appending(path: "biaoge-bench"))
        if CommandLine.arguments.dropFirst().first == "prepare" { return try inputs.make() }
        // In a process of its own: a child's peak memory counts from what its parent held.
        _ = try Measurement.of([CommandLine.arguments[0], "prepare"])
        let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 7
        print("Medians of \(runs) runs, interleaved with the floor (libzip, libxml2 and memchr alone on the same bytes).\n")
        print("| job | CPU, ms | floor, ms | ratio | goal | | wall, ms | peak, MiB | MB/s |")
        print("|---|---:|---:|---:|---:|---|---:|---:|---:|")
        for job in inputs.jobs { try measure(job, in: build, runs) }
        try compareCounts(inputs, in: build, runs)
        try compareWorkers(inputs, in: build, runs)
        inputs.removeOutputs()
    }

    private static func measure(_ job: Job, in build: String, _ runs: Int) throws {
        var ours: [Measurement] = []
        var floor: [Measurement] = []
        for run in 0..<runs {
            ours.append(try .of(["\(build)/biaoge"] + job.arguments + (job.output.map { ["--output", "\($0)-\(run)"] } ?? [])))
            floor.append(try .of(["\(build)/Floor"] + job.floorArguments))
        }
        let (our, their) = (Measurement.median(ours), Measurement.median(floor))
        let verdict = job.goal.map { $0.isMet(by: our, floor: their, bytes: job.bytes) ? "met" : "**missed**" } ?? ""
        let speed = job.bytes.map { String(format: "%.0f", Double($0) / our.cpu / 1e6) } ?? ""
        let cells = [
            job.name, String(format: "%.1f", our.cpu * 1000), String(format: "%.1f", their.cpu * 1000),
            String(format: "%.2f", our.cpu / their.cpu), job.goal?.text ?? "", verdict, String(format: "%.1f", our.wall * 1000),
            String(format: "%.0f", our.peak), speed,
        ]
        print("| \(cells.joined(separator: " | ")) |")
    }

    /// Whether a further document costs the same among few and among many, the start of the program and its first document aside.
    private static func compareCounts(_ inputs: Inputs, in build: String, _ runs: Int) throws {
        var one: [Measurement] = []
        var few: [Measurement] = []
        var many: [Measurement] = []
        for _ in 0..<max(1, runs / 2) {
            one.append(try .of(["\(build)/biaoge"] + inputs.tidyArguments(reports: 1)))
            few.append(try .of(["\(build)/biaoge"] + inputs.tidyArguments(reports: 100)))
            many.append(try .of(["\(build)/biaoge"] + inputs.tidyArguments(reports: 10_000)))
        }
        let start = Measurement.median(one).cpu
        let costs = (
            (Measurement.median(few).cpu - start) * 1000 / 99, (Measurement.median(many).cpu - start) * 1000 / 9_999
        )
        let verdict = abs(costs.1 / costs.0 - 1) <= 0.1 ? "met" : "**missed**"
        print(
            String(format: "\nCPU time for a further report → tidy: %.3f ms among 100, %.3f ms among 10,000, ", costs.0, costs.1)
                + String(format: "%+.0f %% (goal: within 10 %%, ", (costs.1 / costs.0 - 1) * 100) + verdict + ").")
    }

    /// How much sooner two workers are done than one, the whole run from start to end, the parent's own work and all.
    private static func compareWorkers(_ inputs: Inputs, in build: String, _ runs: Int) throws {
        var one: [Measurement] = []
        var two: [Measurement] = []
        for run in 0..<runs {
            one.append(try .of(["\(build)/biaoge"] + inputs.normalizeArguments(workers: 1, run: run)))
            two.append(try .of(["\(build)/biaoge"] + inputs.normalizeArguments(workers: 2, run: run)))
        }
        let times = (Measurement.median(one).wall * 1000, Measurement.median(two).wall * 1000)
        print(
            String(
                format: "\nnormalize, 1,000 reports, from start to end: %.0f ms with one worker, %.0f ms with two, ", times.0,
                times.1)
                + String(format: "%.2f × (goal: 1.7 ×, ", times.0 / times.1) + (times.0 / times.1 >= 1.7 ? "met" : "**missed**")
                + ").")
    }
}
