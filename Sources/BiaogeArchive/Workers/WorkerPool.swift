internal import Processes

/// Worker processes that are fed from here, each with a job in hand and some waiting, so that it never waits for us.
///
/// A worker answers in the order of its jobs. When one ends early, the first job that it has not answered is the one that
/// ended it; the others go to another worker.
final class WorkerPool {
    /// What became of a job.
    enum Outcome {
        /// The worker's answer.
        case answer(ArraySlice<UInt8>)
        /// The worker ended on it.
        case failure(DocumentFailure)
    }

    /// The workers cannot be started.
    struct CannotStart: Error {}

    /// One worker process and what it has in hand.
    private final class Worker {
        let process: ChildProcess
        var isReady = false
        /// The jobs that are not answered, the oldest first.
        var jobs: [Job] = []
        /// The messages that are still to be written to the process, and how much of the first one is.
        var outgoing: [[UInt8]]
        var written = 0
        /// What has come and is no whole message yet.
        var incoming: [UInt8] = []

        init(_ process: ChildProcess, _ greeting: [UInt8]) {
            self.process = process
            outgoing = [greeting]
        }

        /// Whether it may get one more job: it works on one and has the next; further ones wait with it while they are small.
        var hasRoom: Bool { jobs.count < 2 || jobs.count < most && jobs.reduce(0) { $0 + $1.message.count } < 1 << 18 }

        /// Whether it has to do for a while.
        var isBusy: Bool { jobs.count > most / 2 }

        /// How many jobs a worker has at most.
        private let most = 16
    }

    private struct Job {
        let message: [UInt8]
        let finish: (Outcome) throws -> Void
    }

    private let command: [String]
    private let limits: WorkerLimits
    /// What each is told first.
    private let greeting: [UInt8]
    private var workers: [Worker] = []
    private var waiting: [Job] = []
    private var failedStarts = 0

    /// A pool of so many processes, each started by a command.
    init(count: Int, command: [String], _ settings: WorkerSettings) throws {
        self.command = command
        limits = settings.limits
        greeting = FramedPipe.frame(settings.message)
        // A worker that has ended is seen where its answers are read.
        OwnProcess.ignoreClosedPipes()
        OwnProcess.letChildrenKeepFreedMemory()
        for _ in 0..<max(1, count) { try startWorker() }
    }

    private func startWorker() throws {
        do {
            workers.append(Worker(try ChildProcess(command), greeting))
        } catch {
            throw CannotStart()
        }
    }

    /// Gives a job to the pool and waits until a worker has room for it. `finish` is called when it is done, later, from here
    /// or from ``drain()``.
    func submit(_ message: [UInt8], finish: @escaping (Outcome) throws -> Void) throws {
        waiting.append(Job(message: FramedPipe.frame(message), finish: finish))
        handOut()
        // While all have to do, nobody looks for answers before all have their hands full.
        if waiting.isEmpty, workers.allSatisfy(\.isBusy) { return }
        repeat {
            try turn(milliseconds: waiting.isEmpty || workers.contains(where: \.hasRoom) ? 0 : -1)
        } while !waiting.isEmpty && !OwnProcess.isInterrupted
    }

    /// Waits until every job is done.
    func drain() throws {
        while hasJobs, !OwnProcess.isInterrupted { try turn(milliseconds: -1) }
    }

    /// Waits until there is something to read on standard input, or every job is done.
    func drainUntilInput() throws {
        while hasJobs, !OwnProcess.isInterrupted, try !turn(milliseconds: -1, orInput: true) {}
    }

    private var hasJobs: Bool { !waiting.isEmpty || workers.contains { !$0.jobs.isEmpty } }

    /// Tells the workers that there is no more to do; they end by themselves.
    func dismiss() {
        for worker in workers { worker.process.closeInput() }
    }

    /// How many bytes are read at once.
    private static let room = 1 << 16

    /// Hands out jobs, waits for something to happen, and takes what has come.
    ///
    /// - Parameter orInput: whether something on standard input ends the waiting too.
    /// - Returns: whether something did.
    @discardableResult
    private func turn(milliseconds: Int32, orInput: Bool = false) throws -> Bool {
        handOut()
        // To be woken for every answer costs the worker and us more than the answer: while all have to do, answers may come together.
        if milliseconds < 0, workers.allSatisfy(\.isBusy) { OwnProcess.sleep(milliseconds: 4) }
        let ready = ChildProcess.waitForAny(
            of: workers.map(\.process), writing: writing, orInput: orInput, milliseconds: milliseconds)
        for (worker, isReady) in zip(workers, ready.processes) {
            send(worker)
            if isReady { try receive(worker) }
        }
        return ready.hasInput
    }

    private func handOut() {
        while !waiting.isEmpty, let worker = workers.filter(\.hasRoom).min(by: { $0.jobs.count < $1.jobs.count }) {
            give(waiting.removeFirst(), to: worker)
        }
        for worker in workers { send(worker) }
    }

    private func writing(_ process: ChildProcess) -> Bool {
        workers.first { $0.process === process }?.outgoing.isEmpty == false
    }

    private func give(_ job: Job, to worker: Worker) {
        worker.outgoing.append(job.message)
        worker.jobs.append(job)
    }

    private func send(_ worker: Worker) {
        while let message = worker.outgoing.first {
            let count = worker.process.write(message[worker.written...])
            if count == 0 { return }
            worker.written += count
            if worker.written == message.count {
                worker.outgoing.removeFirst()
                worker.written = 0
            }
        }
    }

    private func receive(_ worker: Worker) throws {
        var hasEnded = false
        while true {
            guard let bytes = worker.process.read(Self.room) else {
                hasEnded = true
                break
            }
            if worker.incoming.isEmpty { worker.incoming = bytes } else { worker.incoming += bytes }
            // What came is less than there was room for: there is no more now.
            if bytes.count < Self.room { break }
        }
        var start = 0
        while let message = FramedPipe.firstMessage(in: worker.incoming[start...]) {
            start = message.endIndex
            if worker.isReady {
                let job = worker.jobs.removeFirst()
                try job.finish(.answer(message))
            } else {
                worker.isReady = true
                failedStarts = 0
            }
        }
        if start == worker.incoming.count { worker.incoming = [] } else { worker.incoming.removeFirst(start) }
        if hasEnded { try replace(worker) }
    }

    /// A worker has ended: the job that it was at has failed, the others are handed out again, to a new one.
    private func replace(_ worker: Worker) throws {
        let ending = worker.process.wait()
        workers.removeAll { $0 === worker }
        guard !OwnProcess.isInterrupted else { return }
        var jobs = worker.jobs[...]
        if worker.isReady, let culprit = jobs.popFirst() {
            try culprit.finish(.failure(failure(for: ending)))
        } else {
            failedStarts += 1
            guard failedStarts < 3 else { throw CannotStart() }
        }
        waiting.insert(contentsOf: jobs, at: 0)
        try startWorker()
    }

    private func failure(for ending: ChildProcess.Ending) -> DocumentFailure {
        if ending.signal == OwnProcess.alarmSignal { return .tookTooLong(seconds: limits.seconds) }
        // 65 is what the program ends with when it gets no memory.
        if ending.peakMemory > limits.megabytes << 19 || ending.code == 65 {
            return .neededTooMuchMemory(megabytes: limits.megabytes)
        }
        if let signal = ending.signal { return .crashed(signal: signal) }
        return .ended(code: ending.code ?? 0)
    }
}
