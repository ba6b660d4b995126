/// Something to be measured, and what the C libraries need for the same bytes.
struct Job {
    /// What a job should come to.
    enum Goal {
        /// At most so many times the floor's CPU time.
        case ratio(Double)
        /// At most so many times the floor's CPU time, in at most so many MiB.
        case ratioAndPeak(Double, Double)
        /// At least so many megabytes of input a second of CPU time.
        case speed(Double)
    }

    let name: String
    let arguments: [String]
    let floorArguments: [String]
    var goal: Goal?
    /// How many bytes of text go in, where the speed is of interest.
    var bytes: Int?
    /// A folder that the job makes, each run another.
    var output: String?
}

extension Job.Goal {
    /// The goal as the table shows it.
    var text: String {
        switch self {
        case .ratio(let ratio): "\(ratio) ×"
        case .ratioAndPeak(let ratio, let peak): "\(ratio) ×, \(Int(peak)) MiB"
        case .speed(let speed): "\(Int(speed)) MB/s"
        }
    }

    /// Whether what was measured meets it.
    func isMet(by ours: Measurement, floor: Measurement, bytes: Int?) -> Bool {
        switch self {
        case .ratio(let ratio): ours.cpu <= ratio * floor.cpu
        case .ratioAndPeak(let ratio, let peak): ours.cpu <= ratio * floor.cpu && ours.peak <= peak
        case .speed(let speed): Double(bytes ?? 0) / ours.cpu >= speed * 1e6
        }
    }
}
