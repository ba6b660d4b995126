import Foundation

/// `make bench`: every job beside its floor, runs interleaved, medians and their ratio.
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
        print("| job | CPU, ms | floor, ms | ratio | wall, ms | peak, MiB |")
        print("|---|---:|---:|---:|---:|---:|")
        for job in inputs.jobs {
            var ours: [Measurement] = []
            var floor: [Measurement] = []
            for _ in 0..<runs {
                ours.append(try .of(["\(build)/biaoge"] + job.arguments))
                floor.append(try .of(["\(build)/Floor"] + job.floorArguments))
            }
            let (our, their) = (Measurement.median(ours), Measurement.median(floor))
            let figures = [our.cpu * 1000, their.cpu * 1000, our.cpu / their.cpu, our.wall * 1000, our.peak]
            let formats = ["%.1f", "%.1f", "%.2f", "%.1f", "%.0f"]
            let cells = zip(formats, figures).map { String(format: $0, $1) }
            print("| \(job.name) | \(cells.joined(separator: " | ")) |")
        }
    }
}

/// Something to be measured, and what the C libraries need for the same bytes.
struct Job {
    let name: String
    let arguments: [String]
    let floorArguments: [String]
}
