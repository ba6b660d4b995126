internal import Dispatch
internal import Synchronization

/// Work that is done on several threads at once, of which a last part is done in the order in which it was given.
///
/// Pieces go to the threads in turn; the thread that has done a last part passes the turn to the next one.
final class OrderedLanes<Input: Sendable, Output: Sendable> {
    /// What the threads share.
    private final class Shared: Sendable {
        let work: @Sendable (Input) -> Output
        let inTurn: @Sendable (Output) throws -> Void
        /// For each thread the sign that it is its turn.
        let turns: [DispatchSemaphore]
        /// How many pieces may still be given before one is done.
        let room = DispatchSemaphore(value: 0)
        /// What went wrong first; nothing more is done then.
        let failure = Mutex<(any Error)?>(nil)

        init(_ count: Int, _ work: @escaping @Sendable (Input) -> Output, _ inTurn: @escaping @Sendable (Output) throws -> Void) {
            self.work = work
            self.inTurn = inTurn
            turns = (0..<count).map { _ in DispatchSemaphore(value: 0) }
            turns[0].signal()
            for _ in 0..<(2 * count) { room.signal() }
        }

        func run(_ input: Input, on lane: Int) {
            let output = work(input)
            turns[lane].wait()
            if failure.withLock({ $0 == nil }) {
                do { try inTurn(output) } catch { failure.withLock { $0 = error } }
            }
            turns[(lane + 1) % turns.count].signal()
            room.signal()
        }
    }

    private let shared: Shared
    private let queues: [DispatchQueue]
    private var given = 0

    /// So many threads, which share what they use: its references had better not be counted in an inner loop, since that takes longer than
    /// to copy the bytes.
    ///
    /// - Parameters:
    ///   - work: what is done at once.
    ///   - inTurn: what is done in order, by one thread at a time.
    init(_ count: Int, work: @escaping @Sendable (Input) -> Output, inTurn: @escaping @Sendable (Output) throws -> Void) {
        let count = max(1, count)
        shared = Shared(count, work, inTurn)
        queues = (0..<count).map { DispatchQueue(label: "lane \($0)") }
    }

    /// Waits until no thread works any more, also where an error ended it early: what the work uses, such as unfinished files, goes with it.
    deinit { wait() }

    /// Gives a piece of work, and waits first while each thread has two in hand.
    ///
    /// - Throws: what a last part has thrown.
    func give(_ input: Input) throws {
        shared.room.wait()
        try throwFailure()
        let lane = given % queues.count
        queues[lane].async { [shared] in shared.run(input, on: lane) }
        given += 1
    }

    /// Waits until all that was given is done.
    ///
    /// - Throws: what a last part has thrown.
    func finish() throws {
        wait()
        try throwFailure()
    }

    private func wait() {
        for queue in queues { queue.sync {} }
    }

    private func throwFailure() throws {
        if let failure = shared.failure.withLock({ $0 }) { throw failure }
    }
}
