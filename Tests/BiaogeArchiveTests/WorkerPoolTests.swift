import Biaoge
import Foundation
import TestSupport
import Testing

@testable import BiaogeArchive

@Suite("WorkerPool")
struct WorkerPoolTests {
    private static let settings = WorkerSettings(reading: ReadingOptions(), language: .english, limits: WorkerLimits())

    /// A worker of shell: it is told its settings, says that it is ready and answers each job with the job, unless the job says to end.
    private static let script = """
        head=$(dd bs=1 count=4 2>/dev/null | od -An -tu1); set -- $head
        dd bs=1 count=$(($1 + $2 * 256)) >/dev/null 2>&1
        printf '\\005\\000\\000\\000ready'
        while head=$(dd bs=1 count=4 2>/dev/null | od -An -tu1); set -- $head; [ $# -eq 4 ]; do
            body=$(dd bs=1 count=$1 2>/dev/null)
            case "$body" in
                crash) kill -SEGV $$ ;;
                leave) exit 3 ;;
            esac
            printf "\\\\$(printf %03o $1)\\000\\000\\000%s" "$body"
        done
        """

    private func outcomes(_ jobs: [String], workers: Int) throws -> [String] {
        let pool = try WorkerPool(count: workers, command: ["/bin/sh", "-c", Self.script], Self.settings)
        var outcomes = [String](repeating: "", count: jobs.count)
        for (index, job) in jobs.enumerated() {
            try pool.submit(Array(job.utf8)) { outcome in
                switch outcome {
                case .answer(let bytes): outcomes[index] += String(decoding: bytes, as: UTF8.self)
                case .failure(let failure): outcomes[index] += failure.english
                }
            }
        }
        try pool.drain()
        return outcomes
    }

    // A sanitizer's memory is that of the worker too, until it has begun.
    @Test(
        "every job is answered once, whichever worker ends on whichever of them", .disabled(if: isSanitized),
        arguments: [1, 3])
    func crashes(workers: Int) throws {
        let jobs = ["one", "crash", "two", "three", "leave", "crash", "four"]
        let found = try outcomes(jobs, workers: workers)
        for (job, outcome) in zip(jobs, found) {
            switch job {
            case "crash": #expect(outcome == "The worker crashed on it (signal 11); please report the file")
            case "leave": #expect(outcome == "The worker gave up on it (code 3); please report the file")
            default: #expect(outcome == job)
            }
        }
    }

    @Test("a command that is no worker is an error, not a loop")
    func noWorker() {
        #expect(throws: (any Error).self) {
            let pool = try WorkerPool(count: 1, command: ["/bin/false"], Self.settings)
            try pool.submit([1]) { _ in }
            try pool.drain()
        }
        #expect(throws: (any Error).self) { try WorkerPool(count: 1, command: ["/no/such/program"], Self.settings) }
    }
}
