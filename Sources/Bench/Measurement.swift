import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a run of a program cost.
struct Measurement {
    /// User and system time, in seconds.
    var cpu: Double
    /// From start to end, in seconds.
    var wall: Double
    /// The most memory it held, in MiB.
    var peak: Double

    /// Runs a program with its output thrown away.
    static func of(_ command: [String]) throws -> Measurement {
        let start = ContinuousClock.now
        var process = pid_t()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawn(&process, command[0], &actions, nil, arguments, environ) == 0 else {
            throw BenchError(message: "cannot start \(command[0])")
        }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process, status == 0 else {
            throw BenchError(message: "failed: \(command.joined(separator: " "))")
        }
        let elapsed = (ContinuousClock.now - start).components
        return Measurement(
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            wall: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18,
            peak: Double(usage.ru_maxrss) / 1024)
    }

    /// The middle one of each figure.
    static func median(_ runs: [Measurement]) -> Measurement {
        func middle(_ figure: KeyPath<Measurement, Double>) -> Double {
            let sorted = runs.map { $0[keyPath: figure] }.sorted()
            return sorted[sorted.count / 2]
        }
        return Measurement(cpu: middle(\.cpu), wall: middle(\.wall), peak: middle(\.peak))
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}

struct BenchError: Error, CustomStringConvertible {
    let message: String
    var description: String { message }
}
