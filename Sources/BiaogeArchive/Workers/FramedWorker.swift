public import Biaoge
internal import Processes

/// How much a worker may take for one document.
public struct WorkerLimits: Sendable {
    /// Seconds, 60 unless told.
    public var seconds = 60.0
    /// Megabytes of memory, 2,048 unless told.
    public var megabytes = 2_048

    /// The usual limits.
    public init() {}
}

/// The loop of a worker process: framed jobs on standard input, framed answers on standard output, until the input ends.
public enum FramedWorker {
    /// Runs the loop.
    ///
    /// The limits are kept by the process itself: it is ended by an alarm or finds no memory, and its parent sees how it ended.
    /// So a worker whose parent was killed cannot stay behind for longer than one document may take.
    public static func run(options: ReadingOptions, language: Language, limits: WorkerLimits) {
        OwnProcess.limitMemory(bytes: limits.megabytes << 20)
        let work = DocumentWork(options: options, language: language)
        guard FramedPipe.writeMessage(Array("ready".utf8)) else { return }
        while let message = FramedPipe.readMessage() {
            OwnProcess.startAlarm(seconds: limits.seconds)
            guard let job = try? WorkerJob(message[...]) else { return }
            let answer = work.answer(job)
            OwnProcess.stopAlarm()
            guard FramedPipe.writeMessage(answer) else { return }
        }
    }
}
