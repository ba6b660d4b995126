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
    /// What the program is called with when it is such a worker. Nothing else stands there, so that no parser of arguments is needed, which
    /// takes longer than a worker needs for its first documents: the settings are the first message.
    public static let arguments = ["worker", "--framed"]

    /// Runs the loop.
    ///
    /// The limits are kept by the process itself: it is ended by an alarm or finds no memory, and its parent sees how it ended.
    /// So a worker whose parent was killed cannot stay behind for longer than one document may take.
    public static func run() {
        guard let message = FramedPipe.readMessage(), let settings = try? WorkerSettings(message[...]) else { return }
        OwnProcess.limitMemory(bytes: settings.limits.megabytes << 20)
        let work = DocumentWork(options: settings.reading, language: settings.language)
        guard FramedPipe.writeMessage(Array("ready".utf8)) else { return }
        while let message = FramedPipe.readMessage() {
            OwnProcess.startAlarm(seconds: settings.limits.seconds)
            guard let job = try? WorkerJob(message[...]) else { return }
            let answer = work.answer(job)
            OwnProcess.stopAlarm()
            guard FramedPipe.writeMessage(answer) else { return }
        }
    }
}
